"""Editions of one guide in a process that has made books before.

Run as `python -m benchmarks.warm CATALOGUE ROUNDS SLUG…`; prints the seconds as JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from functools import partial

import guidepub
from benchmarks.timing import seconds_of
from guidepub.model import Catalog, Edition

ALONE: tuple[Edition, ...] = ("screen",)
TOGETHER: tuple[Edition, ...] = ("print", "screen", "epub")


def main(folder: str, rounds: int, slugs: Sequence[str]) -> None:
    """Time each guide's screen edition alone and three editions together, in turns."""
    catalog = guidepub.load(folder)
    found: dict[str, dict[str, list[float]]] = {}
    for slug in slugs:
        _make(catalog, slug, TOGETHER)
        times: dict[str, list[float]] = {"alone": [], "together": []}
        for _ in range(rounds):
            times["alone"].append(seconds_of(partial(_make, catalog, slug, ALONE)))
            times["together"].append(seconds_of(partial(_make, catalog, slug, TOGETHER)))
        found[slug] = times
    json.dump(found, sys.stdout)


def _make(catalog: Catalog, slug: str, editions: Sequence[Edition]) -> None:
    """Make editions of a book that is assembled for them: nothing is left from before."""
    book = guidepub.assemble(catalog[slug], catalog)
    for edition in editions:
        guidepub.render(book, edition)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
