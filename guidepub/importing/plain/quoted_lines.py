"""Lines of a plain text that a mail quotes: “> ” before each of them."""

from __future__ import annotations

import re

# Signs of several answers may stand in a row; a row of a table has its sign in the middle as well.
_MARK = re.compile(r"(?:[>|] ?){1,6}(?=[^>|]*$)|(?:> ?){1,6}")
_FEWEST = 5


def without_quote_marks(text: str) -> str:
    """Return a text without the signs of a mail that quotes it, if most of its lines have one.

    Each line stays one, so that it keeps its number.
    """
    lines = text.split("\n")
    filled = [line for line in lines if line.strip()]
    marked = sum(_MARK.match(line) is not None for line in filled)
    if marked < _FEWEST or 2 * marked < len(filled):
        return text
    return "\n".join(_MARK.sub("", line, count=1) if _MARK.match(line) else line for line in lines)
