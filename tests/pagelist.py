"""An EPUB's page list compared with the printed book: a page's number leads to its words."""

from __future__ import annotations

import io
import itertools
import posixpath
import unicodedata
import zipfile
from collections.abc import Iterator

import pypdfium2
from lxml import etree

_NAMES = {
    "h": "http://www.w3.org/1999/xhtml",
    "epub": "http://www.idpf.org/2007/ops",
    "opf": "http://www.idpf.org/2007/opf",
}
# Running heads and folios stand in the outer parts of a trimmed page, text between them.
_HEAD, _FOOT = 0.09, 0.90
# Letters compared, those at a mark that may belong to a word parted by the break, and
# how far from a page's first letter they may be found.
_RUN, _PARTED, _NEAR = 20, 12, 24


def page_list_faults(epub: bytes, print_pdf: bytes) -> Iterator[str]:
    """Yield each page that the list lacks or leads to a wrong place, and each one too many."""
    printed = dict(_printed_pages(print_pdf))
    entries = list(_entries(epub))
    labels = [label for label, _ in entries]
    # There is nothing to lead to on an empty page.
    expected = [label for label, text in printed.items() if text]
    if labels != expected:
        yield f"the list has {labels}, the book has {expected}"
        return
    for label, following in entries:
        page = printed[label]
        words = following[_PARTED : _PARTED + _RUN] or following
        if not 0 <= page.find(words) <= _NEAR:
            yield f"page {label} begins “{page[:50]}”, the mark stands before “{following[:50]}”"


def _printed_pages(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield what each page is called, and the letters on it."""
    pdf = pypdfium2.PdfDocument(data)
    for number, page in enumerate(pdf):
        left, bottom, right, top = page.get_trimbox()
        height = top - bottom
        text = page.get_textpage().get_text_bounded(
            left=left, right=right, top=top - _HEAD * height, bottom=top - _FOOT * height
        )
        yield pdf.get_page_label(number), _letters(text)


def _entries(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield each entry's number, and the letters that follow its mark."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        container = etree.fromstring(archive.read("META-INF/container.xml"))
        package_path = str(container.xpath("string(//@full-path)"))
        folder = posixpath.dirname(package_path)
        package = etree.fromstring(archive.read(package_path))
        parts = {
            item.get("href"): etree.fromstring(
                archive.read(posixpath.join(folder, item.get("href")))
            )
            for item in package.iterfind("opf:manifest/opf:item", _NAMES)
            if item.get("media-type") == "application/xhtml+xml"
        }
        name = package.xpath("string(//opf:item[@properties='nav']/@href)", namespaces=_NAMES)
    links = parts[name].xpath("//h:nav[@epub:type='page-list']//h:a", namespaces=_NAMES)
    assert links, "there is no page list"
    for link in links:
        href, _, fragment = link.get("href").partition("#")
        (mark,) = parts[href].xpath("//*[@id=$name]", name=fragment)
        assert mark.get("role") == "doc-pagebreak"
        assert mark.get("aria-label") == link.text
        # A table that runs over has its head on each page.
        head = mark.xpath("string(ancestor::h:tbody/../h:thead)", namespaces=_NAMES)
        following = "".join(
            itertools.islice(
                (
                    letter
                    # Words for listeners only, hidden entries and notes stand elsewhere on paper, or
                    # not; those in a drawing come where they were painted.
                    for text in mark.xpath(
                        "following::text()[not(ancestor::*[local-name()='title' or"
                        " local-name()='desc' or @class='footnotes' or @hidden or @role='img'])]"
                    )
                    for letter in _letters(str(text))
                ),
                200,
            )
        )
        yield str(link.text), _letters(str(head)) + following


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalpha())
