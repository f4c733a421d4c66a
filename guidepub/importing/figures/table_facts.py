"""Turns the figures in tables and charts into facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from guidepub.importing.figures.cell_labels import point_of, transposed, with_unit, without_unit
from guidepub.importing.figures.confining import confining_words
from guidepub.importing.figures.facts import Facts
from guidepub.importing.figures.label_words import Label, label_of
from guidepub.importing.figures.labelled_lines import MEASURED, read_line
from guidepub.importing.figures.labelled_tables import read_grid
from guidepub.importing.figures.leads import context_below, context_of, dated, may_confine
from guidepub.importing.knowledge import knowledge
from guidepub.importing.originals.grids import joined_head
from guidepub.importing.originals.original import Grid, OriginalBlock
from guidepub.importing.originals.remarks import remark
from guidepub.importing.originals.stated_figures import (
    as_figure,
    figures_of_cell,
    measure_of,
    without_mark,
)
from guidepub.text.figures.amounts import counts_thousands
from guidepub.text.figures.years import Dating, dated_behind, when
from guidepub.text.measured.measures import statements
from guidepub.text.naming.places import place_named
from guidepub.text.vocabulary import compiled, either
from guidepub.words.languages import primary_language

_SOC = re.compile(r"\b\d{2}-\d{4}\b(?!\.)")
# Words of a cell that has no value, or refers to another place.
_POINTER = re.compile(r"see\b.{0,80}|n/?a|not available|varies|[-–—]+", re.I)
# Rows with wages of the whole occupation, in a table of percentiles.
_OF_ALL = re.compile(
    r"(?:(?:annual|yearly|hourly) )?(?:wages?|salar(?:y|ies)|pay|earnings)(?: \(?(?:19|20)\d\d\)?)?"
    r"|(?:the )?(?:united states|u\.?s\.?|nation(?:al|wide)?)(?: \(?(?:hourly|annual)\)?)?",
    re.I,
)
# The date of a figure within its cell: “$35,000 (2022)”, “6% (2016–2026)”.
_BESIDE = re.compile(r"\(([^()$€£%]{0,30}(?:19|20)\d\d[^()$€£%]{0,20})\)")
_FEWEST_PERCENTILES = 3
# A table with more rows compares occupations, and is not a summary of one.
_MOST_ROWS = 8
_AMOUNT = re.compile(r"\d[.,]\d|\d\s?[€%]|[$€£]\s?\d")
# In words; the heading of a column is shorter than a sentence.
_LONGEST_HEAD = 4


@dataclass(frozen=True, slots=True)
class SettledBlock:
    """A block after its figures were read.

    `facts` are the keys of the facts that it states. If it was `replaced`, the facts take the place
    of the original, and `block` is what remains of it.
    """

    block: OriginalBlock
    facts: tuple[str, ...] = ()
    replaced: bool = False


@dataclass(slots=True)
class _SummaryRows:
    """The rows of a summary so far: the keys of their facts, and the numbers of the rows `left`.

    `pointers` are cells that refer to other places, and `named` counts rows that name a measure.
    """

    keys: list[str] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    pointers: list[str] = field(default_factory=list)
    named: int = 0

    def add(self, keys: Sequence[str], *, is_named: bool) -> None:
        """Add the keys of a row's facts."""
        self.keys += keys
        self.named += is_named

    def as_list(self, block: OriginalBlock, grid: Grid) -> OriginalBlock:
        """Return the rows that are left as a list, below marks for the pointers."""
        items = [f"- {grid.cells[number][0]}: {grid.cells[number][1]}" for number in self.left]
        marks = [remark(f"not stated in the summary: {pointer}") for pointer in self.pointers]
        return replace(block, kind="code", markdown="\n".join([*marks, *items]), grid=None)


def _names_column(words: str, language: str) -> bool:
    """Return whether words are the heading of a column of values, and cannot be a row's."""
    heads = knowledge("notes").get(primary_language(language), {}).get("columns", ())
    return compiled(either(heads)).fullmatch(words.strip(" :")) is not None


class TableFacts:
    """Turns the figures in one text's tables into facts.

    `own` is the key of the text itself as a source, or empty; `soc` is the occupation's code once
    a table has stated it.
    """

    def __init__(self, facts: Facts, own: str, language: str) -> None:
        self.facts = facts
        self._own, self._language = own, language
        self.soc = ""
        self.counted: list[int] = []
        self._disputed: frozenset[str] = frozenset()
        self._context: Label | None = None
        self._is_narrowed = False
        self._usual = Dating()
        self._above: tuple[str, ...] = ()

    def settled(
        self, block: OriginalBlock, lead: str = "", *, is_confined: bool = False
    ) -> SettledBlock:
        """Settle a table or a chart.

        `lead` is the line above that introduces it, or the heading. One that `is_confined` is about
        a place or other people according to its surroundings, and states nothing.
        """
        assert block.grid is not None
        head = block.grid.words[0][1] if block.grid.heads and len(block.grid.words[0]) == 2 else ""
        if is_confined or self._confines(block.grid.caption) or self._confines(head):
            return SettledBlock(block)
        self._is_narrowed = may_confine(lead, self.facts.own, self._language)
        self._context = context_of(lead, self.facts.own, self._language)
        self._above = block.grid.caption, lead
        self._usual = when(block.grid.caption)
        if self._usual == Dating() and not _AMOUNT.search(head):
            # “Importe (2023)” heads all the amounts.
            self._usual = Dating(when(head).year)
        if self._usual == Dating():
            self._usual = dated(self._usual, lead, self._context)
        if block.kind == "chart":
            return self._chart(block, block.grid)
        if block.grid.heads and len(block.grid.words[0]) > 2:
            if self._is_record(block.grid):
                record = self._summary(block, transposed(block.grid))
                return SettledBlock(block, record.facts)
            return self._wide_table(block, block.grid)
        if len(block.grid.words[0]) > 2 and (done := self._labelled(block, block.grid)).facts:
            return done
        return self._summary(block, block.grid)

    def _is_record(self, grid: Grid) -> bool:
        """Return whether a table is a single row of values below their labels."""
        if len(grid.words) != grid.heads + 1:
            return False
        head = joined_head(grid)[0]
        label = label_of(head, self.facts.own, self._language)
        names_measure = measure_of(head) is not None or bool(label and label.kinds & MEASURED)
        return names_measure and not place_named(grid.words[-1][0])

    def _confines(self, head: str) -> bool:
        """Return whether a caption, heading or label confines figures to a part of the occupation."""
        return bool(confining_words(head, self.facts.own, self._language, is_head=True))

    def _summary(self, block: OriginalBlock, grid: Grid) -> SettledBlock:
        """Settle a table of two columns, such as quick facts on a page."""
        self._disputed = self._disputed_in(grid)
        usual = next((dating for row in grid.words if (dating := when(row[0])).year), Dating())
        rows = _SummaryRows()
        for number in range(len(grid.words)):
            self._settle_row(rows, block, grid, number, usual)
        if grid.heads == 1 and not self._is_head(grid):
            rows.left.insert(0, 0)
        keys = tuple(rows.keys)
        if rows.named < 2 or rows.named < len(grid.words) / 2 or not keys:
            return SettledBlock(block) if keys else self._labelled(block, grid)
        if grid.caption:
            return SettledBlock(block, keys)
        if not rows.left and not rows.pointers:
            return SettledBlock(block, keys, replaced=True)
        return SettledBlock(rows.as_list(block, grid), keys, replaced=True)

    def _is_head(self, grid: Grid) -> bool:
        """Return whether the first row of a table heads its columns, and is no row itself.

        Markdown has no tables without a header, so a sentence may be marked as one.
        """
        words = grid.words[0][-1]
        is_sentence = len(words.split()) > _LONGEST_HEAD and words.rstrip().endswith(
            (".", "!", "?")
        )
        return (grid.marked and not is_sentence) or _names_column(words, self._language)

    def _settle_row(
        self, rows: _SummaryRows, block: OriginalBlock, grid: Grid, number: int, usual: Dating
    ) -> None:
        """Settle a row of a summary; `usual` is the dating of figures without their own."""
        row = grid.words[number]
        label, words = row[0], row[1] if len(row) > 1 else ""
        is_filled = bool(words) and number >= grid.heads
        if place_named(label):
            # “Percent change, Maine” is about a state.
            rows.left += [number] if is_filled else []
            return
        is_pair = len(row) == 2
        head = grid.words[0][1] if grid.heads and is_pair else ""
        label = _scaled(label, head)
        # Rows labelled with years are a series, whose cells are read together.
        row_head = head if when(label) == Dating() else ""
        line = self._line(grid, label, row_head, words)
        shown = _shown(grid, label, row_head, words)
        measure = _measure_of_row(label, words) if is_pair else None
        if measure is None:
            keys = self._read(line, shown, block) if is_pair and is_filled else []
            keys = keys or self._stated(label, words, block)
            rows.add(keys, is_named=bool(keys))
            rows.left += [number] if is_filled and not keys else []
            return
        self._keep_code(label, words)
        if _POINTER.fullmatch(words.strip()):
            rows.add([], is_named=True)
            rows.pointers.append(f"{label}: {words}")
            return
        keys = self._cell(measure, words, label, "", f"{label}: {words}", block, usual)
        keys = keys or self._read(line, shown, block)
        rows.add(keys, is_named=True)
        rows.left += [] if keys else [number]

    def _line(self, grid: Grid, label: str, head: str, words: str) -> str:
        """Return a row of two cells as a line with a label."""
        first = [row[0] for row in grid.words[grid.heads :]]
        called = [without_unit(each, self._language) for each in (point_of(label, first), head)]
        name = ", ".join(filter(None, (called[0].rstrip(" :"), called[1])))
        return f"{name}: {with_unit(words, (label, head, *self._above), self._language)}"

    def _disputed_in(self, grid: Grid) -> frozenset[str]:
        """Return the measures in a column's heading for which rows give several values.

        These are about whom the rows name: “Under 2 years | $28,100”.
        """
        if not grid.heads or len(grid.words[0]) != 2:
            return frozenset()
        own, head = self.facts.own, grid.words[0][1]
        values: dict[tuple[str, Dating], set[object]] = {}
        for row in grid.words[grid.heads :]:
            line = self._line(grid, row[0], head, row[1])
            for figure, dating in read_line(line, own, self._language, self._context):
                values.setdefault((figure.measure, dating), set()).add(figure.value)
        return frozenset(measure for (measure, _), found in values.items() if len(found) > 1)

    def _stated(self, label: str, words: str, block: OriginalBlock) -> list[str]:
        """Read a row as a sentence, “Growth until 2034: 7 %”, add its facts, and return their keys."""
        shown = f"{label}: {words}"
        keys = [
            self.facts.add(
                as_figure(each), each.when, block.source or self._own, "", shown, block.line
            )
            for each in statements(shown, self.facts.own, self._language)
            if each.is_exact and not each.narrowed and each.who == ""
        ]
        return [key for key in keys if key]

    def _wide_table(self, block: OriginalBlock, grid: Grid) -> SettledBlock:
        """Settle a table with a row for each occupation, and a column for each measure."""
        heads = joined_head(grid)
        measures = [measure_of(head) for head in heads]
        rows = grid.words[grid.heads :]
        own = [row for row in rows if self.facts.owner_of(row[0]) == "own" and row[0]]
        if not own and (
            rows_of_all := [row for row in rows if _OF_ALL.fullmatch(without_mark(row[0].strip()))]
        ):
            return self._rows_of_all(block, grid, rows_of_all)
        if sum(measure is not None for measure in measures[1:]) < 2 or not own:
            return self._labelled(block, grid)
        keys: list[str] = []
        for row in rows[:_MOST_ROWS]:
            for head, measure, words in zip(heads, measures, row, strict=True):
                if row in own:
                    self._keep_code(head, words)
                if measure is not None and words is not row[0]:
                    shown = f"{row[0]}: {head}: {words}"
                    around = f"{head} {grid.caption}"
                    keys += self._cell(measure, words, around, row[0], shown, block)
        # Only the labels tell “2024 employment” from “2034 employment”.
        keys += self._labelled(block, grid).facts
        return SettledBlock(block, tuple(dict.fromkeys(keys)))

    def _rows_of_all(
        self, block: OriginalBlock, grid: Grid, rows: Sequence[Sequence[str]]
    ) -> SettledBlock:
        """Settle a table with a column for each percentile, and rows such as “Annual wage”."""
        heads = joined_head(grid)
        measured = [(number, measure_of(head)) for number, head in enumerate(heads) if number]
        money = [(n, measure) for n, measure in measured if measure and measure["kind"] == "money"]
        if len(money) < _FEWEST_PERCENTILES:
            return self._labelled(block, grid)
        keys: list[str] = []
        for row in rows:
            for number, measure in money:
                shown = f"{row[0]}: {heads[number]}: {row[number]}"
                keys += self._cell(measure, row[number], row[0], "", shown, block)
        return SettledBlock(block, tuple(dict.fromkeys(keys)))

    def _chart(self, block: OriginalBlock, grid: Grid) -> SettledBlock:
        measure = measure_of(grid.caption)
        if measure is None:
            return SettledBlock(block)
        keys = []
        for label, words in grid.words:
            shown = f"{grid.caption}: {label}: {words}"
            keys += self._cell(measure, words, grid.caption, label, shown, block)
        return SettledBlock(block, tuple(keys), replaced=len(keys) == len(grid.words))

    def _labelled(self, block: OriginalBlock, grid: Grid) -> SettledBlock:
        """Settle the cells whose row and column have headings of known words."""
        heads = joined_head(grid) if grid.heads else ()
        source = block.source or self._own
        own, spoken = self.facts.own, self._language
        read = read_grid(grid, heads, own, spoken, self._context, self._above)
        keys = [
            self.facts.add(figure, self._dated(dating), source, "", line, block.line)
            for figure, dating, line in (() if self._is_narrowed else read)
        ]
        return SettledBlock(block, tuple(dict.fromkeys(filter(None, keys))))

    def _read(self, line: str, shown: str, block: OriginalBlock) -> list[str]:
        """Add the facts of a row according to the words of its label, and return their keys.

        `line` is the row in the form in which labels are read, `shown` as it is written.
        """
        if self._is_narrowed:
            return []
        source, own = block.source or self._own, self.facts.own
        every = read_line(line, own, self._language, self._context, self.counted)
        read = [
            (figure, dating) for figure, dating in every if figure.measure not in self._disputed
        ]
        self._context = context_below(self._context, read)
        keys = [
            self.facts.add(figure, self._dated(dating), source, "", shown, block.line)
            for figure, dating in read
        ]
        return list(filter(None, keys))

    def _dated(self, dating: Dating) -> Dating:
        """Return a figure's dating, or that of the caption or the line above if it has none."""
        if dating == Dating():
            return self._usual
        return replace(dating, stretch=dating.stretch or self._usual.stretch)

    def _keep_code(self, label: str, words: str) -> None:
        """Record the first code of the occupation in a cell with a label for it."""
        if "soc" in label.lower() and (code := _SOC.search(words)):
            self.soc = self.soc or code[0]

    def _cell(
        self,
        measure: dict[str, object],
        words: str,
        label: str,
        subject: str,
        shown: str,
        block: OriginalBlock,
        usual: Dating = Dating(),  # noqa: B008 - frozen
    ) -> list[str]:
        years = when(label)
        if years == Dating() and (beside := _BESIDE.search(words)):
            years = when(beside[1])
        if years == Dating() and measure["kind"] in ("level", "text"):
            years = usual
        years = self._dated(years)
        is_figure = measure["kind"] not in ("level", "text")
        if is_figure and self._confines(words):
            return []
        keys = []
        for figure in figures_of_cell(measure, words, label, self._language):
            closes = words.find(figure.literal) + len(figure.literal)
            dated = dated_behind(words, closes) if years == Dating() else years
            key = self.facts.add(
                figure, dated, block.source or self._own, subject, shown, block.line
            )
            keys += [key] if key else []
        return keys


def _shown(grid: Grid, label: str, head: str, words: str) -> str:
    """Return a row of two cells as a line of its words: “Perzentil 10 %, Jahresgehalt: 24.100 €”."""
    first = [row[0] for row in grid.words[grid.heads :]]
    above = grid.words[0][0] if grid.heads and point_of(label, first) != label else ""
    called = " ".join(filter(None, (above, label.rstrip(" :"))))
    return f"{', '.join(filter(None, (called, head)))}: {words}"


def _scaled(label: str, head: str) -> str:
    """Return a row's label, with its column's heading if that is in thousands."""
    return f"{label} ({head})" if counts_thousands(head) else label


def _measure_of_row(label: str, words: str) -> dict[str, Any] | None:
    """Return the measure of a row of two cells, or None; “Experience | Median pay” is a header."""
    measure = measure_of(label) if words else None
    is_head = measure and measure["kind"] == "text" and measure_of(words)
    return None if is_head else measure
