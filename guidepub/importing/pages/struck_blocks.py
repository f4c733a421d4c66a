"""Marks cells, items and paragraphs that a page's style strikes out."""

from __future__ import annotations

from lxml.html import HtmlElement

from guidepub.importing.originals.inline import BLOCKS, LINE_THROUGH

_MARKS = frozenset({"s", "del", "strike"})


def mark_struck_blocks(body: HtmlElement) -> None:
    """Wrap a block's content in `<s>` if its style, or that of an element around it, strikes it out."""
    struck = {e for e in body.iter(*BLOCKS) if LINE_THROUGH.search(e.get("style") or "")}
    # In blocks that contain other blocks, the inner ones are marked.
    holders: set[HtmlElement] = set()
    for element in body.iter(*BLOCKS, *_MARKS) if struck else ():
        holder = next(element.iterancestors(*BLOCKS), None)
        if holder in struck:
            struck.add(element)
        if element in struck:
            holders |= {holder} & struck
    for element in struck - holders:
        if element.tag not in _MARKS:
            _strike(element)


def _strike(element: HtmlElement) -> None:
    mark = element.makeelement("s")
    mark.sourceline = element.sourceline
    mark.text, element.text = element.text, None
    mark.extend(list(element))
    element.append(mark)
