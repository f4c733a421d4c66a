"""Rotates coordinates by quarter turns, for words that do not run to the right.

Wide tables are printed along the long edge of a page, and headings of narrow columns upwards.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperEdges:
    """The edges of something on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def rotated(self, turns: int) -> PaperEdges:
        """Return the edges after the page is turned clockwise by 90° `turns` times."""
        x, y = point_rotated(self.left, self.bottom, turns)
        far_x, far_y = point_rotated(self.right, self.top, turns)
        return PaperEdges(min(x, far_x), min(y, far_y), max(x, far_x), max(y, far_y))


def turns_of(x: float, y: float) -> int:
    """Return how often a page must be turned clockwise by 90° until the direction `x, y` is level."""
    if abs(y) > abs(x):
        return 1 if y > 0 else 3
    return 0 if x >= 0 else 2


def point_rotated(x: float, y: float, turns: int) -> tuple[float, float]:
    """Return a point after its page is turned clockwise by 90° `turns` times."""
    for _ in range(turns % 4):
        x, y = y, -x
    return x, y
