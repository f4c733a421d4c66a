"""Paragraphs that lead to a list, a table or a figure, as in “It takes three steps:”."""

from __future__ import annotations

from lxml import etree

from guidepub.themes.leaves import add_class

LEAD_IN = "lead-in"
"""The class of such a paragraph: no page breaks after it, and no text comes in between."""

_LED_TO = frozenset({"aside", "blockquote", "dl", "figure", "ol", "pre", "table", "ul"})


def mark_lead_ins(element: etree._Element) -> None:
    """Mark the paragraphs that end in a colon before what they lead to."""
    for paragraph in element.iter("p"):
        behind = paragraph.getnext()
        if behind is None or behind.tag not in _LED_TO:
            continue
        if "".join(map(str, paragraph.itertext())).rstrip().endswith(":"):
            add_class(paragraph, LEAD_IN)
