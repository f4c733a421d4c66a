"""The boxes of which the elements of the tagged structure were made: a seam in WeasyPrint.

WeasyPrint 70 makes an element of each part of a box that lines or pages part, and forgets of
which box. While a document is drawn here each element notes that, as `Origin`, its source's
name, as `Anchor`, and what that says of its language, its list's numbers and the cells that it
heads. `access` joins the parts and takes the notes out before the file is written.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import pydyf

from guidepub.pdf.engine.boxes import box_itself
from guidepub.pdf.engine.weasyprint import AnonymousStyle, BlockLevelBox, Box, tags

CONTENTS = "/Contents"
"""The type that the list of contents has until it is fixed."""

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# From CSS Counter Styles 3 to ISO 32000-1, table 347.
_NUMBERINGS = {
    "disc": "Disc",
    "circle": "Circle",
    "square": "Square",
    "decimal": "Decimal",
    "decimal-leading-zero": "Decimal",
    "upper-roman": "UpperRoman",
    "lower-roman": "LowerRoman",
    "upper-alpha": "UpperAlpha",
    "upper-latin": "UpperAlpha",
    "lower-alpha": "LowerAlpha",
    "lower-latin": "LowerAlpha",
    "none": "None",
}


@contextlib.contextmanager
def elements_know_their_origins() -> Iterator[None]:
    """Let elements of what is drawn meanwhile note the boxes that they are made of."""
    build = tags._build_box_tree
    origins: dict[tuple[object, ...], int] = {}

    def noted(box: Box, parent: pydyf.Dictionary, *more: Any) -> Iterator[pydyf.Dictionary]:
        for element in build(box, parent, *more):
            source = box_itself(box)
            # html and body become no elements: they yield those of the boxes in them.
            if source.element is not None and "Origin" not in element:
                _describe(element, source)
                # The continuation of a note has another tag.
                tag = "" if element["S"] == "/Note" else source.element_tag
                key = (source.element, tag, element["S"])
                number = origins.setdefault(key, len(origins) + 1)
                # Anonymous boxes share their element with others.
                element["Origin"] = -number if _is_anonymous(source) else number
            yield element

    tags._build_box_tree = noted
    try:
        yield
    finally:
        tags._build_box_tree = build


def _is_anonymous(box: Box) -> bool:
    # The wrapper of a table is made for it alone.
    return isinstance(box.style, AnonymousStyle) and not box.is_table_wrapper


def _describe(element: pydyf.Dictionary, box: Box) -> None:
    """Say of an element what its box's source says."""
    source, kind = box.element, element["S"]
    if (name := source.get("id")) and not _is_anonymous(box) and "::" not in box.element_tag:
        element["Anchor"] = pydyf.String(name)
    if language := source.get("lang") or source.get(_XML_LANG):
        element["Lang"] = pydyf.String(language)
    if kind == "/L":
        element["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": f"/{_numbering(box)}"})
    elif kind == "/TH" and source.get("scope") in ("row", "rowgroup"):
        element["A"]["Scope"] = "/Row"
    elif kind == "/NonStruct" and source.get("role") == "doc-toc" and source.tag == "nav":
        element["S"] = CONTENTS
    elif kind == "/TD" and source.get("role") == "rowheader":
        element["S"], element["A"]["Scope"] = "/TH", "/Row"
    elif source.get("data-number") and _is_note(box):
        element["S"], element["ID"] = "/Note", pydyf.String(source.get("id", ""))
    elif isinstance(box, BlockLevelBox) and (kind == "/Span" or _is_code(box)):
        element["S"] = "/P"


def _is_code(box: Box) -> bool:
    return box.element_tag == "pre" and not _is_anonymous(box)


def _is_note(box: Box) -> bool:
    """Return whether a box is a note, or what of one goes on (see `footnotes`), and no mark of it."""
    return box.element_tag in ("span", "aside") and not _is_anonymous(box)


def _numbering(box: Box) -> str:
    """Return PDF's name for the numbering of a list's items, as far as there is one."""
    if box.element_tag == "dl":
        return "None"
    items = (each for each in box.children if each.element_tag == "li")
    style = next(items, box).style["list_style_type"]
    return _NUMBERINGS.get(style, "Disc") if isinstance(style, str) else "Disc"
