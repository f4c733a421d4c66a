"""The hundred squares that a directive asks for: shares of a whole, and what is left of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from guidepub import figures
from guidepub.assembly.charts.charted import charted
from guidepub.assembly.charts.drawn import Backing, Refusal, described, lettering
from guidepub.assembly.shared.context import BookContext
from guidepub.markdown import Directive
from guidepub.themes.drawings.charts import Bar
from guidepub.themes.drawings.drawing import ChartStyle
from guidepub.themes.drawings.squares import MOST_SHARES, hundred_squares
from guidepub.words.manuscript import Passage

# Shares that are published in whole percents add up to a little more than a hundred.
_WHOLE, _SLACK = Decimal(100), Decimal(2)
_LEAST_REST = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Shares:
    """The shares of a whole, whether the last is what the others leave, and what squares stand for."""

    bars: tuple[Bar, ...]
    has_rest: bool
    note: str
    cited: Backing

    def refusal(self) -> Refusal | None:
        """Return why they cannot be drawn, or None if they can."""
        given = self.bars[: len(self.bars) - self.has_rest]
        total = sum(bar.value for bar in given)
        if not given or not total:
            return Refusal("The drawing has no shares.")
        if len(given) > MOST_SHARES:
            message = (
                f"The drawing has {len(given)} shares; at most {MOST_SHARES} can be told apart."
            )
            return Refusal(message, "Leave out the smallest: they are then part of the rest.")
        if any(bar.value < 0 or not bar.is_known for bar in given):
            return Refusal("A share is below zero or not published.")
        if total > _WHOLE + _SLACK:
            message = f"The shares add up to {total}%, more than the whole."
            return Refusal(
                message, "Leave out shares that are part of others, or check the figures."
            )
        return None

    def alternative_text(self, title: str, context: BookContext) -> str:
        """Return the text alternative of the drawing."""
        return described("squares_chart", title, self.bars, context)

    def lettering(self, context: BookContext) -> Iterator[Passage]:
        """Yield what the drawing prints."""
        yield from lettering(self.bars)
        yield Passage("label", self.note, drawn=True)

    def drawn(self, title: str, alternative: str, name: str, style: ChartStyle) -> str:
        """Return the drawing; `name` begins its ids."""
        return hundred_squares(self.bars, self.has_rest, self.note, title, alternative, name, style)


def shares_of(directive: Directive, context: BookContext) -> Shares:
    """Return the shares that a directive names; its facts and columns are known to be there.

    Raises:
        InputError: the table cannot be read (C001).
    """
    chart, note = charted(directive, context), context.phrases["one_in_a_hundred"]
    rest = _WHOLE - sum(bar.value for bar in chart.bars)
    if rest < _LEAST_REST:
        return Shares(chart.bars, False, note, chart.cited)
    figure = figures.figure(rest, "percent", context.guide.language)
    last = Bar(context.phrases["elsewhere"], rest, figure)
    return Shares((*chart.bars, last), True, note, chart.cited)
