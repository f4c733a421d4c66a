"""Ranges such as 2024–2034: on paper no line ends in the dash between their figures.

Pango lets a line end after every dash. The sign that forbids it has no width, and readers and
searches pass over it; files that readers lay out themselves do without it, since some faces
show it.
"""

from __future__ import annotations

import re

from lxml import etree

_RANGE = re.compile(r"(?<=\d)\N{EN DASH}(?=[$€£]?\d)")
_HELD = "\N{EN DASH}\N{WORD JOINER}"
# Their words are bookmarks, too.
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_SVG = "{http://www.w3.org/2000/svg}"


def hold_ranges(element: etree._Element) -> None:
    """Forbid breaks in the ranges of an element's text, except in headings and drawings."""
    for each in element.iter(etree.Element):
        if each.text and not (each.tag in _HEADINGS or each.tag.startswith(_SVG)):
            each.text = _RANGE.sub(_HELD, each.text)
        if each.tail:
            each.tail = _RANGE.sub(_HELD, each.tail)
