"""Rows made in Python, as stored in a data table: columns and plain values."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticCustomError

from guidepub.files import sha256


@dataclass(frozen=True, slots=True, eq=False)
class TableRows:
    """The columns of a table in order, and for each row a value in each of them."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]

    @property
    def digest(self) -> str:
        """The SHA-256 of the columns and values."""
        content = json.dumps([self.columns, self.rows], default=str, ensure_ascii=False)
        return sha256(content.encode())


def table_rows_of(value: object) -> TableRows:
    """Return the rows of a table made in Python, recognised by its methods, not by its class.

    That is an iterable of mappings, an Arrow table (`to_pylist`), or a data frame of Polars
    (`to_dicts`) or of pandas (`to_dict`), whose index is a column where it has a name. Columns are
    those of all rows, in the order of their first appearance; missing values are None.

    Raises:
        PydanticCustomError: it is none of these.
    """
    if isinstance(value, TableRows):
        return value
    records = _records(value)
    columns = dict.fromkeys(column for record in records for column in record)
    if not all(isinstance(column, str) for column in columns):
        raise PydanticCustomError("rows", "The name of a column is not a string", {})
    rows = tuple(tuple(_plain(record.get(column)) for column in columns) for record in records)
    return TableRows(tuple(columns), rows)


def _records(value: Any) -> list[Mapping[Any, object]]:
    if hasattr(value, "to_pylist"):
        found = value.to_pylist()
    elif hasattr(value, "to_dicts"):
        found = value.to_dicts()
    elif hasattr(value, "to_dict") and hasattr(value, "columns"):
        names = getattr(getattr(value, "index", None), "names", ())
        is_named = any(name is not None for name in names)
        found = (value.reset_index() if is_named else value).to_dict("records")
    else:
        found = value
    records = list(found) if isinstance(found, Iterable) else None
    if records is None or not all(isinstance(record, Mapping) for record in records):
        raise PydanticCustomError(
            "rows", "Rows must be mappings, an Arrow table or a data frame", {}
        )
    return records


def _plain(value: Any) -> object:
    """Return a value as a plain Python object; NumPy's numbers have `item`."""
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, (bytes, Mapping, list, tuple, set)):
        kind = type(value).__name__
        raise PydanticCustomError("rows", "A cell cannot hold a {kind}", {"kind": kind})
    return value
