"""Finds the words of parsed prose again in its source, from the first to the last."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from markdown_it.token import Token

from guidepub.markdown.parsed.prose import Prose

# The most characters of markup between two characters of a text.
_FAR = 200
# The longest entity that HTML names is &CounterClockwiseContourIntegral;.
_LONGEST_ENTITY = 40


class SourceCursor:
    """A place in the source, which only moves forward."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self.row, self.column = 0, prose.column
        self._last = len(prose.lines)

    def follow(self, token: Token) -> None:
        """Go to the start of a block; footnotes come last, wherever they are written."""
        if token.map and self._prose.lines:
            first, last = token.map
            self._last = min(max(last, first + 1), len(self._prose.lines))
            if first != self.row:
                self.row, self.column = first, 0

    def go_down(self, lines: int = 1) -> None:
        """Go to the start of a line below, if there is one; generated text has none."""
        self.row, self.column = self.row + (lines if self._prose.lines else 0), 0

    def skip(self, words: str) -> bool:
        """Go past the next occurrence of some words in this block; return whether there is one."""
        for row in range(self.row, min(self._last, len(self._prose.lines))):
            column = self._prose.lines[row].find(words, self.column if row == self.row else 0)
            if column >= 0:
                self.row, self.column = row, column + len(words)
                return True
        return False

    def runs(self, content: str) -> Iterator[tuple[int, int, int]]:
        """Go past some text, and yield (offset, line, column) of each continuous part.

        The source may have backslashes and entities where the text has characters.
        """
        line = self._line()
        at = line.find(content, self.column)
        if at >= 0:
            yield 0, self._prose.line + self.row, at + 1
            self.column = at + len(content)
            return
        broken = True
        for offset, sign in enumerate(content):
            step = self._reach(sign)
            if not step:
                # A line break that is read as a space, or a character that is not in the source.
                yield offset, *self.here()
                if sign == " " and self.row + 1 < self._last:
                    self.go_down()
                broken = True
                continue
            at, length = step
            if broken or at != self.column:
                yield offset, self._prose.line + self.row, at + 1
            self.column, broken = at + length, length > 1
        if not content:
            yield 0, *self.here()

    def _reach(self, sign: str) -> tuple[int, int] | None:
        """Return the column of a character in the rest of the line, and its length there, or None."""
        line = self._line()
        for column in range(self.column, min(self.column + _FAR, len(line))):
            if length := _written(line, column, sign):
                return column, length
        return None

    def here(self) -> tuple[int, int]:
        """Return the line and column of the cursor, from 1."""
        return self._prose.line + self.row, self.column + 1

    def _line(self) -> str:
        lines = self._prose.lines
        return lines[self.row] if self.row < len(lines) else ""


def _written(line: str, column: int, sign: str) -> int:
    """Return how many characters of a line make up one of the text, or 0 if they do not."""
    if line[column] == sign:
        return 1
    if line[column] == "&":
        end = line.find(";", column, column + _LONGEST_ENTITY)
        if end > 0 and unescape(line[column : end + 1]) == sign:
            return end + 1 - column
    return 0
