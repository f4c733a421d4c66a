"""Tables of the tagged structure: what their headers head, and where their captions stand.

ISO 14289-1, 7.5, and ISO 32000-1, 14.8.4.3.4 and table 349.
"""

from __future__ import annotations

from collections import defaultdict

import pydyf

from guidepub.pdf.tags.structure import Structure

_CAPTIONED = frozenset({"/Table", "/Figure"})
# Elements that the source puts around a table or a picture and its caption.
_AROUND = frozenset({"/NonStruct", "/Div", "/Sect"})

_Place = tuple[int, int]


def mend_tables(tree: Structure) -> None:
    """Say for each header which cells it heads, and for each cell which headers it has."""
    tables = [element for _, element in tree.walk() if element["S"] == "/Table"]
    for number, table in enumerate(tables, 1):
        grid = _grid(tree, table)
        columns: defaultdict[int, list[pydyf.String]] = defaultdict(list)
        rows: defaultdict[int, list[pydyf.String]] = defaultdict(list)
        for (row, column), cell in grid.items():
            if cell["S"] != "/TH":
                continue
            cell["A"].pop("Headers", None)
            cell["ID"] = pydyf.String(f"table-{number}-{row}-{column}")
            scope = cell["A"].setdefault("Scope", _scope(tree, cell))
            headed, first, name = (
                (rows, row, "RowSpan") if scope == "/Row" else (columns, column, "ColSpan")
            )
            for place in range(first, first + cell["A"].get(name, 1)):
                headed[place].append(cell["ID"])
        for (row, column), cell in grid.items():
            if cell["S"] == "/TD":
                headers = pydyf.Array()
                for place in range(row, row + cell["A"].get("RowSpan", 1)):
                    headers += rows[place]
                for place in range(column, column + cell["A"].get("ColSpan", 1)):
                    headers += columns[place]
                cell["A"]["Headers"] = headers


def _grid(tree: Structure, table: pydyf.Dictionary) -> dict[_Place, pydyf.Dictionary]:
    """Return a table's cells by the row and the column in which they begin."""
    found: dict[_Place, pydyf.Dictionary] = {}
    taken: set[_Place] = set()
    rows = [row for _, row in tree.walk(table) if row["S"] == "/TR"]
    for number, row in enumerate(rows):
        column = 0
        for cell in tree.children(row):
            while (number, column) in taken:
                column += 1
            found[number, column] = cell
            height, width = cell["A"].get("RowSpan", 1), cell["A"].get("ColSpan", 1)
            taken |= {(number + i, column + j) for i in range(height) for j in range(width)}
    return found


def _scope(tree: Structure, cell: pydyf.Dictionary) -> str:
    row = tree.object(cell["P"])
    return "/Column" if tree.object(row["P"])["S"] == "/THead" else "/Row"


def take_captions(tree: Structure) -> None:
    """Put the caption of a table or a figure into it, as its first or its last."""
    for _, around in list(tree.walk()):
        if around.get("S") not in _AROUND:
            continue
        captions = list(tree.children(around, "/Caption"))
        captioned = [child for child in tree.children(around) if child["S"] in _CAPTIONED]
        if len(captions) != 1 or len(captioned) != 1:
            continue
        (caption,), (table,) = captions, captioned
        is_first = around["K"].index(caption.reference) < around["K"].index(table.reference)
        around["K"].remove(caption.reference)
        tree.put(caption, table, 0 if is_first else None)
