"""Pages of a view: first the leaves that have changed, and then the whole file.

This runs in the workers. A leaf that is laid out alone looks the same as in the whole book, which
is laid out leaf by leaf. If a theme makes the book one unit, only whole books are shown.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from guidepub.editions import file_with_places
from guidepub.files.dates import monotonic
from guidepub.findings import RenderError
from guidepub.model import Book, Leaf
from guidepub.pdf.finished.raster import PageLooks, baselines, page_digests, sheet_size
from guidepub.pdf.leaves.sequences import sequences
from guidepub.pdf.proofs import Opening, Proof, ProofPage, Trace, facts, leaf_proof, traces
from guidepub.pdf.seams.continuing import Standing
from guidepub.pdf.seams.stretches import PageStretch
from guidepub.preview.readings import (
    Reading,
    about,
    layout_key,
    leaf_digest,
    leaf_layouts,
    read,
)
from guidepub.preview.stretching import as_set, named_blocks, stretch_of, with_pages
from guidepub.preview.views import Draft, EarlyPages, Json, Layout, LeafLayout, Sheets, View, Whole
from guidepub.preview.workers import expect_steps, go_on, send_early

# How many runs of leaves are laid out for a draft. If more have changed, the whole book follows.
_MOST = 4
# Seconds after which pages are shown of a book that is still being laid out.
_EARLY = 1.0


def draft(view: View, known: Layout | None, scale: float) -> Draft:
    """Return what can be shown of a view at once.

    Args:
        view: the view.
        known: the layout that is on screen, if there is one.
        scale: the scale of the draft's pictures, in pixels per point.

    Raises:
        GuidepubError: the book cannot be made.
    """
    reading = read(view)
    book_data = about(reading)
    if known is None or known.key != layout_key(reading, view):
        return Draft(reading.findings, book_data)
    book = reading.book
    before = {leaf.id: leaf for leaf in known.leaves}
    digests = {leaf.id: leaf_digest(book, leaf) for leaf in book.leaves if leaf.id in before}
    changed = [
        leaves
        for leaves in sequences(book)
        if any(leaf.id in before and before[leaf.id].digest != digests[leaf.id] for leaf in leaves)
    ]
    sheets: list[Sheets] = []
    pictures: dict[str, bytes] = {}
    set_anew: dict[str, LeafLayout] = {}
    for leaves in changed[:_MOST]:
        old = [before[leaf.id] for leaf in leaves if leaf.id in before]
        now = [replace(leaf, digest=digests[leaf.id]) for leaf in old]
        made = _set_anew(reading, view, leaves, (old, now), known.pages)
        if made is None:
            continue
        sheets.append(made[0])
        set_anew |= {leaf.id: leaf for leaf in made[1]}
        # Pages with known ids are on screen already.
        shown_ids = {page for leaf in old for page in leaf.ids}
        ids = made[0].ids
        fresh = tuple(place for place, page in enumerate(ids) if page not in shown_ids)
        painted = made[2].pictures(fresh, scale)
        pictures.update(zip((ids[place] for place in fresh), painted, strict=True))
    layout = replace(known, leaves=tuple(set_anew.get(old.id, old) for old in known.leaves))
    return Draft(reading.findings, book_data, tuple(sheets), pictures, layout, scale)


def _set_anew(
    reading: Reading,
    view: View,
    leaves: Sequence[Leaf],
    known: tuple[Sequence[LeafLayout], Sequence[LeafLayout]],
    pages: int,
) -> tuple[Sheets, list[LeafLayout], PageLooks] | None:
    """Return the changed pages of leaves, the leaves' new layout, and how the pages look.

    None if only a layout of the whole book can tell. `known` are the leaves as they are on
    screen, and the same with their new digests.
    """
    old, now = known
    named = named_blocks(leaves)
    changed = [new.id for leaf, new in zip(old, now, strict=True) if leaf.digest != new.digest]
    stretch = stretch_of(old, named, changed)
    try:
        found = _leaf_sheets(reading, view, leaves, old[0], pages, stretch)
    except RenderError:
        # A name that the stretch refers to may be gone. A layout of the whole unit needs none.
        if stretch is None:
            raise
        found = _leaf_sheets(reading, view, leaves, old[0], pages)
    if found is None:
        return None
    made, standing, begins, looks = found
    # If there are more pages now, those after them move only with the whole file.
    shown = min(len(made.pages), old[-1].begin + old[-1].pages - made.first)
    ids = made.ids[:shown]
    laid = [
        replace(leaf, blocks=as_set(leaf, named[leaf.id], begins))
        for leaf in with_pages(now, made.first, ids)
    ]
    laid[0] = replace(laid[0], standing=standing)
    return Sheets(made.first, made.data, ids, made.pages[:shown]), laid, looks


def whole(view: View, early: bool = False) -> Whole:
    """Return a view's finished PDF: the same bytes that a build writes, with the same proofs.

    With `early`, pages of a long book are sent before it is complete (see `workers.send_early`).

    Raises:
        GuidepubError: the book cannot be made.
        SupersededError: there was a newer save.
    """
    reading = read(view)
    go_on()
    expect_steps(len(sequences(reading.book)))
    given = reading.complete, reading.traced, view.edition, go_on
    made = file_with_places(*given, *([_Early(reading, view).take] if early else []))
    go_on()
    ids = page_digests(made.data)
    pages = _padded(made, len(ids), reading.book)
    places = _page_data(reading.traced, pages)
    book = reading.book
    lie = _leaf_pages(book, made.pages)
    leaves = leaf_layouts(book, lie, made.standings, ids, _begins(made.pages, 0))
    layout = Layout(layout_key(reading, view), leaves, len(pages))
    book_data = _about_pages(reading, view, made) | {"grid": baselines(made.data)}
    return Whole(Sheets(0, made.data, tuple(ids), places), layout, book_data)


def _about_pages(reading: Reading, view: View, made: Proof) -> Json:
    return about(reading) | {
        "margin": made.margin,
        "mirrored": view.edition != "print-cover",
        "sheet": [edge - 2 * made.margin for edge in sheet_size(made.data)],
    }


class _Early:
    """Sends pages of a long book while the others are being laid out."""

    def __init__(self, reading: Reading, view: View) -> None:
        self._reading, self._view = reading, view
        self._waiting: list[Callable[[], Proof]] = []
        self._count = 0
        self._sent = monotonic()

    def take(self, draw: Callable[[], Proof]) -> None:
        """Take a function that draws the next pages, and send waiting pages from time to time."""
        self._waiting.append(draw)
        if monotonic() < self._sent + _EARLY:
            return
        made = [proof for waiting in self._waiting if (proof := waiting()).pages]
        self._waiting = []
        parts = EarlyPages(
            tuple(self._sheets(proof) for proof in made),
            _about_pages(self._reading, self._view, made[0]) if made else {},
        )
        if made and self._view.edition != "print-cover":
            send_early(parts)
        self._sent = monotonic()

    def _sheets(self, made: Proof) -> Sheets:
        first, self._count = self._count, self._count + len(made.pages)
        traced = self._reading.traced
        names = {name for page in made.pages for name in page.places}
        here = [leaf.id for leaf in traced.leaves if leaf.id in names]
        data = _page_data(traced, made.pages, only=here)
        return Sheets(first, made.data, tuple(page_digests(made.data)), data)


class _Set(NamedTuple):
    """Pages that were laid out alone, the standing of their leaves, and the page of each name."""

    sheets: Sheets
    standing: Standing
    begins: Mapping[str, int]
    looks: PageLooks


def _leaf_sheets(
    reading: Reading,
    view: View,
    leaves: Sequence[Leaf],
    old: LeafLayout,
    pages: int,
    stretch: PageStretch | None = None,
) -> _Set | None:
    """Return the pages of leaves that share pages, laid out without the other leaves.

    None if only a layout of the whole book can tell how the pages look. `old` is the layout of
    the first leaf. With a `stretch`, only its pages are returned.
    """
    if old.standing is None:
        return None
    opening = Opening(old.right, old.number, pages, old.standing)
    made = leaf_proof(reading.book, reading.traced, view.edition, leaves[0].id, opening, stretch)
    if made is None:
        return None
    first = old.begin + (stretch.first if stretch else 0)
    data = _page_data(reading.traced, made.pages, only=[leaf.id for leaf in leaves])
    looks = PageLooks(made.data)
    sheets = Sheets(first, made.data, looks.digests, data)
    (standing,) = made.standings.values()
    return _Set(sheets, standing, _begins(made.pages, first), looks)


def _begins(pages: Sequence[ProofPage], first: int) -> Mapping[str, int]:
    """Return the page on which each name begins, counted from `first`."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages, first):
        for name in page.places:
            found.setdefault(name, number)
    return found


def _padded(made: Proof, count: int, book: Book) -> tuple[ProofPage, ...]:
    """Return the pages of a PDF, with blank pages and the cover's sheet, which no layout has."""
    trim = book.trim
    if not made.pages:
        return (ProofPage(book.phrases["cover"], True, trim.width, trim.height, {}),)
    blanks = [
        ProofPage("", place % 2 == 0, trim.width, trim.height, {})
        for place in range(len(made.pages), count)
    ]
    return (*made.pages, *blanks)


def _leaf_pages(book: Book, pages: Sequence[ProofPage]) -> dict[str, tuple[int, int, int, bool]]:
    """Return for each leaf its first page, its count of pages, and the first one's number and side."""
    found = {}
    for leaf in book.leaves:
        on = [number for number, page in enumerate(pages) if leaf.id in page.places]
        if not on:
            continue
        count = on[-1] - on[0] + 1
        if leaf.kind == "cover" and len(pages) > 1:
            # The endpaper belongs to the cover.
            count += 1
        first = pages[on[0]]
        number = int(first.label) if first.label.isdigit() else 1
        found[leaf.id] = (on[0], count, number, first.right)
    return found


def _page_data(
    traced: Book, pages: Iterable[ProofPage], only: Collection[str] = ()
) -> tuple[Json, ...]:
    """Return for each page the boxes of blocks, with their lines, and of facts, with their keys."""
    leaves = [leaf for leaf in traced.leaves if not only or leaf.id in only]
    known = {trace.name: trace for leaf in leaves for trace in traces(leaf)}
    keys = {name: key for leaf in leaves for name, key in facts(leaf)}
    found = []
    for page in pages:
        blocks = [
            [_key(known[name]), known[name].line, *(round(edge, 2) for edge in box)]
            for name, box in page.places.items()
            if name in known and box[3] > box[1]
        ]
        figures = [
            [keys[name], *(round(edge, 2) for edge in box)]
            for name, box in page.places.items()
            if name in keys
        ]
        leaf = next((leaf.id for leaf in leaves if leaf.id in page.places), "")
        found.append(
            {
                "label": page.label,
                "right": page.right,
                "leaf": leaf,
                "blocks": blocks,
                "facts": figures,
            }
        )
    return tuple(found)


def _key(trace: Trace) -> str:
    """Return a key that identifies a block from one save to the next: a digest of its words."""
    return hashlib.blake2b(trace.words.encode(), digest_size=6).hexdigest()
