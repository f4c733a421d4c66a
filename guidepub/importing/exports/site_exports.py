"""The XML of a site's export, read item by item: bounded, without entities, nothing fetched."""

from __future__ import annotations

import io
from collections.abc import Iterator

from lxml import etree

from guidepub.findings import Finding, InputError, Place
from guidepub.importing.originals.original import counted_line
from guidepub.importing.originals.refusals import refusal

_REMEDY = "Export the site anew."


def elements_of(text: str, path: str, root: str) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Yield the elements of an export as they end, each with its parent.

    `root` is the name of the outermost element, by which the kind of export is known.

    Raises:
        InputError: it is no such export, or no sound XML (I001, I003, I004).
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
        message = f"The export is no sound XML: {str(error.msg).partition(', line ')[0]}."
        place = Place(path, line or 0, column or 0)
        raise InputError([Finding(place, "I004", message, _REMEDY)]) from error


def forget(item: etree._Element) -> None:
    """Free an item that was read, and those before it."""
    parent = item.getparent()
    item.clear()
    while parent is not None and item.getprevious() is not None:
        del parent[0]


def line_in(element: etree._Element | None) -> int:
    """Return the line on which an element begins, or 0 where it is not known."""
    return counted_line(getattr(element, "sourceline", None) or 0)


def local_name(tag: str) -> str:
    """Return an element's name without its namespace."""
    return tag.rpartition("}")[2]


def _refuse_others(element: etree._Element, path: str, root: str) -> None:
    name = local_name(element.tag)
    if name != root:
        message = f"The file is no export of a site: it begins with <{name[:60]}>."
        raise refusal(path, "I001", message, "Export WordPress with Tools, Export, and MediaWiki with Special:Export.")  # fmt: skip
    if element.getroottree().docinfo.internalDTD is not None:
        raise refusal(path, "I001", "The file declares entities.", _REMEDY)
