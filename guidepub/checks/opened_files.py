"""The findings on finished files: each is read in a process of its own, EPUBs by EPUBCheck too.

Loads no models of guides and catalogues, which most files are checked without.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from guidepub.checks.opening.finding_files import finished_files
from guidepub.checks.opening.guarding import guarded
from guidepub.checks.validated.certificates import certificate_findings
from guidepub.checks.validated.epubcheck import epubcheck_findings
from guidepub.files.folders import Paths
from guidepub.findings import Finding
from guidepub.findings.errors import UsageError
from guidepub.model import medium_of
from guidepub.model.formats.trim import PRESETS, Trim
from guidepub.model.presses.printers import printer_named

Sizes = list[tuple[float, float]]
"""Widths and heights of pages in points."""


def findings_on_all(paths: Paths, trims: Sizes, printer: str | None = None) -> list[Finding]:
    """Return the findings on finished files, sorted by place.

    `trims` are the expected sizes in points; the other arguments are those of `checking.check`.

    Raises:
        UsageError: as there.
    """
    if printer is not None:
        printer_named(printer)
    found = finished_files(paths)
    files = found.files if printer is None else pdfs_among(found.files)
    findings = [finding for _, finding in guarded(files, trims, (printer,))]
    books = [file for file in files if file.suffix.lower() == ".epub"]
    findings += epubcheck_findings(books, findings)
    findings += certificate_findings(files)
    return sorted([*found.findings, *findings])


def pdfs_among(files: Sequence[Path]) -> tuple[Path, ...]:
    """Return the PDFs among files.

    Raises:
        UsageError: there is none.
    """
    found = tuple(file for file in files if medium_of(file) == "pdf")
    if not found:
        raise UsageError("There is no PDF to check: printers accept no other files.")
    return found


def usual_trims() -> Sizes:
    """Return the trim sizes that guidepub knows by name."""
    return sizes_of(PRESETS.values())


def sizes_of(trims: Iterable[Trim]) -> Sizes:
    """Return the sizes of some trims, each once."""
    return sorted({(trim.width, trim.height) for trim in trims})
