"""Finished files to findings: each is read in a process of its own, EPUBs by EPUBCheck too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from guidepub.checks.certificates import certificate_findings
from guidepub.checks.epubcheck import epubcheck_findings
from guidepub.checks.finding_files import finished_files
from guidepub.checks.guarding import guarded
from guidepub.files.folders import Paths
from guidepub.findings import Finding, Severity
from guidepub.findings.errors import UsageError
from guidepub.model import PRESETS, Catalog, medium_of
from guidepub.model.printers import printer_named, printers


def check(
    paths: Paths, catalog: Catalog | None = None, *, printer: str | None = None
) -> list[Finding]:
    """Return the findings on finished files, sorted by place.

    Args:
        paths: a finished file, a folder of them, or several of these.
        catalog: tells which trim size the books have; without it every size that guidepub
            knows by name is expected.
        printer: the id of a printer, such as `kdp-paperback`: PDFs are judged by what it asks for,
            and other files are left out.

    Raises:
        UsageError: a path is not there, or holds no finished file; no printer has that id, or
            there is no PDF to judge for it.
    """
    if printer is not None:
        printer_named(printer)
    found = finished_files(paths)
    files = found.files if printer is None else _pdfs(found.files)
    findings = [finding for _, finding in guarded(files, _trims(catalog), (printer,))]
    books = [file for file in files if file.suffix.lower() == ".epub"]
    findings += epubcheck_findings(books, findings)
    findings += certificate_findings(files)
    return sorted([*found.findings, *findings])


def printers_against(
    paths: Paths, catalog: Catalog | None = None
) -> dict[Path, dict[str, list[Finding]]]:
    """Return the errors on each finished PDF by printer: one without any would take the file.

    Raises:
        UsageError: a path is not there, or there is no PDF.
    """
    files = _pdfs(finished_files(paths).files)
    against = {file: {name: list[Finding]() for name in printers()} for file in files}
    by_name = {str(file): errors for file, errors in against.items()}
    for name, finding in guarded(files, _trims(catalog), tuple(printers())):
        if name is not None and finding.severity is Severity.ERROR:
            by_name[finding.place.path][name].append(finding)
    return against


def _pdfs(files: Sequence[Path]) -> tuple[Path, ...]:
    """Return the PDFs among files.

    Raises:
        UsageError: there is none.
    """
    found = tuple(file for file in files if medium_of(file) == "pdf")
    if not found:
        raise UsageError("There is no PDF to judge: printers take no other files.")
    return found


def _trims(catalog: Catalog | None) -> list[tuple[float, float]]:
    """Return the trim sizes that are expected."""
    if catalog is None:
        chosen = list(PRESETS.values())
    else:
        of_products = (product.trim for product in catalog.products)
        of_guides = (guide.trim for guide in catalog.values())
        stated = [trim for trim in (*of_products, *of_guides) if trim is not None]
        chosen = [catalog.defaults.trim, *stated]
    return sorted({(trim.width, trim.height) for trim in chosen})
