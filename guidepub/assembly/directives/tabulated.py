"""A table of data as a book prints it: its cells in the guide's language, and where they come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from guidepub import figures
from guidepub.assembly.shared.context import BookContext
from guidepub.markdown import Directive, RichText, label, typeset
from guidepub.model import PrintedFigure
from guidepub.tables import Datum, excerpt, table_asked, words_for
from guidepub.words.manuscript import Passage

# Figures are below each other.
_RIGHT = ' class="align-right"'


@dataclass(frozen=True, slots=True)
class Tabulated:
    """The words of a table: the heads of its columns, which of them are figures, and its rows."""

    heads: tuple[str, ...]
    are_figures: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]

    def xhtml(self) -> str:
        """Return the table as prose would have it."""
        aligned = [_RIGHT if figure else "" for figure in self.are_figures]
        head = "".join(
            f'<th scope="col"{side}>{escape(words)}</th>\n'
            for side, words in zip(aligned, self.heads, strict=True)
        )
        rows = "".join(
            "<tr>\n"
            + "".join(
                f"<td{side}>{escape(words)}</td>\n"
                for side, words in zip(aligned, row, strict=True)
            )
            + "</tr>\n"
            for row in self.rows
        )
        return f"<table>\n<thead>\n<tr>\n{head}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n"

    def texts(self) -> Iterator[Passage]:
        """Yield what it prints, cell by cell."""
        # Rows of prose are numbered upwards from 1.
        yield from (Passage("head", words, row=-1) for words in self.heads)
        for number, row in enumerate(self.rows, 2):
            yield from (Passage("cell", words, row=-number) for words in row)


def tabulated(directive: Directive, context: BookContext) -> Tabulated:
    """Return what a directive prints of its data table, and take down its figures' cells.

    Raises:
        InputError: the table, its columns or a cell cannot be used (C001).
    """
    found = excerpt(directive.options, context.catalog, context.guide.language)
    key = found.columns[0].name
    rows, drawn = [], []
    for row, data in zip(found.rows, found.cells(), strict=True):
        words = [
            _words(datum, column.unit, context)
            for column, datum in zip(found.columns, data, strict=True)
        ]
        rows.append(tuple(words))
        drawn += [
            PrintedFigure(
                printed=text,
                unit=column.unit,
                lineage=row.lineage(column.name, {key: row.texts[key]}),
            )
            for column, datum, text in zip(found.columns, data, words, strict=True)
            if column.unit and datum.standing != "empty"
        ]
    context.evidence.drawn(drawn)
    return Tabulated(
        tuple(_typeset(column.head, context) for column in found.columns),
        tuple(bool(each.unit) or found.table.is_numeric(each.name) for each in found.columns),
        tuple(rows),
    )


def note_of_table(directive: Directive, context: BookContext) -> RichText:
    """Return what the catalogue has to be printed below a table, if it says something."""
    declared = context.catalog.data.get(table_asked(directive.options) or "")
    words = declared.note_in(context.guide.language) if declared else ""
    return label(words, context.phrases.typography, links=True)


def _words(datum: Datum, unit: str, context: BookContext) -> str:
    if not unit or datum.standing == "empty":
        return _typeset(datum.text, context)
    if isinstance(datum.value, Decimal):
        return figures.figure(datum.value, unit, context.guide.language)
    return words_for(datum, unit, context.guide.language, context.phrases)


def _typeset(text: str, context: BookContext) -> str:
    return typeset(text, context.phrases.typography)
