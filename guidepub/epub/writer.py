"""A book to an EPUB 3 by EbookLib, packed here so that the same input gives the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from ebooklib import epub
from lxml import etree

from guidepub.epub.contents import NCX, ncx
from guidepub.epub.documents import NOTICE_STYLESHEET, STYLESHEET, cover_image, leaf_document
from guidepub.epub.metadata import (
    accessibility,
    conformance,
    dublin_core,
    identifier,
    original,
    print_source,
    rights,
)
from guidepub.epub.notices import notice_stylesheet
from guidepub.epub.styles import named_files, stylesheet, with_names_in_book
from guidepub.files import zip_archive
from guidepub.files.dates import midnight
from guidepub.model import Book, Leaf, Picture
from guidepub.model.books.mark import NAMESPACE, PREFIX
from guidepub.model.notices.terms import EPUB_PREFIXES
from guidepub.pictures import for_reading, on_paper
from guidepub.themes.faces.latin_faces import carried
from guidepub.themes.folders.resources import MEDIA_TYPES, file_bytes
from guidepub.themes.leaves import PageStart

_FONTS = frozenset(suffix for suffix, kind in MEDIA_TYPES.items() if kind.startswith("font/"))
_OPF = "http://www.idpf.org/2007/opf"


def write_epub(book: Book, cover: bytes, starts: Sequence[PageStart] = ()) -> bytes:
    """Return a book's EPUB, given its cover as a PNG, or a JPEG where the guide has a picture for it.

    With `starts`, where the pages of the printed book begin, it has their list.

    Raises:
        RenderError: the theme's stylesheets are broken or name a file that is not there.
    """
    package = _package(book, bool(starts))
    for item in _items(book, cover):
        package.add_item(item)
    documents = {leaf.id: _document_item(book, leaf, starts) for leaf in book.leaves}
    for document in documents.values():
        package.add_item(document)
    package.add_item(epub.EpubNcx(file_name=NCX))
    package.spine = list(documents.values())
    # The navigation document is ours.
    options = {"mtime": midnight(book.published), "epub3_pages": False}
    writer = _Writer("", package, options)
    writer.write()
    for item in package.items:
        # Each knows its book, so that all of them would stay until somebody looks for such circles.
        item.book = None
    writer.out.entries[f"{package.FOLDER_NAME}/{NCX}"] = ncx(book, identifier(book), starts)
    return _pack(writer.out.entries, book)


class _Entries:
    """Takes the place of the archive that EbookLib writes, and keeps what would be in it.

    The archive would have the clock's time, and could not be written at all before 1980.
    """

    def __init__(self) -> None:
        self.entries: dict[str, bytes] = {}

    def writestr(self, name: str, content: str | bytes, **_options: object) -> None:
        """Keep an entry."""
        self.entries[name] = content.encode() if isinstance(content, str) else content


class _Writer(epub.EpubWriter):  # type: ignore[misc]
    """Makes a book's entries, and no archive of them."""

    def write(self) -> None:
        """Make the entries, which `out` has then."""
        self.out = _Entries()
        self.out.writestr("mimetype", "application/epub+zip")
        self._write_container()
        self._write_opf()
        self._write_items()


class _Verbatim(epub.EpubItem):  # type: ignore[misc]
    """An item whose content is written as it is; EbookLib's own would rewrite the XHTML."""

    def __init__(
        self, *arguments: object, properties: tuple[str, ...] = (), **keywords: object
    ) -> None:
        super().__init__(*arguments, **keywords)
        self.properties = list(properties)
        self.is_linear = True

    def get_content(self, default: object = None) -> bytes:
        """Return the bytes that were given."""
        return bytes(self.content)


def _package(book: Book, paged: bool) -> epub.EpubBook:
    package = epub.EpubBook()
    package.set_identifier(identifier(book))
    package.set_language(book.language)
    if book.theme.script:
        # EPUB 3.3, 5.6.1: the next page is on the left.
        package.set_direction("rtl")
    package.set_unique_metadata("DC", "title", book.guide.title, {"id": "title"})
    package.title = book.guide.title
    _refine(package, "title", "title-type", "main")
    for entry in dublin_core(book, paged):
        package.add_metadata("DC", entry.name, entry.value, {"id": entry.id} if entry.id else {})
        for name, (value, scheme) in entry.refinements.items():
            _refine(package, entry.id, name, value, scheme)
    _add_series(package, book)
    _add_terms(package, book)
    _add_claim(package, book)
    package.add_prefix(PREFIX, NAMESPACE)
    for name, value in (*accessibility(book, paged), *rights(book), *original(book)):
        package.add_metadata(_OPF, "", value, {"property": name})
    if paged:
        source = print_source(book)
        package.add_metadata(_OPF, "", source, {"property": "pageBreakSource"})
    package.add_metadata(_OPF, "", "", {"name": "cover", "content": "cover-image"})
    return package


def _add_series(package: epub.EpubBook, book: Book) -> None:
    """Say of which series a book is, and its number in it (EPUB 3.3, D.3.2 and D.3.6)."""
    series = book.guide.trade.series
    if series is None:
        return
    name = {"property": "belongs-to-collection", "id": "series"}
    package.add_metadata(_OPF, "", series.title, name)
    _refine(package, "series", "collection-type", "series")
    if series.number is not None:
        _refine(package, "series", "group-position", str(series.number))


def _add_terms(package: epub.EpubBook, book: Book) -> None:
    """Say to machines what the book's notices say."""
    terms = book.terms_in("epub")
    for prefix in dict.fromkeys(name.partition(":")[0] for name in terms):
        package.add_prefix(prefix, EPUB_PREFIXES[prefix])
    for name, value in terms.items():
        package.add_metadata(_OPF, "", value, {"property": name})


def _add_claim(package: epub.EpubBook, book: Book) -> None:
    """Add the conformance of a certified book, and its certifier."""
    before = ""
    for entry in conformance(book):
        refined = {"refines": f"#{before}"} if before else {}
        attributes = {"property": entry.name, "id": entry.id, **refined}
        package.add_metadata(_OPF, "", entry.value, attributes)
        for name, (value, scheme) in entry.refinements.items():
            _refine(package, entry.id, name, value, scheme)
        before = entry.id
    report = book.accessibility.report_on(book.slug)
    if before and report:
        link = {"rel": "a11y:certifierReport", "refines": f"#{before}", "href": report}
        package.add_metadata(None, "link", "", link)


def _refine(package: epub.EpubBook, target: str, name: str, value: str, scheme: str = "") -> None:
    attributes = {"refines": f"#{target}", "property": name}
    if scheme:
        attributes["scheme"] = scheme
    package.add_metadata(_OPF, "", value, attributes)


def _items(book: Book, cover: bytes) -> list[_Verbatim]:
    css = stylesheet(book.theme, book.colour, book.has_matter)
    notices = notice_stylesheet(book.theme, book.colour)
    letters = frozenset(css).union(*(leaf.xhtml for leaf in book.leaves))
    items = [
        _Verbatim("stylesheet", STYLESHEET, "text/css", with_names_in_book(css).encode()),
        _Verbatim(
            "notice-stylesheet", NOTICE_STYLESHEET, "text/css", with_names_in_book(notices).encode()
        ),
        _Verbatim("cover-image", *cover_image(book), cover, properties=("cover-image",)),
    ]
    for number, (name, kind, path) in enumerate(named_files(book.theme, css), 1):
        data = file_bytes(book.theme, path)
        if kind.startswith("font/"):
            data = carried(data, letters)
        items.append(_Verbatim(f"theme-{number}", name, kind, data))
    for number, picture in enumerate(_shown_pictures(book), 1):
        data = on_paper(for_reading(picture), picture.media_type)
        items.append(_Verbatim(f"picture-{number}", picture.href, picture.media_type, data))
    return items


def _shown_pictures(book: Book) -> list[Picture]:
    """Return the pictures that documents show: the cover's is part of its own."""
    text = "".join(leaf.xhtml for leaf in book.leaves if leaf.kind != "cover")
    return [picture for picture in book.pictures if picture.href in text]


def _document_item(book: Book, leaf: Leaf, starts: Sequence[PageStart]) -> _Verbatim:
    properties = []
    if leaf.kind == "contents":
        properties.append("nav")
    if "<svg" in leaf.xhtml and leaf.kind != "cover":
        properties.append("svg")
    return _Verbatim(
        leaf.id,
        leaf.file_name,
        "application/xhtml+xml",
        leaf_document(book, leaf, starts),
        properties=tuple(properties),
    )


def _pack(entries: dict[str, bytes], book: Book) -> bytes:
    """Write the archive: fixed dates and order, the type first and not compressed.

    EPUB 3.3, 4.3: OCF ZIP container.
    """
    package = f"{epub.EpubBook().FOLDER_NAME}/content.opf"
    entries[package] = _with_language(entries[package], book.language)
    first = ("mimetype", "META-INF/container.xml", package)
    names = [*first, *(name for name in entries if name not in first)]
    stored = frozenset(name for name in names if name == "mimetype" or name.endswith(".png"))
    fonts = frozenset(name for name in names if PurePosixPath(name).suffix in _FONTS)
    return zip_archive(((name, entries[name]) for name in names), stored, fonts)


def _with_language(package: bytes, language: str) -> bytes:
    """Return a package with the language of the metadata's own words, which EbookLib leaves out."""
    root = etree.fromstring(package)
    root.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
