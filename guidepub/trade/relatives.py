"""Related books of a catalogue: translations of each other, and series."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass

from guidepub.model import Catalog, Guide

_NEIGHBOURS = 10
"""How many books of a series before a book, and after it, are listed as related."""


@dataclass(frozen=True, slots=True)
class Relatives:
    """The other books that a guide's record names, the series in its order."""

    translations: tuple[Guide, ...] = ()
    series: tuple[Guide, ...] = ()


NONE = Relatives()
"""For a guide that stands alone."""


def relatives(catalog: Catalog) -> Mapping[str, Relatives]:
    """Return the relatives of each guide of a catalogue, by its slug.

    For a long series, the nearest books are named.
    """
    works: dict[str, list[Guide]] = {}
    series: dict[str, list[Guide]] = {}
    for guide in catalog.values():
        works.setdefault(_work(guide), []).append(guide)
        if guide.trade.series:
            series.setdefault(guide.trade.series.title, []).append(guide)
    found: dict[str, Relatives] = {}
    for guides in works.values():
        for guide in guides:
            others = tuple(each for each in guides if each is not guide)
            found[guide.slug] = Relatives(translations=others)
    for guides in series.values():
        guides.sort(key=lambda each: (_place(each), each.slug))
        for at, guide in enumerate(guides):
            near = (*guides[max(at - _NEIGHBOURS, 0) : at], *guides[at + 1 : at + 1 + _NEIGHBOURS])
            found[guide.slug] = Relatives(found[guide.slug].translations, near)
    return found


def _work(guide: Guide) -> str:
    """Return the slug of the guide that a guide translates, or its own."""
    return guide.translation_of.guide if guide.translation_of else guide.slug


def _place(guide: Guide) -> int:
    """Return the number of a guide in its series; one without comes last."""
    series = guide.trade.series
    return series.number if series and series.number is not None else sys.maxsize
