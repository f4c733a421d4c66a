"""Fields of a PDF for reading: what a page leaves blank can be filled in by keyboard.

WeasyPrint makes fields of inputs alone, with a font that lacks most letters and with looks left
to each program, which PDF/A forbids. These are made from where the blanks are on the pages.
Rules: ISO 32000-1, 12.7 (forms), ISO 14289-1, 7.18.4 (each in a Form element, in the order of
reading), ISO 19005-2, 6.4 (each with its look, and none left to the program).
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pydyf

from guidepub.model import Book
from guidepub.pdf.tags.structure import Structure
from guidepub.pdf.tags.typing_faces import TypingFace, typing_face
from guidepub.themes.blanks import Blank, blanks, has_blanks
from guidepub.themes.leaves import body_of

Box = tuple[float, ...]
"""Left, top, right and bottom, in CSS pixels from a page's upper left corner."""

# CSS pixels are 1/96 inch, points 1/72.
_POINT = 0.75
# Table 221: an annotation that is printed. Table 228: a text of several lines.
_PRINTED, _SEVERAL_LINES = 4, 1 << 12
_FACE = "F"
# Sizes of type in points: where there is room for one line, and elsewhere.
_SIZE = 10
_CELLS = frozenset({"/TD", "/TH"})
# The distance in points of a cell's text from its outline.
_INSET = 2
_BEST = 9


class Field(NamedTuple):
    """A blank, and where it stands: its page among those of a file, and its box there."""

    blank: Blank
    page: int
    box: Box


class ReaderForm(NamedTuple):
    """The fields of a file in the order of reading, and the language in which one writes."""

    fields: tuple[Field, ...]
    language: str


NO_FORM = ReaderForm((), "")


def form_of(book: Book, places: Sequence[Mapping[str, Box]], pages: Sequence[int]) -> ReaderForm:
    """Return the fields of a file with some of the laid-out pages, counted from 0.

    `places` says where what has an id lies on each page.
    """
    found: dict[str, tuple[int, Box]] = {}
    for number, page in enumerate(pages):
        for name, box in places[page].items():
            found.setdefault(name, (number, box))
    leaves = (body_of(leaf.xhtml) for leaf in book.leaves if has_blanks(leaf.xhtml))
    blank = [blank for leaf in leaves for _, blank in blanks(leaf)]
    fields = tuple(Field(each, *found[each.name]) for each in blank if each.name in found)
    return ReaderForm(fields, book.language)


def add_fields(pdf: pydyf.PDF, tree: Structure, form: ReaderForm) -> None:
    """Put fields where blanks are: each in the structure, with its name and its look."""
    if not form.fields:
        return
    elements = {
        element["Anchor"].string: element for _, element in tree.walk() if "Anchor" in element
    }
    face = typing_face(form.language)
    listed = pydyf.Array()
    for field in form.fields:
        element = elements[field.blank.name]
        widget = _widget(pdf, tree, field, element)
        if element["S"] in _CELLS:
            tree.put(inner := tree.add("Form", element), element)
            element = inner
        else:
            element["S"] = "/Form"
        tree.hold_annotation(element, widget)
        listed.append(widget.reference)
    font = _embedded(pdf, face)
    resources = pydyf.Dictionary({"Font": pydyf.Dictionary({_FACE: font.reference})})
    acroform = pydyf.Dictionary({"Fields": listed, "DR": resources, "DA": _appearance()})
    pdf.add_object(acroform)
    pdf.catalog["AcroForm"] = acroform.reference


def _widget(
    pdf: pydyf.PDF, tree: Structure, field: Field, element: pydyf.Dictionary
) -> pydyf.Dictionary:
    page, blank = tree.pages[field.page], field.blank
    left, _, _, top = page["TrimBox"]
    x1, y1, x2, y2 = (_POINT * edge for edge in field.box)
    if not blank.is_tick and element["S"] in _CELLS:
        x1, y1, x2, y2 = x1 + _INSET, y1 + _INSET, x2 - _INSET, y2 - _INSET
    box = (left + x1, top - y2, left + x2, top - y1)
    width, height = x2 - x1, y2 - y1
    widget = pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Widget",
            "Rect": pydyf.Array(round(edge, 3) for edge in box),
            "P": page.reference,
            "F": _PRINTED,
            "T": pydyf.String(blank.name),
            "TU": pydyf.String(blank.label),
            # ISO 14289-2, 8.10.2.3.
            "Contents": pydyf.String(blank.label),
        }
    )
    if blank.is_tick:
        looks = {"Yes": _look(pdf, width, height, _tick(width, height)).reference}
        looks["Off"] = _look(pdf, width, height, b"").reference
        widget |= {"FT": "/Btn", "V": "/Off", "AS": "/Off"}
        widget["AP"] = pydyf.Dictionary({"N": pydyf.Dictionary(looks)})
    else:
        widget |= {"FT": "/Tx", "Ff": _SEVERAL_LINES, "DA": _appearance()}
        look = _look(pdf, width, height, b"/Tx BMC EMC")
        widget["AP"] = pydyf.Dictionary({"N": look.reference})
    pdf.add_object(widget)
    page.setdefault("Annots", pydyf.Array()).append(widget.reference)
    return widget


def _appearance() -> pydyf.String:
    """Return the default appearance of a text that is typed into a field (12.7.3.3)."""
    return pydyf.String(f"/{_FACE} {_SIZE} Tf 0 g")


def _look(pdf: pydyf.PDF, width: float, height: float, drawn: bytes) -> pydyf.Stream:
    """Return the appearance of a field, as an object of its own (12.5.5)."""
    extra = {
        "Type": "/XObject",
        "Subtype": "/Form",
        "BBox": pydyf.Array((0, 0, round(width, 3), round(height, 3))),
        "Resources": pydyf.Dictionary(),
    }
    stream = pydyf.Stream([drawn], extra)
    pdf.add_object(stream)
    return stream


def _tick(width: float, height: float) -> bytes:
    points = ((0.2, 0.5), (0.42, 0.25), (0.82, 0.8))
    first, *others = (f"{x * width:.2f} {y * height:.2f}" for x, y in points)
    lines = " ".join(f"{point} l" for point in others)
    return f"q 0 G {height * 0.14:.2f} w 1 J 1 j {first} m {lines} S Q".encode()


def _embedded(pdf: pydyf.PDF, face: TypingFace) -> pydyf.Dictionary:
    """Return a face as a simple font (9.6), whole: a reader may write any of its letters."""
    packed = {"Filter": "/FlateDecode", "Length1": len(face.data)}
    file = pydyf.Stream([zlib.compress(face.data, _BEST)], packed)
    pdf.add_object(file)
    descriptor = pydyf.Dictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": f"/{face.name}",
            "Flags": 32,
            "FontBBox": pydyf.Array(face.box),
            "ItalicAngle": 0,
            "Ascent": face.ascent,
            "Descent": face.descent,
            "CapHeight": face.cap_height,
            "StemV": 80,
            "FontFile2": file.reference,
        }
    )
    pdf.add_object(descriptor)
    encoding = pydyf.Dictionary({"Type": "/Encoding", "BaseEncoding": "/WinAnsiEncoding"})
    if face.differences:
        encoding["Differences"] = pydyf.Array(face.differences)
    font = pydyf.Dictionary(
        {
            "Type": "/Font",
            "Subtype": "/TrueType",
            "BaseFont": f"/{face.name}",
            "FirstChar": face.first,
            "LastChar": face.first + len(face.widths) - 1,
            "Widths": pydyf.Array(face.widths),
            "FontDescriptor": descriptor.reference,
            "Encoding": encoding,
        }
    )
    pdf.add_object(font)
    return font
