"""The blanks of a leaf, which its reader fills in: their places and their names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

HTML = "{http://www.w3.org/1999/xhtml}"
FIELD = "data-field"
"""The attribute that says what is to be filled in there, in the book's language."""

TICK = "tick-box"
"""The class of a box to tick; all else is to be written in."""


class Blank(NamedTuple):
    """A blank to fill in: its id, its name in words, and whether it is a box to tick."""

    name: str
    label: str
    is_tick: bool


def blanks(leaf: etree._Element) -> Iterator[tuple[etree._Element, Blank]]:
    """Yield the elements of a leaf that are to be filled in, in the order of reading."""
    for element in leaf.iter(etree.Element):
        if label := element.get(FIELD):
            is_tick = element.get("class") == TICK
            yield element, Blank(element.get("id", ""), label, is_tick)


def has_blanks(xhtml: str) -> bool:
    """Return whether a leaf's XHTML may have any."""
    return FIELD in xhtml
