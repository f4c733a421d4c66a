"""The boxes of a press file's pages: trim, bleed and sheet (ISO 32000-1, 14.11.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from guidepub.checks.marks import Page
from guidepub.checks.reading import gathered
from guidepub.findings import Finding, Place, Severity

LEAST_BLEED = 3 * 72 / 25.4
"""Points: 3 mm, what printers ask for at least (0.125 in is a little more)."""

_SLACK = 0.15
# The widest back of a book that can be bound in one piece: 75 mm.
_WIDEST_SPINE = 213.0


def box_findings(
    file: Path, pages: Sequence[Page], trims: Sequence[tuple[float, float]]
) -> Iterator[Finding]:
    """Yield the faults of the boxes; `trims` are the expected trim sizes in points."""
    bare = [page.number for page in pages if page.trim is None]
    message = "The page does not say where it is trimmed."
    yield from gathered(file, bare, "K010", message, "Set a TrimBox on each page.")
    trimmed = [page for page in pages if page.trim is not None]
    yield from _nesting(file, trimmed)
    yield from _bleed(file, trimmed)
    yield from _sizes(file, trimmed, trims)


def _nesting(file: Path, pages: Sequence[Page]) -> Iterator[Finding]:
    """ISO 15930-7: TrimBox in BleedBox in MediaBox."""
    faults = []
    for page in pages:
        assert page.trim is not None
        bleed = page.bleed or page.crop
        if not page.trim.inside(bleed, _SLACK) or not bleed.inside(page.media, _SLACK):
            faults.append(page.number)
    message = "The page's boxes do not lie in each other."
    remedy = "The TrimBox lies in the BleedBox, and that in the MediaBox."
    yield from gathered(file, faults, "K011", message, remedy)


def _bleed(file: Path, pages: Sequence[Page]) -> Iterator[Finding]:
    faults, least = [], LEAST_BLEED
    for page in pages:
        trim, bleed = page.trim, page.bleed or page.media
        assert trim is not None
        if not trim.inside(bleed, _SLACK):
            continue
        reach = min(
            trim.left - bleed.left,
            trim.bottom - bleed.bottom,
            bleed.right - trim.right,
            bleed.top - trim.top,
        )
        if reach < LEAST_BLEED - _SLACK:
            faults.append(page.number)
            least = min(least, reach)
    if faults:
        message = f"The bleed is {max(0, least) / 72 * 25.4:.1f} mm wide at its narrowest side."
        remedy = "Let what touches the trim reach 3 mm (0.125 in) beyond it, and set the BleedBox."
        yield from gathered(file, faults, "K012", message, remedy)


def _sizes(
    file: Path, pages: Sequence[Page], trims: Sequence[tuple[float, float]]
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
        message = f"The page is trimmed to {_said(sizes[others[0]])}, others to {_said(usual)}."
        yield from gathered(file, others, "K013", message, "Trim all pages to one size.")
    if not any(_same(usual, trim) or _wraps(usual, trim, len(pages)) for trim in trims):
        message = f"The trim size is {_said(usual)}, which is not one that is expected."
        known = ", ".join(_said(trim) for trim in trims)
        remedy = f"Expected: {known}."
        yield Finding(Place(str(file), page=1), "K014", message, remedy, Severity.WARNING)


def _same(first: tuple[float, float], second: tuple[float, float]) -> bool:
    # A fifth of a millimetre: less than any press can hold.
    return abs(first[0] - second[0]) <= 0.6 and abs(first[1] - second[1]) <= 0.6


def _wraps(size: tuple[float, float], trim: tuple[float, float], pages: int) -> bool:
    """Tell whether a sheet is a cover for a trim size: back, spine and front."""
    spine = size[0] - 2 * trim[0]
    return pages == 1 and abs(size[1] - trim[1]) <= 0.6 and -0.6 <= spine <= _WIDEST_SPINE


def _said(size: tuple[float, float]) -> str:
    return f"{size[0] / 72 * 25.4:.1f} × {size[1] / 72 * 25.4:.1f} mm"
