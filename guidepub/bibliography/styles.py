"""Validation of styles in the Citation Style Language (CSL 1.0.2).

A style is an untrusted file. It is read without entities and without the network, validated
against CSL's own schema, and its macros are counted before they are expanded.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from guidepub.bibliography.entries import Trouble

CSL = "{http://purl.org/net/xbiblio/csl}"
_DEEPEST = 40
_MOST_ELEMENTS = 20_000
"""How many elements a citation may have, with all macros expanded."""


def style_troubles(text: str) -> Iterator[Trouble]:
    """Yield the reasons why a text cannot be used as a style for in-text citations.

    Raises:
        ImportError: citeproc-py is not installed.
    """
    root, trouble = _parsed(text)
    if root is None:
        yield trouble or Trouble(1, "This is not a style.", _REMEDY)
        return
    if parent := _parent(root):
        message = f"The style only refers to another one, {parent}."
        yield Trouble(1, message, "Take that one.")
        return
    schema = _schema()
    if not schema.validate(root):
        for fault in list(schema.error_log)[:3]:
            reason = fault.message.replace(CSL, "")
            yield Trouble(fault.line, f"The style is not CSL 1.0.2: {reason}.", _REMEDY)
        return
    if root.get("class") == "note":
        remedy = "Take one that cites in the text: by author and date, by author, or by number."
        yield Trouble(1, "The style cites in notes.", remedy)
    if root.find(f"{CSL}bibliography") is None:
        yield Trouble(1, "The style has no list of works.", "Take one that has a bibliography.")
    yield from _macro_troubles(root)


_REMEDY = "Take a style from https://github.com/citation-style-language/styles."


def _parsed(text: str) -> tuple[etree._Element | None, Trouble | None]:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        return None, Trouble(1, "A style cannot declare a document type or entities.", _REMEDY)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        return None, Trouble(error.lineno or 1, f"This is not XML: {error.msg}.", _REMEDY)
    if root.tag != f"{CSL}style":
        return None, Trouble(1, "This is not a CSL style.", _REMEDY)
    return root, None


def _parent(root: etree._Element) -> str:
    """Return the name of the style that a dependent style refers to, or an empty string."""
    links = root.iter(f"{CSL}link")
    parents = [each.get("href", "") for each in links if each.get("rel") == "independent-parent"]
    return parents[0].rpartition("/")[2] if parents else ""


@functools.cache
def _schema() -> etree.RelaxNG:
    from citeproc import SCHEMA_PATH

    return etree.RelaxNG(etree.parse(Path(SCHEMA_PATH)))


def _macro_troubles(root: etree._Element) -> Iterator[Trouble]:
    macros = {each.get("name", ""): each for each in root.iter(f"{CSL}macro")}
    sizes: dict[str, int] = {}
    try:
        largest = max(_size(part, macros, sizes, ()) for part in root if part.tag != f"{CSL}macro")
    except LookupError as error:
        message = f"The macro “{error.args[0]}” does not exist, or calls itself."
        yield Trouble(1, message, _REMEDY)
        return
    if largest > _MOST_ELEMENTS:
        message = f"A citation needs more than {_MOST_ELEMENTS:,} elements of the style."
        yield Trouble(1, message, _REMEDY)


def _size(
    element: etree._Element,
    macros: Mapping[str, etree._Element],
    sizes: dict[str, int],
    around: tuple[str, ...],
) -> int:
    """Return how many elements are expanded from one, with itself.

    Raises:
        LookupError: a macro is missing, or calls itself.
    """
    parts = [_size(each, macros, sizes, around) for each in element.iterchildren(etree.Element)]
    # Only one branch of a `choose` is expanded.
    size = 1 + (len(parts) + max(parts, default=0) if element.tag == f"{CSL}choose" else sum(parts))
    name = element.get("macro")
    if name is None:
        return size
    if name in around or name not in macros or len(around) > _DEEPEST:
        raise LookupError(name)
    if name not in sizes:
        sizes[name] = min(_size(macros[name], macros, sizes, (*around, name)), _MOST_ELEMENTS + 1)
    return size + sizes[name]
