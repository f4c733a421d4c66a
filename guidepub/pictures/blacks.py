"""Colours that are meant as black, though several inks make them."""

from __future__ import annotations

from collections.abc import Sequence

# With less black than this, the inks make a colour or a light grey.
_BLACK = 0.6
# A total of the other inks up to this shows no edge when they are out of register.
_TRACE = 0.1
# How much the coloured inks of a neutral grey may differ, weighted by how much black hides them.
_COLOURED = 0.03


def is_rich_black(inks: Sequence[float]) -> bool:
    """Return whether cyan, magenta, yellow and black, each from 0 to 1, make a black or deep grey.

    Printers want small type in black ink alone, since several inks are never exactly in register.
    A deep blue or brown is not a rich black: it needs several inks, and the publisher chose it.
    """
    *coloured, black = inks
    if black < _BLACK or sum(coloured) <= _TRACE:
        return False
    return (max(coloured) - min(coloured)) * (1 - black) <= _COLOURED
