"""Tables that a guide's prose names: whether they can be used as its directives ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from guidepub.figures.units import is_unit, unit_remedy
from guidepub.findings import Finding, InputError, Place, Severity, did_you_mean
from guidepub.markdown import (
    PERCENTAGES,
    Directive,
    Reference,
    chart_facts,
    chart_options,
    mark_in,
)
from guidepub.model import Catalog, Guide
from guidepub.tables import (
    PROGRAM_TEXTS,
    Row,
    chart_points,
    chosen_programs,
    columns_asked,
    excerpt,
    is_text_file,
    no_table,
    table_asked,
    table_place,
    table_rows,
)

# More marks in the cells of one directive add nothing new.
_MOST_MARKS = 3


class TableChecker:
    """Looks at the tables that one guide names, each read once."""

    def __init__(self, guide: Guide, catalog: Catalog) -> None:
        self._guide, self._catalog = guide, catalog
        self._read: dict[str, tuple[tuple[Row, ...], tuple[Finding, ...]]] = {}

    def named(self, reference: Reference, place: Place) -> Iterator[Finding]:
        """Yield the faults of a table or a file that is named at a place."""
        table = self._catalog.data.get(reference.name)
        if reference.kind == "file":
            # Another name is reported as an option's.
            faults = self._rows(reference.name)[1] if is_text_file(reference.name) else ()
            yield from _at_least(faults, place)
            return
        if table is None:
            yield no_table(self._catalog, reference.name, place)
            return
        try:
            table.note_in(self._guide.language)
        except KeyError:
            message = f"The note of the table “{reference.name}” is not in {self._guide.language}."
            yield Finding(place, "C005", message, "Add it in catalog.toml.")
        yield from self._rows(reference.name)[1]

    def printed(self, options: Mapping[str, str], place: Place) -> Iterator[Finding]:
        """Yield the faults of the rows and columns that a directive prints of a table."""
        name = table_asked(options)
        is_there = name in self._catalog.data or (
            "table" not in options and is_text_file(name or "")
        )
        if name is None or not is_there or self._rows(name)[1]:
            return  # it is reported where it is named
        try:
            chosen = excerpt(options, self._catalog, self._guide.language)
            cells = chosen.cells()
        except InputError as error:
            yield from _at_least(error.findings, place)
            return
        rows = zip(chosen.rows, cells, strict=True)
        yield from _marks(
            (datum.value, row.place)
            for row, data in rows
            for datum in data
            if isinstance(datum.value, str)
        )

    def programs(self, options: Mapping[str, str], place: Place) -> Iterator[Finding]:
        """Report a list of programs that chooses none, and marks in its cells."""
        name = options.get("table", "programs")
        rows, _ = self._rows(name) if name in self._catalog.data else ((), ())
        chosen = chosen_programs(rows, options)
        if rows and not chosen:
            message = f"No row of the table “{name}” is left for the list."
            remedy = "Check its :degree: and :campus:."
            yield Finding(place, "D033", message, remedy, Severity.WARNING)
        if chosen:
            file = str(table_place(self._catalog, name))
            yield from _marks(
                (row.get(column, ""), Place(file, row.line))
                for row in chosen
                for column in PROGRAM_TEXTS
            )

    def _rows(self, name: str) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
        if name not in self._read:
            try:
                self._read[name] = table_rows(self._catalog, name).rows, ()
            except InputError as error:
                self._read[name] = (), error.findings
        return self._read[name]

    def chart(self, directive: Directive, place: Place) -> Iterator[Finding]:
        """Yield the faults of the facts and the rows that a directive draws."""
        options = chart_options(directive)
        keys, against = chart_facts(directive, self._guide.facts)
        facts = [self._guide.facts[key] for key in (*keys, against) if key in self._guide.facts]
        others = {fact.unit or "no unit" for fact in facts} - {"percent"}
        if any(fact.is_words for fact in facts):
            yield Finding(
                place, "D033", "A chart can only draw numbers.", "Leave out facts with text."
            )
        elif len({fact.unit for fact in facts}) > 1:
            units = ", ".join(sorted(fact.unit or "no unit" for fact in facts))
            message = f"A chart can only draw figures with the same unit, not {units}."
            yield Finding(place, "D033", message, "Make a chart for each.")
        elif directive.name in PERCENTAGES and others:
            message = f"The drawing needs percentages, not {', '.join(sorted(others))}."
            yield Finding(place, "D033", message, "Name facts whose unit is percent.")
        if (unit := options.get("unit")) and not is_unit(unit):
            yield Finding(place, "D033", f"“{unit}” is not a unit.", unit_remedy(unit))
        if options.get("table", "") in self._catalog.data:
            yield from self._charted(options, place)

    def _charted(self, options: Mapping[str, str], place: Place) -> Iterator[Finding]:
        """Yield the faults of the columns that a chart draws, and of their cells."""
        name = options["table"]
        rows, _ = self._rows(name)
        columns = list(rows[0]) if rows else []
        missing = [column for column in columns_asked(options) if column not in columns]
        for column in missing if rows else ():
            message = f"The table “{name}” has no column “{column}”."
            yield Finding(place, "D033", message, did_you_mean(column, columns))
        is_whole = {"label", "value", "unit"} <= options.keys() and is_unit(options["unit"])
        if rows and not missing and is_whole:
            try:
                points = chart_points(options, self._catalog, self._guide.language)
            except InputError as error:
                yield from _at_least(error.findings, place)
                return
            file = str(table_place(self._catalog, name))
            yield from _marks((point.label, Place(file, point.row.line)) for point in points)


def _marks(cells: Iterable[tuple[str, Place]]) -> Iterator[Finding]:
    """Yield the first marks of Markdown in cells, which are printed as they are (D039)."""
    found = ((mark, place) for text, place in cells if (mark := mark_in(text)) is not None)
    for (written, _), place in islice(found, _MOST_MARKS):
        message = f"Table cells are plain text: “{written}” would be printed literally."
        yield Finding(place, "D039", message, "Write it without markup.", Severity.WARNING)


def _at_least(findings: Iterable[Finding], place: Place) -> Iterator[Finding]:
    """Yield findings, those of a table as a whole where it is asked for."""
    for finding in findings:
        yield finding if finding.place.line else replace(finding, place=place)
