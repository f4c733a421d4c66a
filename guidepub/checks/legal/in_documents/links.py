"""The stylesheets of a document: those that it links, and those that are in it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from typing import cast

from lxml import etree

from guidepub.checks.documents.archives import XHTML, TooLargeError, resolved
from guidepub.checks.legal.in_documents.sheets import ParsedSheet, read_sheet, without

LARGEST = 1024 * 1024
"""Bytes of a stylesheet that is read."""

Read = Callable[[str], bytes]
"""Returns a file next to a document, by its path; raises `KeyError` if there is none."""

_MOST = 50
_SVG_STYLE = "{http://www.w3.org/2000/svg}style"
# Types of page masters in older reading systems, which browsers ignore.
_FOREIGN = "application/vnd.adobe-page-template+xml"


def sheets_of(read: Read, name: str, document: etree._Element) -> Iterator[ParsedSheet]:
    """Yield the stylesheets of a document in the order in which they count."""
    # A drawing's style is the whole document's (CSS Object Model, 6.2).
    for count, element in enumerate(document.iter(f"{XHTML}link", f"{XHTML}style", _SVG_STYLE)):
        if count >= _MOST:
            yield ParsedSheet(name, (), (), (f"more than {_MOST} stylesheets",))
            return
        media = element.get("media", "")
        kind = element.get("type", "text/css").partition(";")[0].strip().lower()
        if element.tag != f"{XHTML}link":
            # Its text is its own, without comments and elements.
            text = "".join(map(str, cast("list[str]", element.xpath("text()"))))
            yield _known(read_sheet(text, name, media), element, kind)
        elif "stylesheet" in element.get("rel", "").lower().split() and kind != _FOREIGN:
            yield _known(_linked(read, name, element, media), element, kind)


def _linked(read: Read, name: str, element: etree._Element, media: str) -> ParsedSheet:
    href = element.get("href", "")
    target = resolved(name, href)
    if target is None:
        return ParsedSheet(href, (), (), (f"a stylesheet outside of the book ({href[:80]})",))
    try:
        data = read(target[0])
    except KeyError:
        return ParsedSheet(target[0], (), (), (f"a stylesheet that is not there ({target[0]})",))
    except (TooLargeError, OSError, RuntimeError, zipfile.BadZipFile):
        return ParsedSheet(target[0], (), (), (f"a stylesheet that cannot be read ({target[0]})",))
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        sheet = read_sheet(data.decode("utf-8", "replace"), target[0], media)
        return without(sheet, f"letters in {target[0]} that are not UTF-8")
    return read_sheet(text, target[0], media)


def _known(sheet: ParsedSheet, element: etree._Element, kind: str) -> ParsedSheet:
    """Return a sheet with the doubts that its element's attributes raise about its use."""
    if kind != "text/css":
        return without(sheet, f"a stylesheet of the kind {kind[:80]}")
    is_titled = element.tag != _SVG_STYLE and bool(element.get("title"))
    is_alternate = "alternate" in element.get("rel", "").lower().split()
    if is_titled or is_alternate or "disabled" in element.attrib:
        return without(sheet, f"a stylesheet for choice ({sheet.name})")
    return sheet
