"""Text that ends in a space, before something that must stay on its line.

Pango lets spaces hang over a line's end, no-break spaces too. WeasyPrint 70 takes text that fits
but for that space for one that has no place to break, and breaks it after its first word: a line
that names sources then has “Source:” alone on its first line.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from guidepub.pdf.engine.weasyprint import inline

_SPACES = (" ", "\N{NO-BREAK SPACE}")
# Ems that are more than the space is wide, and less than a word of two letters.
_ROOM = 0.5


@contextlib.contextmanager
def lines_end_late() -> Iterator[None]:
    """Let such text break at its last space that fits, not at its first one."""
    split = inline.split_first_line

    def late(
        text: str, style: Any, context: object, most: float | None, *rest: Any, **options: Any
    ) -> Any:
        found = split(text, style, context, most, *rest, **options)
        if not most or not text.endswith(_SPACES) or not _is_one_word(text, found[2]):
            return found
        again = split(text, style, context, most - _ROOM * style["font_size"], *rest, **options)
        return again if again[2] and again[2] > found[2] else found

    inline.split_first_line = late
    try:
        yield
    finally:
        inline.split_first_line = split


def _is_one_word(text: str, resumed: int | None) -> bool:
    """Return whether a line has one word of a text that goes on, given the bytes until there."""
    return resumed is not None and " " not in text.encode()[:resumed].decode().rstrip(" ")
