"""Reads the properties of Word's styles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from guidepub.importing.word.xml import child, children, is_on, value

# The most styles in a chain of those based on each other, which may be circular.
_DEEPEST = 24
_CONTENTS = re.compile(r"(?:toc|index) (?:\d|heading)|table of figures")


class Styles:
    """The styles of a Word file, with the styles that they are based on."""

    def __init__(self, tree: etree._Element | None) -> None:
        self._styles = {value(style, "styleId"): style for style in children(tree, "style")}

    def hides(self, style: str) -> bool | None:
        """Return whether a style hides its text, or None if it does not say."""
        for each in self._chain(style):
            vanish = child(child(each, "rPr"), "vanish")
            if vanish is not None:
                return is_on(vanish)
        return None

    def list_properties(self, style: str) -> Iterator[etree._Element]:
        """Yield the list properties of a paragraph's style, and of those that it is based on."""
        for each in self._chain(style):
            properties = child(child(each, "pPr"), "numPr")
            if properties is not None:
                yield properties

    def is_heading(self, style: str) -> bool:
        """Return whether a style is one of Word's headings."""
        return self._name(style).startswith("heading") or self._name(style) == "title"

    def is_contents(self, style: str) -> bool:
        """Return whether a style is for lines of a table of contents or an index, or its heading."""
        return _CONTENTS.fullmatch(self._name(style)) is not None

    def _name(self, style: str) -> str:
        return value(child(self._styles.get(style), "name"), "val").lower()

    def _chain(self, style: str) -> Iterator[etree._Element]:
        for _ in range(_DEEPEST):
            each = self._styles.get(style)
            if each is None:
                return
            yield each
            style = value(child(each, "basedOn"), "val")
