"""The places at which words may be hyphenated, by patterns that are each parsed when first used.

Pyphen 0.18 reads all patterns of a language before it looks at the first word: eleven thousand
for American English, of which a book meets a few hundred. That takes 50 ms of each process.

Some patterns change letters where a word is split: Hungarian “hosszú” becomes “hosz-szú”.
WeasyPrint 70 prints “hosz-zú”, so no word is split there (findings/weasyprint-letters-lost.sh).
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

import pyphen

_FIGURES = "123456789"
_PARTS = re.compile(r"([1-9]?)([^1-9]?)")
# Signs of patterns that change letters, that are written in another way, or that say nothing.
_UNUSUAL = ("/", "^^", "0")

_Points = tuple[int, tuple[int, ...]]
"""From which letter on a pattern says how well a word breaks, and how well before each."""


@contextlib.contextmanager
def patterns_are_read_when_met() -> Iterator[None]:
    """Let Pyphen read patterns when they are asked for, with the same hyphens."""
    all_at_once = pyphen.HyphDict
    pyphen.HyphDict = PatternsOnDemand
    try:
        yield
    finally:
        pyphen.HyphDict = all_at_once


class PatternsOnDemand(pyphen.HyphDict):  # type: ignore[misc]
    """The patterns of a language, from its file; read at once where some of them are unusual.

    Where a word would change its letters it is not split.
    """

    def __init__(self, path: Path) -> None:
        head, _, rest = path.read_bytes().partition(b"\n")
        text = rest.decode(head.decode("ascii").strip())
        lines = [
            line
            for each in text.split("\n")
            if (line := each.strip()) and not line.startswith(pyphen.ignored)
        ]
        text = "\n".join(lines)
        if any(sign in text for sign in _UNUSUAL):
            super().__init__(path)
            return
        # Quicker than a table of characters, where letters beyond ASCII are between them.
        for figure in _FIGURES:
            text = text.replace(figure, "")
        letters = text.split("\n")
        self.patterns = _Patterns(zip(letters, lines, strict=True))
        self.cache: dict[str, list[int]] = {}
        self.maxlen = max(map(len, letters), default=0)

    def positions(self, word: str) -> list[int]:
        """Return before which letters a word may be split, with all letters as they are."""
        return [point for point in super().positions(word) if point.data is None]


class _Patterns(dict[str, str]):
    """Patterns as they are written, by their letters."""

    def __init__(self, written: Iterator[tuple[str, str]]) -> None:
        # Those without a figure say nothing.
        super().__init__(pair for pair in written if pair[0] != pair[1])
        self._read: dict[str, _Points] = {}

    def get(self, letters: str) -> _Points | None:  # type: ignore[override]
        """Return the points of the pattern for some letters, or None where there is none."""
        if letters not in self:
            return None
        if letters not in self._read:
            self._read[letters] = _points(self[letters])
        return self._read[letters]


def _points(pattern: str) -> _Points:
    values = [int(figure or 0) for figure, _ in _PARTS.findall(pattern)]
    places = [place for place, value in enumerate(values) if value]
    return places[0], tuple(values[places[0] : places[-1] + 1])
