"""The facts of a new template: the figures of its table, each taken from a cell of its row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from guidepub.markdown.escaping import escaped
from guidepub.model import slug_of
from guidepub.tables import TypedTable

_YEARS = (1900, 2100)


@dataclass(frozen=True, slots=True)
class NewFact:
    """A fact in a template: its line in the front matter, and its row in a table."""

    line: str
    table_row: str


def facts_of(table: TypedTable) -> dict[str, NewFact]:
    """Return a fact for each column of figures of a table, by column.

    A fact finds its row by a column of unique texts; without such a column there are no facts.
    """
    key = table.distinguishing_column
    if key is None:
        return {}
    return {column: _fact(name, column, key, table) for name, column in _figures(table)}


def cell(column: str) -> str:
    """Return the expression for a column of the row in a template."""
    is_name = column.isascii() and column.isidentifier()
    return f"row.{column}" if is_name else f"row[{_quoted(column)}]"


def _figures(table: TypedTable) -> Iterator[tuple[str, str]]:
    """Yield the columns of figures except years, each after the name of its fact."""
    names: set[str] = set()
    for column in table.columns:
        name = slug_of(column).replace("-", "_")
        # A brace in a column's name could begin a tag.
        if "{" in column or column == table.key or not table.is_numeric(column):
            continue
        if _holds_years(table, column):
            continue
        if name[:1].isalpha() and name not in names:
            names.add(name)
            yield name, column


def _holds_years(table: TypedTable, column: str) -> bool:
    first, end = _YEARS
    values = [row[column].value for row in table.rows]
    numbers = [value for value in values if isinstance(value, Decimal)]
    return all(first <= value < end and value == int(value) for value in numbers)


def _fact(name: str, column: str, key: str, table: TypedTable) -> NewFact:
    row_key = f"{{{{ {cell(key)} }}}}"
    is_full = all(row[column].standing == "value" for row in table.rows)
    if_given = f'{{{{ {_quoted(column)} if {cell(column)} is given else "" }}}}'
    parts = {
        "from": _quoted(table.name),
        "key": f"{{{_quoted(key)}: {_quoted(row_key)}}}",
        "column": _quoted(column if is_full else if_given),
    }
    # A column with the name of a known fact already has a label.
    if name != column:
        parts["label"] = _quoted(column)
    line = f"  {name}: {{{', '.join(f'{part}: {value}' for part, value in parts.items())}}}"
    table_row = f"| {escaped(column)} | {{fact}}`{name}` |"
    if not is_full:
        table_row = f"{{% if {cell(column)} is given %}}{table_row}{{% endif %}}"
    return NewFact(line, table_row)


def _quoted(text: str) -> str:
    # A JSON string is also a string in YAML and in Jinja.
    return json.dumps(text, ensure_ascii=False)
