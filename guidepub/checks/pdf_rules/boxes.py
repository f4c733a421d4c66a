"""The boxes of a press file's pages: trim, bleed and sheet (ISO 32000-1, 14.11.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from guidepub.checks.painted.marks import Box, Page
from guidepub.checks.painted.reading import gathered
from guidepub.findings import Finding, Place, Severity
from guidepub.model.presses.printers import ANY_PRESS, Printer
from guidepub.model.validation.lengths import in_mm

_SLACK = 0.15
# A fifth of a millimetre in points: finer than any press can cut.
_SAME = 0.6
# The widest back of a book that can be bound in one piece: 75 mm.
_WIDEST_SPINE = 213.0


Edges = tuple[float, float, float, float]
"""Points on the left, below, on the right and above."""


def box_findings(
    file: Path,
    pages: Sequence[Page],
    trims: Sequence[tuple[float, float]],
    printer: Printer = ANY_PRESS,
) -> Iterator[Finding]:
    """Yield the faults of the boxes; `trims` are the expected trim sizes in points."""
    bare = [page.number for page in pages if page.trim is None]
    message = "The page does not state where it is trimmed."
    yield from gathered(file, bare, "K010", message, "Set a TrimBox on each page.")
    trimmed = [page for page in pages if page.trim is not None]
    is_wrap = is_a_wrap(pages, trims)
    yield from _nesting(file, trimmed)
    yield from _bleed(file, trimmed, printer, is_wrap)
    if printer.exact_sheet:
        yield from _sheets(file, trimmed, printer, is_wrap)
    yield from _sizes(file, trimmed, trims, printer, is_wrap)


def is_right(page: Page) -> bool:
    """Return whether a page is a right one, which has the spine on its left: the first is."""
    return page.number % 2 == 1


def _asked_bleed(page: Page, printer: Printer, is_wrap: bool) -> Edges:
    """Return the bleed in points that a printer asks for on each side of a page."""
    bleed = printer.bleed
    if printer.bleed_at_spine or is_wrap:
        return bleed, bleed, bleed, bleed
    return (0, bleed, bleed, bleed) if is_right(page) else (bleed, bleed, 0, bleed)


def with_trims(
    pages: Sequence[Page], trims: Sequence[tuple[float, float]], printer: Printer
) -> Sequence[Page]:
    """Return pages with their trim, taken from the sheet where a page states none.

    Nothing is added for printers who want a TrimBox. For others, a sheet has an expected trim
    size, or is larger by the printer's bleed: on all sides where it is a wrap.
    """
    if printer.trim_box:
        return pages
    as_wrap = [_with_trim(page, trims, printer, is_wrap=True) for page in pages]
    if is_a_wrap(as_wrap, trims):
        return as_wrap
    return [_with_trim(page, trims, printer, is_wrap=False) for page in pages]


def _with_trim(
    page: Page, trims: Sequence[tuple[float, float]], printer: Printer, *, is_wrap: bool
) -> Page:
    if page.trim is not None:
        return page
    media, edges = page.media, _asked_bleed(page, printer, is_wrap)
    inner = Box(
        media.left + edges[0],
        media.bottom + edges[1],
        media.right - edges[2],
        media.top - edges[3],
    )
    is_bare = any(_same((media.width, media.height), trim) for trim in trims)
    return replace(page, trim=media if is_bare else inner, bleed=media)


def is_a_wrap(pages: Sequence[Page], trims: Sequence[tuple[float, float]]) -> bool:
    """Return whether a file is a cover's sheet: back, spine and front on one page."""
    size = pages[0].trim if len(pages) == 1 else None
    return size is not None and any(
        not _same((size.width, size.height), trim)
        and spine_between((size.width, size.height), trim) is not None
        for trim in trims
    )


def spine_between(size: tuple[float, float], trim: tuple[float, float]) -> float | None:
    """Return the spine's width in points on a cover's sheet for a trim size, or None for other sheets."""
    spine = size[0] - 2 * trim[0]
    fits = abs(size[1] - trim[1]) <= _SAME and -_SAME <= spine <= _WIDEST_SPINE
    return spine if fits else None


def _nesting(file: Path, pages: Sequence[Page]) -> Iterator[Finding]:
    """ISO 15930-7: TrimBox in BleedBox in MediaBox."""
    faults = []
    for page in pages:
        assert page.trim is not None
        bleed = page.bleed or page.crop
        if not page.trim.inside(bleed, _SLACK) or not bleed.inside(page.media, _SLACK):
            faults.append(page.number)
    message = "The page's boxes are not nested."
    remedy = "The TrimBox must be inside the BleedBox, and that inside the MediaBox."
    yield from gathered(file, faults, "K011", message, remedy)


def _bleed(file: Path, pages: Sequence[Page], printer: Printer, is_wrap: bool) -> Iterator[Finding]:
    faults, least = [], printer.bleed
    for page in pages:
        trim, bleed = page.trim, page.bleed or page.media
        assert trim is not None
        if not trim.inside(bleed, _SLACK) or (printer.bare and _is_bare(page, is_wrap)):
            continue
        asked = _asked_bleed(page, printer, is_wrap)
        short = [
            had for had, want in zip(_reach(trim, bleed), asked, strict=True) if had < want - _SLACK
        ]
        if short:
            faults.append(page.number)
            least = min(least, *short)
    if faults:
        message = f"The bleed is {in_mm(max(0, least))} wide at its narrowest side."
        printer_words = "" if printer is ANY_PRESS else f" for {printer.name}"
        remedy = (
            f"Extend whatever touches the trim by {in_mm(printer.bleed)}{printer_words},"
            " and set the BleedBox."
        )
        yield from gathered(file, faults, "K012", message, remedy)


def _reach(trim: Box, outer: Box) -> Edges:
    """Return how far a box extends beyond the trim, in points on each side."""
    return (
        trim.left - outer.left,
        trim.bottom - outer.bottom,
        outer.right - trim.right,
        outer.top - trim.top,
    )


def _is_bare(page: Page, is_wrap: bool) -> bool:
    """Return whether a page ends at its trim, and nothing on it reaches the trim."""
    assert page.trim is not None
    if is_wrap or max(_reach(page.trim, page.bleed or page.media)) > _SLACK:
        return False
    inner = page.trim.shrunk(1)
    return all(mark.box.cut(mark.clip).inside(inner) for mark in page.printed())


def _sheets(
    file: Path, pages: Sequence[Page], printer: Printer, is_wrap: bool
) -> Iterator[Finding]:
    """A printer that trims by the sheet's size takes no other sheet."""
    faults = []
    for page in pages:
        assert page.trim is not None
        beyond = _reach(page.trim, page.media)
        asked = _asked_bleed(page, printer, is_wrap)
        is_bare = printer.bare and max(map(abs, beyond)) <= _SAME
        if not is_bare and any(had > want + _SAME for had, want in zip(beyond, asked, strict=True)):
            faults.append(page.number)
    message = "The page's sheet extends beyond its bleed."
    where = "" if printer.bleed_at_spine or is_wrap else ", and none at the spine"
    remedy = f"Sheets have to end {in_mm(printer.bleed)} beyond the trim{where} ({printer.name})."
    yield from gathered(file, faults, "K015", message, remedy)


def _sizes(
    file: Path,
    pages: Sequence[Page],
    trims: Sequence[tuple[float, float]],
    printer: Printer,
    is_wrap: bool,
) -> Iterator[Finding]:
    sizes = {
        page.number: (round(page.trim.width, 1), round(page.trim.height, 1))
        for page in pages
        if page.trim is not None
    }
    if not sizes:
        return
    usual = Counter(sizes.values()).most_common(1)[0][0]
    others = [number for number, size in sizes.items() if not _same(size, usual)]
    if others:
        message = (
            f"The page is trimmed to {_size_text(sizes[others[0]])}, others to {_size_text(usual)}."
        )
        yield from gathered(file, others, "K013", message, "Trim all pages to the same size.")
    if not is_wrap and not any(_same(usual, trim) for trim in trims):
        message = f"The trim size is {_size_text(usual)}, which is not an expected one."
        known = ", ".join(_size_text(trim) for trim in trims)
        remedy = f"Expected: {known}."
        yield Finding(Place(str(file), page=1), "K014", message, remedy, Severity.WARNING)
    if not is_wrap and not _is_cut(usual, printer):
        message = f"The trim size is {_size_text(usual)}."
        assert printer.smallest is not None
        assert printer.largest is not None
        low, high = ((each.width, each.height) for each in (printer.smallest, printer.largest))
        remedy = (
            f"Sizes from {_size_text(low)} to {_size_text(high)} are possible ({printer.name})."
        )
        yield Finding(Place(str(file), page=1), "K017", message, remedy)


def _is_cut(size: tuple[float, float], printer: Printer) -> bool:
    low, high = printer.smallest, printer.largest
    if low is None or high is None:
        return True
    return (
        low.width - _SAME <= size[0] <= high.width + _SAME
        and low.height - _SAME <= size[1] <= high.height + _SAME
    )


def _same(first: tuple[float, float], second: tuple[float, float]) -> bool:
    return abs(first[0] - second[0]) <= _SAME and abs(first[1] - second[1]) <= _SAME


def _size_text(size: tuple[float, float]) -> str:
    return f"{size[0] / 72 * 25.4:.1f} × {size[1] / 72 * 25.4:.1f} mm"
