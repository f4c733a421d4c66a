"""Reads the XML of a site's export item by item, with limits, and without entities."""

from __future__ import annotations

import io
from collections.abc import Iterator

from lxml import etree

from guidepub.findings import Finding, InputError, Place
from guidepub.importing.originals.original import counted_line
from guidepub.importing.originals.refusals import refusal

_REMEDY = "Export the site again."


def elements_of(text: str, path: str, root: str) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Yield the elements of an export as they end, each with its parent.

    `root` is the name of the root element, which shows the kind of export.

    Raises:
        InputError: it is not such an export, or not well-formed XML (I001, I003, I004).
    """
    events = etree.iterparse(
        io.BytesIO(text.encode()), events=("start", "end"), encoding="utf-8",
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        for event, element in events:
            parent = element.getparent()
            if parent is None:
                _refuse_others(element, path, root)
            elif event == "end":
                yield element, parent
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise refusal(path, "I003", "The export is nested too deeply.") from error
        line, column = error.position
        message = f"The export is not well-formed XML: {str(error.msg).partition(', line ')[0]}."
        place = Place(path, line or 0, column or 0)
        raise InputError([Finding(place, "I004", message, _REMEDY)]) from error


def free(item: etree._Element) -> None:
    """Free the memory of an item that was read, and of those before it."""
    parent = item.getparent()
    item.clear()
    while parent is not None and item.getprevious() is not None:
        del parent[0]


def line_in(element: etree._Element | None) -> int:
    """Return the line on which an element begins, or 0 if it is not known."""
    return counted_line(getattr(element, "sourceline", None) or 0)


def local_name(tag: str) -> str:
    """Return an element's name without its namespace."""
    return tag.rpartition("}")[2]


def _refuse_others(element: etree._Element, path: str, root: str) -> None:
    name = local_name(element.tag)
    if name != root:
        message = f"The file is not the export of a site: it begins with <{name[:60]}>."
        raise refusal(path, "I001", message, "Export WordPress with Tools, Export, and MediaWiki with Special:Export.")  # fmt: skip
    if element.getroottree().docinfo.internalDTD is not None:
        raise refusal(path, "I001", "The file declares entities.", _REMEDY)
