"""Pages that cannot hold what notes would take of them, and proof that every note is whole.

A note may begin on the last page of a leaf and be longer than that page has room for. Its rest
must not be under the next leaf's opening, nor be lost where the book ends: the leaf then
gets pages of its own for it. It may also go on on a page that begins with a picture, which
needs the room. Both are found by laying out, reading, and laying out again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar
from xml.etree import ElementTree

from guidepub.findings import Finding, Place, RenderError
from guidepub.pdf.engine.weasyprint import (
    Document,
    FootnoteAreaBox,
    LayoutSource,
    LineBox,
    Page,
    ReplacedBox,
    TextBox,
)
from guidepub.pdf.leaves.document import end_of
from guidepub.pdf.leaves.sequences import begins_page, leaves_that_begin


@dataclass(frozen=True, slots=True)
class Overruns:
    """The needs of a layout for notes that continue after the page of their call.

    Attributes:
        pages: how many pages for notes alone are after a leaf's text, by the leaf's id.
        full: the pages that begin with something so high that notes from the page before go on
            on the next: each as its leaf's id, and which page of the leaf it is, from 0.
    """

    pages: Mapping[str, int] = field(default_factory=dict)
    full: frozenset[tuple[str, int]] = frozenset()


NO_OVERRUNS = Overruns()
"""None, as in nearly every book."""

# Layouts that are tried until one has what its notes need, and no more.
_TRIES = 8
# About as many letters and digits of a note has a page at least.
_LETTERS = 1000
# CSS pixels by which a line's box may reach into the space above notes.
_SLACK = 1.0


class _WithOverruns(Protocol):
    @property
    def overruns(self) -> Overruns: ...


_Laid = TypeVar("_Laid", bound=_WithOverruns)


def with_room_for_notes(lay_out: Callable[[Overruns], _Laid], place: Place) -> _Laid:
    """Lay a book out with what its notes need.

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
    """Return the error for notes that would not be whole in the book."""
    message = "A note is too long for the pages of its section."
    remedy = "Split it, or make it part of the text."
    return RenderError([Finding(place, "R001", message, remedy)])


def overruns(
    source: LayoutSource,
    document: Document,
    places: Sequence[Mapping[str, object]],
    given: Overruns,
) -> Overruns:
    """Return the needs of a book's notes, given what its last layout allowed them.

    A leaf whose notes are not whole needs more pages than it has; too many are seen by then.
    """
    ends: dict[str, int] = {}
    pages: dict[str, int] = {}
    for number, found in enumerate(places):
        for name in found:
            ends.setdefault(name, number)
            pages[name] = number
    printed = _printed_letters(document)
    needed: dict[str, int] = {}
    body = source.etree_element.find("body")
    for leaf, last_leaf in zip(body, _last_leaves(body), strict=True):
        notes = [each for each in leaf.iter("span") if each.get("class") == "footnote"]
        if not notes:
            continue
        last = max(pages.get(note.get("id"), 0) for note in notes) - ends[end_of(last_leaf)]
        lost = sum(
            max(0, _letters("".join(note.itertext())) - printed[note.get("id")]) for note in notes
        )
        if lost:
            last = given.pages.get(last_leaf, 0) + 1 + lost // _LETTERS
        if last > 0:
            needed[last_leaf] = max(last, needed.get(last_leaf, 0))
    # A page that is as full as it is for want of others is seen as it is in the next layout.
    full = _full_pages(document) if needed == given.pages else ()
    return Overruns(needed, given.full.union(_in_leaves(source, full, places)))


def _last_leaves(body: ElementTree.Element) -> list[str]:
    """Return for each leaf the id of the last one that follows on its pages: mostly its own."""
    found: list[str] = []
    after: ElementTree.Element | None = None
    for leaf in reversed(list(body)):
        goes_on = after is not None and not begins_page(after)
        found.append(found[-1] if goes_on else str(leaf.get("id")))
        after = leaf
    return found[::-1]


def _in_leaves(
    source: LayoutSource, numbers: Iterable[int], places: Sequence[Mapping[str, object]]
) -> Iterator[tuple[str, int]]:
    """Yield for pages, counted from 0, the leaf in which each lies and which page of it it is.

    Leaves that follow it on its pages count as parts of it.
    """
    firsts: dict[str, int] = {}
    for number, found in enumerate(places):
        for name in found:
            firsts.setdefault(name, number)
    names = leaves_that_begin(source.etree_element.find("body")).values()
    begun = sorted((firsts[name], name) for name in names if name in firsts)
    for number in numbers:
        first, name = max(each for each in begun if each[0] <= number)
        yield name, number - first


def _printed_letters(document: Document) -> Counter[str]:
    """Return the number of letters and digits on the pages of each note, by its id."""
    count: Counter[str] = Counter()
    for page in document.pages:
        area = _notes_of(page)
        for note in area.children if area else ():
            texts = (box.text for box in note.descendants() if isinstance(box, TextBox))
            count[note.element.get("id") or ""] += sum(map(_letters, texts))
    return count


def _full_pages(document: Document) -> Iterator[int]:
    """Yield the number, from 0, of each page whose text reaches into its notes."""
    for number, page in enumerate(document.pages):
        area = _notes_of(page)
        if area is None:
            continue
        text = page._page_box.children[0]
        kinds = (LineBox, ReplacedBox)
        lowest = max(
            (box.position_y + box.height for box in text.descendants() if isinstance(box, kinds)),
            default=0.0,
        )
        if lowest > area.border_box_y() + _SLACK:
            yield number


def _notes_of(page: Page) -> FootnoteAreaBox | None:
    areas = (box for box in page._page_box.children if isinstance(box, FootnoteAreaBox))
    return next(areas, None)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
