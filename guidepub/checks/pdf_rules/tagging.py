"""The structure tree of a tagged PDF as a plain list in reading order (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

ELEMENTS = 400_000
"""Elements that are followed; a thousand pages have fewer."""

_DEPTH = 200
_ALIASES = 8


@dataclass(frozen=True, slots=True)
class TaggedElement:
    """An element of the structure: its standard type, its object, its page, its ancestors' types.

    `table` numbers the table that it belongs to, 0 for none.
    """

    kind: str
    object: pikepdf.Object
    page: int
    within: tuple[str, ...]
    table: int = 0

    @property
    def text(self) -> str:
        """Its text alternative or replacement."""
        return str(self.object.get("/Alt", "")) or str(self.object.get("/ActualText", ""))

    def attribute(self, name: str) -> pikepdf.Object | None:
        """Return an attribute of its own (ISO 32000-1, 14.7.5), or None."""
        owned = self.object.get("/A")
        for attributes in list(owned) if isinstance(owned, pikepdf.Array) else [owned]:
            if isinstance(attributes, (pikepdf.Dictionary, pikepdf.Stream)) and name in attributes:
                return attributes.get(name)
        return None


@dataclass(frozen=True, slots=True)
class TagTree:
    """All elements in reading order, and the object numbers of annotations in links."""

    elements: tuple[TaggedElement, ...]
    annotations: frozenset[tuple[int, int]]


def structure_of(pdf: pikepdf.Pdf) -> TagTree | None:
    """Return a PDF's structure, or None where it has none."""
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return None
    roles = {str(key): value for key, value in root.get("/RoleMap", pikepdf.Dictionary()).items()}
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    elements: list[TaggedElement] = []
    annotations: set[tuple[int, int]] = set()
    seen: set[tuple[int, int]] = set()
    tables = 0
    # A stack of what is left to read: an object, its page, its ancestors, its table.
    stack: list[tuple[pikepdf.Object, int, tuple[str, ...], int]] = [
        (kid, 0, (), 0) for kid in reversed(list(_kids(root)))
    ]
    while stack and len(elements) < ELEMENTS:
        item, page, within, table = stack.pop()
        if item.is_indirect:
            if item.objgen in seen:
                continue
            seen.add(item.objgen)
        if str(item.get("/Type", "")) == "/OBJR":
            if within[-1:] == ("Link",):
                annotations.add(item.Obj.objgen)
            continue
        if "/S" not in item or len(within) > _DEPTH:
            continue
        kind = _standard(str(item.S), roles)
        holder = item.get("/Pg")
        page = numbers.get(holder.objgen, page) if holder is not None else page
        if kind == "Table":
            tables += 1
            table = tables
        elements.append(TaggedElement(kind, item, page, within, table))
        stack += [(kid, page, (*within, kind), table) for kid in reversed(list(_kids(item)))]
    return TagTree(tuple(elements), frozenset(annotations))


def pages_of_others(pdf: pikepdf.Pdf) -> list[int]:
    """Return the pages, from 1, whose row in the parent tree is missing or another page's.

    ISO 32000-1, 14.7.4.4: a page's StructParents names a row of elements that own its content.
    Pages that are appended bring their number along, and find the row of a page before, or none.
    """
    root = pdf.Root.get("/StructTreeRoot")
    tree = root.get("/ParentTree") if isinstance(root, pikepdf.Dictionary) else None
    if not isinstance(tree, pikepdf.Dictionary):
        return []
    rows, known = pikepdf.NumberTree(tree), dict[tuple[int, int], frozenset[tuple[int, int]]]()
    found: list[int] = []
    for number, page in enumerate(pdf.pages, 1):
        row: object = page.obj.get("/StructParents")
        if not isinstance(row, int):
            continue
        # Its `get` raises an IndexError where there is no such row.
        owners = rows[row] if row in rows else None  # noqa: SIM401
        elements = list(owners) if isinstance(owners, pikepdf.Array) else []
        named = [
            _pages_of(each, known) for each in elements if isinstance(each, pikepdf.Dictionary)
        ]
        if owners is None or (any(named) and all(page.obj.objgen not in each for each in named)):
            found.append(number)
    return found


def _pages_of(
    element: pikepdf.Object, known: dict[tuple[int, int], frozenset[tuple[int, int]]]
) -> frozenset[tuple[int, int]]:
    """Return the pages on which an element claims to have content."""
    if element.objgen not in known or not element.is_indirect:
        holders = [each.get("/Pg") for each in (element, *_kids(element))]
        known[element.objgen] = frozenset(
            each.objgen for each in holders if isinstance(each, pikepdf.Dictionary)
        )
    return known[element.objgen]


def _kids(item: pikepdf.Object) -> Iterator[pikepdf.Object]:
    kids = item.get("/K")
    for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield kid


def _standard(kind: str, roles: dict[str, pikepdf.Object]) -> str:
    """Return the standard type that the role map gives a type (ISO 32000-1, 14.7.3)."""
    for _ in range(_ALIASES):
        if kind not in roles:
            break
        kind = str(roles[kind])
    return kind.removeprefix("/")
