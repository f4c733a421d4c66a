"""The bars and pins that a directive asks for: from a guide's facts and from rows of a table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from guidepub import figures
from guidepub.assembly.context import BookContext
from guidepub.markdown import Directive, Said, chart_facts, chart_options, typeset
from guidepub.model import PrintedFigure
from guidepub.tables import chart_points, lineage_of_point
from guidepub.themes.charts import Bar, ChartForm

# The facts of the guide's own occupation.
_OWN = ("median_wage", "projected_growth")


@dataclass(frozen=True, slots=True)
class Charted:
    """The rows of a chart, the form that they have, and the line that names their sources."""

    bars: tuple[Bar, ...]
    form: ChartForm
    evidence: Said


def charted(directive: Directive, context: BookContext) -> Charted:
    """Return what a directive charts; its facts and columns are known to be there.

    Raises:
        InputError: the table cannot be read (C001).
    """
    guide, options = context.guide, directive.options
    keys, against = chart_facts(directive, guide.facts)
    bars = [_of_fact(key, context) for key in keys]
    if directive.name == "growth":
        bars = [_named(key, bar, context) for key, bar in zip(keys, bars, strict=True)]
    if "table" in options:
        bars += _of_table(directive, context)
    form = ChartForm(pins=directive.name == "growth")
    if against:
        form = ChartForm(pins=True, against=_of_fact(against, context))
        keys = [*keys, against]
    facts = [guide.facts[key] for key in keys]
    sources = [*(fact.source for fact in facts), options.get("source")]
    evidence = context.evidence.source_line(sources, context.cite, facts)
    return Charted((*bars, *filter(None, [form.against])), form, evidence)


def _of_fact(key: str, context: BookContext) -> Bar:
    fact = context.guide.facts[key]
    value = fact.value
    if isinstance(value, str):
        # Words that stand for a figure of a table: its least, or no figure at all.
        value = fact.amount or Decimal()
    return Bar(
        context.evidence.label(key).plain,
        value,
        context.evidence.figure(key),
        stands_out=key in _OWN,
        is_known=isinstance(fact.value, Decimal) or fact.amount is not None,
    )


def _named(key: str, bar: Bar, context: BookContext) -> Bar:
    """Return the bar of the guide's own growth by the name of its occupation, as others are."""
    guide, occupation = context.guide, context.guide.occupation
    if key != "projected_growth" or guide.facts[key].label:
        return bar
    is_foreign = occupation is None or occupation.language not in (None, guide.language)
    title = None if occupation is None or is_foreign else occupation.title
    return replace(bar, label=title or guide.title)


def _of_table(directive: Directive, context: BookContext) -> list[Bar]:
    options, language = chart_options(directive), context.guide.language
    bars, drawn = [], []
    for point in chart_points(options, context.catalog, language):
        figure = figures.figure(point.value, options["unit"], language)
        bars.append(Bar(typeset(point.label, context.phrases.typography), point.value, figure))
        lineage = lineage_of_point(point, options, context.catalog)
        drawn.append(PrintedFigure(printed=figure, unit=options["unit"], lineage=lineage))
    context.evidence.drawn(drawn)
    return bars
