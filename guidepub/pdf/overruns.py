"""Notes that go on where their leaf has no more pages, and proof that every note is whole.

A note may begin on the last page of a leaf and be longer than that page has room for. Its rest
must not stand under the next leaf's opening, nor be lost where the book ends: the leaf then
gets pages of its own for it, which is found by laying out, reading, and laying out anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from guidepub.findings import Finding, Place, RenderError
from guidepub.pdf.document import end_of
from guidepub.pdf.engine import Document, FootnoteAreaBox, Source, TextBox

Overruns = Mapping[str, int]
"""How many pages for notes alone each leaf needs behind its text, by the leaf's id."""

NO_OVERRUNS: Overruns = MappingProxyType({})
"""None, as in nearly every book."""

# Layouts that are tried; each beyond the second gives a note at the book's end one more page.
_TRIES = 8


class _LaidOut(Protocol):
    @property
    def overruns(self) -> Overruns: ...


_Laid = TypeVar("_Laid", bound=_LaidOut)


def with_room_for_notes(lay_out: Callable[[Overruns], _Laid], place: Place) -> _Laid:
    """Lay a book out with as many pages for notes alone as it needs.

    Raises:
        RenderError: a note would not be whole (R001).
    """
    given = NO_OVERRUNS
    for _ in range(_TRIES):
        laid = lay_out(given)
        if laid.overruns == given:
            return laid
        given = laid.overruns
    raise lost_notes(place)


def lost_notes(place: Place) -> RenderError:
    """Return what is told where notes would not stand whole in the book."""
    message = "A note is so long that it has no room in the pages of its section."
    remedy = "Divide it, or make it part of the text."
    return RenderError([Finding(place, "R001", message, remedy)])


def overruns(
    source: Source, document: Document, places: Sequence[Mapping[str, Any]], given: Overruns
) -> Overruns:
    """Return how many pages for notes alone a book needs that was laid out with some of them.

    A leaf whose notes are not whole needs one more than it has.
    """
    ends: dict[str, int] = {}
    pages: dict[str, int] = {}
    for number, found in enumerate(places):
        for name in found:
            ends.setdefault(name, number)
            pages[name] = number
    said = _said(document)
    needed: dict[str, int] = {}
    for leaf in source.etree_element.find("body"):
        notes = [each for each in leaf.iter("span") if each.get("class") == "footnote"]
        if not notes:
            continue
        name = leaf.get("id")
        last = max(pages.get(note.get("id"), 0) for note in notes) - ends[end_of(name)]
        if any(said[note.get("id")] < _letters("".join(note.itertext())) for note in notes):
            last = given.get(name, 0) + 1
        if last > 0:
            needed[name] = last
    return needed


def _said(document: Document) -> Counter[str]:
    """Return how many letters and digits of each note, by its id, stand on the pages."""
    said: Counter[str] = Counter()
    for page in document.pages:
        for area in page._page_box.children:
            if not isinstance(area, FootnoteAreaBox):
                continue
            for note in area.children:
                texts = (box.text for box in note.descendants() if isinstance(box, TextBox))
                said[note.element.get("id")] += sum(map(_letters, texts))
    return said


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
