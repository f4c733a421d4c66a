"""The files of a reflowable edition as a reader sees them: dark, in large type, without scripts.

An EPUB's documents get the kind of stylesheet that reading systems add. A web edition has its own
colours for light and dark pages.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from importlib import resources

from lxml import etree, html

from guidepub.preview.views import Json, Publication

MODES = ("light", "dark", "light-large", "dark-large")
"""The ways of showing a document: with light or dark pages, in normal or large type."""

_PREFERENCE = re.compile(r"\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)")
_ALWAYS, _NEVER = "(min-width: 0)", "(max-width: 0)"
_HTML = "{http://www.w3.org/1999/xhtml}"
_TYPES = {
    ".html": "text/html; charset=utf-8",
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
    """Return a file of a publication with its media type, or None if there is no such file."""
    media_type = _TYPES.get(posixpath.splitext(name)[1].lower())
    if media_type is None or name not in made.parts:
        return None
    content = made.parts[name]
    if media_type == "application/xhtml+xml":
        content = _as_read(content, made, name, mode)
    elif name.endswith(".html"):
        content = _as_browsed(content, made, name, mode)
    return content, media_type


def _as_read(content: bytes, made: Publication, name: str, mode: str) -> bytes:
    """Return an EPUB's document with a reading system's styles, and with the facts of figures."""
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    _annotate(root, made, name)
    head = root.find(f"{_HTML}head")
    if head is not None:
        for style in mode.split("-"):
            link = {"rel": "stylesheet", "type": "text/css", "href": f"/assets/reader-{style}.css"}
            etree.SubElement(head, f"{_HTML}link", link)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>")


def _as_browsed(content: bytes, made: Publication, name: str, mode: str) -> bytes:
    """Return a web edition in the given type size and colours, and with the facts of figures."""
    root = html.document_fromstring(content, html.HTMLParser(encoding="utf-8", no_network=True))
    _annotate(root, made, name)
    scheme, _, size = mode.partition("-")
    for style in root.iter("style"):
        # A frame cannot set the colour scheme that its document sees.
        style.text = _PREFERENCE.sub(
            lambda found: _ALWAYS if found[1] == scheme else _NEVER, style.text or ""
        )
    head = root.find("head")
    if head is not None and size:
        etree.SubElement(head, "style").text = (page_file("reader-large.css") or b"").decode()
    found: bytes = html.tostring(root, encoding="utf-8", doctype="<!DOCTYPE html>")
    return found


def _annotate(root: etree._Element, made: Publication, name: str) -> None:
    """Keep links from leaving the frame, and add the facts of figures as tooltips."""
    for anchor in root.iter("{*}a"):
        if "://" in anchor.get("href", "") or anchor.get("href", "").startswith("mailto:"):
            # The frame may not open windows, so the link shows its address and does nothing.
            anchor.set("target", "_blank")
    _add_tooltips(root, made.facts.get(name, ()), made.about.get("facts", {}))


def _add_tooltips(root: etree._Element, keys: Sequence[str], facts: Json) -> None:
    figures = [each for each in root.iter("{*}span") if _is_figure(each)]
    if len(figures) != len(keys):
        return
    for figure, key in zip(figures, keys, strict=True):
        if key in facts:
            figure.set("title", fact_words(facts[key]))


def _is_figure(element: etree._Element) -> bool:
    return bool({"fact", "figure"} & set((element.get("class") or "").split()))


def fact_words(fact: Json) -> str:
    """Return a fact's label, source, year and note in one line."""
    known = [fact["label"], fact["source"], fact["year"], fact["note"]]
    return " · ".join(part for part in known if part)


def page_file(name: str) -> bytes | None:
    """Return a file of the preview's own page by its bare name, or None if there is none."""
    folder = resources.files("guidepub.preview") / "page"
    if name not in {entry.name for entry in folder.iterdir()}:
        return None
    return (folder / name).read_bytes()
