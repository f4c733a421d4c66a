"""The effort of drawing an SVG, estimated from its elements before it is drawn.

A few lines of SVG can ask for a million drawn elements: by elements that use others which use
others, by markers at each corner of a path, by patterns, masks and clips. All of it is counted
here as a renderer that keeps nothing would draw it, in steps of about one element each.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

MAX_STEPS = 100_000
"""Steps that a drawing may take: tenfold what an elaborate one does."""

MAX_ATTRIBUTES = 100
"""Attributes that one element may have."""

MAX_LENGTH = 8192
"""Characters of an attribute, but for those that hold a shape's corners or a picture."""

MAX_BRACKETS = 8
"""Brackets that may be open at once in an attribute."""

# An attribute that is handed down costs its element little; a number of a path next to nothing.
_HANDED_DOWN = 25
_NUMBERS = 100
_MOST_CHILDREN = 500
_LONG = frozenset({"d", "points", "href"})
_SHAPES = frozenset({"path", "polygon", "polyline", "line", "rect", "circle", "ellipse"})
_CORNERED = ("d", "points")
_ROW = frozenset({"lineargradient", "radialgradient", "filter", "fecomponenttransfer"})
_REFERENCE = re.compile(r"url\(\s*[\"']?\s*#([^\"')\s]+)")
_INHERITED = re.compile(r"\b(fill|stroke|marker(?:-start|-mid|-end)?)\s*:[^;]*?url\(")
_NUMBER = re.compile(r"\d+")
_FLOAT = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?", re.I)
_FUNCTION = re.compile(r"(scale|matrix)\(([^)]*)\)")
# Times that a gradient may be side by side with itself.
_MOST_REPEATS = 1000


@dataclass(slots=True)
class _Work:
    """The effort of drawing an element: steps, the shapes among them, and their corners."""

    steps: float = 0.0
    shapes: int = 0
    corners: int = 0

    def add(self, other: _Work, times: int = 1) -> None:
        self.steps += other.steps * times
        self.shapes += other.shapes * times
        self.corners += other.corners * times


class _CircleError(Exception):
    """An element is drawn by way of itself."""


def excessive_effort(root: etree._Element) -> str | None:
    """Return why a drawing takes too much effort, as the rest of a sentence, or None."""
    for element in root.iter("*"):
        if reason := _oversize(element):
            return reason
        if element.get("spreadMethod", "pad") != "pad" and _repeats(root, element) > _MOST_REPEATS:
            return f"repeats a gradient more than {_MOST_REPEATS:,} times"
    try:
        steps = _Counter(root).steps()
    except _CircleError as error:
        return f"draws “#{error}” inside itself"
    if steps > MAX_STEPS:
        return f"takes more than {MAX_STEPS:,} steps to draw"
    return None


def _oversize(element: etree._Element) -> str | None:
    name = etree.QName(element).localname
    # Counted first: lxml walks through attributes again for each of them.
    if len(element.attrib) > MAX_ATTRIBUTES:
        return f"has a <{name}> with more than {MAX_ATTRIBUTES} attributes"
    if name.lower() in _ROW and len(element) > _MOST_CHILDREN:
        return f"has a <{name}> with more than {_MOST_CHILDREN} parts"
    for key, value in element.attrib.items():
        attribute, text = str(key), str(value)
        if attribute.startswith("{") or attribute in _LONG:
            continue
        if len(text) > MAX_LENGTH:
            return f"has an attribute “{attribute[:40]}” with more than {MAX_LENGTH:,} characters"
        if _deepest(text) > MAX_BRACKETS:
            return (
                f"has an attribute “{attribute[:40]}” with more than {MAX_BRACKETS} open brackets"
            )
    return None


def _deepest(text: str) -> int:
    """Return the greatest depth of brackets in a text."""
    depth = deepest = 0
    for sign in re.findall(r"[(\[{)\]}]", text):
        depth += 1 if sign in "([{" else -1
        deepest = max(deepest, depth)
    return deepest


def _repeats(root: etree._Element, gradient: etree._Element) -> float:
    """Return about how often a gradient stands side by side with itself in what it fills."""
    # Without other units a length is a share of the shape.
    whole = 1.0
    if gradient.get("gradientUnits") == "userSpaceOnUse":
        whole = max(_floats(root.get("viewBox", "")[-200:])[2:], default=1000.0)
    if etree.QName(gradient).localname == "radialGradient":
        length = _length(gradient, "r", 0.5)
    else:
        across = _length(gradient, "x2", 1.0) - _length(gradient, "x1", 0.0)
        length = max(abs(across), abs(_length(gradient, "y2", 0.0) - _length(gradient, "y1", 0.0)))
    for function in _FUNCTION.finditer(gradient.get("gradientTransform", "")):
        length *= max(map(abs, _floats(function[2])[:4]), default=1.0)
    return whole / length if length > 0 else math.inf


def _length(element: etree._Element, name: str, default: float) -> float:
    text = element.get(name, "")
    found = _floats(text)
    if not found:
        return default
    return found[0] / 100 if text.rstrip().endswith("%") else found[0]


def _floats(text: str) -> list[float]:
    return [float(number) for number in _FLOAT.findall(text)]


class _Counter:
    """Adds up what elements take, each once, from those that are drawn by way of no others."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._by_id: dict[str, etree._Element] = {}
        for element in root.iter("*"):
            self._by_id.setdefault(str(element.get("id")), element)
        self._handed_down: dict[etree._Element, int] = {}
        for element in root.iter("*"):
            parent = element.getparent()
            above = self._handed_down[parent] if parent is not None else 0
            self._handed_down[element] = above + len(element.attrib)
        self._done: dict[etree._Element, _Work] = {}

    def steps(self) -> float:
        """Return the steps of the whole.

        Raises:
            _CircleError: an element is drawn by way of itself.
        """
        # Not by calls within calls, which a chain of a few hundred elements would exhaust.
        open_: dict[etree._Element, Iterator[etree._Element]] = {}
        stack = [self._root]
        while stack:
            element = stack[-1]
            if element not in open_:
                open_[element] = self._needed(element)
            needed = next((n for n in open_[element] if n not in self._done), None)
            if needed is None:
                self._done[element] = self._work(element)
                del open_[element]
                stack.pop()
            elif needed in open_:
                raise _CircleError(needed.get("id") or etree.QName(needed).localname)
            else:
                stack.append(needed)
        return self._done[self._root].steps

    def _needed(self, element: etree._Element) -> Iterator[etree._Element]:
        yield from element.iterchildren("*")
        for _, target in self._references(element):
            yield target

    def _references(self, element: etree._Element) -> Iterator[tuple[str, etree._Element]]:
        """Yield the elements that one asks for, each with the name of the attribute."""
        for key, value in element.attrib.items():
            name, text = str(key).rpartition("}")[2], str(value)
            if name == "href" and text.startswith("#") and etree.QName(element).localname != "a":
                names, kind = [text[1:]], "href"
            elif "url(" in text:
                names = _REFERENCE.findall(text)
                kind = found[1] if (found := _INHERITED.search(text)) else name
            else:
                continue
            for target in names:
                if target in self._by_id:
                    yield kind, self._by_id[target]

    def _work(self, element: etree._Element) -> _Work:
        numbers = sum(len(_NUMBER.findall(element.get(name, ""))) for name in _CORNERED)
        work = _Work(1 + self._handed_down[element] / _HANDED_DOWN + numbers / _NUMBERS)
        work.steps += len((element.text or "").strip()) + len((element.tail or "").strip())
        if etree.QName(element).localname in _SHAPES:
            work.shapes, work.corners = 1, numbers // 2 + 2
        for child in element.iterchildren("*"):
            work.add(self._done[child])
        asked = list(self._references(element))
        for kind, target in asked:
            if kind == "href":
                work.add(self._done[target])
        shapes, corners = work.shapes, work.corners
        for kind, target in asked:
            # Inherited markers are drawn at each corner of each shape below.
            if kind in ("fill", "stroke"):
                work.add(_Work(self._done[target].steps), max(1, shapes))
            elif kind.startswith("marker"):
                work.add(_Work(self._done[target].steps), max(1, corners))
            elif kind != "href":
                work.add(_Work(self._done[target].steps))
        return work
