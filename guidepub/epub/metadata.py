"""A book's metadata for the package document: Dublin Core, access, rights, and its mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from guidepub.model import Book
from guidepub.model.books.identity import epub_identifier
from guidepub.model.books.mark import PREFIX, mark_of

# MARC relators (https://www.loc.gov/marc/relators/): one code a part in the making.
_RELATORS = {"author": "aut", "editor": "edt", "illustrator": "ill", "translator": "trl"}


@dataclass(frozen=True, slots=True)
class MetadataElement:
    """One Dublin Core element, with the properties that refine it."""

    name: str
    value: str
    id: str = ""
    refinements: dict[str, tuple[str, str]] = field(default_factory=dict)


def identifier(book: Book) -> str:
    """Return the identifier of the book: its EPUB's ISBN, or a UUID that is always the same."""
    return epub_identifier(book.guide, book.imprint, book.product)


def print_source(book: Book) -> str:
    """Return the source of page numbers: the printed book's ISBN, or its title, edition and publisher.

    Page Source Identification (W3C Publishing Community Group), 2.1: the value need not be
    an identifier, but must name the publication the pages are of.
    """
    if book.guide.isbn.print:
        return f"urn:isbn:{book.guide.isbn.print}"
    words = book.phrases
    edition = words.filled("edition", number=book.guide.edition)
    return (
        f"{book.guide.title}. {edition}, {words['print_edition']}. "
        f"{book.imprint.name}, {book.published.year}"
    )


def dublin_core(book: Book, paged: bool) -> Iterator[MetadataElement]:
    """Yield the Dublin Core elements other than identifier, title and language.

    A book that is `paged` marks the pages of the printed one, which is then its source.
    """
    guide = book.guide
    if guide.subtitle:
        yield MetadataElement("title", guide.subtitle, "subtitle", {"title-type": ("subtitle", "")})
    for number, person in enumerate(guide.authors, 1):
        element = "creator" if person.role == "author" else "contributor"
        role = {"role": (_RELATORS[person.role], "marc:relators")}
        if person.orcid is not None:
            role["schema:identifier"] = (f"https://orcid.org/{person.orcid}", "")
        yield MetadataElement(element, person.name, f"person-{number}", role)
    yield MetadataElement("publisher", book.imprint.name)
    yield MetadataElement("date", book.published.isoformat())
    yield MetadataElement("rights", book.rights)
    if paged:
        yield MetadataElement("source", print_source(book))
    for tag in guide.tags:
        yield MetadataElement("subject", tag)
    if guide.description:
        yield MetadataElement("description", guide.description)


def rights(book: Book) -> Iterator[tuple[str, str]]:
    """Yield whose the book is since when, and the properties of its mark."""
    mark = mark_of(book, "epub")
    yield "schema:copyrightHolder", mark.holder
    # The year of the first publication (https://schema.org/copyrightYear).
    yield "schema:copyrightYear", mark.years[:4]
    for name, value in mark.properties():
        yield f"{PREFIX}:{name}", value


def original(book: Book) -> Iterator[tuple[str, str]]:
    """Yield the address of the work that a book translates, if it is known."""
    for language, address in book.addresses.items():
        if language != book.language:
            yield "schema:translationOfWork", address


def accessibility(book: Book, paged: bool) -> Iterator[tuple[str, str]]:
    """Yield the discovery metadata that apply to this book (EPUB Accessibility 1.1, section 2).

    Conformance is not claimed here: see `conformance`.
    """
    text = "".join(leaf.xhtml for leaf in book.leaves if leaf.kind != "cover")
    pictures = "<img " in text or "<svg " in text
    yield "schema:accessMode", "textual"
    # The cover is a picture in every book; its words are on the title page too.
    yield "schema:accessMode", "visual"
    yield "schema:accessModeSufficient", "textual"
    yield "schema:accessibilityFeature", "tableOfContents"
    yield "schema:accessibilityFeature", "structuralNavigation"
    yield "schema:accessibilityFeature", "readingOrder"
    yield "schema:accessibilityFeature", "displayTransformability"
    yield "schema:accessibilityFeature", "alternativeText"
    if paged:
        yield "schema:accessibilityFeature", "pageBreakMarkers"
        yield "schema:accessibilityFeature", "pageNavigation"
    yield "schema:accessibilityHazard", "none"
    key = "access_pictures" if pictures else "access_text"
    yield "schema:accessibilitySummary", book.phrases[key]
    if book.accessibility.exemption is not None:
        # The EPUB Accessibility exemption property (W3C Group Note).
        yield "a11y:exemption", f"eaa-{book.accessibility.exemption}"


def conformance(book: Book) -> Iterator[MetadataElement]:
    """Yield a certified book's conformance, and its certifier (EPUB Accessibility 1.1, 3.5).

    Each element refines the one before it that has an id.
    """
    stated = book.accessibility
    if book.claims != "certified":
        return
    yield MetadataElement("dcterms:conformsTo", stated.standard, "conformance")
    by = MetadataElement("a11y:certifiedBy", stated.certified_by or "", "certifier")
    if stated.evaluated is not None:
        by.refinements["dcterms:date"] = (stated.evaluated.isoformat(), "")
    if stated.credential is not None:
        by.refinements["a11y:certifierCredential"] = (stated.credential, "")
    yield by
