"""The common parts of all drawings of figures: type, style, and the SVG around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guidepub.words.markup import escape, quoteattr

WIDTH = 312
"""Units from the left edge of a drawing to the right one, where its words are of the usual size."""

SIZE, LINE = 9, 12
"""The size of its type, and from one line to the next, in the same units."""


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """The face and the colours of a chart: of its words, of bars, of one that stands out.

    `width` is how many units it is wide: with fewer of them its words are larger on a page.
    """

    font: str
    ink: str
    tint: str
    bar: str = ""
    """The ink, if empty."""
    width: float = WIDTH


def chart_width(least_type: float, points: float) -> float:
    """Return the width in units of a chart that is drawn `points` wide.

    Its words are then at least `least_type` points large, unless that is 0.
    """
    return min(WIDTH, round(SIZE * points / least_type, 1)) if least_type else WIDTH


def svg(
    drawn: str,
    height: float,
    title: str,
    alternative: str,
    name: str,
    style: ChartStyle,
    **data: str,
) -> str:
    """Return the drawn parts as an inline SVG with a text alternative.

    `name` begins the ids. Each of `data` becomes an attribute, such as `data-span`.
    """
    attributes = "".join(f" data-{key}={quoteattr(value)}" for key, value in data.items())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}-title '
        f'{name}-desc" viewBox="0 0 {style.width:g} {height:g}" '
        f'font-family={quoteattr(style.font)} font-size="{SIZE}" fill={quoteattr(style.ink)}{attributes}>'
        f'<title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-desc">{escape(alternative)}</desc>{drawn}</svg>'
    )


def lettered(lines: Sequence[str], x: float, top: float, anchor: str = "start") -> str:
    """Return lines of words below each other; `anchor` is `start`, `middle` or `end`."""
    anchored = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return "".join(
        f'<text x="{x:.5g}" y="{top + SIZE + number * LINE:.5g}"{anchored}>{escape(line)}</text>'
        for number, line in enumerate(lines)
    )


def polygon(corners: Iterable[tuple[float, float]], fill: str) -> str:
    """Return a shape with some corners that is filled with a colour."""
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    return f'<polygon points="{points}" fill={quoteattr(fill)}/>'


def rect(
    x: float,
    y: float,
    width: float,
    height: float,
    fill: str,
    kind: str = "",
    corner: float = 0.0,
) -> str:
    """Return a rectangle, with round corners if they have a radius; `kind` is its class."""
    named = f'class="{kind}" ' if kind else ""
    round_ = f' rx="{corner:.3g}"' if corner else ""
    return (
        f'<rect {named}x="{x:.1f}" y="{y:.1f}" width="{width:.4g}" height="{height:.4g}"'
        f"{round_} fill={quoteattr(fill)}/>"
    )
