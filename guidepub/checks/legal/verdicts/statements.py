"""The statements of a file's metadata about its rights: mark, holder, years, ISBN, language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
from lxml import etree

from guidepub.checks.documents.archives import DC, Package
from guidepub.model import Mark
from guidepub.model.books.mark import NAMESPACE, PREFIX, read_mark
from guidepub.model.notices.terms import HTML_NAMES, TERMS, XMP_NAMESPACES

_RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_NUMBER = r"97[89](?:(?:[-\u2010\u2011]\s?|[ \u00a0])?[0-9]){10}(?![0-9])"
# Other identifiers, such as a UUID, may hold as many digits.
_IN_METADATA = re.compile(rf"(?:urn:)?(?:isbn[: ]\s?)?({_NUMBER})", re.I)
# A text holds many numbers; an ISBN always follows the word “ISBN”.
_IN_TEXT = re.compile(rf"ISBN(?:-13)?:?\s{{0,3}}({_NUMBER})")
_METADATA = 4 * 1024 * 1024
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class FileStatement:
    """A file's statements about itself; those that it does not make are empty."""

    mark: Mark | None
    language: str = ""
    holder: str = ""
    rights: str = ""
    isbns: tuple[str, ...] = ()
    terms: Mapping[str, str] = field(default_factory=dict)
    """What it says to machines, by names as in `tdm:reservation`."""


def pdf_statement(file: Path) -> FileStatement:
    """Return the statements in the document catalogue and the XMP metadata of a PDF.

    Raises:
        pikepdf.PdfError: the file cannot be opened.
    """
    with pikepdf.open(file) as pdf:
        return statement_of(pdf)


def statement_of(pdf: pikepdf.Pdf) -> FileStatement:
    """Return the statements in the document catalogue and the XMP metadata of an open PDF."""
    language = str(pdf.Root.get("/Lang", ""))[:_LONGEST]
    stream = pdf.Root.get("/Metadata")
    data = stream.read_bytes() if isinstance(stream, pikepdf.Stream) else b""
    root = _parsed(data[:_METADATA])
    if root is None:
        return FileStatement(None, language)
    own = f"{{{NAMESPACE}}}"
    properties = [
        (str(element.tag).removeprefix(own), value)
        for element in root.iter(f"{own}*")
        for value in _values(element)
    ]
    holder = _first(root, f"{_RIGHTS}Owner")
    isbns = [isbn for element in root.iter(f"{DC}identifier") for isbn in _isbns(element)]
    return FileStatement(
        read_mark(properties, holder),
        language,
        holder,
        _first(root, f"{DC}rights"),
        tuple(dict.fromkeys(isbns)),
        dict(_xmp_terms(root)),
    )


def package_statement(package: Package) -> FileStatement:
    """Return the statements in an EPUB's package document, or in the head of a page.

    The prefix of properties is taken to be guidepub's own.
    """
    own = f"{PREFIX}:"
    properties = [
        (name.removeprefix(own), value)
        for name, value in package.properties
        if name.startswith(own)
    ]
    values: dict[str, list[str]] = {}
    for name, value in package.elements:
        values.setdefault(name, []).append(value)
    holders = [v for name, v in package.properties if name == "schema:copyrightHolder"]
    holder = next(iter([*holders, *values.get("rightsHolder", [])]), "")[:_LONGEST]
    isbns = [isbn for text in values.get("identifier", []) for isbn in _stated_isbns(text)]
    return FileStatement(
        read_mark(properties, holder),
        next(iter(values.get("language", [])), "")[:_LONGEST],
        holder,
        next(iter(values.get("rights", [])), "")[:_LONGEST],
        tuple(dict.fromkeys(isbns)),
        dict(_package_terms(package.properties)),
    )


def as_stated(value: str) -> str:
    """Return a value cut to a length that a reader can use."""
    return value.strip()[:_LONGEST]


def printed_isbns(text: str) -> list[str]:
    """Return the ISBNs that a text names as such, as bare digits."""
    return [re.sub(r"\D", "", match[1]) for match in _IN_TEXT.finditer(text)]


def _stated_isbns(text: str) -> list[str]:
    match = _IN_METADATA.fullmatch(text.strip())
    return [re.sub(r"\D", "", match[1])] if match else []


def _xmp_terms(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the statements of XMP for machines: elements, attributes and resources."""
    for name in TERMS:
        prefix, _, local = name.partition(":")
        tag = f"{{{XMP_NAMESPACES[prefix]}}}{local}"
        found = [
            value for element in root.iter(f"{_RDF}Description") if (value := element.get(tag))
        ]
        for element in root.iter(tag):
            found += (
                [resource] if (resource := element.get(f"{_RDF}resource")) else _values(element)
            )
        if found:
            yield name, found[0].strip()[:_LONGEST]


def _package_terms(properties: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the first of each statement for machines in a package document or the head of a page."""
    found: dict[str, str] = {}
    for name, value in properties:
        term = name if name in TERMS else HTML_NAMES.get(name, "")
        if term:
            found.setdefault(term, value[:_LONGEST])
    yield from found.items()


def _parsed(data: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser) if data.strip() else None
    except etree.XMLSyntaxError:
        return None


def _values(element: etree._Element) -> Iterator[str]:
    """Yield a property's values: its text, or the items of its array (ISO 16684-1, 7.7)."""
    items = list(element.iter("{*}li"))
    yield from ((item.text or "").strip() for item in items or [element])


def _first(root: etree._Element, tag: str) -> str:
    for element in root.iter(tag):
        for value in _values(element):
            return value[:_LONGEST]
    return ""


def _isbns(element: etree._Element) -> Iterator[str]:
    for value in _values(element):
        yield from _stated_isbns(value)
