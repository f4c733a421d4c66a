"""A page of HTML as a browser reads it (HTML Standard, 13.2), as a tree like an EPUB document's."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import tinyhtml5
from lxml import etree

from guidepub.checks.documents.archives import XHTML, Package

LARGEST = 200 * 1024 * 1024
"""Bytes that a page may have, with the pictures in it."""

_DCMI = "dcterms."
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Characters that HTML may hold and XML may not (XML 1.0, 2.2).
_NO_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class UnreadableError(Exception):
    """A file cannot be read as the format that its suffix names."""


class OversizeError(UnreadableError):
    """A file is too large to be read."""


def page_bytes(file: Path) -> bytes:
    """Return the content of a page's file.

    Raises:
        OversizeError: it is larger than `LARGEST`.
        OSError: it cannot be read.
    """
    with file.open("rb") as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise OversizeError(f"The file is larger than {LARGEST // 1024**2} MiB.")
    return data


def page_tree(data: bytes) -> etree._Element:
    """Return a page's root, its elements in the namespace of XHTML or that of SVG.

    Attributes that XML has no name for are called `unnamed`; characters that it cannot hold are
    replaced by U+FFFD.

    Raises:
        UnreadableError: it holds an element that XML has no name for.
    """
    page = tinyhtml5.parse(data, default_encoding="utf-8")
    root = _element(page)
    # An explicit stack, since a page can be nested as deep as it is long.
    waiting = [(page, root)]
    while waiting:
        read, written = waiting.pop()
        for child in read:
            own = _element(child)
            written.append(own)
            own.tail = _text(child.tail)
            waiting.append((child, own))
    return root


def page_package(file: Path, root: etree._Element) -> Package:
    """Return a page as a package of one document, which has the file's name.

    Its properties are what the page's `<meta name>` say, and its link to a licence; its elements
    are those of DCMI among them.
    """
    licenses = [
        ("license", link.get("href", "").strip())
        for link in root.iter(f"{XHTML}link")
        if "license" in link.get("rel", "").lower().split()
    ]
    properties = tuple(
        (meta.get("name", ""), meta.get("content", "").strip())
        for meta in root.iter(f"{XHTML}meta")
        if meta.get("name")
    ) + tuple(licenses)
    dcmi_elements = (
        (name.removeprefix(_DCMI), value) for name, value in properties if _DCMI in name
    )
    elements = (("language", root.get("lang", "")), *dcmi_elements)
    name, documents = file.name, {file.name: root}
    return Package(file, name, frozenset(), (), (name,), properties, elements, False, documents)


def _element(read: Any) -> etree._Element:
    if callable(read.tag):
        return etree.Comment()
    try:
        element = etree.Element(read.tag)
    except ValueError as error:
        raise UnreadableError(f"It contains an element “{str(read.tag)[-40:]}”.") from error
    element.text = _text(read.text)
    for key, value in read.attrib.items():
        name = _XML_LANGUAGE if key == "xml:lang" else key
        try:
            element.set(name, _text(value))
        except ValueError:
            element.set("unnamed", "")
    return element


def _text(text: str | None) -> str:
    return _NO_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", text or "")
