"""Rewrites text boxes, equations and objects of a Word file in forms that mammoth reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from guidepub.importing.originals.escaping import spaced
from guidepub.importing.word.xml import name_of, new_element, replace, text, unwrap

_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_VML = "urn:schemas-microsoft-com:vml"
_EITHER, _CHOICE, _FALLBACK = (
    f"{{{_COMPATIBILITY}}}{name}" for name in ("AlternateContent", "Choice", "Fallback")
)
# Contents of a drawing that are pictures, or text that is read elsewhere.
_PICTURES = ("/picture", "/wordprocessingShape", "/wordprocessingGroup", "/wordprocessingCanvas")
_OBJECTS = {"chart": "a chart", "diagram": "a diagram"}


def show_boxes(tree: etree._Element) -> None:
    """Convert the text of boxes to the older form (VML), the only one that mammoth reads."""
    for either in list(tree.iter(_EITHER)):
        fallback = either.find(_FALLBACK)
        if fallback is not None and _boxes(fallback):
            continue
        if boxes := _boxes(either):
            replace(either, _box(boxes))
        elif fallback is None:
            # mammoth reads only the fallback.
            choice = either.find(_CHOICE)
            either[:] = [] if choice is None else list(choice)
            unwrap(either)
    for drawing in list(tree.iter("{*}drawing")):
        boxes = _boxes(drawing)
        if name_of(drawing) == "drawing" and boxes and not _is_choice(drawing):
            replace(drawing, _box(boxes))


def show_equations(tree: etree._Element) -> Iterator[str]:
    """Replace equations by their plain characters, and yield a message for each."""
    for equation in list(tree.iter(f"{{{_MATH}}}oMath")):
        signs = spaced(_signs(equation))
        near = next((e for e in equation.iterancestors() if name_of(e)), None)
        if near is not None and signs:
            replace(equation, new_element(near, "r", text(near, signs)))
            yield f"an equation, of which only the plain characters were kept: {signs}"
    for paragraph in list(tree.iter(f"{{{_MATH}}}oMathPara")):
        unwrap(paragraph)


def objects(tree: etree._Element) -> Iterator[str]:
    """Yield the names of objects in drawings that are neither pictures nor texts."""
    for data in tree.iter("{*}graphicData"):
        kind = data.get("uri") or ""
        if kind and not kind.endswith(_PICTURES) and not _is_choice(data):
            yield _OBJECTS.get(kind.rpartition("/")[2], "a drawing")
    for _ in tree.iter("{*}altChunk"):
        yield "a text in another format"


def _signs(part: etree._Element) -> str:
    """Return the characters of an equation's part on one line: a half is 1/2, not 12."""
    if part.tag == f"{{{_MATH}}}t":
        return part.text or ""
    parts = [signs for child in part if (signs := _signs(child))]
    if part.tag == f"{{{_MATH}}}f":
        return " {}/{} ".format(*map(_grouped, parts)) if len(parts) == 2 else "".join(parts)
    if part.tag == f"{{{_MATH}}}sSup":
        return "^".join(parts)
    return "".join(parts)


def _grouped(signs: str) -> str:
    """Return a part of a fraction, in brackets if it is more than a number or a word."""
    return f"({signs.strip()})" if re.search(r"[^\w.,]", signs.strip()) else signs.strip()


def _boxes(element: etree._Element) -> list[etree._Element]:
    """Return the texts of boxes in an element, except boxes within others."""
    found = (e for e in element.iter("{*}txbxContent") if name_of(e))
    return [e for e in found if not any(name_of(a) == "txbxContent" for a in e.iterancestors())]


def _box(boxes: list[etree._Element]) -> etree._Element:
    holder = new_element(boxes[0], "pict")
    for box in boxes:
        etree.SubElement(holder, f"{{{_VML}}}textbox").append(deepcopy(box))
    return holder


def _is_choice(element: etree._Element) -> bool:
    """Return whether an element is the newer of two alternatives, of which mammoth reads the older."""
    return any(ancestor.tag == _CHOICE for ancestor in element.iterancestors())
