"""Leaves that end badly: a few lines alone on a last page, and what is done about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from guidepub.model import Leaf
from guidepub.pdf.document import Fit, end_of

# A page whose text ends above this part of its height is better done without.
_POOR = 0.3
# Above this part it holds three or four lines at most, which must not be.
_SHORT = 0.19


class _Page(Protocol):
    height: float
    anchors: dict[str, tuple[float, ...]]


class _Document(Protocol):
    pages: Sequence[_Page]


class _LaidOut(Protocol):
    @property
    def document(self) -> _Document: ...


_Laid = TypeVar("_Laid", bound=_LaidOut)


@dataclass(frozen=True, slots=True)
class _Span:
    """How many pages a leaf takes, and at which part of the last one's height it ends."""

    pages: int
    end: float


def fitted(leaves: Sequence[Leaf], lay_out: Callable[[Mapping[str, Fit]], _Laid]) -> _Laid:
    """Lay a book out so that leaves do not end with a few lines on a last page.

    A leaf that does is tried a little tighter, which is kept if it saves the page; one that
    still ends with a few lines is set looser, which brings more lines over. The
    others stay as they are. `lay_out` takes the fits by leaf.
    """
    plain = lay_out({})
    spans = _spans(plain.document, leaves)
    poor = [name for name, span in spans.items() if span.pages > 1 and span.end < _POOR]
    if not poor:
        return plain
    tried: dict[str, Fit] = dict.fromkeys(poor, "tight")
    tight = lay_out(tried)
    tight_spans = _spans(tight.document, leaves)
    fits: dict[str, Fit] = {
        name: "tight" for name in poor if tight_spans[name].pages < spans[name].pages
    }
    fits |= {name: "loose" for name in poor if name not in fits and spans[name].end < _SHORT}
    if fits == tried:
        return tight
    return lay_out(fits) if fits else plain


def _spans(document: _Document, leaves: Sequence[Leaf]) -> dict[str, _Span]:
    first: dict[str, tuple[int, float]] = {}
    for number, page in enumerate(document.pages):
        for name, position in page.anchors.items():
            # What runs over several pages is on each of them; where it begins counts.
            first.setdefault(name, (number, position[1] / page.height))
    return {
        leaf.id: _Span(end[0] - begin[0] + 1, end[1])
        for leaf in leaves
        if (begin := first.get(leaf.id)) and (end := first.get(end_of(leaf)))
    }
