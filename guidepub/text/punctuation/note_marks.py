"""Note marks after words and figures: superscripts, stars, numbers in brackets.

A mark is not part of the figure before it: `4³ percent` is four percent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidepub.figures.numbers import RAISED

_DIGIT = f"[{''.join(RAISED[sign] for sign in '0123456789')}]"
# A fraction with raised and lowered digits: 7¹/₂.
_FRACTION = rf"{_DIGIT}{{1,3}}[/⁄][₀-₉]"
RAISED_MARKS = rf"(?!{_FRACTION})[{''.join(RAISED.values())}]{{1,4}}(?:, ?{_DIGIT}{{1,3}}){{0,4}}"
"""A pattern of superscripts after a figure."""

WORD_END = rf"(?![^\W{''.join(RAISED.values())}])"
"""A pattern of the end of a word, which a note mark may follow."""

FIGURE_MARK = rf"(?:{RAISED_MARKS}|[*†‡§¶]{{1,3}}(?!\w))"
"""A pattern of note marks between a figure and the next words."""

_AFTER_FIGURE = re.compile(rf"(?<=[\d%)])(?:{FIGURE_MARK}|\^(?=[-−(\d]))")
# Superscripts that became plain digits, stars, and numbers in brackets:
# “a year.2 The”, “in 2015 [4]”, “$70,210*”.
LEFT_BEHIND = re.compile(
    r"\[[1-9]\d{0,2}\](?!\()|(?<=[a-z]{4}[.,])\d{1,2}(?=\s+[A-Z]|$)|(?<=[a-z]\)[.,])\d{1,2}(?=\s+[A-Z]|$)"
    r"|(?<=[\w)%])\*{1,3}(?=[\s.,;:)]|$)"
    # After short words and digits, superscripts are exponents: km², 10⁶.
    rf"|(?<=[a-z]{{4}}){_DIGIT}{{1,3}}|(?<=[a-z][.,;”]){_DIGIT}{{1,3}}(?=\s|$)"
)
"""Matches note marks that are left in a text without its notes."""


def marked_figures(text: str) -> Iterator[re.Match[str]]:
    """Yield each note mark or exponent after a figure."""
    return _AFTER_FIGURE.finditer(text)
