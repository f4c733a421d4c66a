"""Reads the parts of an OpenDocument text: its content, its styles, and its metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from guidepub.importing.originals.archives import ForeignArchive
from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.foreign_xml import declares_entities, tree_of

_MOST_PARENTS = 12
_LARGEST = 96 * 1024 * 1024
_HIGH = re.compile(r"(super|sub)|(-?\d{1,3})%")


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The formatting of a text style, and its parent style."""

    parent: str = ""
    marks: tuple[str, ...] = ()
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class OpenText:
    """An open OpenDocument text. `numbered` are the styles of numbered lists."""

    content: etree._Element
    styles: Mapping[str, TextStyle]
    numbered: frozenset[str]
    about: Mapping[str, object]
    archive: ForeignArchive

    def usual_style(self, name: str) -> str:
        """Return the built-in style that a style is based on, such as `Title`."""
        for _ in range(_MOST_PARENTS):
            style = self.styles.get(name)
            if style is None or not style.parent or style.parent == "Standard":
                break
            name = style.parent
        return name.replace("_20_", " ")

    def marks(self, name: str) -> tuple[str, ...]:
        """Return the HTML elements for the formatting of a style."""
        return self.styles[name].marks if name in self.styles else ()

    def hides(self, name: str) -> bool:
        """Return whether a style, or one that it is based on, hides text."""
        for _ in range(_MOST_PARENTS):
            style = self.styles.get(name)
            if style is None or style.is_hidden:
                return style is not None
            name = style.parent
        return False


def opened_text(data: bytes, path: str) -> OpenText:
    """Return an OpenDocument text.

    Raises:
        InputError: it is not one, encrypted, too large, or damaged (I001, I003, I004).
    """
    archive = ForeignArchive(data, path, "OpenDocument text", _LARGEST, "Save it again.")
    content = _tree(archive, "content.xml")
    if content is None or next(content.iter("{*}text"), None) is None:
        raise archive.fault("I001", "The file is not an OpenDocument text.", "Save it as .odt.")
    named = _tree(archive, "styles.xml")
    trees = [content] if named is None else [named, content]
    styles = {name: style for tree in trees for name, style in _styles(tree)}
    numbered = frozenset(name for tree in trees for name in _numbered(tree))
    meta = _tree(archive, "meta.xml")
    return OpenText(content, styles, numbered, _about(meta) if meta is not None else {}, archive)


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace, or "" for comments and instructions."""
    tag = str(element.tag)
    return tag.rpartition("}")[2] if tag.startswith("{") else ""


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute by its name without a namespace, or an empty string."""
    return next((str(v) for k, v in element.attrib.items() if str(k).endswith(f"}}{name}")), "")


def _tree(archive: ForeignArchive, name: str) -> etree._Element | None:
    if name not in archive.names:
        return None
    text = archive.read(name)
    if declares_entities(text):
        raise archive.fault("I001", "A part of the file declares entities.", "Save it again.")
    broken = "The file is encrypted, or a part of it is not well-formed XML."
    return tree_of(text, archive.path, broken, "Save it again without a password.")


def _styles(tree: etree._Element) -> Iterator[tuple[str, TextStyle]]:
    for style in tree.iter("{*}style"):
        marks: list[str] = []
        is_hidden = False
        for setting in style.iter("{*}text-properties"):
            if attribute(setting, "font-weight") in ("bold", "600", "700", "800", "900"):
                marks.append("b")
            if attribute(setting, "font-style") in ("italic", "oblique"):
                marks.append("i")
            if position := _HIGH.match(attribute(setting, "text-position")):
                is_low = position[1] == "sub" or (position[2] or "").startswith("-")
                marks.append("sub" if is_low else "sup" if position[0] != "0%" else "span")
            if attribute(setting, "text-line-through-style") not in ("", "none"):
                marks.append("s")
            is_hidden |= attribute(setting, "display") == "none"
        yield (
            attribute(style, "name"),
            TextStyle(attribute(style, "parent-style-name"), tuple(marks), is_hidden),
        )


def _numbered(tree: etree._Element) -> Iterator[str]:
    for style in tree.iter("{*}list-style"):
        first = next((each for each in style if attribute(each, "level") == "1"), None)
        if first is not None and local(first) == "list-level-style-number":
            yield attribute(style, "name")


def _about(meta: etree._Element) -> Mapping[str, object]:
    """Return the metadata of a text with the keys of front matter."""
    found: dict[str, list[str]] = {}
    for element in meta.iter():
        if words := spaced("".join(str(part) for part in element.itertext())):
            found.setdefault(local(element), []).append(words)

    def first(*names: str) -> str:
        return next((found[name][0] for name in names if name in found), "")

    about: dict[str, object] = {
        "title": first("title"),
        "author": first("initial-creator", "creator"),
        "date": first("creation-date", "date"),
        "language": first("language"),
        "description": first("description"),
        "tags": found.get("keyword", []),
    }
    return {name: value for name, value in about.items() if value}
