"""The words of a drawing of figures: what it prints, and its text alternative."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from guidepub import figures
from guidepub.assembly.shared.context import BookContext
from guidepub.markdown import RichText
from guidepub.model import Fact
from guidepub.themes.drawings.drawing import ChartStyle
from guidepub.words.manuscript import Passage
from guidepub.words.typography import bound


class Labelled(Protocol):
    """What a drawing shows: its label, and its figure in words."""

    @property
    def label(self) -> str:
        """What it is called."""

    @property
    def figure(self) -> str:
        """Its figure in words."""


Marks = Iterable[Labelled]
"""What a drawing shows."""


class Backing(NamedTuple):
    """What a drawing is made from: its facts, and the keys of their sources and of others."""

    facts: tuple[Fact, ...]
    others: tuple[str, ...] = ()

    def line(self, context: BookContext) -> RichText:
        """Return the line that names the sources and the years."""
        sources = [*(fact.source for fact in self.facts), *self.others]
        return context.evidence.source_line(sources, context.citations.mark, self.facts)


class Refusal(NamedTuple):
    """Why a drawing cannot be made, and how to fix that."""

    message: str
    remedy: str = "Choose other facts or rows."


class Graphic(Protocol):
    """A drawing of figures in one piece, in a book's own words."""

    @property
    def cited(self) -> Backing:
        """What it is made from."""

    def refusal(self) -> Refusal | None:
        """Return why it cannot be drawn, or None if it can."""

    def alternative_text(self, title: str, context: BookContext) -> str:
        """Return its text alternative."""

    def lettering(self, context: BookContext) -> Iterable[Passage]:
        """Return what it prints, but for its title."""

    def drawn(self, title: str, alternative: str, name: str, style: ChartStyle) -> str:
        """Return it as an inline SVG; `name` begins its ids."""


def described(kind: str, title: str, marks: Marks, context: BookContext, **ends: str) -> str:
    """Return the text alternative of a drawing: each of its marks in words.

    `kind` is the phrase for drawings of its kind; `ends` fill its other placeholders.
    """
    # French has a space before the colon.
    typography = context.phrases.typography
    values = [bound(f"{mark.label}: {mark.figure}", typography) for mark in marks]
    listed = figures.listed(values, context.guide.language)
    return context.phrases.filled(kind, title=title, values=listed, **ends)


def lettering(marks: Marks) -> Iterator[Passage]:
    """Yield the label and the figure of each mark as a drawing prints them."""
    for mark in marks:
        yield Passage("label", mark.label, drawn=True)
        yield Passage("label", mark.figure, drawn=True)
