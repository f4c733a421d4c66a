"""A book laid out unit by unit: a unit is what lies between two forced page breaks.

That is a leaf, the endpaper being a part of the cover, or leaves that follow each other on a page
(see `sequences`). Where rules ask for what only the whole book shows, it is one unit (see
`sharing`).

Units are laid out in order, each with what the pages before leave to it
(see `continuing`), and what is fitted is tried for one unit alone. One that prints numbers of
pages that are not known yet is laid out again when they are; the contents, which print little
else, come last. Then everything is compared, and the pages are joined.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from guidepub.files import sha256
from guidepub.findings import Finding, RenderError
from guidepub.model import Book, Leaf
from guidepub.pdf.covers.crowding import crowded_leaves
from guidepub.pdf.engine.weasyprint import Document
from guidepub.pdf.layout.fitting import fitted
from guidepub.pdf.layout.laying import Among, Laid, Setting, lay_out_pages
from guidepub.pdf.layout.reuse import KeptUnits
from guidepub.pdf.layout.room import crowded_tables
from guidepub.pdf.layout.rows import tables_to_part
from guidepub.pdf.layout.styles import book_rules
from guidepub.pdf.leaves.document import Fit, book_html
from guidepub.pdf.leaves.sequences import sequence_of, sequences
from guidepub.pdf.leaves.sharing import sharing_in
from guidepub.pdf.leaves.shells import Shell, shells
from guidepub.pdf.seams.continuing import FIRST, UNKNOWN, Beginning, Continuing, Standing, Target
from guidepub.pdf.seams.overruns import Overruns, with_room_for_notes
from guidepub.pdf.seams.stretches import PageStretch
from guidepub.themes.stylesheets.layouts import PagedLayout

# The limit on passes through all units. Numbers of pages that change each other may never settle;
# WeasyPrint, too, then keeps what it has in the end.
_ROUNDS = 8
# Leaves that print little but the numbers of pages.
_LISTING = frozenset({"contents", "list"})
_FACT = re.compile(r'data-fact="[^"]*"')


def lay_out_book(
    setting: Setting,
    layout: PagedLayout,
    text: Book,
    more: str = "",
    go_on: Callable[[], None] = lambda: None,
    kept: KeptUnits[MadeUnit] | None = None,
    take_early: Callable[[MadeUnit], None] = lambda _: None,
) -> Laid:
    """Lay a book out, with every note whole, tables that have room, and leaves that end well.

    `text` is the book whose leaves are set: that of the setting, or the same with its traces.
    `go_on` is called now and then, and may raise to give up. `kept` are units of its earlier
    states, which are used where they would look the same. `take_early` is called with each unit when it is
    laid out, in order, except those that come last; a unit that is laid out again is not passed again.

    Raises:
        RenderError: a note has no room, or a name occurs twice in the book (R001).
    """
    units = _Units(setting, layout, text, more, go_on, kept=kept)
    for number in range(_ROUNDS):
        if not units.look_through(take_early if number == 0 else lambda _: None):
            break
    return units.joined()


def lay_out_leaf(
    setting: Setting,
    layout: PagedLayout,
    text: Book,
    leaf: Leaf,
    standing: Standing,
    more: str,
    stretch: PageStretch | None = None,
) -> Laid:
    """Lay one leaf of a book out as in the whole, with those that are on its pages.

    `standing` is where the first of these is in the whole. Of a `stretch` of their pages,
    which are set as they were, where all stand then is returned.

    Raises:
        RenderError: a note has no room (R001).
    """
    units = _Units(setting, layout, text, more, lambda: None, standing.targets)
    unit = _Unit(sequence_of(text, leaf.id))
    if stretch is None:
        made = units.laid_out(unit, standing.beginning)
        found = made.standing
    else:
        given = standing.fits, standing.overruns
        made = units.laid_out_so(unit, standing.beginning, *given, stretch)
        found = replace(
            standing,
            targets={**standing.targets, **made.standing.targets},
            turns=stretch.all_turns(made.standing.turns),
        )
    return made.laid._replace(standings={unit.leaves[0].id: found})


class MadeUnit(NamedTuple):
    """A unit that is laid out."""

    laid: Laid
    continuing: Continuing
    fits: Mapping[str, Fit]

    @property
    def standing(self) -> Standing:
        """Its position in the book, and how it is set."""
        found = self.continuing.standing
        # On a page that is as full the rest of a note continues on a later page.
        turns = () if self.overruns.full else found.turns
        return replace(found, turns=turns, fits=self.fits, overruns=self.overruns)

    @property
    def document(self) -> Document:
        """Its pages."""
        return self.laid.document

    @property
    def overruns(self) -> Overruns:
        """The room that its notes were given."""
        return self.laid.overruns


class _Unit:
    """Leaves that are laid out together."""

    def __init__(self, *sequences: Sequence[Leaf]) -> None:
        self.sequences = sequences
        self.leaves = tuple(leaf for leaves in sequences for leaf in leaves)
        self.made: MadeUnit | None = None

    @property
    def is_last(self) -> bool:
        """Whether it is better laid out when the pages of all others are known."""
        return all(leaf.kind in _LISTING for leaf in self.leaves)


class _Units:
    """A book's units, and what is known of them."""

    def __init__(
        self,
        setting: Setting,
        layout: PagedLayout,
        text: Book,
        more: str,
        go_on: Callable[[], None],
        targets: Mapping[str, Target] = MappingProxyType({}),
        kept: KeptUnits[MadeUnit] | None = None,
    ) -> None:
        self._setting, self._layout, self._text, self._more = setting, layout, text, more
        self._go_on = go_on
        self._sharing = sharing_in(text.theme, layout)
        self._shells, self._names = shells(text)
        self._targets = dict(targets)
        self._is_first_time = True
        self._kept = kept
        parts = sequences(text)
        self._units = [_Unit(*parts)] if self._sharing.whole else [_Unit(part) for part in parts]

    def look_through(self, take_early: Callable[[MadeUnit], None]) -> bool:
        """Lay out the units that are new or out of date. Return whether there were any.

        `take_early` is called with each of them.
        """
        has_changed = False
        beginning = FIRST
        is_first_time, self._is_first_time = self._is_first_time, False
        for unit in self._units:
            if unit.made is None and unit.is_last and is_first_time:
                # A guess, by which the leaf after them is rarely laid out twice.
                begins_right = unit.leaves[0].kind == "contents" or beginning.right
                beginning, has_changed = beginning.behind_a_page(begins_right), True
                continue
            if unit.made is None or not unit.made.continuing.holds(beginning, self._target):
                unit.made = self._made(unit, beginning)
                self._targets |= unit.made.continuing.places
                take_early(unit.made)
                has_changed = True
            beginning = unit.made.continuing.ending
        return has_changed

    def joined(self) -> Laid:
        """Return the pages of all units.

        Raises:
            RenderError: two have a name in common (R001).
        """
        made = [unit.made for unit in self._units if unit.made is not None]
        names = Counter(name for each in made for name in each.continuing.places)
        if twice := [name for name, count in names.items() if count > 1]:
            message = f"The name “{twice[0]}” occurs twice in the book."
            raise RenderError([Finding(self._setting.book.place, "R001", message)])
        pages = [page for each in made for page in each.document.pages]
        needed: dict[str, int] = {}
        for each in made:
            needed |= each.overruns.pages
        return Laid(
            "".join(each.laid.html for each in made),
            made[0].document.copy(pages),
            tuple(places for each in made for places in each.laid.places),
            Overruns(needed, frozenset().union(*(each.overruns.full for each in made))),
            {
                unit.leaves[0].id: unit.made.standing
                for unit in self._units
                if unit.made is not None
            },
        )

    def _made(self, unit: _Unit, beginning: Beginning) -> MadeUnit:
        """Return a unit that was laid out before, or lay it out."""
        if self._kept is None:
            return self.laid_out(unit, beginning)
        key = self._key(unit)
        found = self._kept.find(key, lambda made: made.continuing.holds(beginning, self._target))
        if found is None:
            found = self.laid_out(unit, beginning)
            self._kept.keep(key, found, len(found.document.pages))
        return found

    def _key(self, unit: _Unit) -> str:
        """Return a text that changes with all that decides how a unit looks, wherever it stands."""
        book, names = self._setting.book, tuple(leaf.id for leaf in unit.leaves)
        html = book_html(book, only=names)
        # Traces are not seen, but facts keep their places; other modules report lines.
        facts = [_FACT.findall(leaf.xhtml) for leaf in unit.leaves]
        pictures = [
            (picture.href, sha256(found[0]))
            for picture in book.pictures
            if picture.href in html and (found := self._setting.pictures.read(picture.href))
        ]
        parts = (
            html,
            facts,
            self._around(names),
            pictures,
            self._layout,
            self._more,
            book_rules(book),
        )
        return sha256(repr((*parts, book.press, book.theme)).encode())

    def laid_out(self, unit: _Unit, beginning: Beginning) -> MadeUnit:
        """Lay a unit out after the state that others leave to it."""
        known: dict[frozenset[tuple[str, Fit]], MadeUnit] = {}

        def lay_out(fits: Mapping[str, Fit]) -> MadeUnit:
            def with_notes(given: Overruns) -> MadeUnit:
                return self.laid_out_so(unit, beginning, fits, given)

            key = frozenset(fits.items())
            if key not in known:
                known[key] = with_room_for_notes(with_notes, self._setting.book.place)
            return known[key]

        return fitted(unit.sequences, lay_out, _crowded, _high)

    def laid_out_so(
        self,
        unit: _Unit,
        beginning: Beginning,
        fits: Mapping[str, Fit],
        given: Overruns,
        stretch: PageStretch | None = None,
    ) -> MadeUnit:
        """Lay a unit out, or a stretch of its pages, with some fits and what its notes are given."""
        self._go_on()
        names = tuple(leaf.id for leaf in unit.leaves)
        continuing = Continuing(beginning, self._target, self._sharing.counters, stretch)
        pages = cache(continuing.page_of)
        html = book_html(self._text, fits, names, given.pages, pages)
        among = Among(continuing, *self._around(names))
        laid = lay_out_pages(self._setting, self._layout, html, self._more, given, among)
        if self._text is not self._setting.book and stretch is None:
            # The file is that of the book itself: its identity comes from its own text.
            html = book_html(self._setting.book, fits, names, given.pages, pages)
        return MadeUnit(laid._replace(html=html), continuing, fits)

    def _around(self, names: Sequence[str]) -> tuple[list[Shell], list[Shell]]:
        """Return the shells in the body before and after some leaves."""
        order = list(self._shells)
        first, last = order.index(names[0]), order.index(names[-1])
        before = [shell for name in order[:first] for shell in self._shells[name]]
        after = [shell for name in order[last + 1 :] for shell in self._shells[name]]
        return before, after

    def _target(self, name: str) -> Target | None:
        return self._targets.get(name) or (UNKNOWN if name in self._names else None)


def _crowded(made: MadeUnit) -> Mapping[str, str]:
    """Return the tables, cover and title page that have no room: the leaf of each by its name."""
    pages = made.document.pages
    return crowded_tables(pages) | {leaf: leaf for leaf in crowded_leaves(pages)}


def _high(made: MadeUnit) -> Mapping[str, str]:
    """Return the tables whose rows are to break: the leaf of each by its name."""
    return tables_to_part(made.document.pages)
