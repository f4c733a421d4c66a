"""The values for a template and a row: the row, and its lists with their rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from guidepub.loading.guides.definitions import FOR_EACH
from guidepub.loading.templated.templates import GuideTemplate, RelatedRows
from guidepub.model import Catalog
from guidepub.tables import DataRow, Datum, TypedTable, table_named
from guidepub.templating.sandbox import missing

_WHY = {
    "empty": "is empty",
    "hourly-only": "has no figure, since pay is by the hour",
    "suppressed": "has no figure that is published",
    "top": "has no figure, but an amount or more",
}


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """The values that a template sees of a row and its lists, and the rows of the lists."""

    row: DataRow
    lists: Mapping[str, tuple[TypedTable, tuple[DataRow, ...]]]
    values: Mapping[str, object]


def given_of(row: DataRow, template: GuideTemplate, catalog: Catalog) -> Given:
    """Return the values for a template and a row.

    Raises:
        InputError: a cell of it, or a table of its lists, cannot be used (C001 and others).
    """
    place = template.front.place((FOR_EACH,), of_key=True)
    lists: dict[str, tuple[TypedTable, tuple[DataRow, ...]]] = {}
    values: dict[str, object] = {"row": row_values(row)}
    for name, related in template.source.lists.items():
        table = table_named(catalog, related.table, place)
        rows = _related(row, related, table)
        lists[name] = table, rows
        values[name] = [row_values(each) for each in rows]
    return Given(row, lists, values)


def _related(row: DataRow, related: RelatedRows, table: TypedTable) -> tuple[DataRow, ...]:
    """Return the rows of another table that belong to a row."""
    column = related.own_column
    row.table.check_column(column)
    found = table.rows_of(related.by, row.texts[column])
    return table.where(related.where, found) if related.where and found else found


def row_values(row: DataRow, columns: Iterable[str] | None = None) -> dict[str, object]:
    """Return the values of a row by column, for a template: numbers, texts, or missing values.

    With `columns` those alone, as far as the table has them.
    """
    asked = row if columns is None else set(columns).intersection(row)
    return {column: _value(column, row[column]) for column in asked}


def _value(column: str, datum: Datum) -> object:
    value = datum.value
    if value is None:
        why = _WHY.get(datum.standing, "has no figure")
        return missing(f"the cell in the column “{column}” {why}")
    is_whole = isinstance(value, Decimal) and value == value.to_integral_value()
    if is_whole and "." not in datum.text:
        return int(value)
    return value
