"""Leaves of books from right to left: what runs from left to right in them stands by itself.

Latin names, figures, addresses and telephone numbers are marked with their direction, so that
every reading system, and every page, has them in the same order (UAX #9, 2.7).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from lxml import etree

from guidepub.model import Leaf
from guidepub.themes.leaves import body_of, xhtml_in
from guidepub.words.leftward import isolated, units

_HTML = "{http://www.w3.org/1999/xhtml}"
_SVG = "{http://www.w3.org/2000/svg}"
_INLINE = frozenset(
    f"{_HTML}{name}" for name in "a abbr b bdi cite code dfn em i q s small span strong u".split()
)
# Marks of notes and sources belong to no word.
_MARKS = frozenset({"citation", "noteref", "call-comma"})
_KEPT = frozenset(
    {f"{_HTML}{name}" for name in ("code", "pre", "style", "script")} | {f"{_SVG}svg"}
)
# Words of a drawing that screens show beside it.
_SAID = frozenset({"data-label", "data-figure"})


class _Stretch(NamedTuple):
    """A text of an element: its own, or what follows a child of it."""

    element: etree._Element
    behind: bool

    @property
    def words(self) -> str:
        return (self.element.tail if self.behind else self.element.text) or ""

    @property
    def holder(self) -> etree._Element:
        """The element in which it stands."""
        parent = self.element.getparent()
        return parent if self.behind and parent is not None else self.element


class _Spot(NamedTuple):
    """A place in a text: before its character of a number."""

    text: _Stretch
    at: int


def with_directions(leaf: Leaf) -> Leaf:
    """Return a leaf in which all that runs from left to right is marked."""
    body = body_of(leaf.xhtml)
    for texts in list(_runs(body)):
        _mark(texts)
    for drawing in body.iter(f"{_SVG}svg"):
        # Its words stand where they are put, also in documents that run the other way.
        drawing.set("direction", "ltr")
        for words in drawing.iter(f"{_SVG}text", f"{_SVG}tspan", f"{_SVG}g"):
            if words.text:
                words.text = isolated(words.text)
            for key in _SAID.intersection(words.attrib):
                words.set(key, isolated(words.get(key, "")))
    return leaf.model_copy(update={"xhtml": xhtml_in(body)})


def _runs(body: etree._Element) -> Iterator[list[_Stretch]]:
    """Yield the texts that stand in lines with each other, parted by blocks and by marks."""
    run: list[_Stretch] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        is_part = element.tag in _INLINE and not _MARKS.intersection(
            element.get("class", "").split()
        )
        if not is_part and run:
            yield run
            run = []
        if event == "start" and not _is_kept(element):
            run.append(_Stretch(element, False))
        elif event == "end" and element is not body and not _is_kept(element.getparent()):
            run.append(_Stretch(element, True))
    if run:
        yield run


def _is_kept(element: etree._Element | None) -> bool:
    """Tell what is left as it is: a drawing, and code, which is one text anyway."""
    while element is not None:
        if element.tag in _KEPT or callable(element.tag):
            return True
        element = element.getparent()
    return False


def _mark(texts: list[_Stretch]) -> None:
    """Mark the parts of some texts, from the last to the first."""
    starts = list(accumulate((len(text.words) for text in texts), initial=0))
    whole = "".join(text.words for text in texts)
    for first, last in reversed(list(units(whole))):
        if whole[first:last].isdecimal():
            continue
        one, other = bisect_right(starts, first) - 1, bisect_left(starts, last) - 1
        begin = _Spot(texts[one], first - starts[one])
        end = _Spot(texts[other], last - starts[other])
        if one != other:
            begin, end = _before(begin), _behind(end)
        if begin.text.holder is end.text.holder:
            _wrap(begin, end)
            continue
        for number in range(other, one - 1, -1):
            part = (
                max(first - starts[number], 0),
                min(last - starts[number], len(texts[number].words)),
            )
            if part[0] < part[1]:
                _wrap(_Spot(texts[number], part[0]), _Spot(texts[number], part[1]))


def _before(spot: _Spot) -> _Spot:
    """Return the same place outside of elements that begin there."""
    text, at = spot
    while at == 0 and not text.behind and text.element.tag in _INLINE:
        previous, parent = text.element.getprevious(), text.element.getparent()
        if parent is None:
            break
        text = _Stretch(parent, False) if previous is None else _Stretch(previous, True)
        at = len(text.words)
    return _Spot(text, at)


def _behind(spot: _Spot) -> _Spot:
    """Return the same place outside of elements that end there."""
    text, at = spot
    while at == len(text.words) and text.holder.tag in _INLINE and _is_last(text):
        text, at = _Stretch(text.holder, True), 0
    return _Spot(text, at)


def _is_last(text: _Stretch) -> bool:
    return text.element.getnext() is None if text.behind else len(text.element) == 0


def _wrap(begin: _Spot, end: _Spot) -> None:
    """Put what stands between two places of an element into one that says its direction."""
    holder = begin.text.holder
    place = holder.index(begin.text.element) + 1 if begin.text.behind else 0
    span = etree.Element(f"{_HTML}span", {"dir": "ltr"})
    words = begin.text.words
    if begin.text == end.text:
        span.text, span.tail = words[begin.at : end.at], words[end.at :]
    else:
        behind = end.text.words
        span.text, span.tail = words[begin.at :], behind[end.at :]
        inside = list(holder)[place : holder.index(end.text.element) + 1]
        inside[-1].tail = behind[: end.at]
        span.extend(inside)
    if begin.text.behind:
        begin.text.element.tail = words[: begin.at]
    else:
        begin.text.element.text = words[: begin.at]
    holder.insert(place, span)
