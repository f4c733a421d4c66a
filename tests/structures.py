"""The tagged structure of a finished PDF, read back for tests."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from definitions import guide

import guidepub
from guidepub import Catalog
from guidepub.assembly import assemble


@dataclass(frozen=True)
class Element:
    """An element: its type without a slash, its object, and the elements that it holds."""

    kind: str
    object: pikepdf.Dictionary
    kids: tuple[Element, ...]

    def walk(self) -> Iterator[Element]:
        """Yield all elements below this one, in the order of reading."""
        for kid in self.kids:
            yield kid
            yield from kid.walk()

    def all(self, kind: str) -> list[Element]:
        """Return the elements of a type below this one."""
        return [element for element in self.walk() if element.kind == kind]

    def outline(self) -> str:
        """Return its types in brackets, as in `LI(Lbl LBody(P P))`, spans left out."""
        kids = [kid.outline() for kid in self.kids]
        if self.kind in ("Span", "NonStruct"):
            return " ".join(filter(None, kids))
        inner = " ".join(filter(None, kids))
        return f"{self.kind}({inner})" if inner else self.kind

    def annotations(self) -> list[pikepdf.Dictionary]:
        """Return the annotations that the element itself holds."""
        return [kid.Obj for kid in held(self.object) if str(kid.get("/Type", "")) == "/OBJR"]


def screen_pdf(*bodies: str, **fields: object) -> pikepdf.Pdf:
    """Return the edition for reading of a guide with a section for each body, opened."""
    made = guide(*bodies, **fields)
    book = assemble(made, Catalog.of(made))
    return pikepdf.open(io.BytesIO(guidepub.render(book, "screen")))


def structure(pdf: pikepdf.Pdf) -> Element:
    """Return the whole structure as one element."""
    return _element(pdf.Root.StructTreeRoot)


def annotations_of_pages(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Return the annotations that the pages list."""
    return [item for page in pdf.pages for item in page.obj.get("/Annots", [])]


def _element(found: pikepdf.Dictionary) -> Element:
    kids = tuple(_element(kid) for kid in held(found) if "/S" in kid)
    return Element(str(found.get("/S", "/Root")).removeprefix("/"), found, kids)


def held(found: pikepdf.Dictionary) -> list[pikepdf.Dictionary]:
    """Return the objects that an element holds: elements, annotations, content elsewhere."""
    held = found.get("/K", [])
    kids = list(held) if isinstance(held, pikepdf.Array) else [held]
    return [kid for kid in kids if isinstance(kid, pikepdf.Dictionary)]
