"""What a press file has to be to be cut and bound: margins, marks, count of pages, spine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from guidepub.checks.painted.marks import Box, Page, Type
from guidepub.checks.painted.reading import gathered
from guidepub.checks.pdf_rules.boxes import is_a_wrap, is_right, spine_between
from guidepub.checks.pdf_rules.pages import OVERHANG
from guidepub.findings import Finding, Place, Severity
from guidepub.model.presses.printers import ANY_PRESS, Printer
from guidepub.model.validation.lengths import in_mm

# Points that rounding makes.
_SLACK = 0.5


def binding_findings(
    file: Path,
    pages: Sequence[Page],
    trims: Sequence[tuple[float, float]],
    printer: Printer = ANY_PRESS,
) -> Iterator[Finding]:
    """Yield the faults that keep a book's pages or its wrap from being cut and bound well."""
    if is_a_wrap(pages, trims):
        yield from _edges(file, pages, ANY_PRESS)
        yield from _spine(file, pages[0], trims, printer)
    else:
        yield from _edges(file, pages, printer)
        yield from _gutter(file, pages, printer)
        yield from _count(file, len(pages), printer)
    if not printer.marks:
        marked = [page.number for page in pages if _has_marks(page)]
        message = "There are marks next to the page."
        remedy = f"Leave them out: {printer.name} does not accept them."
        yield from gathered(file, marked, "K016", message, remedy)


def _edges(file: Path, pages: Sequence[Page], printer: Printer) -> Iterator[Finding]:
    """Type keeps away from the edges by as much as a cut may be off."""
    near: list[int] = []
    safe = printer.safe
    for page in pages:
        if page.trim is None:
            continue
        has_bleed = page.bleed is not None and not page.bleed.inside(page.trim, _SLACK)
        needed = printer.safe_with_bleed if has_bleed else None
        area = page.trim.shrunk((needed or printer.safe) - _SLACK)
        if printer.gutters:
            # The spine has a margin of its own, which `_gutter` looks at.
            area = _open_at_spine(area, page)
        if _beyond(page, area):
            near.append(page.number)
            safe = max(safe, needed or 0)
    message = f"Type is within {safe:g} points ({safe / 72:.3g} in) of the trim."
    if printer is ANY_PRESS:
        remedy = "Move it inwards: the cut may be off by that much."
        yield from gathered(file, near, "K041", message, remedy, Severity.WARNING)
    else:
        remedy = f"Move it inwards: {printer.name} requires that distance."
        yield from gathered(file, near, "K041", message, remedy)


def _gutter(file: Path, pages: Sequence[Page], printer: Printer) -> Iterator[Finding]:
    if not printer.gutters:
        return
    inside = printer.inside(len(pages))
    near = []
    for page in pages:
        if page.trim is None:
            continue
        left, right = page.trim.left, page.trim.right
        if is_right(page):
            left += inside - _SLACK
        else:
            right -= inside - _SLACK
        if _beyond(page, replace(page.trim, left=left, right=right)):
            near.append(page.number)
    message = f"Type is within {in_mm(inside)} of the spine."
    remedy = f"{printer.name} requires that distance in a book of {len(pages):,} pages."
    yield from gathered(file, near, "K042", message, remedy)


def _open_at_spine(area: Box, page: Page) -> Box:
    assert page.trim is not None
    if is_right(page):
        return replace(area, left=page.trim.left)
    return replace(area, right=page.trim.right)


def _beyond(page: Page, area: Box) -> bool:
    """Return whether type that is within the trim is outside of an area of it."""
    trim = page.trim
    assert trim is not None
    return any(
        isinstance(mark, Type)
        and mark.box.width + mark.box.height > 0
        and mark.box.inside(trim, OVERHANG * mark.size)
        and not mark.box.inside(area, OVERHANG * mark.size)
        for mark in page.marks
    )


def _has_marks(page: Page) -> bool:
    """Return whether something is painted on the sheet, but beyond the bleed."""
    area = page.bleed or page.trim
    if area is None or page.media.inside(area, _SLACK):
        return False
    return any(mark.seen and not mark.box.cut(mark.clip).meets(area) for mark in page.marks)


def _count(file: Path, pages: int, printer: Printer) -> Iterator[Finding]:
    least, most = printer.limits()
    if pages < least:
        required = f"At least {least:,} pages are required"
    elif most is not None and pages > most:
        required = f"At most {most:,} pages are allowed"
    elif pages % printer.multiple:
        required = f"A multiple of {printer.multiple} pages is required"
    else:
        return
    amount = "1 page" if pages == 1 else f"{pages:,} pages"
    message = f"The file has {amount}."
    yield Finding(Place(str(file)), "K050", message, f"{required} ({printer.name}).")


def _spine(
    file: Path, page: Page, trims: Sequence[tuple[float, float]], printer: Printer
) -> Iterator[Finding]:
    """The width of a wrap's spine depends on the number of pages and on their thickness."""
    assert page.trim is not None
    size = page.trim.width, page.trim.height
    spines = ((spine_between(size, trim), trim) for trim in trims)
    spine, width = next((spine, trim[0]) for spine, trim in spines if spine is not None)
    thinnest, thickest = printer.thinnest_page(), printer.thickest_page()
    least, most = printer.limits()
    if thinnest is None or thickest is None:
        return
    place = Place(str(file), page=1)
    if spine < least * thinnest + printer.spine_extra - _SLACK:
        message = f"The spine is {in_mm(spine)} wide."
        remedy = (
            f"At least {least:,} pages are required, which make a wider spine ({printer.name})."
        )
        yield Finding(place, "K050", message, remedy)
    elif most is not None and spine > most * thickest + printer.spine_extra + _SLACK:
        message = f"The spine is {in_mm(spine)} wide."
        remedy = (
            f"At most {most:,} pages are allowed, which make a narrower spine ({printer.name})."
        )
        yield Finding(place, "K050", message, remedy)
    needed = printer.spine_words_from * thinnest + printer.spine_extra
    left = page.trim.left + width
    area = Box(left, page.trim.bottom, left + spine, page.trim.top)
    if spine < needed - _SLACK and any(
        isinstance(mark, Type) and mark.seen and mark.box.inside(area, 1) for mark in page.marks
    ):
        message = f"There are words on a spine that is {in_mm(spine)} wide."
        remedy = f"They are allowed from {printer.spine_words_from} pages on ({printer.name})."
        yield Finding(place, "K051", message, remedy)
