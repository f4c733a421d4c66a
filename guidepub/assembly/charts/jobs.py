"""Jobs now and then, and what a year's openings come from, as bars that continue each other."""

from __future__ import annotations

from decimal import Decimal

from guidepub import figures
from guidepub.assembly.charts.charted import Charted
from guidepub.assembly.charts.drawn import Backing
from guidepub.assembly.shared.context import BookContext
from guidepub.markdown import Directive, named_facts
from guidepub.model import Fact, PrintedFigure
from guidepub.themes.drawings.charts import Bar, ChartForm


def jobs_of(directive: Directive, context: BookContext) -> Charted:
    """Return the jobs that there are, those that come or go, and those that are projected."""
    facts = context.guide.facts
    keys = named_facts(directive, facts)
    bars = []
    for part, key in keys.items():
        fact = facts[key]
        assert isinstance(fact.value, Decimal)
        begins = facts[keys["now"]].value if part == "change" else Decimal(0)
        assert isinstance(begins, Decimal)
        label = _change_label(key, fact, context) if part == "change" else _dated(key, context)
        figure = context.evidence.figure(key)
        bars.append(Bar(label, fact.value, figure, part == "change", begins=begins))
    return _chart(bars, [facts[key] for key in keys.values()], "jobs_chart")


def openings_of(directive: Directive, context: BookContext) -> Charted:
    """Return a year's openings in two parts: workers who leave, and jobs that are new.

    Where jobs are lost, fewer open than workers leave. The jobs that are new or lost in a year
    are the change divided by the years of its period, rounded as the openings are, and both
    parts are printed as “about”.
    """
    facts, evidence, phrases = context.guide.facts, context.evidence, context.phrases
    keys = named_facts(directive, facts)
    total, change = facts[keys["openings"]], facts[keys["change"]]
    assert isinstance(total.value, Decimal)
    assert isinstance(change.value, Decimal)
    assert change.period is not None
    first, last = change.period
    growth = _as_exact_as(total.value, change.value / (last - first))
    leaving = total.value - growth
    unit, language = total.unit or "items", context.guide.language
    parts_in_words = [
        phrases.filled("about", figure=figures.figure(value, unit, language))
        for value in (leaving, growth)
    ]
    if change.lineage is not None:
        evidence.drawn(
            PrintedFigure(printed=words, unit=unit, lineage=change.lineage)
            for words in parts_in_words
        )
    kind = "from_new_jobs" if growth >= 0 else "from_lost_jobs"
    bars = [
        Bar(phrases["from_leaving"], leaving, parts_in_words[0]),
        Bar(phrases[kind], growth, parts_in_words[1], is_highlighted=True, begins=leaving),
        Bar(evidence.label(keys["openings"]).plain, total.value, evidence.figure(keys["openings"])),
    ]
    return _chart(bars, [total, change], "openings_chart")


def _chart(bars: list[Bar], facts: list[Fact], kind: str) -> Charted:
    return Charted(tuple(bars), ChartForm(), Backing(tuple(facts)), kind)


def _dated(key: str, context: BookContext) -> str:
    """Return what jobs are called, with their year."""
    fact, label = context.guide.facts[key], context.evidence.label(key).plain
    year = fact.period[1] if fact.period is not None else fact.as_of
    return label if year is None or str(year) in label else f"{label}, {year}"


def _change_label(key: str, fact: Fact, context: BookContext) -> str:
    assert isinstance(fact.value, Decimal)
    is_own = bool(fact.label) or fact.value >= 0
    return context.evidence.label(key).plain if is_own else context.phrases["change_in_jobs"]


def _as_exact_as(stated: Decimal, reckoned: Decimal) -> Decimal:
    """Return a number rounded to hundreds, tens or ones, as the stated one seems to be."""
    step = next(Decimal(each) for each in (100, 10, 1) if each == 1 or stated % each == 0)
    return (reckoned / step).to_integral_value() * step
