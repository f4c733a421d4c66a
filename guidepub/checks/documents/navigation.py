"""Ways through an EPUB: the navigation document, the page list, and links (EPUB 3.3, 7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from guidepub.checks.documents.archives import OPS_TYPE, XHTML, Package, resolved
from guidepub.findings import Finding, Place, Severity

_XLINK = "{http://www.w3.org/1999/xlink}href"
_POINTING = ("href", "src", "data", "poster", _XLINK)
_ROMAN = re.compile(r"(?i)(?=.)m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def navigation_findings(package: Package) -> Iterator[Finding]:
    """Yield the faults of the table of contents, the landmarks and the page list."""
    item = package.navigation()
    document = package.documents.get(item.name) if item else None
    if item is not None and document is None:
        # It is missing or not well-formed, which is reported already.
        return
    navs = [] if document is None else list(document.iter(f"{XHTML}nav"))
    by_type = {kind: nav for nav in navs for kind in nav.get(OPS_TYPE, "").split()}
    toc = by_type.get("toc")
    if toc is None or next(toc.iter(f"{XHTML}a"), None) is None:
        message = "The book has no table of contents for reading systems."
        remedy = 'Give the navigation document a <nav epub:type="toc"> (EPUB 3.3, 7.4.2).'
        yield Finding(package.place(item.name if item else package.name), "E010", message, remedy)
    if document is None or item is None:
        return
    if "landmarks" not in by_type:
        message = "The navigation document has no landmarks."
        remedy = "List at least the contents and the beginning of the text (EPUB 3.3, 7.4.4)."
        yield Finding(package.place(item.name), "E011", message, remedy, Severity.WARNING)
    pages = by_type.get("page-list")
    if pages is not None:
        yield from _page_list(package, item.name, pages)


def link_findings(package: Package) -> Iterator[Finding]:
    """Yield the links, pictures and stylesheets of the documents whose targets are missing.

    What the manifest lists and the archive lacks is reported with the manifest.
    """
    listed = {item.name for item in package.items}
    ids = {name: _ids(document) for name, document in package.documents.items()}
    for name, document in sorted(package.documents.items()):
        in_page_lists = {
            anchor
            for nav in document.iter(f"{XHTML}nav")
            if "page-list" in nav.get(OPS_TYPE, "").split()
            for anchor in nav.iter(f"{XHTML}a")
        }
        for element in document.iter(etree.Element):
            if element in in_page_lists:
                continue
            for href in filter(None, (element.get(key) for key in _POINTING)):
                target = resolved(name, href)
                if target is None or target[0] in listed - package.entries:
                    continue
                path, fragment = target
                is_there = path in package.entries
                if is_there and (not fragment or path not in ids or fragment in ids[path]):
                    continue
                message = f"The link to “{href}” leads nowhere."
                remedy = "Fix the address, or the id in it."
                yield Finding(package.place(name, element), "E012", message, remedy)


def _page_list(package: Package, name: str, nav: etree._Element) -> Iterator[Finding]:
    """Targets (EPUB 3.3, 7.3), their order, and their source.

    The order is EPUBCheck's (NAV-011), the source that of EPUB Accessibility 1.1, 3.4.1.3.1.
    """
    if not package.has_source:
        message = "The page list does not say which printed book its pages belong to."
        remedy = "Name it in dc:source, by its ISBN (EPUB Accessibility 1.1, 3.4.1.3.1)."
        yield Finding(package.place(package.name), "E020", message, remedy)
    places: dict[str, dict[str, int]] = {}
    before_place, before_label = (-1, -1), (-1, -1)
    for anchor in nav.iter(f"{XHTML}a"):
        label = "".join(str(part) for part in anchor.itertext()).strip()
        place = package.place(name, anchor)
        target = resolved(name, anchor.get("href", ""))
        document = package.documents.get(target[0]) if target else None
        if target is None or document is None:
            # What the manifest lists is reported with the manifest, or as not well-formed.
            if target is None or target[0] not in {item.name for item in package.items}:
                yield _no_page(label, place)
            continue
        if target[0] not in places:
            places[target[0]] = _ids(document)
        if target[1] and target[1] not in places[target[0]]:
            yield _no_page(label, place)
            continue
        spine = package.spine.index(target[0]) if target[0] in package.spine else -1
        here = (spine, places[target[0]].get(target[1], 0))
        number = _number(label)
        if here < before_place or (number is not None and number <= before_label):
            message = f"The page list is out of order at page “{label}”."
            remedy = "List the pages in the order of the text."
            yield Finding(place, "E019", message, remedy)
            return
        before_place, before_label = here, number or before_label


def _no_page(label: str, place: Place) -> Finding:
    message = f"Page “{label}” of the page list leads nowhere."
    remedy = "Put a page break with that id in the text."
    return Finding(place, "E018", message, remedy)


def _ids(document: etree._Element) -> dict[str, int]:
    """Return the ids of a document with the place of each in reading order."""
    found: dict[str, int] = {}
    for number, element in enumerate(document.iter(etree.Element)):
        if identifier := element.get("id"):
            found.setdefault(identifier, number)
    return found


def _number(label: str) -> tuple[int, int] | None:
    """Return a page label as a key for sorting, or None: roman numbers come before arabic ones."""
    if label.isascii() and label.isdigit() and len(label) < 7:
        return 1, int(label)
    if len(label) < 16 and _ROMAN.fullmatch(label):
        values = [_ROMAN_DIGITS[sign] for sign in label.lower()]
        pairs = zip(values, [*values[1:], 0], strict=True)
        return 0, sum(-value if value < after else value for value, after in pairs)
    return None
