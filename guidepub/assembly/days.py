"""A day of work as bars that go on from each other, each at the time at which it begins."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from guidepub.assembly.charted import Charted, charted
from guidepub.assembly.context import BookContext
from guidepub.markdown import Directive
from guidepub.themes.charts import Bar, ChartForm

_MINUTES = {"minutes": 1, "hours": 60}
_DAY = 24 * 60


class Day(Charted):
    """What is done in a day, one thing after the other."""

    def fault(self) -> str:
        """Return why it cannot be drawn, or an empty string."""
        if any(bar.value <= 0 for bar in self.bars):
            return "A part of the day takes no time."
        if sum(bar.value for bar in self.bars) > _DAY:
            return "The day has more than 24 hours."
        return super().fault()


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
        minutes = bar.value * _MINUTES.get(options["unit"], 1)
        label = f"{_time(start + elapsed)} {bar.label}"
        bars.append(replace(bar, label=label, value=minutes, begins=elapsed))
        elapsed += minutes
    return Day(tuple(bars), ChartForm(), chart.cited, "day_chart")


def _time(minutes: Decimal) -> str:
    hour, minute = divmod(int(minutes) % _DAY, 60)
    return f"{hour}:{minute:02}"
