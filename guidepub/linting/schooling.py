"""Which education a guide demands or waives: in sentences, headings, tables and lists of terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidepub.linting.blocks import Block, Sentence, with_next
from guidepub.linting.claims import own_nouns
from guidepub.linting.parts import SentencePart
from guidepub.linting.subjects import Subject
from guidepub.linting.tables import written_tables
from guidepub.text.demands import demand_of
from guidepub.text.spanish_demands import spanish_demand_of, spanish_waiver_of
from guidepub.text.waivers import enough_of, waiver_of
from guidepub.words.languages import primary_language

# “Education: associate degree required” leaves its verb out.
_LABELLED = re.compile(
    r"(?P<what>(?:[\w\s/]{0,30}\b(?:education|degree)[\w\s]{0,20}:\s*)?[^.;:!?]{3,60}?)(?P<need>\s+(?:not\s+)?(?:required|needed|necessary|mandatory))\.?",
    re.IGNORECASE,
)
# What a row or a term is called whose value is the education that is asked for.
_OF_EDUCATION = re.compile(
    r"(?:(?:typical|minimum|required|usual|entry[\s-]level|formal)\s+)*(?P<what>education(?:al)?|schooling|degree|college)"
    r"(?:\s+(?:level|needed|required|requirements?))*"
    r"|(?:nivel\s+de\s+)?(?P<es>estudios|formación|titulación|título)(?:\s+(?:mínim[oa]s?|exigid[oa]s?|requerid[oa]s?|necesari[oa]s?))?",
    re.IGNORECASE,
)
_NOT_NEEDED = re.compile(
    r"(?:not\s+(?:required|needed|necessary)|none(?:\s+(?:required|needed))?|no\s+(?:se\s+(?:exige|requiere|necesita)n?|(?:necesari|exigid)[oa]s?)|ningun[oa])\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Demanded:
    """A level of education that a sentence demands, of whom, and the words that name it."""

    level: str
    who: str
    part: SentencePart


@dataclass(frozen=True, slots=True)
class _Reading:
    """A sentence, a heading or a value, and the words that say as a sentence what it means.

    `before` is how many of these words stand before the sentence's own.
    """

    sentence: Sentence
    text: str
    before: int = 0

    def part(self, start: int, text: str) -> SentencePart:
        """Return some of the words where they stand; those of a label are the value's first."""
        return SentencePart(self.sentence, max(start - self.before, 0), text)


def demanded(subject: Subject) -> Iterator[Demanded]:
    """Yield the levels that the prose demands of people in the guide's occupation."""
    own = own_nouns(subject)
    is_spanish = primary_language(subject.guide.language) == "es"
    for said in _said(subject, is_spanish):
        text = said.text
        if not is_spanish and (labelled := _LABELLED.fullmatch(text)):
            text = f"{labelled['what']} is{labelled['need']}."
        if is_spanish:
            demand = spanish_demand_of(text, own)
        else:
            demand = demand_of(text, own) or enough_of(text, own)
        if demand is not None:
            yield Demanded(demand.level, demand.who, said.part(demand.start, demand.text))


def waived(subject: Subject) -> Iterator[Demanded]:
    """Yield the levels of which the prose says that from them up nothing is needed."""
    own = own_nouns(subject)
    is_spanish = primary_language(subject.guide.language) == "es"
    for said in _said(subject, is_spanish):
        at = 0
        for clause in said.text.split(";"):
            waiver = spanish_waiver_of(clause, own) if is_spanish else waiver_of(clause, own)
            start, at = at, at + len(clause) + 1
            if waiver is not None:
                yield Demanded(waiver.level, "", said.part(start + waiver.start, waiver.text))


def _said(subject: Subject, is_spanish: bool) -> Iterator[_Reading]:
    """Yield the sentences of the prose, and headings and labelled values, which have no verb."""
    values = dict(_labelled_values(subject))
    for block in subject.blocks:
        if block in values:
            if words := _as_sentence(values[block], block.text.strip(), is_spanish):
                yield _Reading(Sentence(block.text, 0, block), *words)
        elif block.is_prose:
            yield from (_Reading(sentence, sentence.text) for sentence in block.sentences)
        elif block.passage.kind == "heading" and not block.text.rstrip().endswith("?"):
            yield _Reading(Sentence(block.text, 0, block), block.text)


def _labelled_values(subject: Subject) -> Iterator[tuple[Block, str]]:
    """Yield the values of tables of two columns and of terms that are labelled as education."""
    for table in written_tables(subject):
        for label, *values in table.rows:
            if len(values) == 1 and _OF_EDUCATION.fullmatch(label.text.strip(" :")):
                yield values[0], label.text.strip(" :")
    for block, following in with_next(subject.blocks):
        is_term = block.passage.kind == "term" and following is not None
        if is_term and following and _OF_EDUCATION.fullmatch(block.text.strip(" :")):
            yield following, block.text.strip(" :")


def _as_sentence(label: str, value: str, is_spanish: bool) -> tuple[str, int] | None:
    """Return what a value behind a label says as a sentence, and how long its beginning is."""
    if _NOT_NEEDED.fullmatch(value):
        if is_spanish:
            return "No se necesita ningún título.", 100
        named = _OF_EDUCATION.fullmatch(label)
        is_degree = named is not None and named["what"].casefold() in ("degree", "college")
        return f"No {'degree' if is_degree else 'formal education'} is required.", 100
    if _LABELLED.fullmatch(value) or value.rstrip().endswith("."):
        return value, 0
    return (f"Se requiere {value}", 12) if is_spanish else (f"{value} is required.", 0)
