"""Lists of a page that hold headings beside their items: parts of the text, each with a list of its own."""

from __future__ import annotations

from lxml.html import HtmlElement

from guidepub.importing.originals.lists import LISTS
from guidepub.importing.pages.elements import HEADINGS


def part_lists_at_headings(body: HtmlElement) -> None:
    """Make parts of the page of lists that hold headings; the items between them are lists by themselves."""
    for listed in list(body.iter(*LISTS)):
        if any(child.tag in HEADINGS for child in listed) and not _is_within_item(listed):
            _part(listed)


def _is_within_item(listed: HtmlElement) -> bool:
    parent = listed.getparent()
    return parent is not None and parent.tag in ("li", *LISTS)


def _part(listed: HtmlElement) -> None:
    """Wrap the items in a row in a list of the same kind, and make the list itself a part."""
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
            # Words behind an item are a paragraph.
            run.tail, run = tail, None
    listed.tag = "div"
