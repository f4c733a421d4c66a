"""Tables for narrow screens: a row becomes a card there, on which each cell names its column.

What a browser shows as cards it no longer takes for a table, so its parts say what they are
(WAI-ARIA 1.2, table).
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from string import Template
from types import MappingProxyType

from lxml import etree

from guidepub.themes.leaves import add_class

_HTML = "{http://www.w3.org/1999/xhtml}"
_CELLS = frozenset({f"{_HTML}td", f"{_HTML}th"})
_ROLES: Mapping[str, str] = MappingProxyType(
    {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}
)
_FEW = 4
# Up to which widths tables are cards, in ems: of a screen, with room next to the text; of a leaf.
_SCREENS = MappingProxyType({"cards": 30, "many": 45})
_PAGES = MappingProxyType({"cards": 30, "many": 33})


def label_cells(table: etree._Element) -> None:
    """Make a table one that can be shown as cards, if it has one head row and a plain grid.

    It has the class `cards`, and from five columns on `many` as well. Cells have their column's
    name in `data-column`, and their content in a `<div class="cell">`.
    """
    columns = _columns(table)
    rows = [row for body in table.iterchildren(f"{_HTML}tbody") for row in body]
    if not columns or any(len(row) != len(columns) for row in rows):
        add_class(table, "plain")
        return
    add_class(table, "cards many" if len(columns) > _FEW else "cards")
    for part in table.iter(etree.Element):
        name = etree.QName(part).localname
        if name in _ROLES and str(part.tag).startswith(_HTML) and part.get("role") != "rowheader":
            part.set("role", _ROLES[name])
    for row in rows:
        for cell, column in zip(row, columns, strict=True):
            if cell.tag == f"{_HTML}th":
                cell.set("role", "rowheader")
            if column:
                cell.set("data-column", column)
            _wrap(cell)


def card_rules(frame: str = "") -> str:
    """Return the rules by which tables are shown as cards on a screen without room for them.

    `frame` is before each selector, if they are to match in a part of a document only.
    """
    conditions = {name: f"@media screen and (max-width: {em}em)" for name, em in _SCREENS.items()}
    return "".join(_rules(name, condition, frame) for name, condition in conditions.items())


def card_rules_of_pages() -> str:
    """Return the same rules for reading systems, which show a leaf page by page.

    For them, a document's screen is as wide as all its pages next to each other, and knows
    nothing of the size of type: what counts is the leaf's own width. Those that cannot ask for
    it (CSS Containment 3) still have the rules for a screen.
    """
    conditions = {name: f"@container (max-width: {em}em)" for name, em in _PAGES.items()}
    own = "".join(_rules(name, condition, "") for name, condition in conditions.items())
    return f".leaf {{\n  container-type: inline-size;\n}}\n{card_rules()}{own}"


def _rules(name: str, condition: str, frame: str) -> str:
    text = resources.files("guidepub.themes").joinpath("cards.css").read_text("utf-8")
    # A class that is named three times outdoes what themes say of columns.
    return Template(text).substitute(frame=frame, table=f".{name}" * 3, condition=condition)


def _columns(table: etree._Element) -> list[str]:
    """Return the names of a table's columns, or none where it is no plain grid with a head."""
    spans = any(cell.get(key) for cell in table.iter(*_CELLS) for key in ("colspan", "rowspan"))
    nested = next(table.iterdescendants(f"{_HTML}table"), None) is not None
    heads = [row for head in table.iterchildren(f"{_HTML}thead") for row in head]
    loose = next(table.iterchildren(f"{_HTML}tr", f"{_HTML}tfoot"), None) is not None
    if spans or nested or loose or len(heads) != 1:
        return []
    for cell in heads[0]:
        cell.set("role", "columnheader")
    return [" ".join("".join(map(str, cell.itertext())).split()) for cell in heads[0]]


def _wrap(cell: etree._Element) -> None:
    box = etree.Element(f"{_HTML}div", {"class": "cell"})
    box.text, cell.text = cell.text, None
    box.extend(list(cell))
    cell.append(box)
