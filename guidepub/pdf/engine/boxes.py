"""The kinds of WeasyPrint's boxes, and facts about them from their elements."""

from __future__ import annotations

from guidepub.pdf.engine.weasyprint import Box


def box_itself(box: Box) -> Box:
    """Return a box, or the one that it is a placeholder of: the absolutely placed have one."""
    return getattr(box, "_box", box)


def classes_on(box: Box) -> frozenset[str]:
    """Return the classes of the element that a box is made of, if it is made of any."""
    return frozenset((box.element.get("class") or "").split() if box.element is not None else ())
