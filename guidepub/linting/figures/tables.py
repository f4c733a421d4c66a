"""V: figures in tables that have no source, or disagree with the text around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import Block
from guidepub.linting.texts.examples import introduces_example
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.sourced import introduces_with_source, names_source_ahead
from guidepub.linting.texts.subjects import Subject
from guidepub.text.figures.mentions import stems
from guidepub.text.figures.quantities import Figure, figures
from guidepub.words.languages import primary_language

_CELLS = frozenset({"head", "cell"})
_SOURCE = re.compile(
    r"\W{0,4}(?:sources?|data|fuentes?|fontes?|quellen?|données|dados|datos|daten)\b", re.IGNORECASE
)
# A note below a table mentions the table, or begins as notes do.
_NOTE = re.compile(
    r"\W{0,4}(?:sources?|data|note|notes|figures|all\s+figures|fuentes?|fontes?|nota|datos|dados|quellen?|anmerkung|stand|données|daten|note)\b|[^.]{0,120}\b(?:above|preceding|previous|table|tabla|tableau|tabelle|anterior|oben)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2}")
# A sentence about a row shares at least this many words with the table's header.
_SHARED = 2
# What statistics count, and what they break it down by.
_COUNTED = re.compile(
    r"\b(?:jobs?|employ\w+|workers?|workforce|openings?|vacanc\w+|graduates?|people"
    r"|empleos?|empleados?|puestos|trabajador\w*|vacantes|emplois?|postes|effectifs?|salariée?s|actifs"
    r"|stellen|arbeitsplätze|beschäftig\w+|erwerbstätig\w+|empregos?|vagas|trabalhador\w*)\b",
    re.IGNORECASE,
)
_SECTOR = re.compile(
    r"\W*(?:sectors?|sectores|industr(?:y|ies|ias?)|employers?|secteurs?|branchen?|wirtschaftszweige?|setor(?:es)?)\W*",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"(?:\w+ )?(?:prices?|costs?|precios?|costes?|costos?|prix|tarifs?|coûts?|preise?|kosten|preços?|custos?|prezz[oi]|cost[oi]|prij(?:s|zen))(?: \(?\S{1,4}\)?)?",
    re.IGNORECASE,
)
# Smaller counts are of tools or days.
_FEWEST = 100
HIGHEST_SMALL_PRICE = 500
"""Amounts from here on are not prices of small things, and need a source."""
TableRow = tuple[Block, ...]
"""The cells of a row, in order."""


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A table written in the prose: its rows of cells, and the blocks before and after it."""

    rows: tuple[TableRow, ...]
    before: Block | None
    after: Block | None

    def is_sourced(self, language: str) -> bool:
        """Return whether the table, its lead-in or the line below it names a source."""
        if any(cell.cited for row in self.rows for cell in row):
            return True
        before = self.before
        if before is not None and (before.cited or introduces_with_source(before, language)):
            return True
        after = self.after
        if after is None or names_source_ahead(after):
            return False
        return after.cited or _SOURCE.match(after.text) is not None


def written_tables(subject: Subject) -> Iterator[WrittenTable]:
    """Yield the tables that are written in the prose, not those printed from data."""
    before: Block | None = None
    groups = [
        (number > 0, tuple(blocks)) for number, blocks in groupby(subject.blocks, _table_numbers())
    ]
    for number, (is_table, blocks) in enumerate(groups):
        if is_table:
            after = groups[number + 1][1] if number + 1 < len(groups) else ()
            # A single paragraph between two tables introduces the second, unless it is a note.
            leads_in = len(after) == 1 and number + 2 < len(groups)
            is_note = (
                leads_in
                and not names_source_ahead(after[0])
                and (_NOTE.match(after[0].text) or not _WORD.search(after[0].text))
            )
            if leads_in and not is_note:
                after = ()
            near = before if before and before.section == blocks[0].section else None
            rows = groupby(blocks, lambda block: block.passage.group)
            cells = tuple(tuple(cells) for _, cells in rows)
            yield WrittenTable(cells, near, after[0] if after else None)
        before = blocks[-1]


def _table_numbers() -> Callable[[Block], int]:
    """Return a function that maps blocks, in order, to the number of their table; 0 for prose."""
    number, last = 0, ""

    def numbered(block: Block) -> int:
        nonlocal number, last
        kind = block.passage.kind
        # A new header starts a new table.
        number += kind in _CELLS and (last not in _CELLS or (kind == "head" and last == "cell"))
        last = kind
        return number if kind in _CELLS else 0

    return numbered


def _unsourced(subject: Subject) -> Iterator[Alarm]:
    language = primary_language(subject.guide.language)
    for table in written_tables(subject):
        is_supposed = table.before is not None and introduces_example(table.before, language)
        if is_supposed or table.is_sourced(language):
            continue
        for column, cell in (each for row in table.rows[1:] for each in enumerate(row)):
            found = first_figure(cell, subject)
            if found is not None and _needs_source(table, column, found, subject):
                message = f"“{found.text.strip()}” and the table around it have no source."
                remedy = "Cite it above or below the table, [@key], or in its directive, :source:."
                yield subject.alarm("V001", cell, (found.start, found.start + 1), message, remedy)
                break


def _needs_source(table: WrittenTable, column: int, figure: Figure, subject: Subject) -> bool:
    """Return whether a figure in a column is a statistic: pay, jobs, shares of people."""
    head = table.rows[0]
    named = head[column].text if column < len(head) else ""
    if figure.kind == "money":
        return not (_PRICE.fullmatch(named.strip()) and _are_small_prices(table, column, subject))
    if figure.kind == "percent":
        return any(_COUNTED.search(cell.text) or _SECTOR.fullmatch(cell.text) for cell in head)
    return column > 0 and figure.value >= _FEWEST and _COUNTED.search(named) is not None


def _are_small_prices(table: WrittenTable, column: int, subject: Subject) -> bool:
    """Return whether all amounts of a column are prices of small things."""
    cells = (row[column] for row in table.rows[1:] if column < len(row))
    amounts = [found.value for cell in cells if (found := first_figure(cell, subject))]
    return max(amounts, default=0) < HIGHEST_SMALL_PRICE


def first_figure(cell: Block, subject: Subject) -> Figure | None:
    """Return the first figure of a cell, or None."""
    language = primary_language(subject.guide.language)
    found = figures(cell.text, language)
    return found[0] if found else None


def _contradicting_prose(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for amounts in a table that contradict a sentence about the same row."""
    stated = tuple(_stated_amounts(subject))
    for table in written_tables(subject):
        head = stems(" ".join(cell.text for cell in table.rows[0]))
        section = table.rows[0][0].section
        near = [
            one for one in stated if one.section == section and len(head & one.words) >= _SHARED
        ]
        for row in table.rows[1:] if near else ():
            found = [(cell, figure) for cell in row[1:] if (figure := first_figure(cell, subject))]
            label = stems(row[0].text)
            if len(found) != 1 or found[0][1].kind != "money" or not label:
                continue
            cell, figure = found[0]
            stated_for_row = (one.figure for one in near if label <= one.words)
            other = next((each for each in stated_for_row if each.value != figure.value), None)
            if other is not None:
                message = f"“{figure.text.strip()}” here, “{other.text.strip()}” in the text."
                span, remedy = (figure.start, figure.end), "State the figure once, as a fact."
                yield subject.alarm("V004", cell, span, message, remedy)


@dataclass(frozen=True, slots=True)
class _StatedAmount:
    """The only amount of money in a sentence, and the sentence's words."""

    section: int
    words: frozenset[str]
    figure: Figure


def _stated_amounts(subject: Subject) -> Iterator[_StatedAmount]:
    language = primary_language(subject.guide.language)
    for sentence in subject.sentences:
        found = [f for f in figures(sentence.text, language) if f.kind == "money"]
        if len(found) == 1 and found[0].is_exact:
            yield _StatedAmount(sentence.block.section, stems(sentence.text), found[0])


RULES = (
    Rule(("V001",), _unsourced),
    *(Rule(("V004",), _contradicting_prose, spoken) for spoken in ("en", "es")),
)
