"""Pictures: enough pixels for the size at which they are printed or shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from guidepub.checks.painted.marks import Page, PaintedImage
from guidepub.checks.painted.reading import gathered
from guidepub.findings import Finding, Severity

PRINT_DPI = 300.0
"""Pixels an inch that printers ask for; fewer look soft."""

LEAST_DPI = 150.0
"""Pixels an inch below which single pixels are seen."""

# A flat colour stretched over an area needs no more pixels than these.
_FLAT = 8
_SLACK = 1.0


def image_findings(
    file: Path, pages: Sequence[Page], for_press: bool, least: float = LEAST_DPI
) -> Iterator[Finding]:
    """Yield the pictures with too few pixels.

    In a press file fewer than `least` an inch are an error and fewer than 300 a warning; in a
    file for a screen fewer than `least` are a warning.
    """
    coarse: dict[int, float] = {}
    soft: dict[int, float] = {}
    for page in pages:
        for mark in page.marks:
            if not isinstance(mark, PaintedImage) or not mark.seen or max(mark.pixels) <= _FLAT:
                continue
            if mark.resolution < least - _SLACK:
                coarse[page.number] = min(mark.resolution, coarse.get(page.number, least))
            elif mark.resolution < PRINT_DPI - _SLACK:
                soft[page.number] = min(mark.resolution, soft.get(page.number, PRINT_DPI))
    remedy = "Use a picture with more pixels, or show it smaller."
    if coarse:
        message = f"A picture has {min(coarse.values()):.0f} pixels per inch at its printed size."
        if for_press:
            yield from gathered(file, coarse, "K030", message, f"{remedy} Printers require 300.")
        else:
            severity = Severity.WARNING
            message = message.replace("printed size", "size on the page")
            yield from gathered(file, coarse, "P042", message, remedy, severity)
    if soft and for_press:
        message = f"A picture has {min(soft.values()):.0f} pixels per inch at its printed size."
        remedy = f"{remedy} Printers require 300."
        yield from gathered(file, soft, "K031", message, remedy, Severity.WARNING)
