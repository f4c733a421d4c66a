"""Shares of people in words: “two thirds of bakers”, then “three quarters of them”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from guidepub.linting.texts.blocks import Sentence
from guidepub.text.naming.occupations import singular
from guidepub.text.vocabulary import compiled, either, spaced, vocabulary

# Nouns for people, jobs and employers: “two thirds of all carriers”.
_COUNTED = re.compile(
    r"(?:jobs|workers|employees|people|graduates|students|women|men|households|carriers|empleos|trabajador\w*|emplead[oa]s|personas|mujeres|hombres|graduad[oa]s"
    r"|emplois|salarié\w*|personnes|femmes|hommes|diplômé\w*|employeurs|entreprises|empresas|beschäftigten|stellen|betriebe|menschen|frauen|männer"
    r"|empregos|pessoas|mulheres|homens|formad[oa]s|companies|firms|employers|shops|hospitals|schools)",
    re.IGNORECASE,
)
# The fewest letters in the last part of a compound.
_SHORTEST_STEM = 5
# The subject of a sentence is among this many first words.
_FIRST_WORDS = 4
# What looks like a plural noun; in German, any noun.
_PLURAL = re.compile(r"(?<![\w’'-])[^\W\d_]{3,}[sx](?![\w’'-])")
_CAPITALIZED = re.compile(r"(?<![\w-])[A-ZÄÖÜ][a-zäöüß]{2,}(?![\w-])")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def fractions(
    sentence: str, language: str, own: frozenset[str], of_people: bool
) -> Iterator[re.Match[str]]:
    """Yield the shares of people that a sentence states in words.

    `own` are the names of the occupation. A pronoun counts as people only if `of_people` is true,
    which means that the text before is about them, and if the sentence begins with the share.
    """
    with_noun, with_pronoun, halves = _forms(language)
    has_other_half = halves.search(sentence) is not None
    for match in with_noun.finditer(sentence):
        is_one_of_two = has_other_half and "half" in match[0].casefold()
        if are_people(match["of"], own) and not is_one_of_two:
            yield match
    them = with_pronoun.match(sentence)
    if them is not None and not has_other_half and (of_people or them["who"]):
        yield them


def is_of_a_scene(sentence: str, language: str) -> bool:
    """Return whether a sentence is about people in a story, in a picture or in the book itself.

    “When the mill burned, two thirds of the workers were at lunch” is no statistic.
    """
    scene = vocabulary("statistics", language).get("scene", "(?!)")
    return compiled(rf"(?<!\w)(?:{spaced(scene)})(?!\w)").search(sentence) is not None


def topics(sentences: Iterable[Sentence], language: str, own: frozenset[str]) -> set[Sentence]:
    """Return the sentences in which a pronoun would refer to people with_noun before.

    “They” and “he or she” keep the subject of the sentence before. If that sentence names things as
    well (“welders wear gloves”), the next one must state something that only people do or are.
    """
    forms = vocabulary("statistics", language)
    goes_on = compiled(rf"\W*(?:{either(forms['they'])})(?!\w)")
    of_people_alone = compiled(rf"(?<!\w)(?:{either(forms['people_do'])})(?!\w)")
    found: set[Sentence] = set()
    section, of_people, of_things = -1, False, False
    for sentence in sentences:
        if sentence.block.section != section:
            section, of_people, of_things = sentence.block.section, False, False
        if of_people and (not of_things or of_people_alone.search(sentence.text)):
            found.add(sentence)
        first = [match[0] for match in _WORD.finditer(sentence.text[:80])][:_FIRST_WORDS]
        names_people = any(_is_person(word, own) for word in first)
        of_people = names_people or (of_people and goes_on.match(sentence.text) is not None)
        of_things = of_people and _names_things(sentence.text, language, own)
    return found


def _names_things(text: str, language: str, own: frozenset[str]) -> bool:
    """Return whether any word after the first may be a noun for things."""
    plural = _CAPITALIZED if language == "de" else _PLURAL
    others = (match[0] for match in plural.finditer(text) if match.start() > 0)
    return any(not _is_person(word, own) for word in others)


def are_people(words: str, own: frozenset[str]) -> bool:
    """Return whether one of the first two words means people in the occupation, workers or jobs."""
    first, *others = words.split()
    return any(_is_person(word, own) for word in (first, *others[:1]))


def _is_person(word: str, own: frozenset[str]) -> bool:
    return _COUNTED.fullmatch(word) is not None or _is_own(singular(word), own)


def _is_own(noun: str, own: frozenset[str]) -> bool:
    """Return whether a noun names the occupation, perhaps by the end of a compound: “Makler”."""
    is_end = len(noun) >= _SHORTEST_STEM and any(name.endswith(noun) for name in own)
    return noun in own or is_end


@cache
def _forms(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns for shares with a noun, shares with a pronoun, and “the other half”."""
    table = vocabulary("statistics", language)
    return (
        compiled(
            rf"(?<!\w)(?:{spaced(table['fraction'])})\s+(?P<of>[^\W\d_][\w’'-]*(?:\s+[^\W\d_][\w’'-]*){{0,2}})"
        ),
        compiled(rf"\W*(?:{spaced(table['of_them'])})(?!\w)"),
        compiled(rf"(?<!\w)(?:{spaced(table['other_half'])})(?!\w)"),
    )
