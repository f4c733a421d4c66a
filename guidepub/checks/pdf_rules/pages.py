"""Faults that are seen on pages: blank ones, and type and pictures that are cut off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from guidepub.checks.painted.marks import Box, Page, PaintedImage, PaintedObject, Type
from guidepub.checks.painted.reading import gathered
from guidepub.findings import Finding, Severity

# Points of a picture that may lie beyond the page: what rounding makes.
_ROUNDING = 1.0
# The part of a picture's length that may lie beyond the bleed: it was placed for the knife.
_BLED = 0.05
OVERHANG = 0.1
"""Side bearings and overhanging letters: a part of an em that may lie outside."""


def page_findings(file: Path, pages: Sequence[Page], for_press: bool) -> Iterator[Finding]:
    """Yield the faults of what is seen on pages.

    Blank pages are as they should be in a press file: sections open on the right.
    """
    if not for_press:
        blank = [page.number for page in pages if not any(mark.seen for mark in page.marks)]
        message = "The page is blank."
        remedy = "Remove it: blank pages serve no purpose on a screen."
        yield from gathered(file, blank, "P040", message, remedy, Severity.WARNING)
    cut = [page.number for page in pages if any(_loses_a_part(mark, page) for mark in page.marks)]
    message = "A picture is cut off at the edge of the page."
    yield from gathered(file, cut, "P043", message, "Make it smaller so that it fits.")
    cut_off, trimmed = [], []
    for page in pages:
        for mark in page.marks:
            if not isinstance(mark, Type) or mark.box.width + mark.box.height <= 0:
                continue
            slack = OVERHANG * mark.size
            trim = page.trim
            if for_press and trim is not None and not mark.box.inside(trim, slack):
                if mark.box.meets(page.bleed or trim):
                    trimmed.append(page.number)
                elif not mark.box.meets(page.media):
                    cut_off.append(page.number)
            elif _is_cut(mark, page, slack):
                cut_off.append(page.number)
    message = "Type is cut off at the edge of the page or of its frame."
    yield from gathered(file, cut_off, "P041", message, "Make it fit, with a smaller table or two.")
    message = "Type extends beyond the trim and will be cut off."
    yield from gathered(file, trimmed, "K040", message, "Keep type inside the margins.")


def _is_cut(mark: Type, page: Page, slack: float) -> bool:
    """Return whether a clip cuts off a part of some type, without hiding all of it."""
    edge: Box = mark.clip.cut(page.crop)
    return not mark.box.inside(edge, slack)


def _loses_a_part(mark: PaintedObject, page: Page) -> bool:
    """Return whether the page's edge cuts off a part of a picture that no clip cuts on purpose.

    A picture that runs over the trim into the bleed is placed so; one that is cut at the
    bleed's edge as well, by more than a small part of its length, is not.
    """
    if not isinstance(mark, PaintedImage) or not mark.seen:
        return False
    edge, box, clip = (page.bleed or page.trim or page.crop), mark.box, mark.clip
    across, up = max(_ROUNDING, _BLED * box.width), max(_ROUNDING, _BLED * box.height)
    shown = box.cut(clip)
    return (
        shown.left < edge.left - across
        or shown.right > edge.right + across
        or shown.bottom < edge.bottom - up
        or shown.top > edge.top + up
        # The first clip is the page itself.
        or (not _is_cropped(mark, page) and _is_cut_by_page(mark, page, across, up))
    )


def _is_cropped(picture: PaintedImage, page: Page) -> bool:
    """Return whether a picture has its own window on its page, as `object-fit` makes it."""
    window, media = picture.window, page.media
    if window is None or not window.inside(media, _ROUNDING):
        return False
    return not media.inside(window, _ROUNDING)


def _is_cut_by_page(mark: PaintedImage, page: Page, across: float, up: float) -> bool:
    box, clip = mark.box, mark.clip
    return (
        (box.left < page.media.left - across and clip.left <= page.media.left)
        or (box.right > page.media.right + across and clip.right >= page.media.right)
        or (box.bottom < page.media.bottom - up and clip.bottom <= page.media.bottom)
        or (box.top > page.media.top + up and clip.top >= page.media.top)
    )
