"""The parts of a press file besides its pages: boxes, marks, blank pages, fixed names.

Works on a PDF's objects, before the file is written.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

import pydyf

from guidepub.pdf.finishing.profiles import profile_stream
from guidepub.pictures import press_profile_bytes

MARK_ROOM = 18.0
"""Points beyond the bleed that crop marks need."""

Folds = tuple[float, ...]

_MARK_LENGTH = 12.0
_HAIRLINE = 0.25


@dataclass(frozen=True, slots=True)
class PressSheet:
    """The sheet of a page: its bleed in points, and whether marks are drawn.

    `folds` are the distances in points from the trim's left edge at which the sheet folds.
    `bound` says that pages have no bleed on the side of the spine; the first is a right one,
    or in a book that is `leftward`, read from right to left, a left one.
    """

    bleed: float
    marks: bool
    folds: Folds = ()
    bound: bool = False
    leftward: bool = False

    @property
    def margin(self) -> float:
        """Points from the trim to the edge of the sheet."""
        return self.bleed + (MARK_ROOM if self.marks else 0)


def prepare(pdf: pydyf.PDF, sheet: PressSheet, count: int) -> None:
    """Give a PDF what a press asks for. Blank pages are added until there are `count`."""
    pages = list(_pages(pdf))
    model = pydyf.Dictionary(pages[-1])
    for number, page in enumerate(pages):
        _set_boxes(page, sheet, number)
        _draw_marks(pdf, page, sheet)
    for number in range(len(pages), count):
        _add_blank(pdf, model, sheet, number)
    _name_condition(pdf)


def cut_to_trim(pdf: pydyf.PDF) -> None:
    """Cut each page to its trim: a reader sees no bleed."""
    for page in _pages(pdf):
        page["MediaBox"] = page["BleedBox"] = page["TrimBox"]


def _pages(pdf: pydyf.PDF) -> Iterator[pydyf.Dictionary]:
    for item in pdf.objects:
        if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Page":
            yield item


def _set_boxes(page: pydyf.Dictionary, sheet: PressSheet, number: int) -> None:
    """ISO 15930-7 (PDF/X-4): TrimBox inside BleedBox inside MediaBox."""
    left, top, right, bottom = page["TrimBox"]
    reach = sheet.bleed
    bleed = [left - reach, top - reach, right + reach, bottom + reach]
    if sheet.bound:
        # The spine is on the left of a right page.
        spine = 0 if (number % 2 == 0) != sheet.leftward else 2
        media = list(page["MediaBox"])
        bleed[spine] = page["TrimBox"][spine]
        if not sheet.marks:
            media[spine] = bleed[spine]
        page["MediaBox"] = pydyf.Array(media)
    page["BleedBox"] = pydyf.Array(bleed)


def _draw_marks(pdf: pydyf.PDF, page: pydyf.Dictionary, sheet: PressSheet) -> None:
    """Clip the page to its bleed and draw crop marks outside it, in every ink."""
    left, bottom, right, top = page["BleedBox"]
    before = pydyf.Stream([f"q {left:g} {bottom:g} {right - left:g} {top - bottom:g} re W n"])
    after = pydyf.Stream(["Q"])
    if sheet.marks:
        after.stream.append(_crop_marks(page["TrimBox"], sheet))
    pdf.add_object(before)
    pdf.add_object(after)
    page["Contents"] = pydyf.Array([before.reference, page["Contents"], after.reference])


def _crop_marks(trim: pydyf.Array, sheet: PressSheet) -> str:
    left, bottom, right, top = trim
    begin = sheet.bleed + 3
    end = begin + _MARK_LENGTH
    lines = []
    for x in (left, *(left + fold for fold in sheet.folds), right):
        lines += [(x, bottom - begin, x, bottom - end), (x, top + begin, x, top + end)]
    for y in (bottom, top):
        lines += [(left - begin, y, left - end, y), (right + begin, y, right + end, y)]
    drawn = " ".join(f"{a:g} {b:g} m {c:g} {d:g} l S" for a, b, c, d in lines)
    # Registration: each plate carries the marks.
    return f"q 1 1 1 1 K {_HAIRLINE} w {drawn} Q"


def _add_blank(pdf: pydyf.PDF, model: pydyf.Dictionary, sheet: PressSheet, number: int) -> None:
    empty = pydyf.Stream([""])
    pdf.add_object(empty)
    page = pydyf.Dictionary(
        {key: model[key] for key in ("Type", "Parent", "MediaBox", "Resources")}
    )
    page["Contents"] = empty.reference
    page["TrimBox"] = model["TrimBox"]
    _set_boxes(page, sheet, number)
    pdf.add_page(page)


def _name_condition(pdf: pydyf.PDF) -> None:
    """Name the printing condition, as in the registry of color.org, and embed its profile."""
    profile = profile_stream(press_profile_bytes(), 4)
    pdf.add_object(profile)
    intent = pydyf.Dictionary({"Type": "/OutputIntent", "S": "/GTS_PDFX"})
    intent["OutputConditionIdentifier"] = pydyf.String("FOGRA39")
    intent["OutputCondition"] = pydyf.String("Offset, coated paper, ISO 12647-2:2004")
    intent["RegistryName"] = pydyf.String("http://www.color.org")
    intent["Info"] = pydyf.String("Coated FOGRA39L")
    intent["DestOutputProfile"] = profile.reference
    pdf.catalog["OutputIntents"] = pydyf.Array([intent])


def fix_identity(pdf: pydyf.PDF, seed: str) -> None:
    """Replace the random identifier of the XMP metadata by one that `seed` decides.

    The same book makes the same bytes.
    """
    name = f"xmp.did:{uuid.uuid5(uuid.NAMESPACE_URL, f'guidepub:{seed}')}".encode()
    for item in pdf.objects:
        if not isinstance(item, pydyf.Stream) or item.extra.get("Subtype") != "/XML":
            continue
        item.stream = [
            re.sub(rb"xmp\.did:[0-9a-f-]{36}", name, part) if isinstance(part, bytes) else part
            for part in item.stream
        ]
