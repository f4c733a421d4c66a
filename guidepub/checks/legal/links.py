"""The stylesheets of an EPUB's document: those that it links, and those that stand in it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from lxml import etree

from guidepub.checks.archives import XHTML, TooLargeError, read_entry, resolved
from guidepub.checks.legal.sheets import Sheet, read_sheet, without

_LARGEST = 1024 * 1024
_MOST = 50
# What older reading systems take page masters from, and browsers nothing.
_FOREIGN = "application/vnd.adobe-page-template+xml"


def sheets_of(archive: zipfile.ZipFile, name: str, document: etree._Element) -> Iterator[Sheet]:
    """Yield the stylesheets of a document in the order in which they count."""
    for count, element in enumerate(document.iter(f"{XHTML}link", f"{XHTML}style")):
        if count >= _MOST:
            yield Sheet(name, (), (), (f"more than {_MOST} stylesheets",))
            return
        media = element.get("media", "")
        kind = element.get("type", "text/css").partition(";")[0].strip().lower()
        if element.tag == f"{XHTML}style":
            yield _known(read_sheet(element.text or "", name, media), element, kind)
        elif "stylesheet" in element.get("rel", "").lower().split() and kind != _FOREIGN:
            yield _known(_linked(archive, name, element, media), element, kind)


def _linked(archive: zipfile.ZipFile, name: str, element: etree._Element, media: str) -> Sheet:
    href = element.get("href", "")
    target = resolved(name, href)
    if target is None:
        return Sheet(href, (), (), (f"a stylesheet outside of the book ({href[:80]})",))
    try:
        data = read_entry(archive, target[0], _LARGEST)
    except KeyError:
        return Sheet(target[0], (), (), (f"a stylesheet that is not there ({target[0]})",))
    except (TooLargeError, OSError, RuntimeError, zipfile.BadZipFile):
        return Sheet(target[0], (), (), (f"a stylesheet that cannot be read ({target[0]})",))
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        sheet = read_sheet(data.decode("utf-8", "replace"), target[0], media)
        return without(sheet, f"letters in {target[0]} that are not UTF-8")
    return read_sheet(text, target[0], media)


def _known(sheet: Sheet, element: etree._Element, kind: str) -> Sheet:
    """Return a sheet with what its element says of it that may keep it from being used."""
    if kind != "text/css":
        return without(sheet, f"a stylesheet of the kind {kind[:80]}")
    if "alternate" in element.get("rel", "").lower().split() or "disabled" in element.attrib:
        return without(sheet, f"a stylesheet for choice ({sheet.name})")
    return sheet
