"""Figures: reading written numbers, their units, and printing them in a language."""

from guidepub.figures.printed import (
    EN_DASH,
    MINUS,
    NO_BREAK_SPACE,
    day,
    decimal_mark,
    figure,
    listed,
    number,
    plural_category,
    years,
)

__all__ = [
    "EN_DASH",
    "MINUS",
    "NO_BREAK_SPACE",
    "day",
    "decimal_mark",
    "figure",
    "listed",
    "number",
    "plural_category",
    "years",
]
