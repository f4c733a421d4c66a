"""Finds the ends of groups in rich text (RTF)."""

from __future__ import annotations

import re

_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


def end_of_group(source: str, start: int) -> int:
    """Return the position after the brace that closes the group open at `start`, or the text's end."""
    depth = 1
    for match in _BRACE.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if not depth:
            return match.end()
    return len(source) + 1
