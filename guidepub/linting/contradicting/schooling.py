"""The statements of a guide about education: in sentences, headings, tables, terms and labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from guidepub.linting.figures.claims import own_names, own_nouns, under_parts
from guidepub.linting.figures.tables import written_tables
from guidepub.linting.texts.blocks import Block, Sentence, with_next
from guidepub.linting.texts.parts import SentencePart
from guidepub.linting.texts.subjects import Subject
from guidepub.text.naming.occupations import is_own, looks_like_one
from guidepub.text.naming.places import place_named
from guidepub.text.schooling.education import (
    Schooling,
    goes_on,
    is_label,
    is_of_others,
    labelled,
    schooling,
)
from guidepub.words.languages import primary_language

_LABEL = re.compile(r"(?P<label>[^:.;!?]{3,60}?)\s?:\s+(?P<value>\S[^:]{1,120})")
# Headers of columns with the names of occupations.
_OCCUPATION = re.compile(
    r"(?:similar |related )?(?:occupations?|jobs?|job titles?|careers?|professions?|roles?)"
    r"|profesi(?:ón|ones)|ocupaci(?:ón|ones)|puestos?|métiers?|berufe?|profiss(?:ão|ões)|ocupaç(?:ão|ões)|cargos?",
    re.IGNORECASE,
)
# “A: They need …”
_ANSWER = re.compile(
    r"\W*(?:A|R|Answer|Antwort|Respuesta|Réponse|Resposta)\s?[:.]\s+", re.IGNORECASE
)
# The subject of a sentence is among this many first words.
_FIRST_WORDS = 5


@dataclass(frozen=True, slots=True)
class SchoolingPart:
    """A statement about education, and its part of a sentence."""

    statement: Schooling
    part: SentencePart


def schooling_parts(subject: Subject) -> Iterator[SchoolingPart]:
    """Yield the statements about education for the guide's occupation, in order."""
    own = own_names(subject) | own_nouns(subject)
    language = subject.guide.language
    left_out = under_parts(subject.blocks, own) | _under_others(subject.blocks, own, language)
    values = dict(_values(subject))
    asked = ""
    for block in subject.blocks:
        question, asked = asked, _question_in(block)
        if block in left_out:
            continue
        if block in values:
            whole = Sentence(block.text, 0, block)
            if statement := labelled(values[block], block.text, own, language):
                yield SchoolingPart(statement, SentencePart(whole, statement.start, statement.text))
                continue
        if block.passage.kind == "heading":
            yield from _in_line(Sentence(block.text, 0, block), own, language)
        elif block.is_prose:
            yield from _in_prose(block, own, language, question)


def _question_in(block: Block) -> str:
    """Return the last sentence of a block if it is a question, which the next block may answer."""
    if not block.text.rstrip(' ”"»').endswith("?"):
        return ""
    *_, last = block.text, *(sentence.text for sentence in block.sentences)
    return last


def _in_prose(
    block: Block, own: frozenset[str], language: str, before: str
) -> Iterator[SchoolingPart]:
    # A sentence that begins “They need …” has the subject of the sentence before.
    others = False
    for sentence in block.sentences:
        others = goes_on(_ANSWER.sub("", sentence.text), language) and (
            others
            or is_of_others(before, own, language)
            or _begins_with_others(before, own, language)
        )
        before = sentence.text
        others = others or _begins_with_others(sentence.text, own, language)
        if not others:
            yield from _in_line(sentence, own, language)


def _in_line(sentence: Sentence, own: frozenset[str], language: str) -> Iterator[SchoolingPart]:
    """Yield the statements of a sentence, a heading, or a line like “Education: …”."""
    label = _LABEL.fullmatch(sentence.text)
    if label and (statement := labelled(label["label"], label["value"], own, language)):
        statement = replace(statement, start=statement.start + label.start("value"))
        yield SchoolingPart(statement, SentencePart(sentence, statement.start, statement.text))
        return
    for statement in schooling(sentence.text, own, language):
        yield SchoolingPart(statement, SentencePart(sentence, statement.start, statement.text))


def _begins_with_others(sentence: str, own: frozenset[str], language: str) -> bool:
    """Return whether a sentence begins with a place or with another occupation."""
    first = " ".join(sentence.split()[:_FIRST_WORDS])
    if place_named(first):
        return True
    if primary_language(language) != "en":
        return False
    named = [word.strip(',.;:?“”"') for word in first.split()]
    plurals = [word for word in named if word.endswith("s") and looks_like_one(word)]
    return bool(plurals) and not any(is_own(word, own) for word in plurals)


def _under_others(
    blocks: tuple[Block, ...], own: frozenset[str], language: str
) -> frozenset[Block]:
    """Return the blocks under headings that name another occupation."""
    found: list[Block] = []
    level = 0
    for block in blocks:
        if block.passage.kind == "heading":
            if level and block.passage.level <= level:
                level = 0
            if not level and primary_language(language) == "en" and _is_other(block.text, own):
                level = block.passage.level
        if level:
            found.append(block)
    return frozenset(found)


def _is_other(heading: str, own: frozenset[str]) -> bool:
    is_name = heading.rstrip().endswith("s") and looks_like_one(heading)
    return is_name and not is_own(heading, own)


def _is_of_another(head: str, name: str, subject: Subject) -> bool:
    """Return whether a table row is about another occupation: “Occupation”, “Medical assistants”."""
    own = own_names(subject) | own_nouns(subject)
    return _OCCUPATION.fullmatch(head.strip(" :*")) is not None and not is_own(name.strip(), own)


def _values(subject: Subject) -> Iterator[tuple[Block, str]]:
    """Yield the values of tables and the definitions of terms, each with its label."""
    language = subject.guide.language
    for table in written_tables(subject):
        head, *rows = table.rows
        pairs = [(values[0], label) for label, *values in table.rows if len(values) == 1]
        if len(rows) == 1 and not _is_of_another(head[0].text, rows[0][0].text, subject):
            pairs += zip(rows[0], head, strict=False)
        yield from ((value, label.text) for value, label in pairs if is_label(label.text, language))
    for block, following in with_next(subject.blocks):
        is_term = block.passage.kind == "term" and is_label(block.text, language)
        if is_term and following is not None:
            yield following, block.text
