"""The leaves of a book without their content: the surroundings of those that are laid out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from lxml import etree

from guidepub.model import Book
from guidepub.pdf.leaves.document import ENDPAPER, leaf_element
from guidepub.pdf.leaves.sequences import classes_of
from guidepub.themes.leaves import add_class

Shell = tuple[str, Mapping[str, str]]
"""An element without what it holds: its tag and its attributes."""


def shells(book: Book) -> tuple[dict[str, list[Shell]], frozenset[str]]:
    """Return the shells of the leaves, by their ids, and all ids in the book."""
    found: dict[str, list[Shell]] = {}
    names: set[str] = set()
    classes = classes_of(book)
    for leaf in book.leaves:
        (tag, attributes), ids = _outline(leaf.xhtml)
        element = etree.Element(tag, dict(attributes))
        for name in classes[leaf.id]:
            add_class(element, name)
        names |= ids
        shell = (tag, {str(name): str(value) for name, value in element.attrib.items()})
        found[leaf.id] = [shell, ("div", ENDPAPER)] if leaf.kind == "cover" else [shell]
    return found, frozenset(names)


# While a book is being written most of its leaves stay the same.
@lru_cache(maxsize=128)
def _outline(xhtml: str) -> tuple[Shell, frozenset[str]]:
    """Return a leaf without what it holds, and the ids in it."""
    element = leaf_element(xhtml)
    attributes = {str(name): str(value) for name, value in element.attrib.items()}
    ids = frozenset(str(each.get("id")) for each in element.iter(etree.Element))
    return (str(element.tag), MappingProxyType(attributes)), ids
