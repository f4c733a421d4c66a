"""Divides WeasyPrint's boxes of a text in two, at the place where a layout stopped.

A layout gives the place in boxes of its own making; the letters before it are the same there
and in the boxes that were given to it.
"""

from __future__ import annotations

from collections.abc import Mapping

from guidepub.pdf.engine.weasyprint import Box, LineBox, ParentBox, TextBox

SkipStack = Mapping[int, "SkipStack | None"]
"""A place in a box: a child's number and a place in that child, or bytes of text."""


def size(box: Box) -> int:
    """Return the number of letters in a box, without white space; a picture counts as one."""
    if isinstance(box, TextBox):
        return _letters(box.text)
    if isinstance(box, ParentBox):
        return sum(map(size, box.children))
    return 1


def letters_before(box: Box, place: SkipStack | None) -> int:
    """Return the number of letters of a box before the place where its layout stopped.

    A row of a table may be divided in each of its cells: it then counts as
    a whole, and is after the place.
    """
    if not place or len(place) > 1:
        return 0
    ((number, inner),) = place.items()
    if isinstance(box, TextBox):
        return _letters(box.text.encode()[:number].decode())
    before = sum(map(size, box.children[:number]))
    return before + (letters_before(box.children[number], inner) if inner else 0)


def cut(box: Box, count: int) -> tuple[Box, Box]:
    """Return a box with its first letters only, and one with all others.

    `count` is more than 0 and less than the box's size.
    """
    if isinstance(box, TextBox):
        place = _place_of(box.text, count)
        return box.copy_with_text(box.text[:place]), box.copy_with_text(box.text[place:])
    head: list[Box] = []
    rest: list[Box] = []
    for child in box.children:
        length = size(child)
        if rest or (length and not count):
            rest.append(child)
        elif length <= count:
            head.append(child)
            count -= length
        else:
            first, second = cut(child, count)
            head.append(first)
            rest.append(second)
    return box.copy_with_children(head), box.copy_with_children(rest)


def last_line(box: Box) -> LineBox:
    """Return the last line in a box that has one."""
    return [each for each in box.descendants() if isinstance(each, LineBox)][-1]


def last_text(box: Box) -> str:
    """Return the last piece of text in a box that is more than white space."""
    texts = (each.text.strip() for each in box.descendants() if isinstance(each, TextBox))
    return next((text for text in reversed(list(texts)) if text), "")


def _letters(text: str) -> int:
    return sum(map(len, text.split()))


def _place_of(text: str, count: int) -> int:
    """Return the number of characters of a text that hold its first `count` letters."""
    for place, character in enumerate(text):
        if not count:
            return place
        count -= not character.isspace()
    return len(text)


def breaks_a_word(laid: Box, head: Box) -> bool:
    """Return whether a layout ends in a hyphen of its own, which the text's beginning has not."""
    return not last_text(head).endswith(last_text(laid))
