"""Q005: facts about jobs that do not add up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject

# Allows for rounding: jobs are published in hundreds, shares in whole percents.
_ROUNDED_JOBS = 150
_ROUNDED_SHARE = Decimal("0.6")


def _sums(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms if jobs now and later, the change and its percentage do not add up."""
    values = {
        key: fact.value
        for key, fact in subject.guide.facts.items()
        if isinstance(fact.value, Decimal)
    }
    now, then = values.get("employment"), values.get("projected_employment")
    change, share = values.get("employment_change"), values.get("projected_growth")
    if now is None or not now:
        return
    if then is not None and change is not None and abs(then - now - change) > _ROUNDED_JOBS:
        place = subject.document.place(("facts", "employment_change", "value"))
        message = f"From {now:,} to {then:,} jobs is a change of {then - now:,}, not of {change:,}."
        yield Alarm("Q005", place, message, "Look up all three again in the same table.")
    grown = then - now if then is not None else change
    if grown is not None and share is not None:
        slack = _ROUNDED_SHARE + Decimal(_ROUNDED_JOBS) / now * 100
        if abs(grown / now * 100 - share) > slack:
            place = subject.document.place(("facts", "projected_growth", "value"))
            message = f"{grown:,} of {now:,} jobs is {grown / now * 100:.1f}%, not {share}%."
            yield Alarm("Q005", place, message, "Look them up again in the same table.")


RULES = (Rule(("Q005",), _sums),)
