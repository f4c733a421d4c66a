"""Figures: what a written number is, what it counts, and how a language prints it."""

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
