"""Figures that have no room on a page go after the text that fills it: a seam in WeasyPrint.

WeasyPrint has no floats of pages: a figure that must not break goes to the next page and leaves
its place empty. Here the text after it goes on, and the figure is after the paragraph that
fills the page, but after no section's heading and no other figure. Where no text can go on and
much of the page would be empty, a table or a box breaks after all. All is decided while a page is
laid out, so that no page is laid out again.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from guidepub.pdf.engine.boxes import classes_on
from guidepub.pdf.engine.weasyprint import Box, LayoutContext, LineBox, block
from guidepub.pdf.leaves.lead_ins import LEAD_IN
from guidepub.pdf.seams.facing import keep_together

# Blocks that may move before a figure, and those that only do with the text below them.
_TEXT = frozenset({"p", "ul", "ol", "dl", "blockquote"})
_HEADINGS = frozenset({"h3", "h4", "h5", "h6"})
# Blocks that break rather than leave much of a page empty.
_BREAKABLE = frozenset({"at-a-glance", "box", "table"})
# Part of the page's text that may stay empty before a table or a box that is kept whole.
_EMPTY = 0.2


class _Placed(NamedTuple):
    """The result of WeasyPrint's layout of a block in another one."""

    abort: bool
    stop: bool
    resume_at: Any
    position_y: float
    adjoining_margins: list[float]
    next_page: Any
    new_children: list[Box]
    max_lines: Any


class _Given(NamedTuple):
    """WeasyPrint's arguments for a block besides its place and the blocks before it."""

    page_is_empty: bool
    absolute_boxes: list[Box]
    fixed_boxes: list[Box]
    adjoining_margins: list[float]
    bottom_space: float
    position_y: float
    skip_stack: Any
    first_letter_style: Any
    first_line_style: Any
    discard: bool
    next_page: Any
    max_lines: Any


@contextlib.contextmanager
def figures_float() -> Iterator[None]:
    """Let text go on before figures of leaves that have no room on a page."""
    in_flow = block._in_flow_layout
    lacking = _Lacking(0, None, 0.0)

    def floating(
        context: LayoutContext, leaf: Box, index: int, child: Box, before: list[Box], *rest: Any
    ) -> _Placed:
        nonlocal lacking
        given = _Given(*rest)
        if given.skip_stack or not _is_leaf(leaf):
            return _Placed(*in_flow(context, leaf, index, child, before, *rest))
        keep_together(context, leaf, index, given.bottom_space)
        left, top = child.position_x, child.position_y

        def lay_out() -> _Placed:
            # The child that WeasyPrint names may have moved.
            chosen = leaf.children[index]
            chosen.position_x, chosen.position_y = left, top
            own = given._replace(adjoining_margins=[*given.adjoining_margins])
            return _Placed(*in_flow(context, leaf, index, chosen, before, *own))

        figure = leaf.children[index]
        if not _is_kept_whole(figure):
            return lay_out()
        if not lacking.holds(context, figure, top):
            placed = lay_out()
            if not _has_no_room(placed, index):
                return placed
            lacking = _Lacking(context.current_page, figure, top)
        page = context.current_footnote_area.page
        room = context.page_bottom - given.bottom_space - top
        return (
            _with_text_before(leaf, index, lay_out)
            or (_broken(figure, index, lay_out) if room > _EMPTY * page.height else None)
            or lay_out()
        )

    block._in_flow_layout = floating
    try:
        yield
    finally:
        block._in_flow_layout = in_flow


class _Lacking(NamedTuple):
    """A figure that has no room on a page from a place on, which is in CSS pixels."""

    page: int
    figure: Box | None
    top: float

    def holds(self, context: LayoutContext, figure: Box, top: float) -> bool:
        """Return whether a figure is known to have no room at a place of the page."""
        return (context.current_page, figure) == (self.page, self.figure) and top >= self.top


def _has_no_room(placed: _Placed, index: int) -> bool:
    """Return whether a page breaks before the block at a place."""
    return not placed.abort and placed.resume_at == {index: None}


def _with_text_before(leaf: Box, index: int, lay_out: Callable[[], _Placed]) -> _Placed | None:
    """Put the text after a figure before it and lay it out, or return None if it has no room."""
    count = _text_behind(leaf.children, index)
    if not count:
        return None
    order = leaf.children
    figure, behind = order[index], index + 1 + count
    leaf.children = (*order[:index], *order[index + 1 : behind], figure, *order[behind:])
    indents = _fit_indents(leaf.children, (index, behind))
    placed = lay_out()
    if not _has_no_room(placed, index):
        return placed
    leaf.children = order
    for style, indent in indents:
        style["text_indent"] = indent
    return None


def _text_behind(children: Sequence[Box], index: int) -> int:
    """Return the number of text blocks after a figure that can move before it together."""
    if not _floats(children[index]):
        return 0
    has_notes = _has_notes(children[index].element)
    for count, child in enumerate(children[index + 1 :], 1):
        if has_notes and _has_notes(child.element):
            # Notes are in their order.
            return 0
        if child.element_tag in _HEADINGS or LEAD_IN in classes_on(child):
            continue
        return count if child.element_tag in _TEXT else 0
    return 0


def _broken(figure: Box, index: int, lay_out: Callable[[], _Placed]) -> _Placed | None:
    """Lay out a table or a box that may break; return None if none of it has room."""
    if not classes_on(figure) & _BREAKABLE:
        return None
    kept, figure.style["break_inside"] = figure.style["break_inside"], "auto"
    placed = lay_out()
    if not _has_no_room(placed, index):
        return placed
    figure.style["break_inside"] = kept
    return None


def _fit_indents(children: Sequence[Box], places: Sequence[int]) -> list[tuple[Any, Any]]:
    """Indent paragraphs at some places as others are; return the styles with what they were.

    A theme whose paragraphs have indents has none after figures.
    """
    paragraphs = [child for child in children if child.element_tag == "p"]
    usual = next((p.style["text_indent"] for p in paragraphs if p.style["text_indent"].value), None)
    before: list[tuple[Any, Any]] = []
    for place in places:
        if usual is None or place >= len(children) or children[place].element_tag != "p":
            continue
        follows = place and children[place - 1].element_tag == "p"
        for box in (children[place], *children[place].children):
            if box is children[place] or isinstance(box, LineBox):
                before.append((box.style, box.style["text_indent"]))
                box.style["text_indent"] = usual if follows else usual._replace(value=0)
    return before


def _is_leaf(box: Box) -> bool:
    return box.element_tag == "section" and "leaf" in classes_on(box)


def _is_kept_whole(box: Box) -> bool:
    return box.style["break_inside"] in ("avoid", "avoid-page") and bool(
        _floats(box) or classes_on(box) & _BREAKABLE
    )


def _floats(box: Box) -> bool:
    return box.element_tag == "figure" or "box" in classes_on(box)


def _has_notes(element: Element | None) -> bool:
    spans = element.iter("span") if element is not None else ()
    return any(span.get("class") == "footnote" for span in spans)
