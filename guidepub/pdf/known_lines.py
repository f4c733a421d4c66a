"""Lines that were broken before are not broken again: a seam in WeasyPrint.

Pango is asked for the same line again and again: where a table's columns are measured, where a
leaf is set tighter or an opening is laid out twice, on each page with the same running head, and
in each book with the same notices. Two of three lines were there before, and nothing is as dear.
A line depends on its text, on how that looks, and on the room that it is given.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from guidepub.pdf.describing import described
from guidepub.pdf.engine import inline, line_breaking, preferred

# Lines that are kept, twice as many at most: some ten megabytes. A book has two thousand.
_MANY = 8192

_Key = tuple[Any, ...]


class _Lines:
    """What was found of lines, without those that nobody has asked for in a long time."""

    def __init__(self) -> None:
        self._recent: dict[_Key, tuple[Any, ...]] = {}
        self._before: dict[_Key, tuple[Any, ...]] = {}

    def find(self, key: _Key) -> tuple[Any, ...] | None:
        """Return what was found, or None."""
        found = self._recent.get(key)
        if found is None and (found := self._before.get(key)) is not None:
            self.keep(key, found)
        return found

    def keep(self, key: _Key, found: tuple[Any, ...]) -> None:
        """Keep what was found."""
        if len(self._recent) == _MANY:
            self._before, self._recent = self._recent, {}
        self._recent[key] = found


_LINES = _Lines()


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
        key = (described(style), text, most, spacing, is_line_start, minimum)
        found = _LINES.find(key)
        if found is None:
            layout, *measures = split(text, style, context, most, spacing, is_line_start, minimum)
            # It is told of its style when it is drawn, and changes then.
            _LINES.keep(key, (vars(layout).copy(), *measures))
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
