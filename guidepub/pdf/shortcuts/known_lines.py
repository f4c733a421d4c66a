"""Lines that were broken before are not broken again: a seam in WeasyPrint.

Pango is asked for the same line again and again: where a table's columns are measured, where a
leaf is set tighter or an opening is laid out twice, on each page with the same running head, and
in each book with the same notices. Two of three lines were there before, and nothing is as dear.
A line depends on its text, on how that looks, on its tabs and hyphens, and on the room that it is given.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from guidepub.pdf.engine.weasyprint import inline, line_breaking, preferred
from guidepub.pdf.shortcuts.describing import described

# Lines that are kept, and letters of their texts, each of which goes to its paragraph's end; twice
# as many at most: some twenty megabytes. A book has two thousand lines, with half a million letters.
_MANY, _MANY_LETTERS = 8192, 4 * 1024 * 1024
# Those of them that are kept as Pango has shaped them, which takes three kilobytes each.
_MANY_SHAPED = 4096

_Key = tuple[Any, ...]


class _Lines:
    """A cache of lines, without those that were not used for a long time."""

    def __init__(self) -> None:
        self._recent: dict[_Key, tuple[Any, ...]] = {}
        self._before: dict[_Key, tuple[Any, ...]] = {}
        self._letters = self._shaped = 0

    def find(self, text: str, key: _Key) -> tuple[Any, ...] | None:
        """Return the cached lines of a text, or None."""
        found = self._recent.get(key)
        if found is None and (found := self._before.get(key)) is not None:
            self.keep(text, key, found)
        return found

    def keep(self, text: str, key: _Key, found: tuple[Any, ...]) -> None:
        """Cache the lines of a text."""
        if len(self._recent) == _MANY or self._letters + len(text) > _MANY_LETTERS:
            self._before, self._recent, self._letters, self._shaped = self._recent, {}, 0, 0
        if "shaped" in found[0]:
            self._shaped += 1
            if self._shaped > _MANY_SHAPED:
                found[0].pop("shaped")
        self._recent[key] = found
        self._letters += len(text)

    def forget(self) -> None:
        """Empty the cache."""
        self._before, self._recent, self._letters, self._shaped = {}, {}, 0, 0


_LINES = _Lines()


def forget_lines() -> None:
    """Let all lines be broken again, as in a process that has made no book."""
    _LINES.forget()


@contextlib.contextmanager
def lines_are_broken_once() -> Iterator[None]:
    """Let WeasyPrint have a line that it has had before."""
    split = line_breaking.split_first_line

    def once(
        text: str,
        style: Any,
        context: object,
        most: float | None,
        spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> tuple[Any, ...]:
        tabs, zone = style["tab_size"], style["hyphenate_limit_zone"]
        key = (described(style), tabs, zone, text, most, spacing, is_line_start, minimum)
        found = _LINES.find(text, key)
        if found is None:
            layout, *measures = split(text, style, context, most, spacing, is_line_start, minimum)
            # Drawing gives it its style, and changes it.
            _LINES.keep(text, key, (vars(layout).copy(), *measures))
            return layout, *measures
        layout = line_breaking.Layout.__new__(line_breaking.Layout)
        vars(layout).update(found[0])
        return layout, *found[1:]

    for module in (line_breaking, inline, preferred):
        module.split_first_line = once
    try:
        yield
    finally:
        for module in (line_breaking, inline, preferred):
            module.split_first_line = split
