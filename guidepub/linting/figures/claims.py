"""Claims: the measures that a guide's sentences state for its occupation.

Figures for a place, a rank or another part are left out, since they cannot be compared with the
guide's facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from guidepub.figures.numbers import DASHES
from guidepub.figures.pay import measure_of_pay
from guidepub.linting.figures.tables import written_tables
from guidepub.linting.texts.blocks import Block, Sentence
from guidepub.linting.texts.parts import SentencePart
from guidepub.linting.texts.subjects import Subject
from guidepub.text.figures.quantities import Figure
from guidepub.text.figures.scope import names_part, narrows_what_follows
from guidepub.text.measured import measures
from guidepub.text.naming.occupations import comparable, is_own, names_of
from guidepub.text.schooling.demands import nouns
from guidepub.text.vocabulary import vocabulary
from guidepub.words.languages import primary_language

# Headers of the column of values in a table of measures.
_VALUE = re.compile(
    rf"(?:values?|figures?|amounts?|numbers?|data|national|united states|(?:19|20)\d\d(?:\s?(?:to|[{DASHES}])\s?(?:(?:19|20)\d\d|\d\d))?|in (?:19|20)\d\d"
    r"|valor(?:es)?|cifras?|importe|datos?|valeurs?|chiffres?|montants?|werte?|betrag|zahl(?:en)?|valores?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A value that a sentence states: the measure, the people, the year and the figure.

    `who` is empty if the sentence names no other people, and so is about the guide's occupation.
    """

    key: str
    who: str
    year: int | None
    figure: Figure
    value: Decimal
    sentence: Sentence

    @property
    def part(self) -> SentencePart:
        """The figure in its sentence."""
        return SentencePart(self.sentence, self.figure.start, self.figure.text)


def claims(subject: Subject) -> Iterator[Claim]:
    """Yield the claims of the prose and its tables, in order."""
    own = own_names(subject)
    language = primary_language(subject.guide.language)
    about_parts = under_parts(subject.blocks, own)
    for block, lead in (*_with_terms(subject.blocks), *_in_tables(subject)):
        if block in about_parts:
            continue
        who = ""
        for sentence in block.sentences if block.is_prose else (Sentence(block.text, 0, block),):
            for statement in measures.statements(lead + sentence.text, own, language):
                if statement.narrowed or statement.who is None:
                    continue
                # “The lowest 10 percent earned …” is still about the people named before.
                if statement.who or measure_of_pay(statement.key) not in ("wage_p10", "wage_p90"):
                    who = comparable_group(statement.who, own)
                when = statement.when
                year = when.year or (when.stretch[0] if when.stretch else when.target)
                figure = replace(statement.figure, start=statement.figure.start - len(lead))
                yield Claim(statement.key, who, year, figure, statement.value, sentence)


def under_parts(blocks: Iterable[Block], own: frozenset[str]) -> frozenset[Block]:
    """Return the blocks under a heading that names a place or a subset: “Texas”, “Part-timers”."""
    found: list[Block] = []
    levels: list[int] = []
    for block in blocks:
        if block.passage.kind == "heading":
            level = block.passage.level
            levels = [above for above in levels if above < level]
            if narrows_what_follows(block.text, "", own):
                levels.append(level)
        if levels:
            found.append(block)
    return frozenset(found)


def _with_terms(blocks: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    """Yield the blocks of prose, each with the term that it defines (empty for none)."""
    term = ""
    for block in blocks:
        if block.passage.kind == "term":
            term = f"{block.text.strip(' :')}: "
        if block.is_prose or (block.passage.kind == "heading" and has_digit(block.text)):
            yield block, term if block.passage.kind == "definition" else ""


def _in_tables(subject: Subject) -> Iterator[tuple[Block, str]]:
    """Yield the value cells of tables with one value for each measure, and the measures' names.

    Tables are left out if their header, or the line before them, may be about a subset.
    """
    for table in written_tables(subject):
        head, *rows = table.rows
        narrowed = table.before is not None and names_part(table.before.text)
        if len(head) != 2 or not _VALUE.fullmatch(head[1].text.strip()) or narrowed:
            continue
        for label, *values in rows:
            if len(values) == 1 and has_digit(values[0].text):
                yield values[0], f"{label.text.strip(' :')}: "


def has_digit(text: str) -> bool:
    """Return whether a text contains a digit."""
    return any(char.isdigit() for char in text)


def own_nouns(subject: Subject) -> frozenset[str]:
    """Return the nouns for people in the guide's occupation.

    There are none in languages where the noun comes first, as in “técnico en farmacia”: `own_names`
    has that word already.
    """
    head_is_first = vocabulary("names", subject.guide.language).get("head") == "first"
    return frozenset() if head_is_first else nouns(_titles(subject))


def own_names(subject: Subject) -> frozenset[str]:
    """Return the names of the guide's occupation, normalized for comparison."""
    return names_of(*_titles(subject), language=subject.guide.language)


def _titles(subject: Subject) -> tuple[str, str]:
    """Return the guide's title and its occupation's official title (empty for none)."""
    guide = subject.guide
    return guide.title, (guide.occupation and guide.occupation.title) or ""


def comparable_group(who: str, own: frozenset[str]) -> str:
    """Return the normalized name of a group of people, or "" for the guide's own occupation."""
    return "" if is_own(who, own) else comparable(who)
