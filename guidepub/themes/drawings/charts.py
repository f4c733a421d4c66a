"""A chart of bars or pins as SVG: labels over them, figures at their ends, no legend.

Where bars go to both sides of zero, a line shows where that is. A pin is a line with a head. Pins
begin at a line for zero, and each has a dashed mark at the value that all are compared with; the row
of that value has the mark alone.

Colours and faces are attributes, since stylesheets do not reach into an SVG everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from guidepub.themes.drawings.drawing import LINE, SIZE, WIDTH, ChartStyle, rect, svg
from guidepub.themes.drawings.lettering import lines_of, width_of
from guidepub.words.markup import escape, quoteattr

_BAR = 9
_GAP = 7
# A pin: its height with its marks, its line, its head and that of one that stands out, and the
# lines for zero and for the common mark, whose dashes have gaps.
_PIN, _LINE_OF_PIN, _HEAD, _LARGE_HEAD = 13, 1.2, 6.0, 9.0
_ZERO, _AGAINST, _DASH, _DASH_GAP = 0.6, 1.2, 3.0, 2.0
# A figure that takes more of the width than this is over its bar, not at its end.
_MOST_FIGURE = 0.4


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, its value, the value in words, and whether it stands out.

    A bar goes from where it `begins`, by its value to the right, or to the left if that is below
    zero. Of a pin whose value is not known only the words are there.
    """

    label: str
    value: Decimal
    figure: str
    is_highlighted: bool = False
    is_known: bool = True
    begins: Decimal = Decimal(0)

    @property
    def ends(self) -> Decimal:
        """The value at which the bar ends."""
        return self.begins + self.value


@dataclass(frozen=True, slots=True)
class ChartForm:
    """The form of a chart: whether it has pins in place of bars, and which row is the common mark."""

    pins: bool = False
    against: Bar | None = None


_BARS = ChartForm()


@dataclass(frozen=True, slots=True)
class _Scale:
    """Units for all values and for each unit of value, where zero lies, and where figures stand.

    `width` is that of the whole chart, `mark` how high a bar is, or a pin with its marks.
    """

    span: float
    unit: float
    zero: float
    figures_over: bool
    width: float
    form: ChartForm

    @property
    def has_line(self) -> bool:
        """Whether bars go to both sides of zero, which then is a line."""
        return not self.form.pins and 0 < self.zero < self.span

    @property
    def mark(self) -> int:
        return _PIN if self.form.pins else _BAR

    def at(self, value: Decimal) -> float:
        """Return the horizontal position of a value, in units."""
        return max(0.0, self.zero + float(value) * self.unit)


def bar_chart(
    bars: Sequence[Bar],
    title: str,
    alternative: str,
    name: str,
    style: ChartStyle,
    among: Sequence[Bar] = (),
    form: ChartForm = _BARS,
) -> str:
    """Return horizontal bars or pins as an inline SVG with a text alternative.

    Bars start at zero unless they say where; negative values are drawn to the left of it. `name`
    begins the ids. `among` are the bars of all parts of a chart that is split, which share one
    scale. `data-span` is the length of the scale in units, `data-pin` the height of pins.
    """
    scale = _scale(among or bars, style.width, form)
    parts = []
    top = 0
    for bar in bars:
        parts.append(_drawn(bar, top, scale, style))
        top += _row_height(bar, scale)
    data = {"span": f"{scale.span:.1f}"} | ({"pin": f"{_PIN}"} if form.pins else {})
    return svg("".join(parts), top, title, alternative, name, style, **data)


def parted(
    bars: Sequence[Bar], tallest: float, width: float = WIDTH, form: ChartForm = _BARS
) -> list[list[Bar]]:
    """Return bars in charts of which each is at most some units high, the first ones full."""
    scale = _scale(bars, width, form)
    parts: list[list[Bar]] = [[]]
    height = 0
    for bar in bars:
        row = _row_height(bar, scale)
        if parts[-1] and height + row > tallest:
            parts.append([])
            height = 0
        parts[-1].append(bar)
        height += row
    if len(parts) > 1 and len(parts[-1]) == 1 and len(parts[-2]) > 2:
        # One bar alone is not a chart.
        parts[-1].insert(0, parts[-2].pop())
    return parts


def _scale(bars: Sequence[Bar], width: float, form: ChartForm) -> _Scale:
    beside = _LARGE_HEAD if form.pins else 0.0
    longest = max((width_of(bar.figure) for bar in bars), default=0.0) * SIZE + 6 + beside
    over = longest > _MOST_FIGURE * width
    low = min([Decimal(0), *(bar.ends for bar in bars)])
    high = max([Decimal(0), *(bar.ends for bar in bars)])
    span = (high - low) or Decimal(1)
    room = width - (beside if over else longest)
    unit = room / float(span)
    # Heads of pins reach beyond their values.
    zero = -float(low) * unit + (beside / 2 if low < 0 else 0.0)
    return _Scale(room + beside, unit, zero, over, width, form)


def _words(bar: Bar, scale: _Scale) -> list[list[str]]:
    """Return the texts over a bar, each in lines: its label, and its figure if that is long."""
    texts = [bar.label, bar.figure] if scale.figures_over else [bar.label]
    return [lines_of(text, scale.width / SIZE) for text in texts]


def _row_height(bar: Bar, scale: _Scale) -> int:
    return sum(len(lines) for lines in _words(bar, scale)) * LINE + scale.mark + _GAP


def _drawn(bar: Bar, top: int, scale: _Scale, style: ChartStyle) -> str:
    parts = []
    for lines in _words(bar, scale):
        parts.append(_text(lines, top))
        top += len(lines) * LINE
    if scale.form.pins:
        return "".join([*parts, *_pin(bar, top + 1, scale, style)])
    length = abs(float(bar.value)) * scale.unit
    left = scale.at(min(bar.begins, bar.ends))
    colour = (style.bar or style.ink) if bar.is_highlighted else style.tint
    parts.append(
        f'<rect x="{left:.1f}" y="{top + 1}" width="{max(length, 0.5):.1f}" '
        f'height="{_BAR}" fill={quoteattr(colour)}/>'
    )
    if scale.has_line:
        at = max(0.0, scale.zero - _ZERO / 2)
        parts.append(rect(at, top - 1, _ZERO, _BAR + 4, style.ink, "zero"))
    if not scale.figures_over:
        place = f'x="{left + length + 4:.1f}" y="{top + SIZE}"'
        parts.append(f"<text {place}>{escape(bar.figure)}</text>")
    return "".join(parts)


def _pin(bar: Bar, top: float, scale: _Scale, style: ChartStyle) -> Iterator[str]:
    """Yield a pin between the lines for zero and for the common mark, and its figure."""
    form, middle = scale.form, top + _PIN / 2
    yield _rect(scale.zero, top, _ZERO, _PIN, style.ink)
    end, head = scale.at(bar.value), _LARGE_HEAD if bar.is_highlighted else _HEAD
    if bar.is_known and bar is not form.against:
        colour = (style.bar or style.ink) if bar.is_highlighted else style.tint
        thick = _LINE_OF_PIN * (2 if bar.is_highlighted else 1)
        left = min(scale.zero, end)
        yield _rect(left, middle - thick / 2, abs(end - scale.zero), thick, colour)
        yield _rect(max(0.0, end - head / 2), middle - head / 2, head, head, colour, round_=True)
    # A head at the edge is moved in, as a whole.
    behind = max(max(end, scale.zero) + head / 2, head) + 4
    if form.against is not None and form.against.is_known:
        at = scale.at(form.against.value)
        for number in range(3):
            dash = top + number * (_DASH + _DASH_GAP)
            yield _rect(at - _AGAINST / 2, dash, _AGAINST, _DASH, style.ink)
        if at + 4 > behind and at < behind + width_of(bar.figure) * SIZE + 2:
            behind = at + 4
    if not scale.figures_over:
        yield f'<text x="{behind:.1f}" y="{middle + 3:.1f}">{escape(bar.figure)}</text>'


def _rect(
    x: float, y: float, width: float, height: float, fill: str, *, round_: bool = False
) -> str:
    corner = f' rx="{width / 2:g}"' if round_ else ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0.5):.1f}" height="{height:.1f}"'
        f"{corner} fill={quoteattr(fill)}/>"
    )


def _text(lines: Sequence[str], top: int) -> str:
    first = f'x="0" y="{top + SIZE}"'
    if len(lines) == 1:
        return f"<text {first}>{escape(lines[0])}</text>"
    spans = (
        f'<tspan x="0" y="{top + SIZE + number * LINE}">{escape(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    return f"<text {first}>{' '.join(spans)}</text>"
