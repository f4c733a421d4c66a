"""Reads the metadata of an EPUB, and its documents in reading order.

Old EPUBs (OPF 2.0.1) are read as well. A part that is not well-formed XML is skipped by itself.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree
from lxml.html import fromstring

from guidepub.importing.originals.archives import ForeignArchive
from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.foreign_xml import safe_parser

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_LARGEST = 256 * 1024 * 1024
_MOST_DOCUMENTS = 2000
# Encryption that only makes fonts useless outside the book, and does not hide text.
_FONTS = re.compile(r"obfuscat|RC$|idpf.org/2008/embedding|ns.adobe.com/pdf/enc#RC")
_PAGES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})


@dataclass(frozen=True, slots=True)
class BookDocument:
    """A document of a book: its name in the archive, and its types according to the package."""

    name: str
    kinds: frozenset[str]


class ForeignBook:
    """An open EPUB. `about` is its metadata with the keys of front matter."""

    def __init__(self, data: bytes, path: str) -> None:
        """Open an EPUB.

        Raises:
            InputError: it is none, encrypted, beyond the limits, or damaged (I001, I003, I004).
        """
        self.archive = ForeignArchive(data, path, "EPUB", _LARGEST)
        self._refuse_encrypted()
        container = self._tree(_CONTAINER)
        roots = [] if container is None else container.iter("{*}rootfile")
        named = (unquote(root.get("full-path") or "") for root in roots)
        name = next((name for name in named if name in self.archive.names), "")
        if not name:
            raise self.archive.fault("I001", "The file is not an EPUB: it names no package.")
        package = self._tree(name)
        if package is None:
            raise self.archive.fault("I004", "The EPUB’s package is not well-formed XML.")
        self._folder = posixpath.dirname(name)
        self.about = _about(package)
        self.documents = tuple(self._spine(package))

    def _refuse_encrypted(self) -> None:
        tree = self._tree(_ENCRYPTION)
        methods = [] if tree is None else tree.iter("{*}EncryptionMethod")
        if any(not _FONTS.search(method.get("Algorithm") or "") for method in methods):
            message = "The EPUB is encrypted, so its text cannot be read."
            raise self.archive.fault("I001", message, "Import the file without its protection.")

    def _tree(self, name: str) -> etree._Element | None:
        if name not in self.archive.names:
            return None
        parser = safe_parser(recover=True)
        try:
            tree: etree._Element | None = etree.fromstring(self.archive.read(name), parser)
        except (etree.XMLSyntaxError, ValueError):
            return None
        return tree

    def _spine(self, package: etree._Element) -> Iterator[BookDocument]:
        """Yield the pages of the book in reading order."""
        manifest = {item.get("id"): item for item in package.iter("{*}item")}
        guide = {
            self._target(reference.get("href") or ""): (reference.get("type") or "").lower()
            for reference in package.iter("{*}reference")
        }
        seen: set[str] = set()
        for reference in package.iter("{*}itemref"):
            item = manifest.get(reference.get("idref"))
            if item is None or (item.get("media-type") or "").lower() not in _PAGES:
                continue
            name = self._target(item.get("href") or "")
            if name in seen or name not in self.archive.names:
                continue
            seen.add(name)
            if len(seen) > _MOST_DOCUMENTS:
                raise self.archive.fault("I003", f"The EPUB has over {_MOST_DOCUMENTS} documents.")
            nav = "toc" if "nav" in (item.get("properties") or "").split() else ""
            yield BookDocument(name, frozenset(filter(None, (guide.get(name, ""), nav))))

    def _target(self, href: str) -> str:
        path = unquote(href.partition("#")[0])
        return posixpath.normpath(posixpath.join(self._folder, path)) if path else ""


def _about(package: etree._Element) -> Mapping[str, object]:
    """Return a package's metadata with the keys of front matter."""
    elements: dict[str, list[str]] = {}
    refined: dict[tuple[str, str], list[str]] = {}
    for meta in package.iter("{*}meta"):
        of = (meta.get("refines") or "")[1:], meta.get("property") or ""
        refined.setdefault(of, []).append(_words(meta))
    for element in package.iter("{http://purl.org/dc/elements/1.1/}*"):
        name, key = str(element.tag).rpartition("}")[2], element.get("id") or ""
        roles = [str(v) for k, v in element.attrib.items() if str(k).endswith("}role")]
        roles += refined.get((key, "role"), [])
        words = _words(element)
        if words and not (name == "creator" and roles and "aut" not in roles):
            kind = "".join(refined.get((key, "title-type"), [])[:1]) if name == "title" else ""
            elements.setdefault(f"{kind} {name}".strip(), []).append(words)
    titles = [*elements.get("main title", []), *elements.get("title", [])]
    subtitles = elements.get("subtitle title", []) if titles else []
    others = (
        words for name, several in elements.items() if name.endswith("title") for words in several
    )
    about: dict[str, object] = {
        "title": next(iter(titles), next(others, "")),
        "subtitle": next(iter(subtitles), ""),
        "author": elements.get("creator", []),
        "date": next(iter(elements.get("date", [])), ""),
        "language": next(iter(elements.get("language", [])), ""),
        "tags": elements.get("subject", []),
        "description": _plain(next(iter(elements.get("description", [])), "")),
    }
    return {name: value for name, value in about.items() if value}


def _words(element: etree._Element) -> str:
    return spaced("".join(str(part) for part in element.itertext()))


def _plain(text: str) -> str:
    """Return the words of a description, which may be HTML for shops."""
    if "<" not in text:
        return text
    try:
        return _words(fromstring(text))
    except (etree.LxmlError, ValueError, AssertionError):
        return ""
