"""Finds a page's footnotes: small raised links to a paragraph of the same page."""

from __future__ import annotations

import re
from types import MappingProxyType

from lxml.html import HtmlElement

from guidepub.importing.originals.escaping import spaced

# A note that Markdown calls again has a second number, as in “[1:1]”.
_CALL = re.compile(r"\[?(?:\d{1,3}(?::\d{1,2})?|[*†‡§]|[a-z])\]?")
_NOTES = frozenset({"li", "p", "div", "dd", "aside", "span", "section"})


class Footnotes:
    """The elements of a page that call footnotes, and those that are footnotes."""

    def __init__(self, body: HtmlElement) -> None:
        by_id = {
            name: element
            for element in body.iter(*_NOTES)
            if (name := element.get("id") or element.get("name"))
        }
        self._calls: dict[HtmlElement, str] = {}
        self._shown: dict[str, str] = {}
        self._back: set[HtmlElement] = set()
        notes: dict[str, HtmlElement] = {}
        labels: dict[HtmlElement, str] = {}
        for link in body.iter("a"):
            href = link.get("href") or ""
            note = by_id.get(href[1:]) if href.startswith("#") else None
            if note is None or not _is_raised(link):
                continue
            if any(ancestor in labels for ancestor in link.iterancestors()):
                continue
            label = labels.setdefault(note, str(len(labels) + 1))
            notes[label] = note
            self._shown.setdefault(label, spaced(link.text_content()).strip("[]"))
            self._calls[link] = label
        self.notes = MappingProxyType(notes)
        self._elements = frozenset(labels)
        for note in labels:
            self._back.update(a for a in note.iter("a") if (a.get("href") or "").startswith("#"))

    def called_by(self, element: HtmlElement) -> str:
        """Return the label of the note that an element calls, or an empty string."""
        return self._calls.get(element, "")

    def without_number(self, label: str, text: str) -> str:
        """Return a note's words or Markdown without the mark with which the page calls it."""
        sign = re.escape(self._shown.get(label, ""))
        # Wikis have a link back with an arrow, and a letter for each call.
        text = re.sub(r"^\\?[\^↑]\s*(?:[a-z]\s+(?=[a-z]\s|[A-Z“\"]))*", "", text)
        # Of a number that is a link back to its call, only the punctuation after it remains.
        numbered = rf"^(?:\\?\[?\\?{sign}\\?\]?\\?[.):]?|\\?[.):])\s+(?=\S)"
        return re.sub(numbered, "", text) if sign else text

    def is_note(self, element: HtmlElement) -> bool:
        """Return whether an element is a note, or a note's link back to its call."""
        return element in self._elements or element in self._back


def _is_raised(link: HtmlElement) -> bool:
    if not _CALL.fullmatch(" ".join(link.text_content().split())[:8]):
        return False
    parent = link.getparent()
    if "footnote" in (link.get("class") or "") or link.get("role") == "doc-noteref":
        return True
    return next(link.iter("sup"), None) is not None or (parent is not None and parent.tag == "sup")
