"""A book's leaves for pages that are read from right to left: drawings, and running heads."""

from __future__ import annotations

import re

from lxml import etree

from guidepub.pdf.leaves.running import isolate_running_heads
from guidepub.words.leftward import has_leftward

_SVG = "{http://www.w3.org/2000/svg}"
# A map is not turned round; only the words below it are.
_MAPS = frozenset({"tiles"})
_NUMBER = re.compile(r"-?[\d.]+")


def mirror_leaf(leaf: etree._Element) -> None:
    """Fit a leaf, whose words have their directions, for pages that are read from right to left."""
    _mirror_drawings(leaf)
    isolate_running_heads(leaf)


def _mirror_drawings(leaf: etree._Element) -> None:
    """Turn round what a leaf's drawings show, whose words then run from right to left."""
    for drawing in leaf.iter(f"{_SVG}svg"):
        box = _NUMBER.findall(drawing.get("viewBox", ""))
        if len(box) == 4 and drawing.find(f".//{_SVG}text") is not None:
            is_map = drawing.get("data-kind") in _MAPS
            _mirror(drawing, 2 * float(box[0]) + float(box[2]), is_map)


def _mirror(drawing: etree._Element, span: float, is_map: bool) -> None:
    for part in drawing.iter(f"{_SVG}rect", f"{_SVG}polygon", f"{_SVG}text"):
        if part.tag == f"{_SVG}text":
            if is_map and not has_leftward("".join(map(str, part.itertext()))):
                continue
            part.set("direction", "rtl")
            for each in (part, *part.iter(f"{_SVG}tspan")):
                if "x" in each.attrib:
                    each.set("x", f"{span - float(each.get('x', '0')):.5g}")
        elif is_map:
            continue
        elif part.tag == f"{_SVG}rect":
            left, width = float(part.get("x", "0")), float(part.get("width", "0"))
            part.set("x", f"{span - left - width:.4g}")
        else:
            numbers = _NUMBER.findall(part.get("points", ""))
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            part.set("points", " ".join(f"{span - float(x):.1f},{y}" for x, y in pairs))
