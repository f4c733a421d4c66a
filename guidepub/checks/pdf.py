"""All checks on one PDF: opens it, tells what it is for, and asks each module in turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf

from guidepub.checks.access import access_findings
from guidepub.checks.boxes import box_findings
from guidepub.checks.fonts import font_findings
from guidepub.checks.images import image_findings
from guidepub.checks.ink import ink_findings
from guidepub.checks.pages import page_findings
from guidepub.checks.press import is_for_press, press_findings
from guidepub.checks.reading import read_pages
from guidepub.checks.structure import opened, structure_findings
from guidepub.findings import Finding


def pdf_findings(file: Path, trims: Sequence[tuple[float, float]]) -> list[Finding]:
    """Return the findings on a PDF; `trims` are the expected trim sizes in points.

    A file that cannot be opened or is damaged is told as that alone: the rest would be
    guesses.
    """
    pdf, findings = opened(file)
    if pdf is None:
        return findings
    with pdf:
        findings = list(structure_findings(file, pdf))
        if any(finding.code in ("P001", "P002") for finding in findings):
            return findings
        findings += _findings_within(file, pdf, trims)
    return findings


def limit_decoding() -> None:
    """Bound what qpdf unpacks, for the whole process: real pages stay far below."""
    megabyte = 1024 * 1024
    pikepdf.settings.set_qpdf_limits(
        doc_max_warnings=200,
        flate_max_memory=256 * megabyte,
        run_length_max_memory=256 * megabyte,
        png_max_memory=256 * megabyte,
        tiff_max_memory=256 * megabyte,
        dct_max_memory=512 * megabyte,
        dct_max_progressive_scans=100,
    )


def _findings_within(
    file: Path, pdf: pikepdf.Pdf, trims: Sequence[tuple[float, float]]
) -> Iterator[Finding]:
    pages = read_pages(pdf)
    yield from font_findings(file, pages)
    if is_for_press(file, pdf, pages):
        yield from press_findings(file, pdf, pages)
        yield from box_findings(file, pages, trims)
        yield from ink_findings(file, pages)
        yield from image_findings(file, pages, for_press=True)
        yield from page_findings(file, pages, for_press=True)
    else:
        yield from access_findings(file, pdf, pages)
        yield from image_findings(file, pages, for_press=False)
        yield from page_findings(file, pages, for_press=False)
