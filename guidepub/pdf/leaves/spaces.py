"""Spaces before words that are set apart: in elements of their own, so that lines break there.

WeasyPrint 70 looks back for a break where such a word has no more room in a line. Where the text
before it ends in a space, it breaks that text at its first space instead of its last one, and a
single word is in a line. A space in an element of its own is found as it should be.
"""

from __future__ import annotations

from lxml import etree

_INLINE = ("a", "abbr", "cite", "code", "em", "s", "span", "strong", "sub", "sup")


def part_spaces(leaf: etree._Element) -> None:
    """Put the space that a text ends in before an inline element into an element of its own."""
    for element in list(leaf.iter(*_INLINE)):
        before, parent = element.getprevious(), element.getparent()
        if parent is None or (element.text or "")[:1].isspace():
            continue
        text = (parent.text if before is None else before.tail) or ""
        words = text.removesuffix(" ")
        # With no other space in it, a text can break nowhere else.
        if words == text or " " not in words.strip():
            continue
        if before is None:
            parent.text = words
        else:
            before.tail = words
        space = etree.Element("span")
        space.text = " "
        element.addprevious(space)
