"""The strip of wages that a directive asks for: its marks and its scale, from a guide's facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from guidepub import figures
from guidepub.assembly.charts.drawn import Backing, described, lettering
from guidepub.assembly.shared.context import BookContext
from guidepub.markdown import Directive, named_facts
from guidepub.model import Fact
from guidepub.themes.drawings.drawing import ChartStyle
from guidepub.themes.drawings.strips import WageMark, WageScale, own_end, wage_strip
from guidepub.words.manuscript import Passage


@dataclass(frozen=True, slots=True)
class WageStrip:
    """The marks of a strip of wages by what they are, its scale, and the facts behind it."""

    marks: Mapping[str, WageMark]
    scale: WageScale
    cited: Backing

    def refusal(self) -> None:
        """Return None: what cannot be drawn is refused when a guide is loaded."""

    def alternative_text(self, title: str, context: BookContext) -> str:
        """Return the text alternative of the strip."""
        ends = {"zero": self.scale.zero_figure, "high": self.scale.high_figure}
        return described("wage_strip", title, self.marks.values(), context, **ends)

    def lettering(self, context: BookContext) -> Iterator[Passage]:
        """Yield what the drawing prints."""
        for text in (self.scale.zero_figure, self.scale.high_figure):
            yield Passage("label", text, drawn=True)
        yield from lettering(self.marks.values())

    def drawn(self, title: str, alternative: str, name: str, style: ChartStyle) -> str:
        """Return the drawing; `name` begins its ids."""
        return wage_strip(self.marks, self.scale, title, alternative, name, style)


def strip_of(directive: Directive, context: BookContext) -> WageStrip:
    """Return the strip that a directive asks for; its facts are known to be there."""
    guide, evidence = context.guide, context.evidence
    keys = named_facts(directive, guide.facts)
    facts = {point: guide.facts[key] for point, key in keys.items()}
    marks = {
        point: _mark(evidence.label(key).plain, evidence.figure(key), facts[point])
        for point, key in keys.items()
    }
    unit = next(iter(facts.values())).unit or "items"
    end = context.catalog.defaults.wage_scale if unit.endswith("/year") else None
    high = Decimal(end) if end else own_end(marks)
    ends = [figures.figure(value, unit, guide.language) for value in (Decimal(0), high)]
    return WageStrip(marks, WageScale(high, *ends), Backing(tuple(facts.values())))


def _mark(label: str, figure: str, fact: Fact) -> WageMark:
    return WageMark(label, figure, fact.least, is_least=fact.amount is not None)
