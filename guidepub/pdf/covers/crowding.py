"""Pages of a few words placed by hand, such as covers: words that are over each other.

Read from WeasyPrint's own boxes. A block is what has one owner: a paragraph, a bar code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from guidepub.pdf.engine.boxes import box_itself, classes_on
from guidepub.pdf.engine.weasyprint import Box, Page

# The reach of letters above and below their line, in parts of the type size.
_ABOVE, _BELOW = 0.7, 0.2
_POINT = 0.75
# How near boxes that are placed by themselves may come to each other, in CSS pixels.
_CLEAR = 3 / _POINT
SAFE = 9 / _POINT
"""CSS pixels from the trim within which a guillotine may go astray: 0.125 in."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in CSS pixels from the page's upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Area) -> bool:
        """Return whether two areas have more than an edge in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def grown(self, pixels: float) -> Area:
        """Return the area with some room above and below it."""
        return Area(self.left, self.top - pixels, self.right, self.bottom + pixels)

    def inside(self, other: Area, slack: float = 1.0) -> bool:
        """Return whether this lies in another area, give or take some pixels of slack."""
        return (
            self.left >= other.left - slack
            and self.top >= other.top - slack
            and self.right <= other.right + slack
            and self.bottom <= other.bottom + slack
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a block, a rule, or a picture: where its ink is, what it says, and what it is in.

    `classes` are those of all that holds it; `room` is the area that a stylesheet gives to it.
    `grounds` are the blocks of colour that it is on, which are pieces themselves. `placed` is the
    box that a stylesheet places absolutely with all that it holds, or 0.
    """

    block: int
    area: Area
    words: str
    classes: frozenset[str]
    room: Area | None = None
    grounds: frozenset[int] = frozenset()
    placed: int = 0
    is_rule: bool = False


@dataclass(frozen=True, slots=True)
class _Holder:
    """Facts about the boxes that hold another one."""

    block: int = 0
    classes: frozenset[str] = frozenset()
    room: Area | None = None
    grounds: frozenset[int] = frozenset()
    placed: int = 0

    def piece(self, area: Area, words: str, block: int | None = None) -> Piece:
        own = self.block if block is None else block
        return Piece(own, area, words, self.classes, self.room, self.grounds, self.placed)


def pieces(page: Page) -> Iterator[Piece]:
    """Yield the lines, rules and pictures of a laid-out page, without running heads and ornaments.

    What is turned is left out.
    """
    waiting = [
        (child, _Holder())
        for child in page._page_box.children
        if type(child).__name__ != "MarginBox"
    ]
    while waiting:
        box, holder = waiting.pop()
        box = box_itself(box)
        if box.style["transform"] or box.style["visibility"] != "visible":
            continue
        kind = type(box).__name__
        if kind == "TextBox":
            if box.text.strip():
                yield holder.piece(_ink(box), box.text.strip())
            continue
        within = _holder_within(box, holder, kind)
        if kind.endswith("ReplacedBox"):
            if box.element.get("aria-hidden") != "true":
                yield within.piece(_border(box), "", id(box))
            continue
        if within.grounds != holder.grounds:
            yield holder.piece(_border(box), "", id(box))
        for rule in _rules(box) if "Block" in kind else ():
            yield replace(within.piece(rule, ""), is_rule=True)
        waiting += [(child, within) for child in reversed(box.children)]


def _holder_within(box: Box, holder: _Holder, kind: str) -> _Holder:
    """Return the facts for the boxes inside a box."""
    block = id(box) if "Block" in kind else holder.block
    # Lines, and what a stylesheet adds, belong to the same element.
    is_own = kind != "LineBox" and "::" not in str(box.element_tag)
    own = classes_on(box) if is_own else frozenset()
    room, grounds = holder.room, holder.grounds
    placed = id(box) if box.style["position"] == "absolute" else holder.placed
    # A box with its own height is the room of what is in it.
    if "room" in own and box.style["position"] == "absolute":
        room = _border(box)
    if "ground" in own:
        grounds |= {id(box)}
    return _Holder(block, holder.classes | own, room, grounds, placed)


def clash(found: Sequence[Piece]) -> tuple[str, str] | None:
    """Return the words of two blocks that are over each other, or None."""
    for one, other in combinations(found, 2):
        on_it = one.block in other.grounds or other.block in one.grounds
        apart = one.block == other.block or on_it or (one.is_rule and other.is_rule)
        area = one.area if one.placed == other.placed else one.area.grown(_CLEAR)
        if not apart and area.meets(other.area):
            return (one.words, other.words) if one.words else (other.words, one.words)
    return None


def words_outside(found: Sequence[Piece], area: Area) -> str:
    """Return the first words that lie beyond an area or their own room, or an empty string."""
    for piece in found:
        within = piece.room is None or piece.area.inside(piece.room)
        if piece.words and not (within and piece.area.inside(area)):
            return piece.words
    return ""


def parted_words(pages: Sequence[Page], name: str) -> str:
    """Return the first words of boxes of a class that went on to a further page, or nothing.

    WeasyPrint 70 breaks boxes that are placed by hand where their page ends.
    """
    later = (piece for page in pages[1:] for piece in pieces(page))
    return next((piece.words for piece in later if name in piece.classes and piece.words), "")


def crowded_leaves(pages: Sequence[Page]) -> Mapping[str, tuple[str, str]]:
    """Return the cover and the title page where their words have no room, each by its leaf.

    With each are the words that are over others, and those, or nothing where they are over a rule
    or lie beyond the page.
    """
    found: dict[str, tuple[str, str]] = {}
    for number, page in enumerate(pages):
        if "cover" in page.anchors:
            words = list(pieces(page))
            area = Area(SAFE, SAFE, page.width - SAFE, page.height - SAFE)
            if over := clash(words):
                found["cover"] = over
            elif outside := words_outside(words, area) or parted_words(pages[number:], "cover"):
                found["cover"] = (outside, "")
        elif "title-page" in page.anchors:
            words = list(pieces(page))
            if over := clash(words):
                found["title-page"] = over
            elif number and "title-page" in pages[number - 1].anchors:
                found["title-page"] = (words[0].words if words else "", "")
    return found


def turned_line(page: Page, name: str) -> tuple[float, float]:
    """Return the length of the words in a turned box of a class, and the length of the box.

    Both are in CSS pixels, and 0 where there is no such box.
    """
    for box in page._page_box.descendants(placeholders=True):
        found = box_itself(box)
        if found.element is not None and found.element.get("class") == name:
            inner = (each for each in found.descendants() if type(each).__name__ == "TextBox")
            return sum(float(each.width) for each in inner), float(found.width)
    return 0.0, 0.0


def _ink(box: Box) -> Area:
    size, base = float(box.style["font_size"]), float(box.position_y + box.baseline)
    left = float(box.position_x)
    return Area(left, base - _ABOVE * size, left + float(box.width), base + _BELOW * size)


def _rules(box: Box) -> Iterator[Area]:
    """Yield the rules above and below a box."""
    area = _border(box)
    if above := float(box.style["border_top_width"]):
        yield Area(area.left, area.top, area.right, area.top + above)
    if below := float(box.style["border_bottom_width"]):
        yield Area(area.left, area.bottom - below, area.right, area.bottom)


def _border(box: Box) -> Area:
    left, top = float(box.border_box_x()), float(box.border_box_y())
    return Area(left, top, left + float(box.border_width()), top + float(box.border_height()))
