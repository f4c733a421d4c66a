"""Words that do not run to the right: which way they run, in quarter turns, and where they lie.

Wide tables are printed along the long edge of a page, and heads of narrow columns upwards.
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

    def turned(self, turns: int) -> PaperEdges:
        """Return the edges as they lie when the page has been turned to the right so often."""
        x, y = point_turned(self.left, self.bottom, turns)
        far_x, far_y = point_turned(self.right, self.top, turns)
        return PaperEdges(min(x, far_x), min(y, far_y), max(x, far_x), max(y, far_y))


def turns_of(x: float, y: float) -> int:
    """Return how often a page is turned to the right by 90° until what runs to `x, y` is level."""
    if abs(y) > abs(x):
        return 1 if y > 0 else 3
    return 0 if x >= 0 else 2


def point_turned(x: float, y: float, turns: int) -> tuple[float, float]:
    """Return a point as it lies when its page has been turned to the right so often."""
    for _ in range(turns % 4):
        x, y = y, -x
    return x, y
