"""Keeps laid-out units for the next layout of a book that is being written."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

_Unit = TypeVar("_Unit")


class KeptUnits(Generic[_Unit]):
    """Units by all that decides their looks except their position, the last used ones last.

    `most` is how many pages they may have together; the last one is kept whatever it has.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._pages = 0
        self._kept: OrderedDict[str, tuple[_Unit, int]] = OrderedDict()

    def find(self, key: str, fits: Callable[[_Unit], bool]) -> _Unit | None:
        """Return the unit of a key if it fits where it is to stand, or None."""
        if key not in self._kept or not fits(self._kept[key][0]):
            return None
        self._kept.move_to_end(key)
        return self._kept[key][0]

    def keep(self, key: str, unit: _Unit, pages: int) -> None:
        """Keep a unit of so many pages, in place of one of the same key."""
        _, before = self._kept.pop(key, (None, 0))
        self._kept[key] = unit, pages
        self._pages += pages - before
        while self._pages > self._most and len(self._kept) > 1:
            _, (_, gone) = self._kept.popitem(last=False)
            self._pages -= gone
