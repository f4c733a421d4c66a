"""Facts that a strip of wages is asked to draw: what keeps them from being drawn."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from guidepub.findings import Finding, Place
from guidepub.markdown import Directive, named_facts
from guidepub.model import Guide

# A strip has two ends.
_LEAST = 2


def wage_findings(directive: Directive, guide: Guide, place: Place) -> Iterator[Finding]:
    """Yield the faults of the facts in a strip of wages; missing ones are left out."""
    keys = named_facts(directive, guide.facts)
    facts = {point: guide.facts[key] for point, key in keys.items()}
    if any(fact.is_words for fact in facts.values()):
        yield Finding(place, "D033", "A strip of wages can only draw numbers.", "Name other facts.")
        return
    units = sorted({fact.unit or "no unit" for fact in facts.values()})
    if len(units) > 1:
        message = (
            f"A strip of wages can only draw figures with the same unit, not {', '.join(units)}."
        )
        yield Finding(place, "D033", message, "Name facts with the same unit, as in “:all: KEY”.")
        return
    values = {point: fact.least for point, fact in facts.items() if fact.least is not None}
    known = [(keys[point], value) for point, value in values.items() if point != "all"]
    if len(known) < _LEAST:
        message = f"A strip of wages has {len(known)} of the percentiles, but needs {_LEAST}."
        remedy = "Add facts such as wage_p10, median_wage and wage_p90 to the guide."
        yield Finding(place, "D033", message, remedy)
    elif below := next((point for point, value in values.items() if value < 0), None):
        message = f"The wage “{keys[below]}” is below zero."
        yield Finding(place, "D033", message, "Check the figure.")
    for (lower, low), (upper, high) in pairwise(known):
        if low > high:
            message = f"The wage “{lower}” is above “{upper}”."
            yield Finding(place, "D033", message, "Check both figures.")
