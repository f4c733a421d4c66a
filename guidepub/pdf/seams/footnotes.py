"""Notes at the foot of the page that calls them, each whole and in order: a seam in WeasyPrint.

WeasyPrint 70 loses notes, and nothing in its public interface keeps it from doing so:

- Where a paragraph's end has no room, it puts notes of earlier lines off to the next page and
  sets one more line, whose own notes it then never places (`_linebox_layout`).
- Where it gives up a paragraph or a row that began on the page before, it takes back the notes
  of that page, too, and of lines that are not set again (`remove_placeholders`).
- A page that is laid out again is not given the notes that the one before put off (`make_all_pages`).
- A note that is longer than the page runs over its edge, since notes are not divided.
- White space in notes is printed as it is in the source (`build_formatting_structure`).

The few methods of its layout context by which lines place notes and take them back are replaced
here: a line whose note has no room goes to the next page with it, unless enough of that fits.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import Element

from guidepub.pdf.drawn.leftward import boxes_stand_where_they_begin
from guidepub.pdf.drawn.spelling import lines_know_their_ends
from guidepub.pdf.engine.dividing import (
    SkipStack,
    breaks_a_word,
    cut,
    last_line,
    letters_before,
    size,
)
from guidepub.pdf.engine.weasyprint import (
    DEFAULT_OPTIONS,
    Box,
    Document,
    FootnoteAreaBox,
    LayoutSource,
    TableCellBox,
    block_level_layout,
    create_anonymous_boxes,
    page_references_are_kept,
    strut,
)
from guidepub.pdf.leaves.sequences import leaves_that_begin
from guidepub.pdf.seams.cells import Cells, cells_go_on
from guidepub.pdf.seams.continuing import Continuing
from guidepub.pdf.seams.floating import figures_float
from guidepub.pdf.seams.hanging import lines_end_late
from guidepub.pdf.seams.justifying import letters_share_room
from guidepub.pdf.seams.stretches import StretchContext
from guidepub.pdf.seams.unbroken import placed_boxes_stay_whole
from guidepub.pdf.seams.waiting import Divided, Waiting
from guidepub.pdf.shortcuts.computing import styles_are_computed_shortly
from guidepub.pdf.shortcuts.hyphenating import patterns_are_read_when_met
from guidepub.pdf.shortcuts.letting_go import PictureContext, let_area_go
from guidepub.pdf.shortcuts.subsetting import arrays_have_few_types

# The part of a page's height that notes from the page before may take, so that text has room.
_SHARE = 0.85
# The limit on attempts to divide a note, each a line earlier, where a word is broken.
_TRIES = 4
# Lines that have room between a line and its note where that is divided: a paragraph of which
# no line more has room is not begun, and its note would be alone to fill the page.
_LINES_KEPT = 3
_HAIR = 1e-7


def render_with_notes(source: LayoutSource, continuing: Continuing, **options: Any) -> Document:
    """Lay a document out as `HTML.render` does, with its notes in their places.

    It continues after other pages, and reports to `continuing` what it leaves to those after it.
    """
    fonts = options.pop("font_config")
    source.continuing = continuing
    with (
        cells_go_on(),
        continuing.boxes_go_on(),
        continuing.stretch.laid_out() if continuing.stretch else contextlib.nullcontext(),
        letters_share_room(),
        styles_are_computed_shortly(),
        lines_end_late(),
        patterns_are_read_when_met(),
        figures_float(),
        placed_boxes_stay_whole(),
        lines_know_their_ends(),
        boxes_stand_where_they_begin(source),
    ):
        made: Document = _Document._render(source, fonts, None, None, DEFAULT_OPTIONS | options)
    continuing.end(source.context, made.pages)
    source.context.current_footnote_area = None
    source.context = None
    return made


class _Document(Document):  # type: ignore[misc]
    """A document that is laid out in the context below."""

    def write_pdf(self, *arguments: Any, **options: Any) -> Any:
        """Write the document, or a part of it, in a time that grows with its pages only."""
        with page_references_are_kept(), arrays_have_few_types(), styles_are_computed_shortly():
            return super().write_pdf(*arguments, **options)

    @classmethod
    def _build_layout_context(cls, source: LayoutSource, *arguments: Any) -> _Context:
        made = super()._build_layout_context(source, *arguments)
        made.get_image_from_uri = PictureContext(made).get_image_from_uri
        source.continuing.match_pages(made.style_for)
        source.context = context = _Context(
            source,
            made.style_for,
            made.get_image_from_uri,
            made.font_config,
            made.counter_style,
            source.continuing.targets(made.target_collector),
        )
        context.get_image_from_uri = made.get_image_from_uri
        return context


class _Context(StretchContext):
    """A layout context that divides notes, and knows what each page leaves to the next.

    `current_page_footnotes` stays empty: WeasyPrint looks there for notes to put off. Those
    on the page are the children of `current_footnote_area`, of which each page has its own.
    """

    def __init__(self, source: LayoutSource, *arguments: Any) -> None:
        # Set below, and again for each page.
        self._area: FootnoteAreaBox = None  # type: ignore[assignment]
        self._full_pages = source.full_pages
        self._continuing: Continuing = source.continuing
        self.stretch = source.continuing.stretch
        self._leaves = leaves_that_begin(source.etree_element.find("body"))
        super().__init__(*arguments)
        self.footnotes = Waiting({})
        # The bottom of the line that is being set, and the room below it that must stay free.
        self._line: tuple[float, float] | None = None
        self._divided: Divided | None = None
        self._left: dict[int, list[Box]] = {}
        self._carried: set[Box] = set()
        self._settled: set[Box] = set()
        self._heights: dict[tuple[Box, float], float] = {}
        self._cells = Cells()
        # On which page each note begins, and those that wait for notes of cells before theirs.
        self._pages: dict[Box, int] = {}
        self._held: list[Box] = []
        self._page_is_open = False

    @property
    def page_maker(self) -> list[Any]:
        """The notes on each page for the next one."""
        return self._page_maker

    @page_maker.setter
    def page_maker(self, pages: list[Any]) -> None:
        self._page_maker = pages or self._continuing.pages()

    def get_string_or_element_for(
        self, store: Any, page: Box, name: str, keyword: str
    ) -> tuple[Any, ...]:
        """Return the string that a page's margin repeats, from other units where this one has none."""
        found: tuple[Any, ...] = super().get_string_or_element_for(store, page, name, keyword)
        is_set_here = self.current_page in store[name]
        if found or store is not self.string_set or keyword == "all-once":
            return found
        return () if is_set_here and keyword == "first-except" else self._continuing.string(name)

    @property
    def current_footnote_area(self) -> FootnoteAreaBox:
        """The area for the notes of the page that is being laid out."""
        return self._area

    @current_footnote_area.setter
    def current_footnote_area(self, area: FootnoteAreaBox) -> None:
        if self._area is not None:
            let_area_go(self._area.page)
        self._area = area
        # No page comes before the first one, or after the last.
        if area is not None:
            self._continuing.measure_pages(self.style_for.initial_page_sizes)
            self._page_is_open, self._line, self._divided = True, None, None
            self.reported_footnotes = list(self._left.get(self.current_page - 1, ()))
            self._carried = set(self.reported_footnotes)
            self._held = []

    def create_block_formatting_context(
        self, root_box: Box | None = None, new_list: Any = None
    ) -> None:
        """Note where a cell begins."""
        super().create_block_formatting_context(root_box, new_list)
        if isinstance(root_box, TableCellBox):
            self._cells.begin(root_box)

    def finish_block_formatting_context(self, root_box: Box | None = None) -> None:
        """Note at the end of a page what it leaves to the next: its own context is the last."""
        super().finish_block_formatting_context(root_box)
        if isinstance(root_box, TableCellBox):
            self._cells.end()
        if not self._page_is_open or self._excluded_shapes_root_boxes:
            return
        self._page_is_open = False
        rest = [self._divided.rest] if self._divided else []
        behind = [*self.reported_footnotes, *self._held]
        behind.sort(key=lambda note: self.footnotes.places[note.element])
        left = self.reported_footnotes = rest + behind
        page, before = self.current_page, self._left.get(self.current_page, [])
        self.note_end(bool(left))
        self._left[page] = left
        if _sizes(left) != _sizes(before) and page < len(self.page_maker):
            # The page after this one was laid out with other notes.
            self.page_maker[page][-1]["content_changed"] = True

    def overflows_page(self, bottom_space: float, position_y: float) -> bool:
        """Keep the arguments: WeasyPrint calls this for each line before its notes are placed."""
        self._line = (position_y, max(bottom_space, 0.0))
        overflows = bool(super().overflows_page(bottom_space, position_y))
        if not overflows:
            self._cells.set_line(position_y)
        return overflows

    def layout_footnote(self, footnote: Box) -> bool:
        """Place a note, or its beginning, on the page. Return whether there is no room for it."""
        self.footnotes.remove(footnote)
        self._settle(footnote)
        is_carried = self._line is None
        if self._comes_too_early(footnote):
            if is_carried:
                self._held.append(footnote)
            return not is_carried
        if is_carried and self._full_pages and self._in_leaf() in self._full_pages:
            self._divided = self._divided or Divided(footnote, None, footnote)
        if self._divided or (self.reported_footnotes and not is_carried):
            return True
        before = self._area.children
        room = self._room() - self._height_with(before)
        if self._fits(footnote, room):
            self._place([*before, footnote], footnote)
            return False
        kept = 0.0 if is_carried else _LINES_KEPT * strut(footnote.style.parent_style)[0]
        if parts := self._parts(footnote, room - kept):
            self._divided = Divided(footnote, *parts)
            self._place([*before, parts[0]], footnote)
            return False
        if is_carried and not before:
            # The first note of a page has to fit, or it would never be placed.
            self._place([footnote], footnote)
            return False
        return True

    def report_footnote(self, footnote: Box) -> None:
        """Put a note off to the next page: its line is here and cannot go there."""
        self._take_back(footnote)
        self.reported_footnotes.append(footnote)

    def unlayout_footnote(self, footnote: Box) -> None:
        """Let a note wait again: its line goes to the next page. Notes elsewhere stay."""
        if footnote in self._carried:
            return
        if footnote in self.reported_footnotes:
            self.reported_footnotes.remove(footnote)
        elif not self._take_back(footnote):
            return
        self.footnotes.append(footnote)

    def _comes_too_early(self, footnote: Box) -> bool:
        """Return whether notes before a note, in cells next to its own, are on no page yet."""
        before = self._cells.before
        return any(footnote not in before(held) for held in self._held) or any(
            note in self.footnotes and self._pages.get(note, self.current_page) >= self.current_page
            for note in before(footnote)
        )

    def _in_leaf(self) -> tuple[str, int]:
        """Return the leaf of the page that is laid out, by its id, and which page of it this is.

        Leaves that follow it on its pages count as parts of it.

        What WeasyPrint notes of a page's beginning is a box's number and where it goes on.
        """
        count = -1
        for page in range(self.current_page - 1, -1, -1):
            count += 1
            ((_, in_body),) = (self.page_maker[page][0] or {0: {0: None}}).items()
            ((number, begun),) = (in_body or {0: None}).items()
            if not begun and number in self._leaves:
                break
        return self._leaves[number], count

    def _take_back(self, footnote: Box) -> bool:
        if self._divided and self._divided.note is footnote:
            placed, self._divided = self._divided.head, None
        else:
            placed = footnote
        others = [note for note in self._area.children if note is not placed]
        if len(others) == len(self._area.children):
            return False
        self._place(others)
        return True

    def _settle(self, footnote: Box) -> None:
        """Do to a note what WeasyPrint does to all other text when it builds its boxes.

        Its margins are kept in it, for the heights of notes to add up.
        """
        if footnote not in self._settled:
            self._settled.add(footnote)
            footnote.process_whitespace()
            footnote.process_text_transform()
            footnote.style["display"] = ("block", "flow-root")

    def _room(self) -> float:
        """Return the largest height for the notes of the page, in CSS pixels."""
        if self._line is None:
            return float(self._area.page.height * _SHARE)
        position, space = self._line
        position = max(position, self._cells.beside)
        return float(self.page_bottom + self._height() - space - position)

    def _height(self) -> float:
        """Return the height of the notes of the page, in CSS pixels."""
        return 0.0 if self._area.height == "auto" else float(self._area.margin_height())

    def _height_with(self, notes: Sequence[Box]) -> float:
        """Return the height in CSS pixels that the page's area for notes would have with some notes."""
        others = self._area.copy()
        others.height = sum(map(self._height_of, notes))
        return float(others.margin_height())

    def _place(self, notes: list[Box], placed: Box | None = None) -> None:
        """Make some notes those of the page, of which one may be `placed` just now."""
        if placed is not None:
            self._pages[placed] = self.current_page
        area = self._area
        self.page_bottom += self._height()
        area.children = notes
        area.height = sum(map(self._height_of, notes)) if notes else "auto"
        self.page_bottom -= self._height()

    def _fits(self, note: Box, room: float) -> bool:
        """Return whether a note is no higher than some room, without setting all of a long one."""
        key = (note, self._area.page.width)
        if key not in self._heights:
            laid, resume_at = self._laid(note, self._area.page.height)
            if laid is None or resume_at:
                return False
            self._heights[key] = laid.children[0].margin_height()
        return self._heights[key] <= room + _HAIR

    def _height_of(self, note: Box) -> float:
        """Return the height of a note in CSS pixels, computed once for each width."""
        key = (note, self._area.page.width)
        if key not in self._heights:
            laid, _ = self._laid(note)
            assert laid is not None, "a note without a limit has room"
            self._heights[key] = laid.children[0].margin_height()
        return self._heights[key]

    def _laid(self, note: Box, limit: float | None = None) -> tuple[Box | None, SkipStack | None]:
        """Lay a note out, down to a limit if there is one. Return it and where it goes on."""
        area = self._boxes(note)
        space = float("-inf") if limit is None else self.page_bottom - area.content_box_y() - limit
        line, cells, self._cells = self._line, self._cells, Cells()
        laid, resume_at, *_ = block_level_layout(
            self, area, space, None, self._area.page, page_is_empty=limit is None
        )
        self._line, self._cells = line, cells
        return laid, resume_at

    def _boxes(self, note: Box) -> FootnoteAreaBox:
        boxes: FootnoteAreaBox = create_anonymous_boxes(
            self._area.copy_with_children([note.deepcopy()])
        )
        return boxes

    def _parts(self, footnote: Box, limit: float) -> tuple[Box, Box] | None:
        """Return a note's beginning, at most `limit` high, and its rest, if it can be divided."""
        whole = self._boxes(footnote)
        for _ in range(_TRIES):
            if limit <= 0:
                return None
            laid, resume_at = self._laid(footnote, limit)
            if laid is None or not resume_at or not laid.children:
                return None
            count = letters_before(whole, resume_at)
            if not 0 < count < size(footnote):
                return None
            head, rest = cut(footnote, count)
            # Distinguished from notes that begin, for the tagged structure.
            rest.element_tag = "aside"
            if not breaks_a_word(laid, head):
                self._settled |= {head, rest}
                return head, rest
            limit = last_line(laid).position_y - laid.content_box_y()
        return None


def _sizes(notes: list[Box]) -> list[tuple[Element, int]]:
    return [(note.element, size(note)) for note in notes]
