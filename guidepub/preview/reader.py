"""An EPUB's files as a reading system shows them: at night, in large type, without scripts."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from html import escape

from lxml import etree

from guidepub.preview.views import Json, Publication

MODES = ("light", "dark", "light-large", "dark-large")
"""How a document is shown: the page's colours, and the size of the type."""

_HTML = "{http://www.w3.org/1999/xhtml}"
_TYPES = {
    ".xhtml": "application/xhtml+xml",
    ".css": "text/css",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}


def part(made: Publication, name: str, mode: str) -> tuple[bytes, str] | None:
    """Return a file of an EPUB with its media type, or None where it has none of that name."""
    media_type = _TYPES.get(posixpath.splitext(name)[1].lower())
    if media_type is None or name not in made.parts:
        return None
    content = made.parts[name]
    if media_type == "application/xhtml+xml":
        content = _as_read(content, made, name, mode)
    return content, media_type


def _as_read(content: bytes, made: Publication, name: str, mode: str) -> bytes:
    """Add what a reading system adds: its own style, and what is known of a figure."""
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    for anchor in root.iter(f"{_HTML}a"):
        if "://" in anchor.get("href", "") or anchor.get("href", "").startswith("mailto:"):
            # The frame may open no window: the link shows where it leads, and stays.
            anchor.set("target", "_blank")
    _say_facts(root, made.facts.get(name, ()), made.about.get("facts", {}))
    head = root.find(f"{_HTML}head")
    if head is not None:
        for style in mode.split("-"):
            link = {"rel": "stylesheet", "type": "text/css", "href": f"/assets/reader-{style}.css"}
            etree.SubElement(head, f"{_HTML}link", link)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>")


def _say_facts(root: etree._Element, keys: Sequence[str], facts: Json) -> None:
    figures = [each for each in root.iter(f"{_HTML}span") if _is_figure(each)]
    if len(figures) != len(keys):
        return
    for figure, key in zip(figures, keys, strict=True):
        if key in facts:
            figure.set("title", fact_words(facts[key]))


def _is_figure(element: etree._Element) -> bool:
    return bool({"fact", "figure"} & set((element.get("class") or "").split()))


def fact_words(fact: Json) -> str:
    """Return what is known of a figure in one line."""
    known = [fact["label"], fact["source"], fact["year"], fact["note"]]
    return " · ".join(part for part in known if part)


def not_found(what: str) -> str:
    """Return what to say where something is not there."""
    return f"There is no {escape(what)} here."
