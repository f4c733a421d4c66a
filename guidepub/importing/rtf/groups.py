"""Where the groups of rich text (RTF) end."""

from __future__ import annotations

import re

_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


def end_of_group(source: str, start: int) -> int:
    """Return where the group ends, behind its brace, that is open at a place, or the text's end."""
    depth = 1
    for match in _BRACE.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if not depth:
            return match.end()
    return len(source) + 1
