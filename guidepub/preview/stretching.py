"""Which pages an edit changes, by the blocks that differ from those on screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from guidepub.model import Leaf
from guidepub.pdf.seams.stretches import PageStretch
from guidepub.preview.readings import block_digests
from guidepub.preview.views import LeafLayout

Named = Mapping[str, Sequence[tuple[str, str]]]
"""The blocks of leaves, by leaf id: the name of each in the layout, and its digest."""


def named_blocks(leaves: Sequence[Leaf]) -> Named:
    """Return the blocks of leaves."""
    return {leaf.id: block_digests(leaf) for leaf in leaves}


def stretch_of(
    old: Sequence[LeafLayout], named: Named, changed: Sequence[str]
) -> PageStretch | None:
    """Return the pages of a unit that must be laid out again after a change.

    None if all of them must be: if the change is not in certain blocks, or if it reaches from the
    first page to the last.

    Args:
        old: the unit's leaves as they are on screen.
        named: the blocks that the leaves have now.
        changed: the ids of the leaves that have changed.
    """
    standing = old[0].standing
    if standing is None or not standing.turns:
        return None
    begin, pages = old[0].begin, old[-1].begin + old[-1].pages - old[0].begin
    first, last = pages, 0
    for leaf in (leaf for leaf in old if leaf.id in changed):
        found = _pages_of(leaf, [digest for _, digest in named[leaf.id]])
        if found is None:
            return None
        first, last = min(first, found[0] - begin), max(last, found[1] - begin)
    while first > 0 and (first >= len(standing.turns) or standing.turns[first] is None):
        first -= 1
    # The page after the last one may have to be laid out as well.
    return None if first == 0 and last >= pages - 2 else PageStretch(first, last, standing.turns)


def _pages_of(leaf: LeafLayout, now: Sequence[str]) -> tuple[int, int] | None:
    """Return the first and the last page with changed blocks of a leaf."""
    before = [digest for digest, _ in leaf.blocks]
    # The first block is the leaf itself, with the lists, boxes and rules around and between the
    # other blocks. If only these have changed, the pages cannot be known.
    if before[1:] == list(now[1:]):
        return None
    same = _same(before, now)
    behind = _same(before[same:][::-1], now[same:][::-1])
    # The block before a changed one may now share its page, and must be laid out with it.
    first = leaf.blocks[max(same - 1, 0)][1]
    following = len(before) - behind
    last = leaf.blocks[following][1] if behind else leaf.begin + leaf.pages - 1
    return first, max(first, last)


def _same(before: Sequence[str], now: Sequence[str]) -> int:
    """Return how many items at the beginning are equal."""
    pairs = enumerate(zip(before, now, strict=False))
    return next(
        (place for place, (one, other) in pairs if one != other), min(map(len, (before, now)))
    )


def as_set(
    old: LeafLayout, named: Sequence[tuple[str, str]], pages: Mapping[str, int]
) -> tuple[tuple[str, int], ...]:
    """Return a leaf's blocks with their pages, given the new pages of some names."""
    before, now = [digest for digest, _ in old.blocks], [digest for _, digest in named]
    same = _same(before, now)
    behind = _same(before[same:][::-1], now[same:][::-1])
    found: list[tuple[str, int]] = []
    for place, (name, digest) in enumerate(named):
        if place < same:
            page = old.blocks[place][1]
        elif name in pages:
            page = pages[name]
        elif len(named) - place <= behind:
            page = old.blocks[place - len(named)][1]
        else:
            page = found[-1][1] if found else old.begin
        found.append((digest, page))
    return tuple(found)


def with_pages(old: Sequence[LeafLayout], first: int, ids: Sequence[str]) -> list[LeafLayout]:
    """Return leaves with the ids of the book's pages from `first` on replaced by `ids`."""
    id_by_page = {leaf.begin + place: page for leaf in old for place, page in enumerate(leaf.ids)}
    id_by_page |= dict(enumerate(ids, first))
    return [
        replace(leaf, ids=tuple(id_by_page[leaf.begin + place] for place in range(leaf.pages)))
        for leaf in old
    ]
