"""Rewrites pages that a program generated, and that are recognised by a sign of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

# How many characters are searched for a program's sign.
_HEAD = 400_000

BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)")
"""A declaration in a style for bold words."""


def rewritten(text: str, sign: re.Pattern[str], change: Callable[[HtmlElement], None]) -> str:
    """Return a page with its tree changed if it has a program's sign, or else unchanged."""
    if not sign.search(text[:_HEAD]):
        return text
    try:
        root = document_fromstring(text.encode(), parser=HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError, AssertionError):
        return text
    change(root)
    return etree.tostring(root, encoding="unicode", method="html")


def wrap(element: HtmlElement, mark: str) -> None:
    """Wrap the content of an element in another element inside it, with the tag `mark`."""
    inner = element.makeelement(mark)
    inner.text, element.text = element.text, None
    inner.extend(list(element))
    element.append(inner)
