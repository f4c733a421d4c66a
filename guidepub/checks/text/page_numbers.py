"""The numbers of pages that are after entries of the contents and references."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guidepub.checks.text.streams import Stream
from guidepub.words.numerals import number_of_roman

LEADER = re.compile(r"[.…· _\-–—]*")
"""The text between an entry of the contents and the number of its page."""
# The number of a page, and how many letters of the text after it are compared.
_FIGURES, _BEGUN = re.compile(r"[0-9]{1,5}|[ivxlc]{1,12}"), 12


def page_number(stream: Stream, place: int, unit: int, text: str) -> int:
    """Return the length of the page number before a text, in figures or Roman letters, or 0.

    The text, which is folded, may begin with figures itself; or the page ends after the number,
    where its own number follows.
    """
    figures = _FIGURES.match(stream.text, place, stream.end_of(unit))
    if figures is None:
        return 0
    ends: Sequence[int] = range(place + 1, figures.end() + 1)
    whole = [end for end in ends if not stream.parts_word(end)]
    if not figures[0][0].isdigit():
        # Letters are a number only where they are a word.
        whole = [end for end in whole if number_of_roman(stream.text[place:end])]
        if not whole:
            return 0
    ends = whole or ends[::-1]
    # The page may end within the first words of the text.
    return max(ends, key=lambda end: _shared(text, stream.text[end : end + _BEGUN])) - place


def _shared(one: str, other: str) -> int:
    """Return the length of the common beginning of two texts."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (first, second) in pairs if first != second), min(len(one), len(other)))
