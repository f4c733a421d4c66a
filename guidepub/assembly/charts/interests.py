"""The interests that an occupation meets: six scores of O*NET, and a hexagon for the reader's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from guidepub.assembly.charts.drawn import Backing, described, lettering
from guidepub.assembly.shared.context import BookContext
from guidepub.loading.referring.career import MOST_INTEREST
from guidepub.markdown import Directive, named_facts
from guidepub.themes.drawings.drawing import ChartStyle
from guidepub.themes.drawings.hexagons import Score, hexagons
from guidepub.words.manuscript import Passage


@dataclass(frozen=True, slots=True)
class Interests:
    """The scores in the order of their spokes, what the empty hexagon says, and their facts."""

    scores: tuple[Score, ...]
    own: str
    cited: Backing

    def refusal(self) -> None:
        """Return None: what cannot be drawn is refused when a guide is loaded."""

    def alternative_text(self, title: str, context: BookContext) -> str:
        """Return the text alternative of the hexagon."""
        return described("interests_chart", title, self.scores, context)

    def lettering(self, context: BookContext) -> Iterator[Passage]:
        """Yield what the drawing prints."""
        yield from lettering(self.scores)
        yield Passage("label", self.own, drawn=True)

    def drawn(self, title: str, alternative: str, name: str, style: ChartStyle) -> str:
        """Return the drawing; `name` begins its ids."""
        return hexagons(self.scores, MOST_INTEREST, self.own, title, alternative, name, style)


def interests_of(directive: Directive, context: BookContext) -> Interests:
    """Return the interests that a directive draws; its facts are known to be there."""
    facts, evidence = context.guide.facts, context.evidence
    keys = named_facts(directive, facts)
    scores = []
    for part, key in keys.items():
        value = facts[key].value
        assert isinstance(value, Decimal)
        # The letters stand for the interests in all languages.
        letter = part[0].upper()
        scores.append(Score(letter, evidence.label(key).plain, evidence.figure(key), value))
    backing = Backing(tuple(facts[key] for key in keys.values()))
    return Interests(tuple(scores), context.phrases["shade_your_own"], backing)
