"""Finds short quotations, whose words are somebody else's or only mentioned."""

from __future__ import annotations

import re

# In characters; longer quotations are passages of their own.
_LONGEST = 120
_OPENS = re.compile(r"[“\"‘«„](?P<between>[^“”\"‘»„]*)$")
_CLOSES = re.compile(r"[^“”\"»„]*[”\"’»“]")


def is_quoted(text: str, start: int, end: int) -> bool:
    """Return whether the characters from `start` to `end` are within a short quotation."""
    opened = _OPENS.search(text[max(start - _LONGEST, 0) : start])
    if opened is None or (opened[0][0] == '"' and text.count('"', 0, start) % 2 == 0):
        return False
    return _CLOSES.match(text[end : end + _LONGEST]) is not None
