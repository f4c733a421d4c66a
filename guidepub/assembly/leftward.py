"""Leaves of right-to-left books, in which left-to-right text is isolated.

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
from guidepub.words.digits import in_digits
from guidepub.words.leftward import has_leftward, isolated, rightward_part, units

_HTML = "{http://www.w3.org/1999/xhtml}"
_SVG = "{http://www.w3.org/2000/svg}"
_INLINE = frozenset(
    f"{_HTML}{name}" for name in "a abbr b bdi cite code dfn em i q s small span strong u".split()
)
# Marks of notes and sources belong to no word.
_MARKS = frozenset({"citation", "noteref", "call-comma"})
# A stop at a text's end, what may close after it, and marks of notes and sources after that.
_STOPS, _CLOSING, _MARKING = (".", "!", "?", "…"), "»”’\"')]", "[],0123456789 \n\N{NO-BREAK SPACE}"
_PLACED = frozenset(f"{_HTML}{name}" for name in "dd dt figcaption li td th".split())
# What is in a line before a text of its own.
_LABELS = frozenset({"box-kind", "caption-number"})
_KEPT = frozenset(
    {f"{_HTML}{name}" for name in ("code", "pre", "style", "script")} | {f"{_SVG}svg"}
)
# Words of a drawing that screens show next to it.
_LETTERING = frozenset({"data-label", "data-figure"})


class _Stretch(NamedTuple):
    """A text of an element: its own, or what follows a child of it."""

    element: etree._Element
    behind: bool

    @property
    def words(self) -> str:
        return (self.element.tail if self.behind else self.element.text) or ""

    def write(self, words: str) -> None:
        """Put other words in its place."""
        if words and self.behind:
            self.element.tail = words
        elif words:
            self.element.text = words

    @property
    def holder(self) -> etree._Element:
        """The element in which it stands."""
        parent = self.element.getparent()
        return parent if self.behind and parent is not None else self.element


class _Spot(NamedTuple):
    """A place in a text: before its character of a number."""

    text: _Stretch
    at: int


def with_directions(leaf: Leaf, digits: str = "") -> Leaf:
    """Return a leaf in which all that runs from left to right is marked.

    Its figures are in `digits` of a style, if one is given.
    """
    body = body_of(leaf.xhtml)
    if digits:
        _count_in(body, digits)
    for runs in list(_lines(body)):
        texts = [text for run in runs for text in run]
        if part := rightward_part(_joined(texts)):
            _turn(texts, *part)
        else:
            for run in runs:
                _mark(run)
    if digits:
        _count_marks_in(body, digits)
    for code in body.iter(f"{_HTML}code"):
        if rightward_part("".join(map(str, code.itertext()))):
            code.set("dir", "ltr")
    for drawing in body.iter(f"{_SVG}svg"):
        # Its words are where they are put, also in documents that run the other way.
        drawing.set("direction", "ltr")
        for words in drawing.iter(f"{_SVG}text", f"{_SVG}tspan", f"{_SVG}g"):
            if words.text:
                words.text = isolated(words.text)
            for key in _LETTERING.intersection(words.attrib):
                words.set(key, isolated(words.get(key, "")))
    return leaf.model_copy(update={"xhtml": xhtml_in(body)})


def _count_in(body: etree._Element, digits: str) -> None:
    """Write the figures of a leaf in digits of a style, also those of its drawings."""
    for block in list(_lines(body)):
        whole = [text for run in block for text in run]
        is_latin = rightward_part(_joined(whole)) is not None
        for texts in [whole] if is_latin else block:
            counted = in_digits(_joined(texts), digits)
            for text in texts:
                own, counted = counted[: len(text.words)], counted[len(text.words) :]
                text.write(own)
    for words in body.iter(f"{_SVG}text", f"{_SVG}tspan", f"{_SVG}g"):
        if words.text:
            words.text = in_digits(words.text, digits)
        for key in _LETTERING.intersection(words.attrib):
            words.set(key, in_digits(words.get(key, ""), digits))


def _count_marks_in(body: etree._Element, digits: str) -> None:
    """Write the marks of notes and sources in digits of a style, also those in Latin words.

    What they lead to has the same. Latin words were found before, of which they are no part.
    """
    for mark in body.iter(f"{_HTML}a"):
        if _MARKS.intersection(mark.get("class", "").split()):
            for element in mark.iter():
                element.text = in_digits(element.text or "", digits) or None
                if element is not mark:
                    element.tail = in_digits(element.tail or "", digits) or None


def _lines(body: etree._Element) -> Iterator[list[list[_Stretch]]]:
    """Yield the texts that are in lines with each other, of each runs that marks part."""
    block: list[list[_Stretch]] = [[]]
    for event, element in etree.iterwalk(body, events=("start", "end")):
        classes = element.get("class", "").split()
        if element.tag not in _INLINE or _LABELS.intersection(classes):
            if any(block):
                yield [run for run in block if run]
            block = [[]]
        elif _MARKS.intersection(classes):
            block.append([])
        if event == "start" and not _is_kept(element):
            block[-1].append(_Stretch(element, False))
        elif event == "end" and element is not body and not _is_kept(element.getparent()):
            block[-1].append(_Stretch(element, True))
    if any(block):
        yield [run for run in block if run]


def _is_kept(element: etree._Element | None) -> bool:
    """Return whether an element is left as it is: a drawing, and code, which is one text anyway."""
    while element is not None:
        if element.tag in _KEPT or callable(element.tag):
            return True
        element = element.getparent()
    return False


def _joined(texts: list[_Stretch]) -> str:
    return "".join(text.words for text in texts)


def _mark(texts: list[_Stretch]) -> None:
    """Mark the parts of some texts, from the last to the first."""
    whole = _joined(texts)
    for first, last in reversed(list(units(whole))):
        if not whole[first:last].isdecimal():
            _mark_part(texts, first, last)


def _turn(texts: list[_Stretch], first: int, last: int) -> None:
    """Mark a block whose letters all run from left to right, with its stops and marks of notes.

    A paragraph of sentences begins on the left. What else is written so, a heading, an item, a
    cell or a name, keeps the place that others like it have.
    """
    block = texts[0].element
    is_prose = block.tag == f"{_HTML}p" and not texts[0].behind and "class" not in block.attrib
    # Lines of the other script may be in it, after a break.
    is_whole = is_prose and not has_leftward("".join(map(str, block.itertext())))
    if is_whole and _is_sentence(_joined(texts)) and not _has_place(block):
        block.set("dir", "ltr")
    else:
        _mark_part(texts, first, last)


def _is_sentence(text: str) -> bool:
    return text.rstrip(_MARKING).rstrip(_CLOSING).endswith(_STOPS)


def _has_place(block: etree._Element) -> bool:
    """Return whether an element is inside one with a place of its own, like a list item with its marker."""
    return any(parent.tag in _PLACED for parent in block.iterancestors())


def _mark_part(texts: list[_Stretch], first: int, last: int) -> None:
    """Mark a part of some texts, from its first sign to before its last."""
    starts = list(accumulate((len(text.words) for text in texts), initial=0))
    one, other = bisect_right(starts, first) - 1, bisect_left(starts, last) - 1
    begin = _Spot(texts[one], first - starts[one])
    end = _Spot(texts[other], last - starts[other])
    if one != other:
        begin, end = _before(begin), _behind(end)
    if begin.text.holder is end.text.holder:
        _wrap(begin, end)
        return
    for number in range(other, one - 1, -1):
        start = max(first - starts[number], 0)
        stop = min(last - starts[number], len(texts[number].words))
        if start < stop:
            _wrap(_Spot(texts[number], start), _Spot(texts[number], stop))


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
    """Wrap the text between two places of an element into an element that states its direction."""
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
