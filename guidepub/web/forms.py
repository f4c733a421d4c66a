"""The blanks of a leaf as input fields of a web page.

The fields belong to no form and send nothing: what a reader writes stays in the page until it is
closed.
"""

from __future__ import annotations

from lxml import etree

from guidepub.themes.blanks import FIELD, HTML, blanks

_CELL = f"{HTML}td"
# The attributes that an element keeps when it becomes a field.
_KEPT = ("class", "id")


def put_in_fields(leaf: etree._Element) -> None:
    """Turn a leaf's blanks into fields, each with a name for screen readers."""
    for element, blank in list(blanks(leaf)):
        del element.attrib[FIELD]
        if blank.is_tick:
            _become(element, "input", {"type": "checkbox"})
            _label(element)
        elif element.tag == _CELL:
            own = {"aria-label": blank.label, "id": blank.name, "rows": "1"}
            del element.attrib["id"]
            etree.SubElement(element, f"{HTML}textarea", own)
        else:
            rows = str(len(element))
            _become(element, "textarea", {"aria-label": blank.label, "rows": rows})


def _become(element: etree._Element, tag: str, more: dict[str, str]) -> None:
    own = {**{name: element.get(name, "") for name in _KEPT}, **more}
    tail = element.tail
    element.clear()
    element.tag, element.tail = f"{HTML}{tag}", tail
    for name, value in own.items():
        element.set(name, value)


def _label(box: etree._Element) -> None:
    """Make the words after a tick box its label, so that a click on them ticks the box."""
    words = box.getnext()
    assert words is not None
    words.tag = f"{HTML}label"
    words.set("for", box.get("id", ""))
