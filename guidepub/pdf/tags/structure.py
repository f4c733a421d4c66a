"""The structure tree and the marked content of a PDF that WeasyPrint is about to write.

ISO 32000-1, 14.7 (logical structure) and 14.6 (marked content).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pydyf

from guidepub.pdf.engine.objects import number_of, referenced

Properties = Mapping[str, str]

Kid = int | bytes | pydyf.Dictionary
"""What an element holds: marked content of its own page by number, or of another page by a
reference to that (ISO 32000-1, 14.7.4.2), or an object by its reference."""

HEADINGS = frozenset({"/H1", "/H2", "/H3", "/H4", "/H5", "/H6"})
"""The types of headings (ISO 32000-1, 14.8.4.3.2)."""

LAYOUT: Properties = {"Type": "/Layout"}
"""What an artifact is that serves the look alone (table 330)."""


class _KnownObjects(dict[bytes, Any]):
    """Objects by the references that name them: a tree is walked a dozen times over."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        super().__init__()
        self._objects = pdf.objects

    def __missing__(self, reference: bytes) -> Any:
        found = self[reference] = self._objects[number_of(reference)]
        return found


class Structure:
    """The tree's elements, found by their references, and the content that they own."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self._pdf, self._known = pdf, _KnownObjects(pdf)
        self.root = self.object(pdf.catalog["StructTreeRoot"])
        # A number, then what belongs to it, and so on (ISO 32000-1, 7.9.7).
        self._owners = self.object(self.root["ParentTree"])["Nums"]
        self._slots = {key: slot for slot, key in enumerate(self._owners[::2])}
        self.pages = [
            item
            for item in pdf.objects
            if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Page"
        ]
        self._numbers = {page.reference: number for number, page in enumerate(self.pages)}
        self._places: dict[int, dict[int, int]] = {}

    def object(self, reference: bytes) -> pydyf.Dictionary:
        """Return the dictionary that a reference such as `12 0 R` names."""
        found = self._known[reference]
        assert isinstance(found, pydyf.Dictionary)
        return found

    def elements(self) -> Iterator[pydyf.Dictionary]:
        """Yield all elements of the file, whether or not they hang on the tree."""
        for item in self._pdf.objects:
            if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/StructElem":
                yield item

    def walk(
        self, top: pydyf.Dictionary | None = None
    ) -> Iterator[tuple[pydyf.Dictionary, pydyf.Dictionary]]:
        """Yield each element below one with its parent, in the order of reading."""
        known = self._known
        waiting: list[tuple[pydyf.Dictionary | None, pydyf.Dictionary]]
        waiting = [(None, self.root if top is None else top)]
        while waiting:
            parent, child = waiting.pop()
            if parent is not None:
                yield parent, child
            # The kids are read last, since the caller may change them while walking.
            for kid in reversed(child.get("K", ())):
                if isinstance(kid, bytes) and (held := known[kid]).get("Type") == "/StructElem":
                    waiting.append((child, held))

    def children(
        self, element: pydyf.Dictionary, kind: str | None = None
    ) -> Iterator[pydyf.Dictionary]:
        """Yield the elements that one holds, all or those of a kind such as `/Link`."""
        known = self._known
        for kid in element.get("K", ()):
            if isinstance(kid, bytes):
                child = known[kid]
                if child.get("Type") == "/StructElem" and kind in (None, child["S"]):
                    yield child

    def child(self, kid: Kid) -> pydyf.Dictionary | None:
        """Return the element that something is which an element holds, or None."""
        if isinstance(kid, bytes):
            found = self.object(kid)
            return found if found.get("Type") == "/StructElem" else None
        return None

    def annotations(self, element: pydyf.Dictionary) -> Iterator[bytes]:
        """Yield the references to annotations (14.7.4.3) that an element itself holds."""
        for kid in element.get("K", ()):
            if isinstance(kid, bytes) and self.object(kid).get("Type") == "/OBJR":
                yield kid

    def annotation(self, reference: bytes) -> pydyf.Dictionary:
        """Return the annotation that an element's reference to one names."""
        return self.object(self.object(reference)["Obj"])

    def hold_annotation(self, element: pydyf.Dictionary, annotation: pydyf.Dictionary) -> None:
        """Let an element hold an annotation of its page that no element holds yet."""
        number = max(self._slots) + 1
        self._slots[number] = len(self._slots)
        self._owners += (number, element.reference)
        annotation["StructParent"] = number
        holds = pydyf.Dictionary(
            {"Type": "/OBJR", "Obj": annotation.reference, "Pg": element["Pg"]}
        )
        self._pdf.add_object(holds)
        element["K"].append(holds.reference)

    def drop_annotation(self, reference: bytes, element: pydyf.Dictionary) -> None:
        """Take an annotation out of the file, and out of the element that holds it."""
        annotation = self.annotation(reference)
        page = self.object(self.object(reference)["Pg"])
        page["Annots"].remove(annotation.reference)
        self._owners[2 * self._slots[annotation["StructParent"]] + 1] = "null"
        element["K"].remove(reference)
        self.object(reference).clear()
        annotation.clear()

    def add(self, kind: str, parent: pydyf.Dictionary) -> pydyf.Dictionary:
        """Return a new element, which its parent does not hold yet, on its parent's page."""
        element = pydyf.Dictionary(
            {"Type": "/StructElem", "S": f"/{kind}", "K": pydyf.Array(), "P": parent.reference}
        )
        if "Pg" in parent:
            element["Pg"] = parent["Pg"]
        self._pdf.add_object(element)
        return element

    def wrap(self, element: pydyf.Dictionary, kind: str) -> pydyf.Dictionary:
        """Return a new element that is in an element's place and holds it."""
        parent = self.object(element["P"])
        outer = self.add(kind, parent)
        outer["Pg"] = element["Pg"]
        parent["K"][parent["K"].index(element.reference)] = outer.reference
        outer["K"].append(element.reference)
        element["P"] = outer.reference
        return outer

    def put(
        self, element: pydyf.Dictionary, holder: pydyf.Dictionary, place: int | None = None
    ) -> None:
        """Put an element into another one, at a place or at its end.

        What held it before is not changed.
        """
        kids = holder["K"]
        kids.insert(len(kids) if place is None else place, element.reference)
        element["P"] = holder.reference

    def give(self, kid: Kid, giver: pydyf.Dictionary, taker: pydyf.Dictionary) -> None:
        """Move something that an element holds to the end of another one."""
        giver["K"].remove(kid)
        taker["K"].append(self._taken(kid, giver, taker))

    def join(self, part: pydyf.Dictionary, whole: pydyf.Dictionary) -> None:
        """Move all that an element holds to the end of another one. Its parent still holds it."""
        whole["K"] += (self._taken(kid, part, whole) for kid in part["K"])
        part.clear()

    def _taken(self, kid: Kid, giver: pydyf.Dictionary, taker: pydyf.Dictionary) -> Kid:
        """Let something name a new owner. Return it as that one has to hold it."""
        if not isinstance(kid, bytes):
            page, content = self._content(kid, giver)
            if page != taker["Pg"]:
                kid = pydyf.Dictionary({"Type": "/MCR", "Pg": page, "MCID": content})
            else:
                kid = content
        self._own(kid, taker)
        return kid

    def _content(self, kid: int | pydyf.Dictionary, holder: pydyf.Dictionary) -> tuple[bytes, int]:
        """Return the page and the number of marked content that an element holds."""
        return (holder["Pg"], kid) if isinstance(kid, int) else (kid["Pg"], kid["MCID"])

    def owners(self, page: int) -> pydyf.Array:
        """Return the elements that a page's marked content belongs to (14.7.4.4)."""
        owners: pydyf.Array = self._owners[2 * self._slots[page] + 1]
        return owners

    def merge(self, inner: pydyf.Dictionary, outer: pydyf.Dictionary) -> None:
        """Give all that an element holds to the one around it."""
        place = outer["K"].index(inner.reference)
        outer["K"][place : place + 1] = [self._taken(kid, inner, outer) for kid in inner["K"]]
        inner.clear()

    def _own(self, kid: Kid, element: pydyf.Dictionary) -> None:
        """Let content, an annotation or an element name the one that holds it."""
        if not isinstance(kid, bytes):
            page, content = self._content(kid, element)
            self.owners(self._numbers[page])[content] = element.reference
        elif (child := self.object(kid)).get("Type") == "/OBJR":
            slot = self._slots[self.annotation(kid)["StructParent"]]
            self._owners[2 * slot + 1] = element.reference
        else:
            child["P"] = element.reference

    def silence(self, element: pydyf.Dictionary) -> None:
        """Make an artifact of all content that an element holds."""
        for kid in element["K"]:
            if not isinstance(kid, bytes):
                page, content = self._content(kid, element)
                self.make_artifact(self._numbers[page], content, LAYOUT)
        element["K"] = pydyf.Array(kid for kid in element["K"] if isinstance(kid, bytes))
        for child in self.children(element):
            self.silence(child)

    def make_artifact(self, page: int, content: int, properties: Properties) -> None:
        """Take a page's marked content out of the tree and say what it is instead."""
        stream, index = self._marked(page, content)
        stream[index - 1] = "/Artifact"
        stream[index] = pydyf.Dictionary(properties)
        self.owners(page)[content] = "null"

    def is_upper(self, page: int, content: int) -> bool:
        """Return whether a page's marked content begins in the upper half of the page."""
        stream, index = self._marked(page, content)
        box = self.pages[page]["MediaBox"]
        for item in stream[index:]:
            if isinstance(item, bytes) and item.endswith(b" Tm"):
                # WeasyPrint counts down the page in CSS pixels.
                return float(item.split()[5]) * 0.75 < (float(box[3]) - float(box[1])) / 2
        return True

    def _marked(self, page: int, content: int) -> tuple[list[bytes | str | pydyf.Object], int]:
        contents = referenced(self._pdf, self.pages[page]["Contents"])
        assert isinstance(contents, pydyf.Stream)
        stream = contents.stream
        if page not in self._places:
            # Content that becomes an artifact stays where it is, so places stay valid.
            self._places[page] = {
                item["MCID"]: index
                for index, item in enumerate(stream)
                if isinstance(item, pydyf.Dictionary) and "MCID" in item
            }
        return stream, self._places[page][content]

    def page_of(self, element: pydyf.Dictionary) -> pydyf.Dictionary:
        """Return the page that an element is on."""
        return self.pages[self._numbers[element["Pg"]]]
