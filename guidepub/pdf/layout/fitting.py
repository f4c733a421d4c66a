"""Leaves that end badly, a few lines alone on a last page, and tables that are too wide or too high."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from guidepub.model import Leaf
from guidepub.pdf.engine.complaints import complaints_are_ignored
from guidepub.pdf.leaves.document import Fit, end_of, rows_of

# A page whose text ends above this part of its height is better done without.
_POOR = 0.3
# Above this part it holds three or four lines at most, which must not be.
_SHORT = 0.19
# Pages of one layout above which its end is left as it is: all of them would be laid out again, and
# once more, for the sake of the last.
_LONG = 80


class _Page(Protocol):
    height: float
    anchors: dict[str, tuple[float, ...]]


class _Layout(Protocol):
    pages: Sequence[_Page]


class _WithDocument(Protocol):
    @property
    def document(self) -> _Layout: ...


_Laid = TypeVar("_Laid", bound=_WithDocument)

LayOut = Callable[[Mapping[str, Fit]], _Laid]
"""Lays leaves out with some fits, by leaf and by table."""

Tables = Callable[[_Laid], Mapping[str, str]]
"""The tables that are to be set otherwise: the leaf of each by its name in the layout."""

_TABLE_STEPS: tuple[Fit, ...] = ("compact", "hyphenated", "dense")


@dataclass(frozen=True, slots=True)
class _Span:
    """The number of pages that leaves take, and the share of the last one's height that is full."""

    pages: int
    end: float


def fitted(
    sequences: Sequence[Sequence[Leaf]],
    lay_out: LayOut[_Laid],
    crowded: Tables[_Laid] = lambda _: {},
    high: Tables[_Laid] = lambda _: {},
) -> _Laid:
    """Lay leaves out so that tables have room and none ends with a few lines on a page.

    `sequences` are the leaves, in groups of those that follow each other on a page. A group that
    ends so is tried a little tighter, which is kept if it saves the page; one that still ends
    with a few lines is set looser, which brings more lines over. The others stay as they are, and
    so do all in a layout of over 80 pages.

    `crowded` are the tables that are wider than the page's text, each by its name with its leaf.
    Such a table is set in smaller steps until it has room, or in the smallest. `high` are
    the tables that have rows too high to be kept whole: these break at the page's end.
    """
    plain = lay_out({})
    tables = _table_fits(crowded(plain), lay_out, crowded)
    laid = lay_out(tables) if tables else plain
    if parted := high(laid):
        tables |= {rows_of(name): "parted" for name in parted}
        laid = lay_out(tables)
    return _with_good_ends(sequences, laid, lambda fits: lay_out(tables | dict(fits)))


def _table_fits(
    found: Mapping[str, str], lay_out: LayOut[_Laid], crowded: Tables[_Laid]
) -> dict[str, Fit]:
    """Return the setting of tables that have no room, given the leaf of each."""
    fits: dict[str, Fit] = {}
    for step in _TABLE_STEPS:
        if not found:
            break
        fits |= dict.fromkeys(found, step)
        with complaints_are_ignored():
            tried = lay_out(fits)
        found = {name: leaf for name, leaf in crowded(tried).items() if name in found}
    return fits


def _with_good_ends(
    sequences: Sequence[Sequence[Leaf]], plain: _Laid, lay_out: LayOut[_Laid]
) -> _Laid:
    spans = _spans(plain.document, sequences)
    poor = [place for place, span in spans.items() if span.pages > 1 and span.end < _POOR]
    if not poor or len(plain.document.pages) > _LONG:
        return plain
    tried = _fits_of(sequences, dict.fromkeys(poor, "tight"))
    laid = lay_out(tried)
    fits = _fits_of(sequences, _best(poor, spans, _spans(laid.document, sequences)))
    if fits == tried:
        return laid
    return lay_out(fits) if fits else plain


def _best(
    poor: Sequence[int], spans: Mapping[int, _Span], tight: Mapping[int, _Span]
) -> dict[int, Fit]:
    """Return the best fit for groups that end badly, given their ends when they are tight."""
    fits: dict[int, Fit] = {}
    for place in poor:
        if tight[place].pages < spans[place].pages:
            fits[place] = "tight"
        elif spans[place].end < _SHORT:
            fits[place] = "loose"
    return fits


def _fits_of(sequences: Sequence[Sequence[Leaf]], fits: Mapping[int, Fit]) -> dict[str, Fit]:
    """Return the fits of leaves by their ids, given those of their groups."""
    return {leaf.id: fit for place, fit in fits.items() for leaf in sequences[place]}


def _spans(document: _Layout, sequences: Sequence[Sequence[Leaf]]) -> dict[int, _Span]:
    """Return the spans of groups by their places."""
    first: dict[str, tuple[int, float]] = {}
    for number, page in enumerate(document.pages):
        for name, position in page.anchors.items():
            # A leaf that runs over several pages is on each of them; its first page counts.
            first.setdefault(name, (number, position[1] / page.height))
    return {
        place: _Span(end[0] - begin[0] + 1, end[1])
        for place, leaves in enumerate(sequences)
        if (begin := first.get(leaves[0].id)) and (end := first.get(end_of(leaves[-1].id)))
    }
