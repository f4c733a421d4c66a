"""Marks short lines as bold that a page's styles make bold, large or underlined."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.inline import BLOCKS
from guidepub.importing.pages.program_pages import BOLD, wrap

_LONGEST = 90
# Sizes larger than those of a text, in the different ways to state them.
_LARGE_FONT = re.compile(r"[4-7]|\+[1-4]")
_UNDERLINED = re.compile(r"text-decoration(?:-line)?\s*:\s*underline", re.I)
_SIZE = re.compile(
    r"font-size:\s*(?:(?P<number>\d{1,3}(?:\.\d{1,3})?)(?P<unit>pt|px|em|rem|%)|(?P<name>(?:x{1,3}-)?large))",
    re.I,
)
_LARGE = {"pt": 14.0, "px": 18.0, "em": 1.15, "rem": 1.15, "%": 115.0}


def mark_bold_lines(body: HtmlElement) -> None:
    """Mark short lines as bold that a page's styles make so, `<span style="font-weight:bold">`.

    The same goes for underlined words on a line of their own.
    """
    for element in list(body.iter("span", "font", "p", "div", "td")):
        if element.tag == "td" and not _is_only_cell(element):
            continue
        style = element.get("style") or ""
        is_bold = BOLD.search(style) is not None or _is_large(element, style)
        is_bold = is_bold or (_UNDERLINED.search(style) is not None and _is_alone(element))
        if is_bold and len(spaced(element.text_content())) <= _LONGEST:
            holds_blocks = any(part.tag in BLOCKS for part in element.iter() if part is not element)
            if not holds_blocks:
                wrap(element, "b")

    for element in list(body.iter("u")):
        if _is_alone(element) and len(spaced(element.text_content())) <= _LONGEST:
            wrap(element, "b")


def _is_only_cell(cell: HtmlElement) -> bool:
    """Return whether a cell is the only one in its row, as in a layout table."""
    row = cell.getparent()
    return row is not None and len(row) == 1


def _is_alone(element: HtmlElement) -> bool:
    """Return whether the words of an element are a line of their own within a paragraph."""
    before, after = element.getprevious(), element.getnext()
    parent = element.getparent()
    above = before.tail if before is not None else parent.text if parent is not None else ""
    if (above or "").strip() or (element.tail or "").strip():
        return False
    return all(part is None or part.tag == "br" or part.tag in BLOCKS for part in (before, after))


def _is_large(element: HtmlElement, style: str) -> bool:
    """Return whether a page makes the words of an element larger than text."""
    if element.tag == "font" and _LARGE_FONT.fullmatch(element.get("size") or ""):
        return True
    size = _SIZE.search(style[:400])
    if size is None:
        return False
    return size["name"] is not None or float(size["number"]) >= _LARGE[size["unit"]]
