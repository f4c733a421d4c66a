"""Pages that a program made: known by a sign, and changed to what HTML has elements for."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

# Characters within which a program's sign stands.
_HEAD = 400_000

BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)")
"""What a style says that sets words bold."""


def rewritten(text: str, sign: re.Pattern[str], change: Callable[[HtmlElement], None]) -> str:
    """Return a page with its tree changed if it bears a program's sign, or else as it is."""
    if not sign.search(text[:_HEAD]):
        return text
    try:
        root = document_fromstring(text.encode(), parser=HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError, AssertionError):
        return text
    change(root)
    return etree.tostring(root, encoding="unicode", method="html")


def wrap(element: HtmlElement, mark: str) -> None:
    """Put what an element holds into another within it, whose tag is `mark`."""
    inner = element.makeelement(mark)
    inner.text, element.text = element.text, None
    inner.extend(list(element))
    element.append(inner)
