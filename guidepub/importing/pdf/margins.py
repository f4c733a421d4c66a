"""Finds running heads, running feet and page numbers.

A line is one only if other pages have the same line, apart from a number that counts pages, at the
same place and separate from the text. A line of text that happens to begin or end several pages is
not: other pages have other lines in its place, or it also occurs in the middle of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from guidepub.importing.pdf.lines import PaperLine
from guidepub.importing.plain.page_furniture import is_page_number

# A separate number that could be that of a page.
_ROMAN = r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_NUMBER = re.compile(rf"(?<![\w.,$€£#-])(?:\d{{1,4}}|{_ROMAN})(?![\w%]|[.,]\d)", re.I)
_LONGEST = 120
# How many lines at each end of a page may be its head or foot, and how much their height, in
# points, may differ between pages.
_ENDS = 3
_DRIFT = 3.0
# The gap between a margin and the text, in usual line heights.
_APART = 1.3
# The most that a usual line is high, in ems.
_WIDEST = 1.7
# How much smaller than the text a running head without a gap is.
_SMALLER = 0.9
_LARGER = 1.14
# The proportion of pages with text at its height or beyond on which a running head recurs.
_MOST = 0.6
# The fewest pages with a consecutive number that make its line a running head.
_COUNTING = 3
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

Pages = Sequence[Sequence[PaperLine]]


def margins_of(pages: Pages) -> list[tuple[PaperLine, ...]]:
    """Return the lines of each page that are not text, from its edges; `pages` are from the top."""
    marks = _Marks(pages)
    return [
        (*_margin(lines, marks), *_margin(lines[::-1], marks)) if len(pages) > 1 else ()
        for lines in pages
    ]


def _margin(lines: Sequence[PaperLine], marks: _Marks) -> Sequence[PaperLine]:
    """Return the lines at one edge of a page that are not text; `lines` go inwards from it."""
    count = 0
    for line in lines[:_ENDS]:
        if not marks.recurs(line):
            break
        count += 1
    while count and not marks.is_apart(lines[count - 1], lines[count : count + 1]):
        count -= 1
    return lines[:count]


class _Marks:
    """The lines at the edges of all pages, by which margins are distinguished from the text."""

    def __init__(self, pages: Pages) -> None:
        self._size = _commonest_size(pages)
        self._pitch = _usual_pitch(pages, self._size)
        ends = [tuple(dict.fromkeys((*lines[:_ENDS], *lines[-_ENDS:]))) for lines in pages]
        self._feet = [min(line.foot for line in lines) for lines in pages if lines]
        self._ends = [line for lines in ends for line in lines]
        self._within = Counter(
            line.text.casefold() for lines in pages for line in lines[_ENDS:-_ENDS]
        )
        self._page_offsets = Counter(
            ahead for lines in ends for ahead in {n for line in lines for n in _page_offsets(line)}
        )
        forms = {line: self._form(line) for line in self._ends}
        self._at: dict[str, Counter[int]] = {}
        for line, form in forms.items():
            self._at.setdefault(form, Counter())[_place(line)] += 1
        self._recurring = {line for line in self._ends if self._recurs(line)}
        self._edges = [self._edges_of_text(lines) for lines in pages]
        self._alike = Counter(map(_place, self._recurring))

    def _edges_of_text(self, lines: Sequence[PaperLine]) -> tuple[float, float] | None:
        """Return the highest and the lowest foot of a page's lines that do not recur."""
        feet = [line.foot for line in lines if line not in self._recurring]
        return (max(feet), min(feet)) if feet else None

    def recurs(self, line: PaperLine) -> bool:
        """Return whether a line recurs, at a place that the text of few pages extends to."""
        if line not in self._recurring:
            return False
        if _NUMBER.fullmatch(line.text) and self._counts(line):
            # Perhaps only some pages have their number there, such as those that begin a chapter.
            return True
        alike = _near(self._alike, _place(line))
        return alike >= _MOST * (alike + self._reaching_to(line))

    def _reaching_to(self, line: PaperLine) -> int:
        """Return on how many pages the text extends as far outwards as a line."""
        foot, edges = line.foot, [edge for edge in self._edges if edge]
        above = sum(top >= foot - _DRIFT for top, _ in edges)
        return min(above, sum(bottom <= foot + _DRIFT for _, bottom in edges))

    def is_apart(self, line: PaperLine, inwards: Sequence[PaperLine]) -> bool:
        """Return whether a line is separate from the next one inwards, which is text."""
        if not inwards or line.size <= _SMALLER * self._size:
            return True
        return abs(line.foot - inwards[0].foot) > _APART * self._pitch

    def _recurs(self, line: PaperLine) -> bool:
        """Return whether lines at about the same height on other pages say the same."""
        text = line.text.casefold()
        if len(text) > _LONGEST:
            return False
        if is_page_number(text):
            return True
        form = self._form(line)
        is_counting = form != text
        is_large = line.size >= _LARGER * self._size
        if is_counting and is_large and not self._is_number_at_foot(line):
            # “Step 1”, “Step 2” at the top of pages are headings.
            return False
        if is_counting and self._counts(line):
            return True
        alike = _near(self._at[form], _place(line))
        return alike > 1 and alike > self._within[text]

    def _counts(self, line: PaperLine) -> bool:
        """Return whether a number in a line increases with the pages."""
        is_short = len(self._feet) < _COUNTING and self._is_number_at_foot(line)
        fewest = len(self._feet) if is_short else _COUNTING
        return any(self._page_offsets[n] >= fewest for n in _page_offsets(line))

    def _is_number_at_foot(self, line: PaperLine) -> bool:
        """Return whether a number is alone at the foot, at the same height as on other pages."""
        if not _NUMBER.fullmatch(line.text):
            return False
        feet = [foot for foot in self._feet if abs(foot - line.foot) <= _DRIFT]
        return len(feet) == len(self._feet) > 1

    def _form(self, line: PaperLine) -> str:
        """Return the words of a line without its page's number."""
        counted = {n for n in _page_offsets(line) if self._page_offsets[n] > 1}
        if not counted:
            return line.text.casefold()

        def shown(match: re.Match[str]) -> str:
            return (
                "\N{REPLACEMENT CHARACTER}" if _value(match[0]) - line.page in counted else match[0]
            )

        return _NUMBER.sub(shown, line.text.casefold())


def _commonest_size(pages: Pages) -> float:
    """Return the size of most letters of the pages, in points."""
    sizes = Counter[float]()
    for lines in pages:
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _usual_pitch(pages: Pages, size: float) -> float:
    """Return the usual distance between lines, in points, for letters of a `size`."""
    steps = [a.foot - b.foot for lines in pages for a, b in pairwise(lines)]
    usual = median([step for step in steps if step > 1.0] or [_WIDEST * size])
    return min(usual, _WIDEST * size)


def _page_offsets(line: PaperLine) -> set[int]:
    """Return the differences between the numbers in a line and the index of its page."""
    return set() if len(line.text) > _LONGEST else {n - line.page for n in _numbers(line.text)}


def _numbers(text: str) -> Iterator[int]:
    return (_value(match[0]) for match in _NUMBER.finditer(text))


def _value(text: str) -> int:
    """Return the value of an arabic or a roman number."""
    if text.isdigit():
        return int(text)
    values = [_VALUES[letter] for letter in text.lower()]
    return sum(
        -one if one < following else one
        for one, following in zip(values, [*values[1:], 0], strict=True)
    )


def _place(line: PaperLine) -> int:
    return round(line.foot / _DRIFT)


def _near(counts: Mapping[int, int], place: int) -> int:
    return sum(counts.get(place + step, 0) for step in (-1, 0, 1))
