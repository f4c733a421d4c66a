"""Finds, reads, creates and replaces elements of Word's XML."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

MAIN = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
"""The namespaces of Word's main elements, transitional and strict (ECMA-376, ISO 29500)."""

_OFF = frozenset({"0", "false", "off"})


def name_of(element: etree._Element) -> str:
    """Return an element's name if it is one of Word's main elements, or ""."""
    # The tag of comments and instructions is a function.
    space, _, name = str(element.tag)[1:].partition("}")
    return name if space in MAIN else ""


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child with a name, or None."""
    return next(children(element, name), None)


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """Yield the children with a name."""
    if element is not None:
        yield from (each for each in element if name_of(each) == name)


def value(element: etree._Element | None, name: str) -> str:
    """Return one of Word's attributes, or an empty string if it is missing."""
    if element is None:
        return ""
    return next((found for space in MAIN if (found := element.get(f"{{{space}}}{name}"))), "")


def integer(text: str, otherwise: int) -> int:
    """Return an integer, or `otherwise` if the text is not one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else otherwise


def is_on(element: etree._Element | None) -> bool:
    """Return whether an on/off property is on (ECMA-376 Part 1, 17.17.4)."""
    return element is not None and value(element, "val").lower() not in _OFF


def words(element: etree._Element) -> str:
    """Return the words of an element, with its paragraphs separated."""
    parts: list[str] = []
    for each in element.iter():
        name = name_of(each)
        if name == "t":
            parts.append(each.text or "")
        elif name in ("p", "tab", "br", "cr"):
            parts.append(" ")
    return "".join(parts)


def tag(near: etree._Element, name: str) -> str:
    """Return a name in the namespace of another element."""
    return f"{near.tag.partition('}')[0]}}}{name}"


def new_element(near: etree._Element, name: str, *parts: etree._Element) -> etree._Element:
    """Return a new element with a name and children, in the namespace of another one."""
    element = etree.Element(tag(near, name))
    element.extend(parts)
    return element


def text(near: etree._Element, words: str) -> etree._Element:
    """Return a new text element for a run."""
    element = new_element(near, "t")
    element.text = words
    return element


def replace(element: etree._Element, other: etree._Element) -> None:
    """Replace an element by another."""
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, other)


def unwrap(element: etree._Element) -> None:
    """Replace an element by its children."""
    for part in list(element):
        element.addprevious(part)
    remove(element)


def remove(element: etree._Element) -> None:
    """Remove an element from its tree, if it is in one."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
