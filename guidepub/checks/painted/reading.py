"""Pages of a PDF as data, and findings on many pages gathered into one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pikepdf

from guidepub.checks.painted.colours import Family
from guidepub.checks.painted.faces import FontObject
from guidepub.checks.painted.marks import Box, Page, PaintedObject
from guidepub.checks.painted.painting import EndlessError, painted
from guidepub.findings import Finding, Place, Severity
from guidepub.findings.errors import kind_and_reason
from guidepub.model import Medium, medium_of

PAGES = 5000
"""Pages of a PDF that are read; no bound book has more."""


def read_pages(pdf: pikepdf.Pdf) -> list[Page]:
    """Return the pages with all that is painted on them.

    Raises:
        EndlessError: there are too many pages, or a page has too many operators.
    """
    faces: dict[tuple[int, int], FontObject] = {}
    pages = []
    for number, page in enumerate(pdf.pages, 1):
        if number > PAGES:
            raise EndlessError
        holder = page.obj
        media = _box(holder.get("/MediaBox")) or Box(0, 0, 612, 792)
        crop = (_box(holder.get("/CropBox")) or media).cut(media)
        whole, (marks, blends) = _painted(pdf, page, media, faces)
        bleed, trim = _box(holder.get("/BleedBox")), _box(holder.get("/TrimBox"))
        pages.append(Page(number, holder, media, crop, bleed, trim, marks, blends, whole))
    return pages


def _painted(
    pdf: pikepdf.Pdf, page: pikepdf.Page, media: Box, faces: dict[tuple[int, int], FontObject]
) -> tuple[bool, tuple[tuple[PaintedObject, ...], frozenset[Family]]]:
    """Return whether a page could be read to its end, and its marks and families of blending."""
    pdf.get_warnings()
    try:
        found = painted(page, media, faces)
    except pikepdf.PdfError:
        return False, ((), frozenset())
    # qpdf reads what it can of a damaged page and warns; the next call returns new warnings only.
    return not pdf.get_warnings(), found


# The codes for files that cannot be read to their ends, and for those beyond limits, by format.
_UNREAD: Mapping[Medium, tuple[str, str]] = {
    "pdf": ("P002", "P005"),
    "epub": ("E001", "E006"),
    "html": ("W001", "W002"),
}


def beyond_limits(file: Path, message: str, remedy: str = "Create the file again.") -> Finding:
    """Return the finding that reports a file too large or too slow to be read."""
    return Finding(Place(str(file)), _UNREAD[medium_of(file)][1], message, remedy)


def given_up(file: Path, error: Exception) -> Finding:
    """Return the finding that reports why a file was not read to its end."""
    if isinstance(error, (MemoryError, EndlessError)):
        return beyond_limits(file, "The file needs more memory or steps than any real book.")
    message = f"The file cannot be read to its end: {kind_and_reason(error)}."
    return Finding(Place(str(file)), _UNREAD[medium_of(file)][0], message, "Create the file again.")


def gathered(
    file: Path,
    pages: Iterable[int],
    code: str,
    message: str,
    remedy: str,
    severity: Severity = Severity.ERROR,
) -> list[Finding]:
    """Return one finding, at the first page, that names all pages; an empty list without pages."""
    numbers = sorted(set(pages))
    if not numbers:
        return []
    if len(numbers) > 1:
        message = f"{message.rstrip('.')} (pages {page_ranges(numbers)})."
    return [Finding(Place(str(file), page=numbers[0]), code, message, remedy, severity)]


def page_ranges(numbers: Iterable[int]) -> str:
    """Return page numbers in words, as in `1–3, 7`."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    ranges = [str(first) if first == last else f"{first}–{last}" for first, last in runs]
    return ", ".join([*ranges[:12], "…"] if len(ranges) > 12 else ranges)


def _box(edges: pikepdf.Object | None) -> Box | None:
    """Return a rectangle given by any two opposite corners (ISO 32000-1, 7.9.5)."""
    if not isinstance(edges, pikepdf.Array) or len(edges) != 4:
        return None
    try:
        x0, y0, x1, y1 = (float(edge) for edge in list(edges))
    except (TypeError, ValueError):
        return None
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
