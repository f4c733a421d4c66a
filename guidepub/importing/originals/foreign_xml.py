"""Parses untrusted XML without loading other files or expanding entities."""

from __future__ import annotations

from lxml import etree

from guidepub.importing.originals.refusals import refusal

_HEAD = 4096


def declares_entities(text: bytes) -> bool:
    """Return whether XML begins with a document type that could declare entities."""
    return b"<!DOCTYPE" in text[:_HEAD].upper()


def safe_parser(recover: bool = False) -> etree.XMLParser:
    """Return a parser; with `recover` it accepts XML that is not well-formed."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover
    )


def tree_of(text: bytes, path: str, broken: str, remedy: str) -> etree._Element:
    """Return the tree of a file's XML; `broken` and `remedy` are the message for invalid XML.

    Raises:
        InputError: it is nested too deeply (I003), or not well-formed (I004).
    """
    try:
        return etree.fromstring(text, safe_parser())
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise refusal(path, "I003", "The file is nested too deeply.") from error
        raise refusal(path, "I004", broken, remedy) from error
