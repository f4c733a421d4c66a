"""Facts that say which cell of a table has their figure, filled from there.

A code in a cell becomes words of the guide's language. A row that is not there, or that is
there twice, is a finding: a figure is never guessed.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from guidepub.files import read_text
from guidepub.findings import Finding, InputError, Place, Severity, did_you_mean
from guidepub.loading.formats.documents import Document, placeless
from guidepub.loading.formats.toml_reader import read_toml
from guidepub.markdown import sources_named
from guidepub.model import (
    CATALOG_FILE,
    EDUCATION_LEVELS,
    Catalog,
    Fact,
    Guide,
    Lineage,
    OtherColumn,
    is_education,
)
from guidepub.model.tables.lineage import key_in_words
from guidepub.model.validation.annotated import Path_
from guidepub.model.validation.fields import FigureValue
from guidepub.phrases import Phrases
from guidepub.tables import DataRow, Datum, TypedTable, table_named, words_for
from guidepub.text.schooling.levels import level_of

_FIGURE: TypeAdapter[Decimal | str] = TypeAdapter(FigureValue)
_FIELDS = ("onet", "slug", "soc", "title")
_FIELD = re.compile(r"\{([^{}]*)\}")
# A detailed code of the Standard Occupational Classification; its broad group's ends with 0.
_DETAILED = re.compile(r"[0-9]{2}-[0-9]{3}[1-9]")


def with_data(
    guide: Guide, catalog: Catalog, document: Document | None = None
) -> tuple[Guide, list[Finding]]:
    """Return a guide with the facts and sources that its catalogue's tables give, and faults.

    Facts that cannot be filled stay as they are, with an error; those that the catalogue has
    for all guides are left out, with a warning where their row is not there. A guide that has
    all its facts is returned itself. `document` has the places of one that came from a file.
    """
    filler = _Filler(guide, catalog, document or placeless(guide))
    facts = dict(guide.facts)
    for key, fact in guide.facts.items():
        if fact.table is not None and fact.lineage is None:
            facts[key] = filler.filled(key, fact, Severity.ERROR) or fact
    for key, fact in catalog.facts.items():
        if key not in facts and (found := filler.filled(key, fact, Severity.WARNING)):
            facts[key] = found
    filler.report_absent()
    sources = _with_shared(guide, facts, catalog)
    if facts == guide.facts and sources == guide.sources:
        return guide, filler.findings
    return guide.model_copy(update={"facts": facts, "sources": sources}), filler.findings


def tableless_fact(key: str, place: Place) -> Finding:
    """Return the finding that a fact of the catalogue is taken from no table (D011)."""
    message = f"The fact “{key}” of the catalogue has no table to take it from."
    remedy = "State one with from, key and column; or state the value in each guide."
    return Finding(place, "D011", message, remedy)


def _with_shared(guide: Guide, facts: Mapping[str, Fact], catalog: Catalog) -> dict[str, object]:
    """Return a guide's sources, with those of the catalogue that it cites."""
    if not catalog.sources:
        return dict(guide.sources)
    named = {fact.source for fact in facts.values()}
    for section in guide.sections:
        named |= sources_named(section.title) | sources_named(section.body)
    shared = {
        key: source
        for key, source in catalog.sources.items()
        if key in named and key not in guide.sources
    }
    return {**guide.sources, **shared}


# Bytes of `catalog.toml`, which was read before.
_LARGEST = 16 * 1024 * 1024


class _AbsentError(Exception):
    """A fact's row is not there; `remedy` says what is."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy


class _Filler:
    """Fills the facts of one guide."""

    def __init__(self, guide: Guide, catalog: Catalog, document: Document) -> None:
        self._guide, self._catalog, self._document = guide, catalog, document
        spoken = guide.language if catalog.speaks(guide.language) else "en"
        self._phrases: Phrases = catalog.phrases_in(spoken)
        self._fields = {"slug": guide.slug, "title": guide.title}
        if guide.occupation is not None:
            self._fields["soc"] = guide.occupation.soc
            self._fields |= {"onet": guide.occupation.onet} if guide.occupation.onet else {}
        self.findings: list[Finding] = []
        self._tables: dict[str, TypedTable] = {}
        # The keys of the catalogue's facts by why they have no figure, and what helps.
        self._absent: dict[tuple[str, str], list[str]] = {}

    def filled(self, key: str, fact: Fact, severity: Severity) -> Fact | None:
        """Return a fact with what its cell has, or None with a finding.

        Without a finding it is None where the catalogue asks for a field that the guide lacks.
        """
        # Its place in the catalogue is looked up when something is wrong, not for each guide.
        place = self._document.place(("facts", key))
        try:
            if fact.table is None:
                raise InputError([tableless_fact(key, place)])
            table = self._table(fact.table, place)
            conditions = self._conditions(table, fact, place, severity)
            return self._from_row(key, fact, table, conditions) if conditions else None
        except InputError as error:
            for found in error.findings:
                at = self._place(key) if found.place == place else found.place
                self.findings.append(replace(found, place=at))
        except _AbsentError as error:
            if severity is Severity.WARNING:
                self._absent.setdefault((str(error), error.remedy), []).append(key)
                return None
            message = f"The fact “{key}” has no figure: {error}."
            at = self._place(key)
            self.findings.append(Finding(at, "D060", message, error.remedy, severity))
        return None

    def _table(self, name: str, place: Place) -> TypedTable:
        """Return a table that a fact at a place asks for; it is looked for once for all facts."""
        if name not in self._tables:
            self._tables[name] = table_named(self._catalog, name, place)
        return self._tables[name]

    def _place(self, key: str, *more: str) -> Place:
        """Return the place of a fact: in the guide, or in `catalog.toml` if it is for all guides."""
        path = ("facts", key, *more)
        if path[:2] in self._document.keys:
            return self._document.place(path)
        return _in_catalog(self._catalog, path) or self._document.place(path)

    def report_absent(self) -> None:
        """Report which of the catalogue's facts the guide goes without, those of one row at once."""
        for (why, remedy), keys in self._absent.items():
            place = self._document.place(("facts", keys[0]))
            names = ", ".join(f"“{key}”" for key in keys)
            one = len(keys) == 1
            start = (
                f"The fact {names} has no figure" if one else f"The facts {names} have no figures"
            )
            finding = Finding(place, "D060", f"{start}: {why}.", remedy, Severity.WARNING)
            self.findings.append(finding)

    def _conditions(
        self, table: TypedTable, fact: Fact, place: Place, severity: Severity
    ) -> dict[str, str] | None:
        """Return the texts by their columns that a fact's row must have, None if none are known."""
        asked = fact.key if isinstance(fact.key, Mapping) else {"": fact.key or "{soc}"}
        if len(asked) == 1 and None in asked.values():
            # In YAML `{soc}` is a mapping of one key.
            asked = {"": f"{{{next(iter(asked))}}}"}
        found: dict[str, str] = {}
        for column, template in asked.items():
            if not (column or table.key):
                message = f"The table “{table.name}” has no key column to look up rows by."
                remedy = f'Add it in catalog.toml under [data.{table.name}]: key = "…".'
                raise InputError([Finding(place, "C001", message, remedy)])
            lacking = [name for name in _FIELD.findall(template or "") if name not in self._fields]
            if lacking and severity is Severity.WARNING:
                return None
            if lacking:
                message = f"The guide has no “{lacking[0]}” to look up the fact’s row by"
                raise _AbsentError(message, did_you_mean(lacking[0], self._fields))
            text = _FIELD.sub(lambda match: self._fields[match[1]], template or "")
            found[column or str(table.key)] = text
        return found

    def _from_row(
        self, key: str, fact: Fact, table: TypedTable, conditions: Mapping[str, str]
    ) -> Fact:
        rows = _rows(table, conditions, fact.where)
        of_whom = ""
        asked: Mapping[str, str] = {}
        if not rows:
            broad = {column: _broad(text) for column, text in conditions.items()}
            rows = _rows(table, broad, fact.where) if broad != conditions else ()
            if not rows or fact.broad is None:
                raise _absent(table, conditions, broad if rows else None)
            of_whom = _text_of(_only(rows, table, broad), fact.broad)
            conditions, asked = broad, conditions
        row = _only(rows, table, conditions)
        column, other = str(fact.column), None
        if (fault := table.fault_of_column(column)) is not None:
            place = self._place(key, "column")
            raise InputError([replace(fault, place=place)])
        datum = row[column]
        if fact.otherwise is not None and datum.standing in ("suppressed", "hourly-only"):
            table.check_column(fact.otherwise.column)
            if row[fact.otherwise.column].standing in ("value", "top"):
                other = fact.otherwise
                column, datum = other.column, row[other.column]
        lineage = row.lineage(column, conditions).model_copy(
            update={
                "where": fact.where or "",
                "asked": asked,
                "instead_of": str(fact.column) if other else "",
            }
        )
        return self._stated(key, fact, row, datum, lineage, other).model_copy(
            update={"of_whom": of_whom}
        )

    def _stated(
        self, key: str, fact: Fact, row: DataRow, datum: Datum, lineage: Lineage,
        other: OtherColumn | None,
    ) -> Fact:  # fmt: skip
        """Return a fact with the value of its cell, or with the words that stand for it."""
        unit = (other.unit if other else None) or fact.unit
        update: dict[str, object] = {"lineage": lineage, "unit": unit, "stated": fact}
        if other is not None:
            update["label"] = other.label
        if datum.standing == "empty":
            message = f"the cell in the column “{lineage.column}” is empty"
            remedy = (
                'Fill it in, or add "empty" to “suppressed” under '
                f"[data.{row.table.name}] in catalog.toml, so that it is printed as “not published”."
            )
            raise _AbsentError(f"{message} ({row.place})", remedy)
        if datum.standing != "value":
            update["value"] = words_for(datum, unit, self._guide.language, self._phrases)
            update |= {"amount": datum.least} if datum.standing == "top" else {}
        elif unit is not None:
            update["value"] = row.table.figure(row, lineage.column, unit)
        else:
            update["value"] = _level(datum, row, lineage) if is_education(key) else datum.value
        try:
            _FIGURE.validate_python(update["value"])
        except ValidationError as error:
            reason = error.errors()[0]["msg"].lower()
            raise row.table.fault(row.line, lineage.column, datum.text, reason, "") from error
        return fact.model_copy(update=update)


def _rows(
    table: TypedTable, conditions: Mapping[str, str], where: str | None
) -> tuple[DataRow, ...]:
    found = table.find(conditions)
    if where is not None and found:
        found = table.where(where, found)
    return found


def _only(rows: tuple[DataRow, ...], table: TypedTable, conditions: Mapping[str, str]) -> DataRow:
    if len(rows) > 1:
        lines = ", ".join(str(row.line) for row in rows[:4])
        message = f"The table “{table.name}” has {len(rows)} rows for {key_in_words(conditions)}: {lines}."
        remedy = "Choose one with where, as in where: “O_GROUP = detailed”."
        raise InputError([Finding(rows[1].place, "D061", message, remedy)])
    return rows[0]


def _absent(
    table: TypedTable, conditions: Mapping[str, str], broad: Mapping[str, str] | None
) -> _AbsentError:
    remedy = "Add the row, or fix the key it is looked up by."
    if field := next((text for text in conditions.values() if text in _FIELDS), ""):
        remedy = f'Put values of the guide itself in braces: key: "{{{field}}}".'
    if broad is not None:
        remedy = f"The broad group has one, {key_in_words(broad)}; to print its figure say of whom it is, "
        remedy += "as in broad: “of all {title}”."
    return _AbsentError(
        f"the table “{table.name}” has no row for {key_in_words(conditions)}", remedy
    )


def _broad(text: str) -> str:
    return f"{text[:-1]}0" if _DETAILED.fullmatch(text) else text


def _text_of(row: DataRow, template: str) -> str:
    """Return a text with what a row has in the columns that it names in braces."""
    for column in _FIELD.findall(template):
        row.table.check_column(column)
    return _FIELD.sub(lambda match: row.texts[match[1]], template)


def _level(datum: Datum, row: DataRow, lineage: Lineage) -> str:
    """Return the level of education that a cell names, in the model's words."""
    text = str(datum.value)
    level = level_of(text)
    if level is None:
        remedy = f"Choose from: {', '.join(EDUCATION_LEVELS)}, and their usual names."
        reason = "it does not name exactly one level of education"
        raise row.table.fault(row.line, lineage.column, text, reason, remedy)
    return level


def _in_catalog(catalog: Catalog, path: Path_) -> Place | None:
    """Return the place in `catalog.toml` of a fact for all guides, or None for a catalogue in memory."""
    if catalog.root is None:
        return None
    file = catalog.root / CATALOG_FILE
    try:
        document = _read_catalog(file, read_text(file, _LARGEST))
    except (OSError, InputError):
        return None
    return document.place(path) if path[:2] in document.keys else None


# Hundreds of guides may lack the same fact.
@functools.lru_cache(maxsize=1)
def _read_catalog(file: Path, text: str) -> Document:
    return read_toml(file, text)
