"""A hundred squares as SVG: shares of a whole that can be counted.

Each share has squares of a form of its own, full, cut, in stripes or with a dot, and what is left has
empty ones, so that no colour is needed to tell them apart. Next to them, or below where there is
little room, each form stands with its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_FLOOR, Decimal

from guidepub.themes.drawings.charts import Bar
from guidepub.themes.drawings.drawing import LINE, SIZE, ChartStyle, lettered, svg
from guidepub.themes.drawings.lettering import labelled_lines, lines_of
from guidepub.words.markup import quoteattr

MOST_SHARES = 6
"""Shares for which there are forms of squares."""

# A square, and from one to the next; squares in a column; and how wide all of them are.
_SIDE, _PITCH, _ROWS = 9.0, 11.0, 10
WIDTH = _PITCH * _ROWS - (_PITCH - _SIDE)
"""Units from the first square's left edge to the last one's right edge."""

# Between the squares and their words, and around each of these.
_APART, _STEP = 14.0, 5
# Words need so many units next to the squares, or they are below.
_LEAST_WORDS = 120
_THIN, _STRIPE, _DOT, _CUT = 0.7, 1.7, 4.5, 1.2
_STRIPES = (0.0, (_SIDE - _STRIPE) / 2, _SIDE - _STRIPE)


def squares_of(shares: Sequence[Decimal]) -> list[int]:
    """Return the number of squares for each share of a whole, a hundred in all.

    Those whose cut remainder is largest are rounded up; of equal ones the first.
    """
    whole = sum(shares)
    exact = [share * 100 / whole for share in shares]
    counts = [int(each.to_integral_value(ROUND_FLOOR)) for each in exact]
    by_remainder = sorted(range(len(exact)), key=lambda n: counts[n] - exact[n])
    for index in by_remainder[: 100 - sum(counts)]:
        counts[index] += 1
    return counts


def hundred_squares(
    shares: Sequence[Bar],
    is_rest_last: bool,
    note: str,
    title: str,
    alternative: str,
    name: str,
    style: ChartStyle,
) -> str:
    """Return shares as squares in an inline SVG with a text alternative.

    `note` is below all, and `name` begins the ids. The squares are the drawing's own
    rectangles, in a box `data-shape`; the words of each share are a group with its form.
    """
    forms = [*range(len(shares) - is_rest_last), *([MOST_SHARES] if is_rest_last else [])]
    counts = squares_of([share.value for share in shares])
    drawn = "".join(_grid(forms, counts, style))
    words, height = _words(shares, forms, note, style)
    data = {"span": f"{style.width:g}", "kind": "squares", "shape": f"{WIDTH:g} {WIDTH:g}"}
    return svg(drawn + words, max(height, WIDTH), title, alternative, name, style, **data)


def _grid(forms: Sequence[int], counts: Sequence[int], style: ChartStyle) -> Iterator[str]:
    """Yield the squares, column by column."""
    order = [form for form, count in zip(forms, counts, strict=True) for _ in range(count)]
    for number, form in enumerate(order):
        column, row = divmod(number, _ROWS)
        yield from _square(form, column * _PITCH, row * _PITCH, style)


def _words(
    shares: Sequence[Bar], forms: Sequence[int], note: str, style: ChartStyle
) -> tuple[str, float]:
    """Return each share's square and words, with the note below all, and how far down they go."""
    is_beside = style.width - WIDTH - _APART - _PITCH >= _LEAST_WORDS
    left = WIDTH + _APART if is_beside else 0.0
    top = 0.0 if is_beside else WIDTH + _STEP
    most = (style.width - left - _SIDE - _STEP) / SIZE
    parts = []
    for share, form in zip(shares, forms, strict=True):
        lines = labelled_lines(share.label, share.figure, most)
        square = "".join(_square(form, left, top + 1, style))
        words = f"data-label={quoteattr(share.label)} data-figure={quoteattr(share.figure)}"
        place = f'data-square="{left:g} {top + 1:g} {_SIDE:g} {_SIDE:g}"'
        text = lettered(lines, left + _SIDE + _STEP, top)
        parts.append(f"<g {words} {place}>{square}{text}</g>")
        top += len(lines) * LINE + _STEP
    # Across the drawing: in the column of words it would pass for one more share.
    top = max(top, WIDTH + _STEP)
    lines = lines_of(note, style.width / SIZE)
    parts.append(f"<g data-label={quoteattr(note)}>{lettered(lines, 0, top)}</g>")
    return "".join(parts), top + len(lines) * LINE + 2


def _square(form: int, x: float, y: float, style: ChartStyle) -> Iterator[str]:
    """Yield the pieces of a square of a form; the last form is an empty one."""
    middle, half = (_SIDE - _DOT) / 2, (_SIDE - _CUT) / 2
    edges = [(0.0, 0.0, _SIDE, _THIN), (0.0, _SIDE - _THIN, _SIDE, _THIN)]
    edges += [(0.0, 0.0, _THIN, _SIDE), (_SIDE - _THIN, 0.0, _THIN, _SIDE)]
    pieces = {
        0: [(0.0, 0.0, _SIDE, _SIDE)],
        1: [(0.0, 0.0, _SIDE, half), (0.0, _SIDE - half, _SIDE, half)],
        2: [(0.0, at, _SIDE, _STRIPE) for at in _STRIPES],
        3: [(middle, middle, _DOT, _DOT), *edges],
        4: [(at, 0.0, _STRIPE, _SIDE) for at in _STRIPES],
        5: [(middle, middle, _DOT, _DOT)],
    }
    # A tint sets the second apart at a glance; by night colours of a theme may be one.
    colour = style.tint if form == 1 else style.ink
    for left, top, width, height in pieces.get(form, edges):
        yield (
            f'<rect x="{x + left:.5g}" y="{y + top:.5g}" width="{width:.3g}" '
            f'height="{height:.3g}" fill={quoteattr(colour)}/>'
        )
