"""The state that a unit takes on from the pages before it, and leaves to those after it: a seam.

WeasyPrint lays out whole documents: each begins on a right page, with its counters at 0. Here
a document goes on where another one ended, as if both were one: on the page's side, with the
counters of pages and elements, with the strings that running heads repeat, and with the
numbers of what lies in others. See `units` for what is laid out alone.
"""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from guidepub.pdf.engine.weasyprint import (
    Box,
    LayoutContext,
    Page,
    TargetCollector,
    TargetLookupItem,
    block_level_page_break,
    build,
    rendering,
)
from guidepub.pdf.leaves.document import Fit, is_block_name
from guidepub.pdf.seams.overruns import NO_OVERRUNS, Overruns
from guidepub.pdf.seams.stretches import PageStretch, Turns, turns_of
from guidepub.pdf.shortcuts.letting_go import let_targets_go

# The depth of scopes of counters at the body's children.
_IN_BODY = 3
# The place at which a document continues whose first leaf begins a page: the body's first child.
_FIRST_LEAF = {0: {0: None}}

Counters = Mapping[str, Sequence[int]]
"""Counters by their names, each with its values, the innermost last."""


@dataclass(frozen=True, slots=True)
class Target:
    """The counters at a place that others may refer to: its page's, and its own."""

    page_counters: Counters = field(default_factory=dict)
    own: Counters = field(default_factory=dict)


UNKNOWN = Target()
"""A place that is not laid out yet."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """The state that the pages before a unit leave to it.

    Attributes:
        pages: how many they are.
        right: whether the next page is a right one.
        counters: the counters of pages.
        groups: WeasyPrint's groups of pages that go on, each with its name and its count.
        strings: what running heads repeat, by the names that stylesheets give it.
        elements: the counters of elements that are next to each other in the body.
        quotes: how deep quotations lie in each other.
        sizes: the sizes of the book's first page, by which some lengths are measured.
    """

    pages: int = 0
    right: bool = True
    counters: Counters = field(default_factory=dict)
    groups: Sequence[Any] = ()
    strings: Mapping[str, str] = field(default_factory=dict)
    elements: Mapping[str, int] = field(default_factory=dict)
    quotes: int = 0
    sizes: Mapping[str, Any] = field(default_factory=dict)

    def behind_a_page(self, right: bool) -> Beginning:
        """Return the state after one page, a right one or a left one."""
        count = 1 if self.right is right else 2
        counters = {**self.counters, "page": (self.counters.get("page", (0,))[-1] + count,)}
        return replace(self, pages=self.pages + count, right=not right, counters=counters)

    def turned(self, stretch: PageStretch | None) -> Beginning:
        """Return the state at the first page of a stretch of a unit with this beginning."""
        if stretch is None or (turn := stretch.turn) is None:
            return self
        return replace(
            self,
            pages=self.pages + turn.pages,
            right=turn.right,
            counters=turn.counters,
            groups=turn.groups,
            strings={**self.strings, **turn.strings},
        )


FIRST = Beginning()
"""That of a book."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The position of a unit in its book: the state before it, and the places that it refers to.

    `turns` are how its pages begin (see `stretches`); there are none where a page depends on
    others in more than that. `fits` and `overruns` are how it is set.
    """

    beginning: Beginning = FIRST
    targets: Mapping[str, Target] = field(default_factory=dict)
    turns: Turns = ()
    fits: Mapping[str, Fit] = field(default_factory=dict)
    overruns: Overruns = NO_OVERRUNS

    @property
    def is_known(self) -> bool:
        """Whether all places to which the unit refers have been laid out."""
        return UNKNOWN not in self.targets.values()


class Continuing:
    """One layout of a unit: what it takes on, what of that it asks for, and what it leaves.

    `targets` finds places in other units by their names, `UNKNOWN` being one that has no page
    yet and None one that no unit has. `counted` are the counters of elements that stylesheets
    print: no others are taken on. Of a `stretch` of its pages `beginning` is that of the unit.
    """

    def __init__(
        self,
        beginning: Beginning,
        targets: Callable[[str], Target | None],
        counted: Collection[str] = (),
        stretch: PageStretch | None = None,
    ) -> None:
        self.stretch = stretch
        self.beginning = beginning.turned(stretch)
        self.ending = beginning
        self.places: Mapping[str, Target] = {}
        self._turns: Turns = ()
        self._root: Box | None = None
        self._order: Mapping[int, Sequence[Box]] = {}
        self._counted = counted
        self._targets: _Targets | None = _Targets(targets)
        self._asked = self._targets.asked
        self._strings: set[str] = set()
        self._counts_pages = False
        self._page_break = "auto"
        self._reset: frozenset[str] = frozenset()
        self._elements: Mapping[str, int] = {}
        self._quotes = 0
        self._sizes: Mapping[str, Any] = {}

    @property
    def standing(self) -> Standing:
        """The position of the unit, with only those places that it asked for."""
        return Standing(self.beginning, self._asked, self._turns)

    def holds(self, beginning: Beginning, targets: Callable[[str], Target | None]) -> bool:
        """Return whether the pages would be the same with what others leave and where they lie."""
        own = self.beginning
        return (
            own.right == beginning.right
            and (own.pages == beginning.pages or not self._counts_pages)
            and self._counters_kept(own) == self._counters_kept(beginning)
            and own.groups == beginning.groups
            and (own.elements, own.quotes) == (beginning.elements, beginning.quotes)
            and own.sizes == beginning.sizes
            and all(own.strings.get(s) == beginning.strings.get(s) for s in self._strings)
            and all(targets(name) == found for name, found in self._asked.items())
        )

    def _counters_kept(self, beginning: Beginning) -> Counters:
        kept = beginning.counters.keys() - self._reset
        return {name: beginning.counters[name] for name in kept}

    # What follows is asked for by the layout context in `footnotes`.

    @contextlib.contextmanager
    def boxes_go_on(self) -> Iterator[None]:
        """Let WeasyPrint build boxes with the counters of elements that are taken on."""
        build_boxes, make_box = rendering.build_formatting_structure, build.element_to_box

        def root_box(*arguments: Any) -> Any:
            build.element_to_box = make_box
            return make_box(*arguments, self._state())

        def boxes(*arguments: Any) -> Box:
            build.element_to_box = root_box
            root: Box = build_boxes(*arguments)
            _, style_for, *_ = arguments
            style_for.boxes_are_built()
            body = root.children[0]
            self._page_break = block_level_page_break(None, body.children[0])
            self._root = root
            self._order = {place: box.children for place, box in enumerate(body.children)}
            return root

        rendering.build_formatting_structure = boxes
        try:
            yield
        finally:
            rendering.build_formatting_structure = build_boxes
            build.element_to_box = make_box

    def _state(self) -> tuple[Any, ...]:
        """Return the state with which WeasyPrint's boxes of a document begin."""
        quotes = [self.beginning.quotes]
        values: dict[str, list[int]] = {"footnote": [0], "note": [0]}

        def begin(scope: set[str]) -> None:
            for name, value in self.beginning.elements.items():
                if name in values:
                    values[name][-1] = value
                else:
                    scope.add(name)
                    values[name] = [value]

        def end() -> None:
            self._quotes = quotes[0]
            self._elements = {
                name: found[-1] for name, found in values.items() if name in self._counted
            }

        return quotes, values, _Scopes(begin, end), []

    def targets(self, own: TargetCollector) -> TargetCollector:
        """Return the collector of the places to which the unit refers, its own and those of others."""
        assert self._targets is not None
        self._targets.target_lookup_items.update(own.target_lookup_items)
        return self._targets

    def page_of(self, name: str) -> int:
        """Return the number of the page on which a place in another unit lies.

        It is 0 while that is not known. Call this before the layout begins.
        """
        assert self._targets is not None
        found = self._targets.elsewhere(name)
        return found.page_counters.get("page", (0,))[-1] if found else 0

    def match_pages(self, style_for: Any) -> None:
        """Let rules for the first page, and for pages by their number, count the whole book's."""
        match, sizes = style_for._page_type_match, style_for.initial_page_sizes

        def matches(selector: Any, page: Any) -> bool:
            if selector.first is not None or (selector.index and selector.index[2] is None):
                self._counts_pages = True
            self.measure_pages(sizes)
            found: bool = match(selector, page._replace(index=page.index + self.beginning.pages))
            return found

        style_for._page_type_match = matches

    def measure_pages(self, sizes: dict[str, Any]) -> None:
        """Let lengths be measured by the first page of the book, not by the unit's."""
        sizes.update(self.beginning.sizes)
        self._sizes = sizes

    def pages(self) -> list[Any]:
        """Return the list in which WeasyPrint notes the pages that it makes, still empty."""
        return _Pages(self._first_page)

    def _first_page(self, page: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return WeasyPrint's entry for the first page, with the state that is taken on."""
        begun = self.beginning
        if begun == FIRST:
            return page
        at, following, _, _, remake = page
        counters = {name: list(values) for name, values in begun.counters.items()}
        state = ([0], counters, [set(counters)], copy.deepcopy(list(begun.groups)))
        if self.stretch is not None and (turn := self.stretch.turn):
            at, following = copy.deepcopy(turn.at), dict(turn.following)
        else:
            at, following["break"] = _FIRST_LEAF, self._page_break
        return (at, following, begun.right, state, remake)

    def string(self, name: str) -> tuple[str, ...]:
        """Return the value that the pages before the unit give a string, if any."""
        self._strings.add(name)
        found = self.beginning.strings.get(name)
        return () if found is None else (found,)

    def end(self, context: LayoutContext, pages: Sequence[Page]) -> None:
        """Note the state that a laid-out unit leaves to those behind it."""
        assert self._targets is not None
        first, *_ = pages
        self._reset = frozenset(name for name, _ in first._page_box.style["counter_reset"])
        _, _, right, (_, counters, _, groups), _ = context.page_maker[len(pages)]
        set_here = {
            name: found[max(found)][-1] for name, found in context.string_set.items() if found
        }
        self.ending = Beginning(
            pages=self.beginning.pages + len(pages),
            right=right,
            counters=_without_page_count(counters),
            # Counters that continue belong to the body, or to what is around it, and to no leaf.
            groups=[group for group in groups if not (group[2] or {}).get(0)],
            strings={**self.beginning.strings, **set_here},
            elements=self._elements,
            quotes=self._quotes,
            sizes=dict(self._sizes),
        )
        self.places = {
            name: Target(
                _without_page_count(item.cached_page_counter_values),
                _without_page_count(item.target_box.cached_counter_values or {}),
            )
            for name, item in self._targets.target_lookup_items.items()
            if item.state == "up-to-date" and not is_block_name(name)
        }
        assert self._root is not None
        if not self._targets.counter_lookup_items:
            self._turns = turns_of(context, self._root, self._order, self.stretch)
        # They know all boxes as they were before they were laid out.
        let_targets_go(self._targets)
        self._targets = self._root = None
        self._order = {}


def _without_page_count(counters: Mapping[str, Sequence[int]]) -> Counters:
    """Return counters without the count of all pages, which is known of a whole book only."""
    return {name: tuple(values) for name, values in counters.items() if name != "pages"}


class _Scopes(list[set[str]]):
    """The scopes of counters around an element, which show where the body's children begin."""

    def __init__(self, begin: Callable[[set[str]], None], end: Callable[[], None]) -> None:
        super().__init__([{"footnote", "note"}])
        self._begin, self._end = begin, end

    def append(self, scope: set[str]) -> None:
        super().append(scope)
        if len(self) == _IN_BODY:
            self._begin(scope)

    def pop(self, *place: Any) -> set[str]:
        if len(self) == _IN_BODY:
            self._end()
        return super().pop(*place)


class _Pages(list[Any]):
    """WeasyPrint's entries for pages, of which the first continues from others."""

    def __init__(self, begin: Callable[[tuple[Any, ...]], tuple[Any, ...]]) -> None:
        super().__init__()
        self._begin = begin

    def append(self, page: tuple[Any, ...]) -> None:
        super().append(page if self else self._begin(page))


class _Targets(TargetCollector):  # type: ignore[misc]
    """The places to which a document refers, those in other units among them."""

    def __init__(self, elsewhere: Callable[[str], Target | None]) -> None:
        super().__init__()
        self.asked: dict[str, Target] = {}
        self._elsewhere = elsewhere
        self._items: dict[str, TargetLookupItem] = {}
        self.target_lookup_items = _Items(self._item)

    def elsewhere(self, name: str) -> Target | None:
        """Return a place in another unit, which the layout then depends on."""
        if target := self._elsewhere(name):
            self.asked[name] = target
        return target

    def _item(self, name: str) -> TargetLookupItem | None:
        if name not in self._items and (target := self.elsewhere(name)):
            item = self._items[name] = TargetLookupItem("up-to-date")
            item.target_box = _Place(dict(target.own))
            item.cached_page_counter_values = {n: list(v) for n, v in target.page_counters.items()}
        return self._items.get(name)


@dataclass(frozen=True, slots=True)
class _Place:
    """The target of a reference, as WeasyPrint uses it."""

    cached_counter_values: Counters


class _Items(dict[str, TargetLookupItem]):
    """The places of a document by their names. Missing ones are looked up in other units."""

    def __init__(self, elsewhere: Callable[[str], TargetLookupItem | None]) -> None:
        super().__init__()
        self._elsewhere = elsewhere

    def get(self, name: Any, default: Any = None) -> Any:
        found = super().get(name)
        if found is None and default is not None:
            return self._elsewhere(name) or default
        return found
