"""The map of states that a directive asks for: which state each row of a table is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from guidepub.assembly.charts.charted import charted
from guidepub.assembly.charts.drawn import Backing, Refusal, described, lettering
from guidepub.assembly.shared.context import BookContext
from guidepub.markdown import Directive
from guidepub.themes.drawings.drawing import ChartStyle
from guidepub.themes.drawings.tiles import PLACES, SHOWN, TiledState, state_tiles
from guidepub.words.manuscript import Passage
from guidepub.words.states import STATES

_LETTERS = {
    known.casefold(): letters for name, letters in STATES.items() for known in (name, letters)
}


@dataclass(frozen=True, slots=True)
class StateMap:
    """The states that have a figure, the highest first, those of no place, and how to read it."""

    states: tuple[TiledState, ...]
    unknown: tuple[str, ...]
    note: str
    cited: Backing

    def refusal(self) -> Refusal | None:
        """Return why they cannot be drawn, or None if they can."""
        if self.unknown:
            message = f"The map of states has no place for “{self.unknown[0]}”."
            remedy = "Write the state’s English name or its two letters, or leave the row out by "
            return Refusal(message, f"{remedy}a condition such as “:where: state != Guam”.")
        (letters, count), *_ = Counter(state.letters for state in self.states).most_common(1)
        if count > 1:
            message = f"The map has {count} rows of one state, {letters}."
            return Refusal(message, "Choose one of them with :where:.")
        if below := next((state for state in self.states if state.value < 0), None):
            message = f"The figure of “{below.label}” is below zero."
            return Refusal(message, "Use a chart, whose bars can go to both sides of zero.")
        return None

    def alternative_text(self, title: str, context: BookContext) -> str:
        """Return the text alternative of the map: the figure of each state."""
        return described("states_chart", title, self.states, context)

    def lettering(self, context: BookContext) -> Iterator[Passage]:
        """Yield what the drawing prints in all editions."""
        yield Passage("label", self.note, drawn=True)
        yield from lettering(self.states[:SHOWN])

    def drawn(self, title: str, alternative: str, name: str, style: ChartStyle) -> str:
        """Return the drawing; `name` begins its ids."""
        return state_tiles(self.states, self.note, title, alternative, name, style)


def states_of(directive: Directive, context: BookContext) -> StateMap:
    """Return the map that a directive asks for; its columns are known to be there.

    Raises:
        InputError: the table cannot be read (C001).
    """
    chart, phrases = charted(directive, context), context.phrases
    found = [(_LETTERS.get(bar.label.casefold(), ""), bar) for bar in chart.bars]
    unknown = tuple(bar.label for letters, bar in found if not letters)
    states = [
        TiledState(letters, bar.label, bar.figure, bar.value) for letters, bar in found if letters
    ]
    states.sort(key=lambda state: (-state.value, state.letters))
    note = ""
    if states:
        first = states[0]
        sentences = [phrases.filled("whole_line", figure=first.figure, state=first.label)]
        if len(states) < len(PLACES):
            sentences.append(phrases["without_line"])
        note = " ".join([*sentences, phrases["from_the_highest"]])
    return StateMap(tuple(states), unknown, note, chart.cited)
