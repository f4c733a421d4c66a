"""Change bars: a PDF with a bar next to each new or revised line, for proofreaders."""

from __future__ import annotations

import io
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pikepdf

from guidepub.pdf.finished.lines_of_text import TextLine, text_lines
from guidepub.words.wording import solid

# Points: how far a bar stands from the text, how wide it is, and its least distance to the edge.
_APART, _WIDTH, _EDGE = 9.0, 2.0, 4.0
# Signs of a passage that a page must hold to be taken for a part of it.
_LEAST = 24


@dataclass(frozen=True, slots=True)
class _BarredText:
    """The text of all pages without white space, with the line to which each sign belongs."""

    text: str
    starts: tuple[int, ...]
    lines: tuple[tuple[int, TextLine], ...]

    def between(self, start: int, end: int) -> Iterator[tuple[int, TextLine]]:
        """Yield the lines, with their pages counted from 0, that hold a part of the text."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1) - 1
        yield from self.lines[first : last + 1]


def with_bars(data: bytes, passages: Sequence[str]) -> tuple[bytes, list[str]]:
    """Return a PDF with bars next to some passages, and those that were not found on its pages.

    Passages are in the order of the text. One that runs over a page is found in parts.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = _read(data, len(pdf.pages))
        marked: dict[int, list[TextLine]] = {}
        missed: list[str] = []
        place = 0
        for passage in passages:
            found = list(_parts(pages.text, solid(passage).casefold(), place))
            if not found:
                missed.append(passage)
            for start, end in found:
                place = end
                for page, line in pages.between(start, end):
                    marked.setdefault(page, []).append(line)
        for number, lines in marked.items():
            _draw(pdf.pages[number], lines)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue(), missed


def _read(data: bytes, count: int) -> _BarredText:
    lines = [(page, line) for page in range(count) for line in text_lines(data, page)]
    texts = [solid(line.words).casefold() for _, line in lines]
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text)
    return _BarredText("".join(texts), tuple(starts), tuple(lines))


def _parts(text: str, passage: str, place: int) -> Iterator[tuple[int, int]]:
    """Yield the places of a passage: one, or several where a page's end cuts it."""
    while passage:
        found = _longest(text, passage, place)
        if found is None:
            return
        start, length = found
        yield start, start + length
        place, passage = start + length, passage[length:]


def _longest(text: str, passage: str, place: int) -> tuple[int, int] | None:
    """Return the first place after another of the longest beginning of a passage, and its length."""
    for begin in (place, 0):
        start = text.find(passage, begin)
        if start >= 0:
            return start, len(passage)
    low = min(_LEAST, len(passage))
    if text.find(passage[:low]) < 0:
        return None
    high = len(passage)
    while high - low > 1:
        middle = (low + high) // 2
        if text.find(passage[:middle]) >= 0:
            low = middle
        else:
            high = middle
    start = text.find(passage[:low], place)
    return (start if start >= 0 else text.find(passage[:low])), low


def _draw(page: pikepdf.Page, lines: Iterable[TextLine]) -> None:
    left, top = float(page.mediabox[0]), float(page.mediabox[3])
    found = sorted(lines, key=lambda line: line.top)
    x = max(_EDGE, min(line.left for line in found) - _APART - _WIDTH)
    drawn = [b"\nQ q /Artifact BMC 0 g"]
    for begin, end in _joined(found):
        box = (left + x, top - end, _WIDTH, end - begin)
        drawn.append(" ".join(f"{edge:.2f}" for edge in box).encode() + b" re f")
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\n".join((*drawn, b"EMC Q")))


def _joined(lines: Iterable[TextLine]) -> list[tuple[float, float]]:
    """Return bars from the top, one for lines that follow each other."""
    bars: list[tuple[float, float]] = []
    for line in lines:
        begin, end = line.top, line.top + line.height
        if bars and begin - bars[-1][1] < line.height:
            bars[-1] = bars[-1][0], max(end, bars[-1][1])
        else:
            bars.append((begin, end))
    return bars
