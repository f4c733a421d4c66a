"""The words of a drawing of figures: what it prints, and what it says to who does not see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guidepub import figures
from guidepub.assembly.context import BookContext
from guidepub.themes.charts import Bar
from guidepub.themes.strips import WageMark
from guidepub.words.manuscript import Passage
from guidepub.words.typography import bound

Marks = Iterable[Bar | WageMark]
"""What a drawing shows, each with its label and its figure in words."""


def said_of(kind: str, title: str, marks: Marks, context: BookContext, **ends: str) -> str:
    """Return what a drawing says to who does not see it.

    `kind` is the phrase for drawings of its kind; `ends` fill what that has beside them.
    """
    # French has a space before the colon.
    typography = context.phrases.typography
    values = [bound(f"{mark.label}: {mark.figure}", typography) for mark in marks]
    listed = figures.listed(values, context.guide.language)
    return context.phrases.say(kind, title=title, values=listed, **ends)


def lettering(marks: Marks) -> Iterator[Passage]:
    """Yield the label and the figure of each mark as a drawing prints them."""
    for mark in marks:
        yield Passage("label", mark.label, drawn=True)
        yield Passage("label", mark.figure, drawn=True)
