"""Finds the name of an occupation in the title of a text, a page or a mail.

“How Much Does a Sommelier Make in 2026?” and “Career Profile: Sommelier” name a sommelier. The words
that titles have around names are in `knowledge/titles.toml`.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from guidepub.importing.headings.capitals import capitalises
from guidepub.importing.headings.known import known_section
from guidepub.importing.knowledge import knowledge
from guidepub.importing.originals.escaping import plain_letters, spaced
from guidepub.words.remembering import remembered

_LONGEST = 200
_MOST_WORDS = 7
_SHORTEST = 3
# The most words of a subtitle.
_LONGEST_REST = 20
# In a word with at most this many letters, only the ending may differ.
_SHORT_WORD = 5
_ENDING = r"(?:e?s|e|a|o|as|os|ra|in|innen)?"
_ORNAMENT = re.compile(r"^[^\w¿¡(“\"'‘«#]+|[^\w)”\"'’»?!.]+$")
_ASIDE = re.compile(r"\s*\(([^()]{1,80})\)")
_PARTS = re.compile(
    r"(?P<site>\s+[|»·•›>]+\s+|\s+[-–—]+\s+|\s+/\s+)|(?P<own>\s*:\s+|[?!.]\s+(?=\S)|[?!]+$|\s*;\s+|(?<=\w),\s+(?=[^\W\dA-ZÀ-ÖØ-Þ])(?![^,]*,)(?!(?:and|or|y|o|et|ou|und|oder|e)\s))"
)
# “Koch / Köchin” is one name.
_PAIR = re.compile(r"(?P<one>\w+)\s+/\s+(?P<other>\w+)")
_LETTERS_APART = re.compile(r"(?:[^\W\d_] ){4,}[^\W\d_]")
_JOINING = frozenset("and & y e et und".split())
_WORD = re.compile(r"[^\W_]+(?:['’·-][^\W_]+)*")
_ENDINGS = "in(?:nen)?|e[rn]?|a|o|ère|ne|ice|trice|euse|ora|as|os|es"
# “Mechatroniker/in”, “Infirmier·ère”, “Elektriker*innen”.
_GENDER = re.compile(rf"[/*:·_.(-]+(?:{_ENDINGS})\b\)?")
_NO_NAME = re.compile(
    r"@|https?:|www\.|\d{3}|[$€£%=<>{}\[\]]|^(?:by|por|par|von|para|from|with|über)\s|\b(?:you|we|i|my|our|us|ihr|wir|ich|nous|vous|je|nós|eu|yo)\b",
    re.I,
)
# Abbreviations for men and women, which are not words.
_SIGNS_OF_SEX = re.compile(r"(?:[hfmwdxg]|div|alle|gn)(?:\s?[/|]\s?(?:[hfmwdxg]|div))*", re.I)
# “Infirmier(ère)”, “Electrician(s)”.
_ENDING_ASIDE = re.compile(rf"{_ENDINGS}|s")


@dataclass(frozen=True, slots=True)
class NameInTitle:
    """A part of a title that may be the name of an occupation.

    `is_led_to` means that the words before or after it, such as “How to Become a”, show that it is
    one. `is_whole` means that the title says nothing else. `rest` is the remainder, which may be a
    subtitle.
    """

    name: str
    is_led_to: bool
    is_whole: bool
    rest: str = ""


def names_in(title: str) -> Iterator[NameInTitle]:
    """Yield the parts of a title that may be an occupation's name, in order."""
    plain = spaced(plain_letters(title[:_LONGEST]))
    if _LETTERS_APART.fullmatch(plain):
        plain = plain.replace(" ", "")
    plain = without_ornaments(plain)
    asides = [
        aside
        for aside in _ASIDE.findall(plain)
        if not (_SIGNS_OF_SEX.fullmatch(aside) or _ENDING_ASIDE.fullmatch(aside))
    ]
    bare = _ASIDE.sub("", plain).strip()
    parts = [part for part in _parts(bare) if part.words]
    is_labelled = False
    for number, part in enumerate(parts):
        name, is_led_to = _core(part.words)
        if _labels().fullmatch(part.words) and part.ends == ":":
            is_labelled = True
            continue
        if is_possible(name):
            rest = [each.words for each in parts[number + 1 :] if each.is_own]
            yield NameInTitle(
                name,
                is_led_to or is_labelled,
                name == bare,
                "; ".join(each for each in (*rest, *asides) if adds_to_name(each, name)),
            )
        is_labelled = is_labelled or (not name and part.ends == ":")


def parts_of_title(title: str) -> Iterator[str]:
    """Yield the parts of a title between dashes, colons and the like, without parentheses."""
    plain = without_ornaments(spaced(plain_letters(title[:_LONGEST])))
    yield from (part.words for part in _parts(_ASIDE.sub("", plain).strip()) if part.words)


def is_small(word: str) -> bool:
    """Return whether a word is a function word, as in all titles: “the”, “about”, “para”."""
    return word.casefold() in _small()


def without_ornaments(title: str) -> str:
    """Return a title without pictures and other characters before and after it."""
    return _ORNAMENT.sub("", title)


def first_of_pair(name: str) -> str:
    """Return the first of two forms for men and women: “Koch / Köchin”, “cocinero y cocinera”."""
    parts = re.split(r"\s+(?:/|e|y|et|und|ou|o|oder)\s+|,\s+", name)
    return parts[0] if len(parts) == 2 and _are_pair(*parts) else name


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a title. `ends` is the separator after it; `is_own` means that no site precedes it."""

    words: str
    ends: str
    is_own: bool


def _parts(title: str) -> Iterator[_Part]:
    start, is_own = 0, True
    pairs = [pair for pair in _PAIR.finditer(title) if _are_pair(pair["one"], pair["other"])]
    for match in _PARTS.finditer(title):
        if any(pair.start() <= match.start() < pair.end() for pair in pairs):
            continue
        yield _Part(title[start : match.start()].strip(), match[0].strip()[:1], is_own)
        start, is_own = match.end(), is_own and match["site"] is None
    yield _Part(title[start:].strip(), "", is_own)


def _are_pair(one: str, other: str) -> bool:
    """Return whether two words are the forms of one for men and women."""
    return folded(one)[:3] == folded(other)[:3] and folded(one) != folded(other)


def _core(words: str) -> tuple[str, bool]:
    """Return a part of a title without the usual words around a name, and whether it had any."""
    is_led_to = False
    for _ in range(3):
        shorter = _leads().sub("", words, count=1) if _leads().match(words) else words
        shorter = _tails().sub("", shorter, count=1).strip(" ,:.-–—")
        if shorter == words:
            break
        is_led_to = True
        words = shorter
    return _article().sub("", words).strip("\"'“”«» ."), is_led_to


def adds_to_name(words: str, name: str) -> bool:
    """Return whether the rest of a title says something beyond sections, guides and sites."""
    parts = re.split(r",\s+|\s+(?:and|&|y|e|et|und)\s+", words)
    if all(known_section(part) or not _is_distinctive(_core(part)[0]) for part in parts):
        return False
    is_pair = _are_pair(name, words) or are_same_name(name, words)
    is_short = len(_WORD.findall(words)) <= _LONGEST_REST
    return is_short and not is_pair and not re.search(r"#|@|https?:|:\s|\d{4}", words)


def _is_distinctive(words: str) -> bool:
    """Return whether there are words that not all titles have."""
    return not {word.casefold() for word in _WORD.findall(words)} <= _common()


def is_labelled_title(line: str) -> bool:
    """Return whether a line is a title after a label: “TITLE: Actuary”."""
    label, colon, words = line.strip().partition(":")
    return bool(colon and words.strip() and _labels().fullmatch(label.strip()))


def is_possible(name: str, most: int = _MOST_WORDS) -> bool:
    """Return whether words may be a name: few, not common to all guides, not a section's title."""
    words = _WORD.findall(name)
    if not 0 < len(words) <= most or len(name) < _SHORTEST or _NO_NAME.search(name):
        return False
    if is_small(words[0]):
        return False
    folded_words = {word.casefold() for word in words if not word.isdigit()}
    return not folded_words <= _common() and not known_section(name)


@remembered(512)
def pattern_of(name: str) -> re.Pattern[str]:
    """Return a pattern for a name, singular or plural, in a text of `folded` letters."""
    words = _WORD.findall(folded(_GENDER.sub("", name)))
    stems = [_stem(word) + (r"\w{0,7}" if len(word) > _SHORT_WORD else _ENDING) for word in words]
    words_behind = r"[\s-]+".join(stems)
    return re.compile(rf"\b{words_behind}\b")


def are_same_name(name: str, other: str) -> bool:
    """Return whether two names are the same apart from number, gender and capitals."""
    one, two = (folded(_GENDER.sub("", each)) for each in (name, other))
    return bool(one and two) and (_is_called(two, one) or _is_called(one, two))


def _is_called(text: str, name: str) -> bool:
    """Return whether a text in folded letters is a name, singular or plural."""
    first = _WORD.search(name)
    begins = first is None or text.startswith(_stem(first[0]))
    return begins and pattern_of(name).fullmatch(text) is not None


def is_more_specific(longer: str, name: str) -> bool:
    """Return whether a name is another one with words before it that make it more specific.

    “Fish and Game Warden” is a specific warden, but “Maler und Lackierer” joins two names.
    """
    plain = folded(longer)
    match = pattern_of(name).search(plain)
    before = plain[: match.start()].split() if match else []
    are_joined = any(word in _JOINING for word in before)
    if match is None or any(
        (is_small(word) and word not in _JOINING) or (are_joined and word in _common() - _JOINING)
        for word in before
    ):
        return False
    return not any(
        word in _common() and not is_small(word) for word in plain[match.end() :].split()
    )


# Cached, since lines are compared when looking for the title and for a site's lines.
@remembered(2048)
def folded(text: str) -> str:
    """Return a text in lower case, without accents and soft hyphens."""
    decomposed = unicodedata.normalize("NFKD", plain_letters(text).casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def recased(name: str, language: str, abbreviations: frozenset[str] = frozenset()) -> str:
    """Return a name in the usual case of titles if it is all in capitals or in lower case.

    `abbreviations` are words of its text, in lower case, that stay in capitals.
    """
    if name.isupper() and len(name) > 4:
        small = _common()
        words = name.lower().split()
        is_each = capitalises(language)
        name = " ".join(
            word.upper()
            if word in abbreviations
            else word
            if (number and word in small) or (number and not is_each)
            else word[:1].upper() + word[1:]
            for number, word in enumerate(words)
        )
    return name[:1].upper() + name[1:]


def _stem(word: str) -> str:
    word = word[:-1] if word.endswith("s") and len(word) > _SHORT_WORD else word
    return word[:-2] if len(word) > _SHORT_WORD + 1 else word


@functools.cache
def _small() -> frozenset[str]:
    return frozenset(knowledge("titles")["small"].split())


@functools.cache
def _common() -> frozenset[str]:
    table = knowledge("titles")
    return frozenset(f"{table['small']} {table['general']}".split())


@functools.cache
def _labels() -> re.Pattern[str]:
    return re.compile(knowledge("titles")["labels"], re.I)


@functools.cache
def _leads() -> re.Pattern[str]:
    table = knowledge("titles")
    leads = "|".join(table["leads"]).replace(" ?", r"\s*").replace(" ", r"\s+")
    return re.compile(
        rf"[¿¡]?(?:{leads})(?:(?<=['’])|\s+|\s*:\s*|$)(?:{table['articles']}(?:(?<=['’])|\s+))?",
        re.I,
    )


@functools.cache
def _tails() -> re.Pattern[str]:
    tails = "|".join(knowledge("titles")["tails"]).replace(" ?", r"\s*").replace(" ", r"\s+")
    return re.compile(rf"(?:^|[\s,:–—-]+)(?:{tails})[?!.]*$", re.I)


@functools.cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"^(?:{knowledge('titles')['articles']})(?:(?<=['’])|\s+)(?=\w)", re.I)
