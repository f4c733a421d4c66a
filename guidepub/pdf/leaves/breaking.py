"""Words that are longer than a line: where they may be broken on paper.

A long word is hyphenated, even where a theme breaks no others. An address has no hyphen that
is not its own, and may be broken anywhere; so may code.
"""

from __future__ import annotations

import re

from lxml import etree

# Letters from which a word may be longer than a line or a table's column.
_LONG = 18
_LONG_WORD = re.compile(rf"\S{{{_LONG},}}")
# Signs of addresses, names of files and codes, which no word has.
_ADDRESS = re.compile(r"[\d/_@=&?%#~+\\]|\w[.:]\w")
_SVG = "{http://www.w3.org/2000/svg}"


def loosen_long_words(element: etree._Element) -> None:
    """Mark each long word in an element, so that a stylesheet can let it break."""
    codes = {each for code in element.iter("code") for each in code.iter(etree.Element)}
    for each in list(element.iter(etree.Element)):
        if each.tag.startswith(_SVG):
            continue
        verbatim = each in codes
        if each.text and _LONG_WORD.search(each.text):
            each.text = _marked(each, 0, each.text, verbatim)
        for child in list(each):
            if child.tail and _LONG_WORD.search(child.tail):
                child.tail = _marked(each, each.index(child) + 1, child.tail, verbatim)


def _marked(parent: etree._Element, place: int, text: str, verbatim: bool) -> str:
    """Put spans for a text's long words into an element, and return the text before them."""
    before, end = "", 0
    last: etree._Element | None = None
    for found in _LONG_WORD.finditer(text):
        between = text[end : found.start()]
        if last is None:
            before = between
        else:
            last.tail = between
        kind = "address" if verbatim or _ADDRESS.search(found[0]) else "long-word"
        last = etree.Element("span", {"class": kind})
        last.text = found[0]
        parent.insert(place, last)
        place += 1
        end = found.end()
    if last is not None:
        last.tail = text[end:]
    return before
