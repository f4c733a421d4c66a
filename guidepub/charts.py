"""A bar chart as SVG: labels over the bars, figures at their ends, no legend.

Colours and faces are attributes, since stylesheets do not reach into an SVG everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

_WIDTH = 312
_SIZE = 9
_LINE = 12
_BAR = 9
_ROW = _LINE + _BAR + 7
# Room for the longest figure at a bar's end, in widths of a digit.
_DIGIT = 0.56 * _SIZE


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, its value, the value in words, and whether it stands out."""

    label: str
    value: Decimal
    figure: str
    stands_out: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """The face and the colours of a chart: of its words, of bars, of one that stands out."""

    font: str
    ink: str
    tint: str
    bar: str = ""
    """The ink, if empty."""


def bar_chart(bars: Sequence[Bar], title: str, alternative: str, name: str, style: Style) -> str:
    """Return horizontal bars as an inline SVG, 312 units wide, with a text alternative.

    Bars start at zero; negative values are drawn to the left of it. `name` begins the ids.
    """
    longest = max((len(bar.figure) for bar in bars), default=0) * _DIGIT + 6
    low = min([Decimal(0), *(bar.value for bar in bars)])
    high = max([Decimal(0), *(bar.value for bar in bars)])
    span = (high - low) or Decimal(1)
    scale = (_WIDTH - float(longest)) / float(span)
    zero = -float(low) * scale
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}-title '
        f'{name}-desc" viewBox="0 0 {_WIDTH} {len(bars) * _ROW}" font-family={quoteattr(style.font)} '
        f'font-size="{_SIZE}" fill={quoteattr(style.ink)}>',
        f'<title id="{name}-title">{escape(title)}</title>',
        f'<desc id="{name}-desc">{escape(alternative)}</desc>',
    ]
    for row, bar in enumerate(bars):
        top = row * _ROW
        length = abs(float(bar.value)) * scale
        left = max(0.0, zero if bar.value >= 0 else zero - length)
        colour = (style.bar or style.ink) if bar.stands_out else style.tint
        parts.append(
            f'<text x="0" y="{top + _SIZE}">{escape(bar.label)}</text>'
            f'<rect x="{left:.1f}" y="{top + _LINE + 1}" width="{max(length, 0.5):.1f}" '
            f'height="{_BAR}" fill={quoteattr(colour)}/>'
            f'<text x="{left + length + 4:.1f}" y="{top + _LINE + _SIZE}">{escape(bar.figure)}</text>'
        )
    return "".join(parts) + "</svg>"
