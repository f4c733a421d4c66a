"""An EPUB's container and package, read with limits (EPUB 3.3, sections 4 and 5)."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urlsplit

from lxml import etree

from guidepub.findings import Finding, Place
from guidepub.findings.errors import reason_of

XHTML = "{http://www.w3.org/1999/xhtml}"
OPS_TYPE = "{http://www.idpf.org/2007/ops}type"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"

_CONTAINER = "META-INF/container.xml"
_MEGABYTE = 1024 * 1024
_LARGEST, _ENTRIES, _UNPACKED, _DOCUMENT = 500 * _MEGABYTE, 20_000, 2048 * _MEGABYTE, 32 * _MEGABYTE
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError)


class TooLargeError(Exception):
    """An entry is larger than any that belongs in a book."""


@dataclass(frozen=True, slots=True)
class Item:
    """A resource of the manifest: `name` is its path in the archive, empty if it is remote."""

    id: str
    name: str
    media_type: str
    properties: frozenset[str]
    line: int


@dataclass(frozen=True, slots=True)
class Package:
    """A book as its package document describes it, with the documents that could be read.

    `spine` names documents in reading order; `properties` are the metadata's
    `<meta property>` pairs that refine nothing, and its links by their relations; `elements` are
    those of Dublin Core.
    """

    file: Path
    name: str
    entries: frozenset[str]
    items: tuple[Item, ...]
    spine: tuple[str, ...]
    properties: tuple[tuple[str, str], ...]
    elements: tuple[tuple[str, str], ...]
    has_source: bool
    documents: dict[str, etree._Element]
    doubts: tuple[str, ...] = ()
    """Why it is uncertain what a reading system shows of the book."""
    aside: Mapping[str, str] = field(default_factory=dict)
    """The same of single documents, by name."""

    def place(self, name: str, element: etree._Element | None = None) -> Place:
        """Return a place in the book: `book.epub!/EPUB/x.xhtml`, with an element's line."""
        return Place(f"{self.file}!/{name}", 0 if element is None else line_of(element))

    def navigation(self) -> Item | None:
        """Return the navigation document's item, if there is one."""
        return next((item for item in self.items if "nav" in item.properties), None)


def read_package(file: Path, data: bytes | None = None) -> tuple[Package | None, list[Finding]]:
    """Return an EPUB's package and what is wrong with its container and documents.

    `data` are the bytes of a book that is not yet a file.
    """
    place = Place(str(file))
    findings: list[Finding] = []
    try:
        if (file.stat().st_size if data is None else len(data)) > _LARGEST:
            message = f"The file is larger than {_LARGEST // _MEGABYTE} MiB."
            return None, [Finding(place, "E006", message, "Make its pictures smaller.")]
        with zipfile.ZipFile(file if data is None else io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > _ENTRIES or sum(info.file_size for info in infos) > _UNPACKED:
                message = "The archive contains more than any book."
                return None, [Finding(place, "E006", message, "Create it again.")]
            findings += _mimetype(place, archive, infos)
            return _read(file, archive, findings), findings
    except TooLargeError as error:
        message = f"{error} unpacks to more than {_DOCUMENT // _MEGABYTE} MiB."
        return None, [*findings, Finding(place, "E006", message, "Create it again.")]
    except _BROKEN as error:
        message = f"The archive cannot be read: {reason_of(error)}."
        return None, [*findings, Finding(place, "E001", message, "Create or send it again.")]


def read_entry(archive: zipfile.ZipFile, name: str, limit: int = _DOCUMENT) -> bytes:
    """Return an entry's content, whatever size the archive says that it has.

    Raises:
        TooLargeError: it is larger than `limit` bytes.
        KeyError: there is no such entry.
    """
    with archive.open(name) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise TooLargeError(name)
    return data


def resolved(base: str, href: str) -> tuple[str, str] | None:
    """Return the path in the archive and the fragment that a link means, or None if remote."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    name = posixpath.normpath(posixpath.join(posixpath.dirname(base), path)) if path else base
    return name, unquote(parts.fragment)


def line_of(element: etree._Element) -> int:
    """Return the line on which an element begins, 0 where it is not known."""
    return cast(int | None, element.sourceline) or 0


def _mimetype(
    place: Place, archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]
) -> Iterator[Finding]:
    """EPUB 3.3, 4.3.3: the first entry, stored, without an extra field, and nothing but the type."""
    first = infos[0] if infos else None
    good = (
        first is not None
        and first.filename == "mimetype"
        and first.compress_type == zipfile.ZIP_STORED
        and not first.extra
        and first.file_size == 20
        and read_entry(archive, "mimetype") == b"application/epub+zip"
    )
    if not good:
        message = "The archive does not begin with the uncompressed file “mimetype”."
        remedy = "Pack it first, uncompressed: application/epub+zip, 20 bytes."
        yield Finding(place, "E002", message, remedy)


def _read(file: Path, archive: zipfile.ZipFile, findings: list[Finding]) -> Package | None:
    try:
        container = _parse(read_entry(archive, _CONTAINER))
        root_file = next(e for e in container.iter("{*}rootfile") if e.get("full-path"))
        name = str(root_file.get("full-path"))
        package = _parse(read_entry(archive, name))
    except (KeyError, StopIteration, etree.XMLSyntaxError) as error:
        message = f"The package document cannot be found or read: {str(error) or 'none is named'}."
        remedy = "META-INF/container.xml names it (EPUB 3.3, 4.2.6.3.1)."
        findings.append(Finding(Place(str(file)), "E003", message, remedy))
        return None
    items = tuple(_items(package, name))
    by_id = {item.id: item for item in items}
    spine = [by_id.get(ref.get("idref", "")) for ref in package.iter(f"{OPF}itemref")]
    properties = tuple(
        (str(meta.get("property")), (meta.text or "").strip())
        for meta in package.iter(f"{OPF}meta")
        if meta.get("property") and not meta.get("refines")
    ) + tuple(
        (relation, link.get("href", "").strip())
        for link in package.iter(f"{OPF}link")
        for relation in link.get("rel", "").split()
        if not link.get("refines")
    )
    names = {item.name for item in items if item.media_type == "application/xhtml+xml"}
    entries = frozenset(n for n in archive.namelist() if not n.endswith("/"))
    documents = {}
    for document in sorted(names & entries):
        try:
            documents[document] = _parse(read_entry(archive, document))
        except etree.XMLSyntaxError as error:
            message = f"The document is not well-formed: {str(error.msg).rstrip('.')}."
            place = Place(f"{file}!/{document}", error.lineno or 0)
            findings.append(Finding(place, "E007", message, "Write it as XML (EPUB 3.3, 3.9)."))
    return Package(
        file,
        name,
        entries,
        items,
        tuple(item.name for item in spine if item is not None),
        properties,
        tuple(
            (str(element.tag).removeprefix(DC), (element.text or "").strip())
            for element in package.iter(f"{DC}*")
        ),
        any((e.text or "").strip() for e in package.iter(f"{DC}source"))
        or any(key == "pageBreakSource" for key, _ in properties),
        documents,
        tuple(_doubts(container, properties)),
        dict(_aside(package, by_id)),
    )


def _doubts(container: etree._Element, properties: Sequence[tuple[str, str]]) -> Iterator[str]:
    if sum(1 for _ in container.iter("{*}rootfile")) > 1:
        yield "several renditions, of which a reading system shows one"
    if ("rendition:layout", "pre-paginated") in properties:
        yield "pages of a fixed layout"


def _aside(package: etree._Element, by_id: Mapping[str, Item]) -> Iterator[tuple[str, str]]:
    """Yield the documents of the spine that a reader may not reach, or not see whole."""
    for ref in package.iter(f"{OPF}itemref"):
        item = by_id.get(ref.get("idref", ""))
        if item is not None and ref.get("linear") == "no":
            yield item.name, "a document outside of the reading order"
        elif item is not None and "rendition:layout-pre-paginated" in ref.get("properties", ""):
            yield item.name, "pages of a fixed layout"


def _items(package: etree._Element, base: str) -> Iterator[Item]:
    for element in package.iter(f"{OPF}item"):
        target = resolved(base, element.get("href", ""))
        yield Item(
            element.get("id", ""),
            target[0] if target else "",
            element.get("media-type", ""),
            frozenset(element.get("properties", "").split()),
            line_of(element),
        )


def _parse(data: bytes) -> etree._Element:
    """Parse without entities, network or outside definitions."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(data, parser)
