"""The structure tree and the marked content of a PDF that WeasyPrint is about to write.

ISO 32000-1, 14.7 (logical structure) and 14.6 (marked content).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pydyf

Properties = Mapping[str, str]

LAYOUT: Properties = {"Type": "/Layout"}
"""What an artifact is that serves the look alone (table 330)."""


class Structure:
    """The tree's elements, found by their references, and the content that they own."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self.root = self.object(pdf.catalog["StructTreeRoot"])
        self._owners = self.object(self.root["ParentTree"])["Nums"]
        self.pages = [
            item
            for item in pdf.objects
            if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Page"
        ]
        self._numbers = {page.reference: number for number, page in enumerate(self.pages)}
        self._places: dict[int, dict[int, int]] = {}

    def object(self, reference: Any) -> Any:
        """Return what a reference such as `12 0 R` names."""
        return self._pdf.objects[int(reference.split()[0])]

    def elements(self) -> Iterator[Any]:
        """Yield all elements of the file, whether or not they hang on the tree."""
        for item in self._pdf.objects:
            if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/StructElem":
                yield item

    def walk(self, top: Any = None) -> Iterator[tuple[Any, Any]]:
        """Yield each element below one with its parent, in the order of reading."""
        top = self.root if top is None else top
        for child in self.children(top):
            yield top, child
            yield from self.walk(child)

    def children(self, element: Any, kind: str | None = None) -> Iterator[Any]:
        """Yield the elements that one holds, all or those of a kind such as `/Link`."""
        for kid in element.get("K", ()):
            # Numbers are marked content of the element's own.
            if isinstance(kid, bytes):
                child = self.object(kid)
                if child.get("Type") == "/StructElem" and kind in (None, child["S"]):
                    yield child

    def has_annotation(self, element: Any) -> bool:
        """Tell whether an element holds an annotation, as a link that leads somewhere does."""
        return any(
            isinstance(kid, bytes) and self.object(kid).get("Type") == "/OBJR"
            for kid in element["K"]
        )

    def owners(self, page: int) -> Any:
        """Return the elements that a page's marked content belongs to (14.7.4.4)."""
        return self._owners[self._owners.index(page) + 1]

    def merge(self, inner: Any, outer: Any) -> None:
        """Give all that an element holds to the one around it, on the same page."""
        owners = self.owners(self._number(inner))
        for kid in inner["K"]:
            if isinstance(kid, int):
                owners[kid] = outer.reference
            elif (child := self.object(kid)).get("Type") == "/StructElem":
                child["P"] = outer.reference
        # An annotation, too, names the element that it belongs to.
        self._owners[:] = [
            outer.reference if entry == inner.reference else entry for entry in self._owners
        ]
        place = outer["K"].index(inner.reference)
        outer["K"][place : place + 1] = inner["K"]
        inner.clear()

    def silence(self, element: Any) -> None:
        """Make an artifact of all content that an element holds."""
        page = self._number(element)
        for kid in element["K"]:
            if isinstance(kid, int):
                self.make_artifact(page, kid, LAYOUT)
        element["K"] = pydyf.Array(kid for kid in element["K"] if not isinstance(kid, int))
        for child in self.children(element):
            self.silence(child)

    def make_artifact(self, page: int, content: int, properties: Properties) -> None:
        """Take a page's marked content out of the tree and say what it is instead."""
        stream, index = self._marked(page, content)
        stream[index - 1] = "/Artifact"
        stream[index] = pydyf.Dictionary(properties)
        self.owners(page)[content] = "null"

    def is_upper(self, page: int, content: int) -> bool:
        """Tell whether a page's marked content begins in the upper half of the page."""
        stream, index = self._marked(page, content)
        box = self.pages[page]["MediaBox"]
        for item in stream[index:]:
            if isinstance(item, bytes) and item.endswith(b" Tm"):
                # WeasyPrint counts down the page in CSS pixels.
                return float(item.split()[5]) * 0.75 < (float(box[3]) - float(box[1])) / 2
        return True

    def _marked(self, page: int, content: int) -> tuple[list[Any], int]:
        stream = self.object(self.pages[page]["Contents"]).stream
        if page not in self._places:
            # What becomes an artifact stays where it is: the places hold.
            self._places[page] = {
                item["MCID"]: index
                for index, item in enumerate(stream)
                if isinstance(item, pydyf.Dictionary) and "MCID" in item
            }
        return stream, self._places[page][content]

    def _number(self, element: Any) -> int:
        return self._numbers[element["Pg"]]
