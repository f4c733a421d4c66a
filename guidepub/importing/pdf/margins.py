"""Lines at the heads and feet of pages that are no part of the text.

A line is taken for a running head, a running foot or the number of a page only if it stands where
such lines stand on other pages, apart from the text, and says there what it says here but for a
number that counts the pages. A line of the text that happens to begin or end several pages does
not: other pages have other lines in its place, or the text has it in its middle as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from guidepub.importing.pdf.lines import PaperLine
from guidepub.importing.plain.paging import is_page_number

# A number that stands by itself, and could be that of a page.
_ROMAN = r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_NUMBER = re.compile(rf"(?<![\w.,$€£#-])(?:\d{{1,4}}|{_ROMAN})(?![\w%]|[.,]\d)", re.I)
_LONGEST = 120
# Lines at each end of a page that may be its head or foot, and how far, in points, these may
# stand higher or lower on one page than on another.
_ENDS = 3
_DRIFT = 3.0
# In usual heights of a line, the gap that parts a margin from the text.
_APART = 1.3
# In ems, the most that a usual line is high.
_WIDEST = 1.7
# A running head is smaller than the text by this much, where no gap parts it.
_SMALLER = 0.9
_LARGER = 1.14
# The share of pages, of those with something at such a height or beyond, on which it recurs.
_MOST = 0.6
# Pages on which a number that counts on makes the line in which it stands a running head.
_COUNTING = 3
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

Pages = Sequence[Sequence[PaperLine]]


def margins_of(pages: Pages) -> list[tuple[PaperLine, ...]]:
    """Return the lines of each page that are no text, from its edges; `pages` have lines from the top."""
    marks = _Marks(pages)
    return [
        (*_margin(lines, marks), *_margin(lines[::-1], marks)) if len(pages) > 1 else ()
        for lines in pages
    ]


def _margin(lines: Sequence[PaperLine], marks: _Marks) -> Sequence[PaperLine]:
    """Return the lines at one edge of a page that are no text; `lines` go inwards from it."""
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
        self._ahead = Counter(
            ahead for lines in ends for ahead in {n for line in lines for n in _ahead(line)}
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
        """Return whether a line recurs, and stands where the text of few pages reaches to."""
        if line not in self._recurring:
            return False
        if _NUMBER.fullmatch(line.text) and self._counts(line):
            # Only some pages may bear their number there, as those that begin a chapter.
            return True
        alike = _near(self._alike, _place(line))
        return alike >= _MOST * (alike + self._reaching_to(line))

    def _reaching_to(self, line: PaperLine) -> int:
        """Return on how many pages the text goes as far outwards as a line."""
        foot, edges = line.foot, [edge for edge in self._edges if edge]
        above = sum(top >= foot - _DRIFT for top, _ in edges)
        return min(above, sum(bottom <= foot + _DRIFT for _, bottom in edges))

    def is_apart(self, line: PaperLine, inwards: Sequence[PaperLine]) -> bool:
        """Return whether a line stands apart from the next one inwards, which is of the text."""
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
            # “Step 1”, “Step 2” above a page each are headings.
            return False
        if is_counting and self._counts(line):
            return True
        alike = _near(self._at[form], _place(line))
        return alike > 1 and alike > self._within[text]

    def _counts(self, line: PaperLine) -> bool:
        """Return whether a number in a line counts on through the pages."""
        is_short = len(self._feet) < _COUNTING and self._is_number_at_foot(line)
        fewest = len(self._feet) if is_short else _COUNTING
        return any(self._ahead[n] >= fewest for n in _ahead(line))

    def _is_number_at_foot(self, line: PaperLine) -> bool:
        """Return whether a number stands alone, with nothing below it, as high as on other pages."""
        if not _NUMBER.fullmatch(line.text):
            return False
        feet = [foot for foot in self._feet if abs(foot - line.foot) <= _DRIFT]
        return len(feet) == len(self._feet) > 1

    def _form(self, line: PaperLine) -> str:
        """Return the words of a line without its page's number."""
        counted = {n for n in _ahead(line) if self._ahead[n] > 1}
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
    """Return how far below each other most lines stand, in points, for letters of a `size`."""
    steps = [a.foot - b.foot for lines in pages for a, b in pairwise(lines)]
    usual = median([step for step in steps if step > 1.0] or [_WIDEST * size])
    return min(usual, _WIDEST * size)


def _ahead(line: PaperLine) -> set[int]:
    """Return by how much the numbers of a line are ahead of the count of its page."""
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
