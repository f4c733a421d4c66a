"""The marks of notes behind words and figures: raised signs, stars, numbers in brackets.

A mark is no part of the figure that it stands behind: `4³ percent` is four percent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidepub.figures.numbers import RAISED

_DIGIT = f"[{''.join(RAISED[sign] for sign in '0123456789')}]"
RAISED_MARKS = rf"[{''.join(RAISED.values())}]{{1,4}}(?:, ?{_DIGIT}{{1,3}}){{0,4}}"
"""A pattern of raised signs as they stand behind a figure."""

WORD_END = rf"(?![^\W{''.join(RAISED.values())}])"
"""A pattern of the end of a word, behind which the mark of a note may stand."""

FIGURE_MARK = rf"(?:{RAISED_MARKS}|[*†‡§¶]{{1,3}}(?!\w))"
"""A pattern of what may stand between a figure and the words behind it."""

_BEHIND_FIGURE = re.compile(rf"(?<=[\d%)])(?:{FIGURE_MARK}|\^(?=[-−(\d]))")
# Raised figures of a page that became plain ones, stars, and numbers in brackets:
# “a year.2 The”, “in 2015 [4]”, “$70,210*”.
LEFT_BEHIND = re.compile(
    r"\[[1-9]\d{0,2}\](?!\()|(?<=[a-z]{4}[.,])\d{1,2}(?=\s+[A-Z]|$)|(?<=[a-z]\)[.,])\d{1,2}(?=\s+[A-Z]|$)"
    r"|(?<=[\w)%])\*{1,3}(?=[\s.,;:)]|$)"
    # Raised, they are exponents behind short words only: km², 10⁶.
    rf"|(?<=[a-z]{{4}}){_DIGIT}{{1,3}}|(?<=[a-z][.,;”]){_DIGIT}{{1,3}}(?=\s|$)"
)
"""Marks that a page's notes left behind in a text without its notes."""


def marked_figures(text: str) -> Iterator[re.Match[str]]:
    """Yield each mark that stands behind a figure, be it a note's or an exponent."""
    return _BEHIND_FIGURE.finditer(text)
