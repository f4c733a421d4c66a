"""The groups of rich text (RTF): what stands between braces."""

from __future__ import annotations

import re

_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


def end_of_group(source: str, start: int, within: int | None = None) -> int | None:
    """Return where a group ends, behind its brace, that is open at `start`; None if it does not.

    `within` is how many characters behind `start` are looked at; without it all are.
    """
    depth = 1
    limit = len(source) if within is None else start + within
    for match in _BRACE.finditer(source, start, limit):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if not depth:
            return match.end()
    return None
