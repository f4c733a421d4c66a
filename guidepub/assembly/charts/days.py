"""A day of work as bars, each of which begins where the one before it ends."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from guidepub.assembly.charts.charted import Charted, charted
from guidepub.assembly.charts.drawn import Refusal
from guidepub.assembly.shared.context import BookContext
from guidepub.markdown import Directive
from guidepub.themes.drawings.charts import Bar, ChartForm

_MINUTES = {"minutes": 1, "hours": 60}
_DAY = 24 * 60


class Day(Charted):
    """What is done in a day, one thing after the other."""

    def refusal(self) -> Refusal | None:
        """Return why it cannot be drawn, or None if it can."""
        if any(bar.value <= 0 for bar in self.bars):
            remedy = "Give each row a time above zero, or leave it out with :skip:."
            return Refusal("A part of the day takes no time.", remedy)
        if sum(bar.value for bar in self.bars) > _DAY:
            remedy = "Correct the times or the :unit:, or choose rows with :where:."
            return Refusal("The day has more than 24 hours.", remedy)
        return super().refusal()


def day_of(directive: Directive, context: BookContext) -> Day:
    """Return the day that a directive draws; its columns are known to be there.

    Raises:
        InputError: the table cannot be read (C001).
    """
    chart, options = charted(directive, context), directive.options
    hour, minute = map(int, options["start"].split(":"))
    start = Decimal(hour * 60 + minute)
    elapsed, bars = Decimal(0), list[Bar]()
    for bar in chart.bars:
        minutes = bar.value * _MINUTES[options["unit"]]
        label = f"{_time(start + elapsed)} {bar.label}"
        bars.append(replace(bar, label=label, value=minutes, begins=elapsed))
        elapsed += minutes
    return Day(tuple(bars), ChartForm(), chart.cited, "day_chart")


def _time(minutes: Decimal) -> str:
    hour, minute = divmod(int(minutes) % _DAY, 60)
    return f"{hour}:{minute:02}"
