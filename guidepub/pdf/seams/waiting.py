"""The notes of a text that no line has placed yet, and the one that a page divides."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from guidepub.pdf.engine.weasyprint import Box


class Divided(NamedTuple):
    """A note of which a page holds the head and the next one is to hold the rest."""

    note: Box
    head: Box | None
    rest: Box


class Waiting(dict[Box, None]):
    """The notes that no line has placed yet: a list to WeasyPrint, which asks it at each box.

    `places` are those of all notes in the text, by their elements.
    """

    def __init__(self, places: dict[Element, int]) -> None:
        super().__init__()
        self.places = places

    def append(self, note: Box) -> None:
        """Let a note wait."""
        self.places.setdefault(note.element, len(self.places))
        self[note] = None

    def remove(self, note: Box) -> None:
        """Take a note out."""
        del self[note]

    def copy(self) -> Waiting:
        """Return the same notes, to be taken out again."""
        made = Waiting(self.places)
        made.update(self)
        return made
