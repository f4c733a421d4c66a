"""Checks for documents of EPUBs and pages of HTML alike: headings, and text alternatives."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from guidepub.checks.documents.archives import XHTML

SVG = "{http://www.w3.org/2000/svg}"
_ARIA = ("aria-label", "aria-labelledby")
_LEVELS = {f"{XHTML}h{level}": level for level in range(1, 7)}


def skipped_levels(document: etree._Element) -> Iterator[tuple[etree._Element, int, int]]:
    """Yield each heading that skips a level, with its own level and that of the one before it.

    WCAG technique H69: headings are nested, so they go down one level at a time. WAI-ARIA 1.2:
    `aria-level` takes the place of the element's own.
    """
    before = 0
    for element in document.iter(*_LEVELS):
        stated = element.get("aria-level", "")
        level = int(stated) if stated in set("123456789") else _LEVELS[str(element.tag)]
        if before and level > before + 1:
            yield element, level, before
        before = level


def unnamed_pictures(document: etree._Element) -> Iterator[etree._Element]:
    """Yield each picture without a text alternative; an empty one marks a decoration.

    WCAG 1.1.1.
    """
    for element in document.iter(f"{XHTML}img", f"{SVG}svg"):
        if element.get("aria-hidden") == "true" or element.get("role") == "presentation":
            continue
        named = element.get("alt") is not None or any(element.get(key) for key in _ARIA)
        if not named and element.tag == f"{SVG}svg":
            titles = (child for child in element if child.tag in (f"{SVG}title", f"{SVG}desc"))
            # A drawing that wraps one picture is that picture.
            named = any((title.text or "").strip() for title in titles)
        if not named:
            yield element
