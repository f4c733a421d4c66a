"""Which characters a book can carry: the one rule for files, models, tables and prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# XML 1.0, section 2.2, bars most controls, surrogates and U+FFFE. HTML bars those from
# U+007F to U+009F, nearly always the mark of a wrong encoding. U+2028 and U+2029 would
# end a line for some readers of a file and for others not.
FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)

# What would break a line of a report, or turn the direction of what follows.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def forbidden(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each character that no book can carry: its line and column from 1, its name."""
    line, start = 1, 0
    for match in FORBIDDEN.finditer(text):
        line += text.count("\n", start, match.start())
        start = match.start()
        yield line, start - text.rfind("\n", 0, start), f"U+{ord(match[0]):04X}"


def one_line(text: str, limit: int) -> str:
    """Return a text fit for one line of a report: nothing unseen, and cut at a length."""
    shown = _UNSEEN.sub(REPLACEMENT, text[: limit + 1])
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"
