"""A strip of wages as SVG: how far they reach, the middle half, the median, and all occupations.

A thin band goes from the lowest mark to the highest, a thick one is the middle half, a tall mark
the median, a dashed one that of all occupations: nothing is shown by a colour alone. Each mark has
its words at the end of a line of its own; their lines lie as steps, so that none crosses a word.
Words stand to the left of their lines, or all to the right where they break less often there, as
those of low wages on the scale of a catalogue.
Where a figure is only the least that a wage is, or lies beyond the scale, the band has no end: it
breaks up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from guidepub.themes.drawings.drawing import LINE, SIZE, ChartStyle, rect, svg
from guidepub.themes.drawings.lettering import labelled_lines, lines_of, width_of
from guidepub.words.markup import escape, quoteattr

# The kinds of marks: percentiles of an occupation's wages, and the median of all occupations.
_RISING = ("p10", "p25", "median", "p75", "p90")
_KINDS = {"p10": "thin", "p90": "thin", "p25": "thick", "p75": "thick", "median": "tall"}
_BELOW, _ABOVE = ("p10", "p25", "p75", "p90"), ("median", "all")

# The height of the strip, of its bands and marks, and of the mark's dashes with their gaps.
HEIGHT = 22
_THIN, _THICK, _TALL, _DASH, _GAP = 5, 13, 22, 3, 3.5
_HAIR, _AXIS = 0.5, 0.7
# The room on the left for words: a share of the width, and at least some units.
_INSET, _LEAST_INSET = 0.2, 54
# The pieces into which a band breaks up that has no end: where each begins, and how long it is.
_BREAKING = ((2.5, 5), (10, 3), (15.5, 1.5))
_BROKEN = 17
# Between words and their line, and between steps of words.
_APART, _STEP = 3, 2
# Round ends of scales, in parts of a power of ten.
_ROUND = tuple(map(Decimal, ("1", "1.2", "1.5", "2", "2.5", "3", "4", "5", "6", "8", "10")))


@dataclass(frozen=True, slots=True)
class WageMark:
    """A wage: what it is called, its figure in words, its value, and whether it may be more.

    Without a value it is not drawn: its words are below the strip.
    """

    label: str
    figure: str
    value: Decimal | None
    is_least: bool = False


@dataclass(frozen=True, slots=True)
class WageScale:
    """The value at a strip's end, and how that and zero, where it begins, are written there."""

    high: Decimal
    zero_figure: str
    high_figure: str


def own_end(marks: Mapping[str, WageMark]) -> Decimal:
    """Return the end of a scale that holds some wages: a round number beyond them."""
    highest = max((mark.value for mark in marks.values() if mark.value), default=Decimal(1))
    if any(mark.is_least for mark in marks.values()):
        # A band without an end needs room to break up.
        highest *= Decimal("1.1")
    power = Decimal(10) ** highest.adjusted()
    return next(part * power for part in _ROUND if part * power >= highest)


def wage_strip(
    marks: Mapping[str, WageMark],
    scale: WageScale,
    title: str,
    alternative: str,
    name: str,
    style: ChartStyle,
) -> str:
    """Return a strip of wages as an inline SVG with a text alternative.

    `name` begins the ids. `data-strip` is how high the strip itself is, whose marks are the
    drawing's own rectangles, and `data-span` how long; their classes name what they are. The words
    of each mark are a group with `data-mark`, the class of what they are about.
    """
    strip = _Strip(marks, scale, style)
    drawn, height = strip.drawn()
    data = {"span": f"{style.width:g}", "strip": f"{HEIGHT}", "top": f"{strip.top:g}"}
    return svg(drawn, height, title, alternative, name, style, **data)


class _Strip:
    """The parts of a strip, from its upper words to its lower ones."""

    def __init__(self, marks: Mapping[str, WageMark], scale: WageScale, style: ChartStyle) -> None:
        self._marks, self._scale, self._style = marks, scale, style
        self._left = max(_INSET * style.width, _LEAST_INSET)
        self._shown = {point: mark for point, mark in marks.items() if mark.value is not None}
        self.top: float = 0
        """Where the strip itself begins."""
        self._is_right = self._count_of_lines(is_right=True) < self._count_of_lines(is_right=False)

    def drawn(self) -> tuple[str, float]:
        """Return all that is drawn, and how high it is."""
        above = [(self._lines(point), point) for point in self._steps(_ABOVE)]
        foot: float = sum(len(lines) * LINE + _STEP for lines, _ in above)
        self.top = foot + LINE if self._is_end_above else max(foot, LINE)
        parts = [*self._strip(), self._ends()]
        entries: dict[str, str] = {}
        foot = self.top
        for lines, point in above:
            foot -= len(lines) * LINE + _STEP
            entries[point] = self._entry(point, lines, foot, (foot + 2, self.top))
        top: float = self.top + HEIGHT
        for point in self._steps(_BELOW):
            lines = self._lines(point)
            last = top + _STEP + len(lines) * LINE
            entries[point] = self._entry(point, lines, top + _STEP, (self.top + HEIGHT, last))
            top = last
        for point, mark in self._marks.items():
            if point not in self._shown:
                inner, height = self._listed(mark, top + _STEP)
                entries[point] = self._group(point, inner)
                top += _STEP + height
        # In the order of the marks, in which their list is read as well.
        parts += [entries[point] for point in self._marks]
        return "".join(parts), round(top + 3, 1)

    def _x(self, point: str) -> float:
        """Return the position of a mark, which is the scale's end for one beyond it."""
        value = self._shown[point].value
        assert value is not None
        part = float(value / self._scale.high)
        return self._left + min(max(part, 0.0), 1.0) * (self._style.width - self._left)

    def _steps(self, points: Sequence[str]) -> list[str]:
        """Return the marks that are drawn, so that the words of each have room next to the next ones."""
        shown = (point for point in points if point in self._shown)
        return sorted(shown, key=self._x, reverse=self._is_right)

    def _count_of_lines(self, *, is_right: bool) -> int:
        return sum(len(self._lines_on_side(point, is_right=is_right)) for point in self._shown)

    def _lines(self, point: str) -> list[str]:
        """Return a mark's words in lines that have room next to its own."""
        return self._lines_on_side(point, is_right=self._is_right)

    def _lines_on_side(self, point: str, *, is_right: bool) -> list[str]:
        mark, x = self._shown[point], self._x(point)
        room = (self._style.width - x if is_right else x) - _APART
        return labelled_lines(mark.label, mark.figure, max(room, SIZE) / SIZE)

    def _entry(
        self, point: str, lines: Sequence[str], top: float, leader: tuple[float, float]
    ) -> str:
        x = self._x(point)
        first, last = leader
        line = rect(x - _HAIR / 2, first, _HAIR, last - first, self._style.ink)
        x, anchor = (x + _APART, "start") if self._is_right else (x - _APART, "end")
        return self._group(point, line + self._text(lines, x, top, anchor))

    def _listed(self, mark: WageMark, top: float) -> tuple[str, int]:
        """Return the words of a mark that is not drawn, and how high they are.

        Its figure is at the right, in the last line of the label if there is room.
        """
        width = self._style.width
        label = lines_of(mark.label, width / SIZE)
        figure = lines_of(mark.figure, width / SIZE)
        beside = width_of(label[-1]) + width_of(figure[0]) + 1 < width / SIZE
        below = len(label) - beside
        text = self._text(label, 0, top, "start")
        text += self._text(figure, width, top + below * LINE, "end")
        return text, (below + len(figure)) * LINE

    def _group(self, point: str, inner: str) -> str:
        mark = self._marks[point]
        words = f"data-label={quoteattr(mark.label)} data-figure={quoteattr(mark.figure)}"
        return f'<g data-mark="{_KINDS.get(point, "dashed")}" {words}>{inner}</g>'

    def _text(self, lines: Sequence[str], x: float, top: float, anchor: str) -> str:
        return "".join(
            f'<text x="{x:.1f}" y="{top + SIZE + number * LINE:g}" text-anchor="{anchor}">'
            f"{escape(line)}</text>"
            for number, line in enumerate(lines)
        )

    @property
    def _is_end_above(self) -> bool:
        """Whether words leave no room over the scale's end for its figure."""
        begin = self._style.width - width_of(self._scale.high_figure) * SIZE - _APART
        return any(self._end_of(point) > begin for point in self._steps(_ABOVE))

    def _end_of(self, point: str) -> float:
        """Return the right edge of a mark and its words."""
        if not self._is_right:
            return self._x(point)
        return self._x(point) + _APART + max(map(width_of, self._lines(point))) * SIZE

    def _ends(self) -> str:
        scale = self._scale
        beside = self.top + HEIGHT / 2 - LINE / 2
        zero = self._text([scale.zero_figure], self._left - _APART, beside, "end")
        over = 0 if self._is_end_above else self.top - LINE
        high = self._text([scale.high_figure], self._style.width, over, "end")
        return f"<g data-ends={quoteattr(scale.zero_figure)}>{zero}{high}</g>"

    def _strip(self) -> Iterator[str]:
        ink, tint = self._style.ink, self._style.tint
        middle = self.top + HEIGHT / 2
        width = self._style.width - self._left
        yield rect(self._left, middle - _AXIS / 2, width, _AXIS, ink)
        points = [point for point in _RISING if point in self._shown]
        half = [point for point in ("p25", "p75") if point in points]
        for ends, height, kind in ((points, _THIN, "thin"), (half, _THICK, "thick")):
            if len(ends) > 1:
                for begin, length in self._pieces(ends[0], ends[-1]):
                    yield rect(begin, middle - height / 2, length, height, tint, kind)
        if "median" in points and not self._shown["median"].is_least:
            # By night a theme's two colours of bars may be one: the ink stands out on both.
            yield rect(self._x("median") - 1.5, middle - _TALL / 2, 3, _TALL, ink, "tall")
        if "all" in self._shown:
            for number in range(int(_TALL / (_DASH + _GAP)) + 1):
                top = self.top + number * (_DASH + _GAP)
                yield rect(self._x("all") - 0.6, top, 1.2, _DASH, ink, "dashed")

    def _pieces(self, first: str, last: str) -> Iterator[tuple[float, float]]:
        """Yield the start and the length of each piece of a band; there are several if an end is unknown."""
        if self._shown[first].is_least:
            return
        left, right = self._x(first), self._x(last)
        value = self._shown[last].value
        assert value is not None
        is_open = self._shown[last].is_least or value > self._scale.high
        if is_open:
            right = max(left, min(right, self._style.width - _BROKEN))
        yield left, max(right - left, 0.5)
        if is_open:
            yield from ((right + begin, length) for begin, length in _BREAKING)
