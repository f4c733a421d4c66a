"""The ladder of a career: what each step pays and how long it takes, the guide's own among them."""

from __future__ import annotations

from dataclasses import replace

from guidepub.assembly.charts.charted import Charted, bar_of_fact, occupation_name
from guidepub.assembly.charts.drawn import Backing
from guidepub.assembly.shared.context import BookContext
from guidepub.loading import ladder_facts
from guidepub.loading.referring.career import OWN_STEP, time_of_step
from guidepub.markdown import Directive
from guidepub.themes.drawings.charts import Bar, ChartForm


def ladder_of(directive: Directive, context: BookContext) -> Charted:
    """Return the steps from the lowest pay to the highest."""
    facts = context.guide.facts
    keys = ladder_facts(directive, context.guide)
    times = filter(None, (time_of_step(key, facts) for key in keys))
    backing = Backing(tuple(facts[key] for key in (*keys, *times)))
    steps = tuple(_step(key, context) for key in keys)
    return Charted(steps, ChartForm(), backing, "ladder_chart")


def _step(key: str, context: BookContext) -> Bar:
    """Return a step with its time after its name; the guide's own says that it is."""
    facts, phrases = context.guide.facts, context.phrases
    bar = bar_of_fact(key, context)
    name = occupation_name(context) if key == OWN_STEP and not facts[key].label else bar.label
    time = time_of_step(key, facts)
    if time is not None:
        name = f"{name}, {context.evidence.figure(time)}"
    if key == OWN_STEP:
        name = phrases.filled("you_are_here", step=name)
    return replace(bar, label=name)
