"""The bars and pins that a directive asks for: from a guide's facts and from rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from guidepub import figures
from guidepub.assembly.charts.drawn import Backing, Refusal, described, lettering
from guidepub.assembly.shared.context import BookContext
from guidepub.markdown import Directive, chart_facts, chart_options, typeset
from guidepub.model import PrintedFigure
from guidepub.tables import Point, chart_points, lineage_of_point
from guidepub.themes.drawings.charts import Bar, ChartForm, bar_chart
from guidepub.themes.drawings.drawing import ChartStyle
from guidepub.words.manuscript import Passage

# The facts of the guide's own occupation.
_OWN = ("median_wage", "median_monthly_wage", "projected_growth")
# Bars of one chart: more would fill a score of pages.
_MOST_BARS = 400


@dataclass(frozen=True, slots=True)
class Charted:
    """The rows of a chart, their form, what they are made from, and the phrase for such charts."""

    bars: tuple[Bar, ...]
    form: ChartForm
    cited: Backing
    kind: str = "bar_chart"

    def refusal(self) -> Refusal | None:
        """Return why they cannot be drawn, or None if they can."""
        if not self.bars:
            return Refusal("The chart has nothing to draw.")
        if len(self.bars) > _MOST_BARS:
            message = f"The chart has {len(self.bars)} bars; at most {_MOST_BARS} can be drawn."
            return Refusal(message, "Draw fewer facts, or choose rows with :where:.")
        return None

    def alternative_text(self, title: str, context: BookContext) -> str:
        """Return the text alternative of the chart."""
        return described(self.kind, title, self.bars, context)

    def lettering(self, context: BookContext) -> Iterator[Passage]:
        """Yield what the drawing prints."""
        return lettering(self.bars)

    def drawn(self, title: str, alternative: str, name: str, style: ChartStyle) -> str:
        """Return all rows as one drawing; `name` begins its ids."""
        return bar_chart(self.bars, title, alternative, name, style, form=self.form)


def charted(directive: Directive, context: BookContext) -> Charted:
    """Return what a directive charts; its facts and columns are known to be there.

    Raises:
        InputError: the table cannot be read (C001).
    """
    guide, options = context.guide, directive.options
    keys, against = chart_facts(directive, guide.facts)
    bars = [bar_of_fact(key, context) for key in keys]
    if directive.name == "growth":
        bars = [_growth_bar(key, bar, context) for key, bar in zip(keys, bars, strict=True)]
    if "table" in options:
        bars += table_bars(directive, context)
    bars = _ranked(bars, options)
    form = ChartForm(pins=directive.name == "growth")
    if against:
        bar = _growth_bar(against, bar_of_fact(against, context), context)
        form = ChartForm(pins=True, against=bar)
        keys = [*keys, against]
    others = tuple(filter(None, [options.get("source")]))
    cited = Backing(tuple(guide.facts[key] for key in keys), others)
    kind = "growth_chart" if form.pins else "bar_chart"
    return Charted((*bars, *filter(None, [form.against])), form, cited, kind)


def _ranked(bars: list[Bar], options: Mapping[str, str]) -> list[Bar]:
    """Return bars in the order that is asked for, as many as are asked for; ties stay as they were."""
    if "sort" in options:
        bars = sorted(bars, key=lambda bar: bar.value, reverse=options["sort"] == "falling")
    return bars[: int(options.get("most", len(bars)))]


def bar_of_fact(key: str, context: BookContext) -> Bar:
    """Return a fact as a bar; one without a value, or with the least of it, as its table says."""
    value = context.guide.facts[key].least
    return Bar(
        context.evidence.label(key).plain,
        value or Decimal(),
        context.evidence.figure(key),
        is_highlighted=key in _OWN,
        is_known=value is not None,
    )


def _growth_bar(key: str, bar: Bar, context: BookContext) -> Bar:
    """Return a bar of growth by whose it is: “All occupations”, not “Projected growth, all …”.

    That of the guide itself has the name of its occupation.
    """
    if key == "projected_growth" and not context.guide.facts[key].label:
        return replace(bar, label=occupation_name(context))
    measure = context.phrases.get("facts", "projected_growth")
    if not measure or not bar.label.startswith(f"{measure},"):
        return bar
    workers = bar.label.removeprefix(f"{measure},").strip()
    return replace(bar, label=workers[:1].upper() + workers[1:]) if workers else bar


def occupation_name(context: BookContext) -> str:
    """Return what a guide's occupation is called: its title, or the guide's in another language."""
    guide, occupation = context.guide, context.guide.occupation
    is_foreign = occupation is None or occupation.language not in (None, guide.language)
    title = None if occupation is None or is_foreign else occupation.title
    return title or guide.title


def table_bars(directive: Directive, context: BookContext) -> list[Bar]:
    """Return a table's rows as bars, as `table_points` does."""
    return [bar for _, bar in table_points(directive, context)]


def table_points(directive: Directive, context: BookContext) -> list[tuple[Point, Bar]]:
    """Return a table's rows, each with its bar, and take down from which cells they are.

    Raises:
        InputError: the table cannot be read (C001).
    """
    options, language = chart_options(directive), context.guide.language
    found, drawn = [], []
    for point in chart_points(options, context.catalog, language):
        figure = figures.figure(point.value, options["unit"], language)
        label = typeset(point.label, context.phrases.typography)
        found.append((point, Bar(label, point.value, figure)))
        lineage = lineage_of_point(point, options, context.catalog)
        drawn.append(PrintedFigure(printed=figure, unit=options["unit"], lineage=lineage))
    context.evidence.drawn(drawn)
    return found
