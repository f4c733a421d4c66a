"""Splits lists that contain headings between their items."""

from __future__ import annotations

from lxml.html import HtmlElement

from guidepub.importing.originals.lists import LISTS
from guidepub.importing.pages.elements import HEADINGS


def split_lists_at_headings(body: HtmlElement) -> None:
    """Split lists at headings inside them; the items between headings become separate lists."""
    for listed in list(body.iter(*LISTS)):
        if any(child.tag in HEADINGS for child in listed) and not _is_within_item(listed):
            _part(listed)


def _is_within_item(listed: HtmlElement) -> bool:
    parent = listed.getparent()
    return parent is not None and parent.tag in ("li", *LISTS)


def _part(listed: HtmlElement) -> None:
    """Wrap consecutive items in lists of the same kind, and turn the list itself into a `div`."""
    kind, run = listed.tag, None
    for child in list(listed):
        if child.tag != "li":
            run = None
            continue
        if run is None:
            run = listed.makeelement(kind)
            run.sourceline = child.sourceline
            child.addprevious(run)
        tail, child.tail = child.tail or "", None
        run.append(child)
        if tail.strip():
            # Words after an item are a paragraph.
            run.tail, run = tail, None
    listed.tag = "div"
