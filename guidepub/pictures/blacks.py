"""What is meant as black, though several inks make it."""

from __future__ import annotations

from collections.abc import Sequence

# With less black than this, the other inks make a colour or a light grey.
_BLACK = 0.6
# Other inks that together lay no more than this on the paper show no edge.
_TRACE = 0.1
# How far the coloured inks may lie apart, as far as black lets them be seen, in what is neutral.
_COLOURED = 0.03


def is_rich_black(inks: Sequence[float]) -> bool:
    """Return whether cyan, magenta, yellow and black, each from 0 to 1, make a black or deep grey.

    A printer sets small type in black alone, since inks never fall quite on each other. A deep
    blue or brown is none: it has no other way to be printed, and is what its publisher chose.
    """
    *coloured, black = inks
    if black < _BLACK or sum(coloured) <= _TRACE:
        return False
    return (max(coloured) - min(coloured)) * (1 - black) <= _COLOURED
