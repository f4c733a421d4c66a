"""A PDF for a press: whether it is one, and whether it is the PDF/X (ISO 15930) that it claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf

from guidepub.checks.painted.marks import Box, Page
from guidepub.checks.painted.reading import gathered
from guidepub.checks.pdf_rules.transparency import has_transparency
from guidepub.findings import Finding, Place
from guidepub.model.presses.printers import Printer

_METADATA = 4 * 1024 * 1024
_MARKER = re.compile(rb"GTS_PDFXVersion(?:>|\s*=\s*[\"'])\s*(PDF/X[\w:-]{0,20})")


def metadata_bytes(pdf: pikepdf.Pdf) -> bytes:
    """Return a PDF's XMP metadata, or empty bytes."""
    stream = pdf.Root.get("/Metadata")
    return stream.read_bytes()[:_METADATA] if isinstance(stream, pikepdf.Stream) else b""


def is_for_press(file: Path, pdf: pikepdf.Pdf, pages: Sequence[Page]) -> bool:
    """Return whether a PDF is meant for a press, by its content first and its name last."""
    if _intent(pdf) is not None or _claims_pdf_x(pdf):
        return True
    if "/StructTreeRoot" in pdf.Root or pdf.Root.get("/MarkInfo") is not None:
        return False
    if any(page.bleed not in (None, page.media) for page in pages):
        return True
    return file.stem.endswith(("-print", "-print-cover"))


def press_findings(
    file: Path, pdf: pikepdf.Pdf, pages: Sequence[Page], printer: Printer
) -> Iterator[Finding]:
    """Yield what a press file lacks, or must not have, apart from its pages."""
    place = Place(str(file))
    claimed = _standards(pdf)
    asked = printer.standards
    if asked and not claimed:
        message = "The file does not state that it is PDF/X."
        remedy = f"Make it as {_one_of(asked)}: printers require it."
        yield Finding(place, "K002", message, remedy)
    elif asked and not any(standard.startswith(asked) for standard in claimed):
        message = f"The file is {max(claimed, key=len)}."
        yield Finding(place, "K005", message, f"Make it {_one_of(asked)} ({printer.name}).")
    intent = _intent(pdf)
    if asked and (intent is None or not is_cmyk(intent)):
        message = "The file does not state the printing condition for its inks."
        remedy = "Add an output intent with a CMYK profile (ISO 15930-7)."
        yield Finding(place, "K001", message, remedy)
    # ISO 15930-7: nothing but marks for the trapping may lie on the printed area.
    annotated = [page.number for page in pages if _has_annotations(page)]
    message = "There is a link or another annotation on the printed area."
    if not printer.links:
        remedy = "Leave links out of the print edition."
        yield from gathered(file, annotated, "K003", message, remedy)
    if not printer.bookmarks and "/First" in (pdf.Root.get("/Outlines") or {}):
        message = "The file has bookmarks."
        yield Finding(
            place, "K004", message, f"Leave them out: they are not accepted ({printer.name})."
        )
    if not printer.transparency and has_transparency(pdf):
        message = "Something is transparent."
        remedy = f"Flatten it: transparency is not accepted ({printer.name})."
        yield Finding(place, "K006", message, remedy)


def _one_of(standards: Sequence[str]) -> str:
    names = ["PDF/X-4" if standard == "PDF/X" else standard for standard in standards]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _intent(pdf: pikepdf.Pdf) -> pikepdf.Object | None:
    intents = pdf.Root.get("/OutputIntents")
    for intent in list(intents)[:16] if isinstance(intents, pikepdf.Array) else []:
        if isinstance(intent, pikepdf.Dictionary) and str(intent.get("/S", "")) == "/GTS_PDFX":
            return intent
    return None


def _claims_pdf_x(pdf: pikepdf.Pdf) -> bool:
    return bool(_standards(pdf))


def _standards(pdf: pikepdf.Pdf) -> list[str]:
    """Return the names of the standards of PDF/X that a file claims to follow."""
    marked = [found[1].decode() for found in _MARKER.finditer(metadata_bytes(pdf))]
    keys = ("/GTS_PDFXVersion", "/GTS_PDFXConformance")
    return marked + [str(pdf.docinfo[key])[:30] for key in keys if key in pdf.docinfo]


def is_cmyk(intent: pikepdf.Object) -> bool:
    """Return whether an output intent is for inks.

    ICC.1:2022, 7.2.6: the profile's colour space is at byte 16 of its header. A registered
    condition may be named without its profile.
    """
    profile = intent.get("/DestOutputProfile")
    if isinstance(profile, pikepdf.Stream):
        return profile.read_bytes()[16:20] == b"CMYK"
    return "/OutputConditionIdentifier" in intent and "/DestOutputProfileRef" in intent


def _has_annotations(page: Page) -> bool:
    annotations = page.object.get("/Annots")
    if not isinstance(annotations, pikepdf.Array):
        return False
    area = page.bleed or page.media
    for item in list(annotations)[:1000]:
        if not isinstance(item, pikepdf.Dictionary):
            continue
        rectangle = item.get("/Rect")
        if str(item.get("/Subtype", "")) in ("/PrinterMark", "/TrapNet") or rectangle is None:
            continue
        x0, y0, x1, y1 = (float(edge) for edge in list(rectangle))
        if Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)).meets(area):
            return True
    return False
