"""Removes the quote marks of a mail from a plain text: “> ” before each line."""

from __future__ import annotations

import re

# There may be several marks for several replies; a table row also has its mark in the middle.
_MARK = re.compile(r"(?:[>|] ?){1,6}(?=[^>|]*$)|(?:> ?){1,6}")
_FEWEST = 5


def without_quote_marks(text: str) -> str:
    """Return a text without quote marks, if most of its lines have one.

    Lines keep their numbers.
    """
    lines = text.split("\n")
    filled = [line for line in lines if line.strip()]
    marked = sum(_MARK.match(line) is not None for line in filled)
    if marked < _FEWEST or 2 * marked < len(filled):
        return text
    return "\n".join(_MARK.sub("", line, count=1) if _MARK.match(line) else line for line in lines)
