"""Pages of a view: the changed leaves at once, and the whole file after them.

Runs in the workers. A leaf that is set alone looks as in the whole, since a whole is made of
such leaves; where a theme makes the book one unit, only whole books are shown.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from guidepub.editions import file_with_places
from guidepub.model import Book, Leaf
from guidepub.pdf.proofs import Opening, Proof, ProofPage, Trace, facts, leaf_proof, traces
from guidepub.pdf.raster import baselines, page_digests, page_pictures, sheet_size
from guidepub.pdf.sequences import sequences
from guidepub.preview.readings import (
    Reading,
    about,
    layout_key,
    leaf_digest,
    leaf_layouts,
    read,
)
from guidepub.preview.views import Draft, Json, Layout, LeafLayout, Sheets, View, Whole
from guidepub.preview.workers import expect_steps, go_on

# Runs of leaves that are set anew at once; where more have changed, the whole is not far off.
_MOST = 4


def draft(view: View, known: Layout | None, scale: float) -> Draft:
    """Return what can be shown of a view at once, given the layout that is on screen.

    Raises:
        GuidepubError: whatever keeps the book from being made.
    """
    reading = read(view)
    said = about(reading)
    if known is None or known.key != layout_key(reading, view):
        return Draft(reading.findings, said)
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
        made = _leaf_sheets(reading, view, leaves, old[0], known.pages)
        if made is None:
            continue
        # What lies behind moves with the count; until the whole is there, nothing is pushed.
        shown = min(len(made.pages), old[-1].begin + old[-1].pages - old[0].begin)
        ids = made.ids[:shown]
        sheets.append(Sheets(old[0].begin, made.data, ids, made.pages[:shown]))
        # Other pages are on screen already.
        shown_ids = {page for leaf in old for page in leaf.ids}
        fresh = tuple(place for place, page in enumerate(ids) if page not in shown_ids)
        painted = page_pictures(made.data, fresh, scale)
        pictures.update(zip((ids[place] for place in fresh), painted, strict=True))
        for leaf in old:
            place = leaf.begin - old[0].begin
            own = ids[place : place + leaf.pages]
            set_anew[leaf.id] = replace(leaf, digest=digests[leaf.id], ids=own)
    layout = replace(known, leaves=tuple(set_anew.get(old.id, old) for old in known.leaves))
    return Draft(reading.findings, said, tuple(sheets), pictures, layout)


def whole(view: View) -> Whole:
    """Return a view's finished PDF: the bytes that a build writes, proved as they are there.

    Raises:
        GuidepubError: whatever keeps the book from being made.
        SupersededError: something newer is wanted.
    """
    reading = read(view)
    go_on()
    expect_steps(len(sequences(reading.book)))
    made = file_with_places(reading.complete, reading.traced, view.edition, go_on)
    go_on()
    ids = page_digests(made.data)
    pages = _padded(made, len(ids), reading.book)
    places = _page_data(reading.traced, pages)
    layout = Layout(
        layout_key(reading, view),
        leaf_layouts(reading.book, _leaf_pages(reading.book, made.pages), made.standings, ids),
        len(pages),
    )
    said = about(reading) | {
        "margin": made.margin,
        "grid": baselines(made.data),
        "mirrored": view.edition != "print-cover",
        "sheet": [edge - 2 * made.margin for edge in sheet_size(made.data)],
    }
    return Whole(Sheets(0, made.data, tuple(ids), places), layout, said)


def _leaf_sheets(
    reading: Reading, view: View, leaves: Sequence[Leaf], old: LeafLayout, pages: int
) -> Sheets | None:
    """Return the pages of leaves that follow each other on a page, set without the others.

    `old` is the layout of the first. None where only the whole tells how the pages look.
    """
    if old.standing is None:
        return None
    opening = Opening(old.right, old.number, pages, old.standing)
    made = leaf_proof(reading.book, reading.traced, view.edition, leaves[0].id, opening)
    if made is None:
        return None
    data = _page_data(reading.traced, made.pages, only=[leaf.id for leaf in leaves])
    return Sheets(old.begin, made.data, tuple(page_digests(made.data)), data)


def _padded(made: Proof, count: int, book: Book) -> tuple[ProofPage, ...]:
    """Return the pages of a PDF with those that the layout does not know: blanks, the wrap."""
    trim = book.trim
    if not made.pages:
        return (ProofPage(book.phrases["cover"], True, trim.width, trim.height, {}),)
    blanks = [
        ProofPage("", place % 2 == 0, trim.width, trim.height, {})
        for place in range(len(made.pages), count)
    ]
    return (*made.pages, *blanks)


def _leaf_pages(book: Book, pages: Sequence[ProofPage]) -> dict[str, tuple[int, int, int, bool]]:
    """Return the first page of each leaf, how many it has, the number and side of the first."""
    found = {}
    for leaf in book.leaves:
        on = [number for number, page in enumerate(pages) if leaf.id in page.places]
        if not on:
            continue
        count = on[-1] - on[0] + 1
        if leaf.kind == "cover" and len(pages) > 1:
            # The endpaper belongs to it.
            count += 1
        first = pages[on[0]]
        number = int(first.label) if first.label.isdigit() else 1
        found[leaf.id] = (on[0], count, number, first.right)
    return found


def _page_data(
    traced: Book, pages: Iterable[ProofPage], only: Collection[str] = ()
) -> tuple[Json, ...]:
    """Return for each page what lies where: blocks with their lines, facts with their keys."""
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
    """Return what a block is known by from one save to the next: its words."""
    return hashlib.blake2b(trace.words.encode(), digest_size=6).hexdigest()
