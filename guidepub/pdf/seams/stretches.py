"""Some pages of a unit laid out without the others of it: a seam in WeasyPrint.

WeasyPrint notes of each page that it makes where the next one goes on. From such a note a later
layout of the unit can begin, as long as nothing before it has changed; and where it comes to a
page that begins as before, the pages from there on are those that are known. For drafts: what a
change does to pages that are not laid out is seen when the whole is.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from guidepub.pdf.engine.weasyprint import Box, LayoutContext, paging

# In the box of the root, that of the body comes first.
_BODY = 0
_BEGINNING = {_BODY: {0: None}}


@dataclass(frozen=True, slots=True)
class PageTurn:
    """The state that a page leaves to the next one of its unit, as WeasyPrint notes it.

    Attributes:
        at: where the next page goes on: the number of a box in the root, which holds that of a
            box in it, and so on.
        following: the break before the next page, and the name of that.
        right: whether the next page is a right one.
        counters: the counters of pages.
        groups: WeasyPrint's groups of pages that go on, each with its name and its count.
        strings: what running heads repeat that was set in the unit.
        pages: how many pages the layout has made until there, a blank one at its beginning too.
    """

    at: Any
    following: Mapping[str, Any]
    right: bool
    counters: Mapping[str, Sequence[int]]
    groups: Sequence[Any]
    strings: Mapping[str, str]
    pages: int


Turns = Sequence[PageTurn | None]
"""For each page of a unit how it begins; None of the first, and where too much else is left to it."""


@dataclass(slots=True)
class PageStretch:
    """The pages of a unit that are laid out, counted from 0: from `first` until `last`.

    One more is if the page after the last does not begin as `turns` have it. `ending` is
    where the page after those that are laid out goes on, if it does, and `holds` whether the
    pages from there on stay.
    """

    first: int
    last: int
    turns: Turns = ()
    ending: Any = field(default=None, init=False)
    holds: bool = field(default=False, init=False)

    @property
    def turn(self) -> PageTurn | None:
        """The state at its first page; None for a unit's first page."""
        return self.turns[self.first] if self.first else None

    @contextlib.contextmanager
    def laid_out(self) -> Iterator[None]:
        """Let WeasyPrint make these pages and no others."""
        make = paging.remake_page

        def made(index: int, context: LayoutContext, *more: Any) -> tuple[Box, Any]:
            page, at = make(index, context, *more)
            self.ending, self.holds = at, at is None
            if at is None or not self._ends(index, at, bool(context.reported_footnotes)):
                return page, at
            _, *behind, state = context.page_maker[index + 1]
            context.page_maker[index + 1] = (None, *behind, state | {"content_changed": False})
            context.reported_footnotes = []
            return page, None

        paging.remake_page = made
        try:
            yield
        finally:
            paging.remake_page = make

    def all_turns(self, made: Turns) -> Turns:
        """Return the states at which the unit's pages begin, given those that were laid out."""
        behind = self.first + len(made)
        known = self.turns[behind:] if self.holds else ()
        return (*self.turns[: self.first + 1], *made[1:], *known)

    def _ends(self, index: int, at: Any, has_notes: bool) -> bool:
        page = self.first + index
        if page < self.last:
            return False
        is_known = page + 1 < len(self.turns)
        known = self.turns[page + 1] if is_known else None
        self.holds = known is not None and known.at == at and not has_notes
        # A page that cannot be begun alone has no state of its own, but a later one has.
        return self.holds or (page > self.last and (known is not None or not is_known))


class _LaterPage(int):
    """The number of a page that has others of its unit before it, even the first that is laid out.

    WeasyPrint asks for no more: margins fall away at the head of all pages but the first.
    """

    def __gt__(self, other: int) -> bool:
        """Return whether pages are before it."""
        return other == 1 or super().__gt__(other)


class StretchContext(LayoutContext):  # type: ignore[misc]
    """A layout context that can begin within a unit, if a `stretch` of its pages is laid out."""

    stretch: PageStretch | None = None

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        # Those that leave no part of a box to the next.
        self.pages_alone: set[int] = set()

    @property
    def current_page(self) -> int:
        """The number of the page that is laid out, from 1; WeasyPrint has none before that."""
        return self._current_page

    @current_page.setter
    def current_page(self, page: Any) -> None:
        """Take the number of a page, or None before the first."""
        goes_on = page is not None and self.stretch is not None and self.stretch.turn is not None
        self._current_page: int = _LaterPage(page) if goes_on else page

    def note_end(self, has_notes: bool) -> None:
        """Note the end of a page, and whether it leaves notes to the next one."""
        alone = not has_notes and not self.broken_out_of_flow
        (self.pages_alone.add if alone else self.pages_alone.discard)(self.current_page)


def turns_of(
    context: StretchContext,
    root: Box,
    order: Mapping[int, Sequence[Box]],
    stretch: PageStretch | None,
) -> Turns:
    """Return the states at which the pages of a layout begin, and the one after a stretch's last page.

    `order` are the boxes in each of the body's boxes, by its number, as the text has them.
    """
    found: list[PageTurn | None] = [None]
    turn = stretch.turn if stretch is not None else None
    strings = dict(turn.strings) if turn else {}
    last = len(context.page_maker) - 1
    before = turn.pages if turn else 0
    for page, (goes_on, following, right, state, _) in enumerate(context.page_maker[1:], 1):
        for name, values in context.string_set.items():
            if page in values:
                strings[name] = values[page][-1]
        at = stretch.ending if stretch is not None and page == last else goes_on
        if at is None and page == last:
            break
        if at == _BEGINNING:
            # The page before is a blank one, so that the unit begins on a right page.
            continue
        if at is None or page not in context.pages_alone or _has_moved(at, root, order):
            found.append(None)
            continue
        _, counters, _, groups = state
        # The count of pages is only known for a whole book.
        kept = {name: tuple(each) for name, each in counters.items() if name != "pages"}
        found.append(
            PageTurn(at, dict(following), right, kept, groups, dict(strings), before + page)
        )
    return tuple(found)


def _has_moved(at: Any, root: Box, order: Mapping[int, Sequence[Box]]) -> bool:
    """Return whether boxes before a place of the layout are after it in the text."""
    number, inside = next(iter((at.get(_BODY) or {}).items()), (0, None))
    place = next(iter(inside or {}), 0)
    before = root.children[_BODY].children[number].children[:place]
    return set(map(id, before)) != set(map(id, order[number][:place]))
