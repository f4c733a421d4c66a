"""The findings on finished files, by the rules for all files and by a catalogue's trim sizes."""

from __future__ import annotations

from pathlib import Path

from guidepub.checks.opened_files import findings_on_all, pdfs_among, sizes_of, usual_trims
from guidepub.checks.opening.finding_files import finished_files
from guidepub.checks.opening.guarding import guarded
from guidepub.files.folders import Paths
from guidepub.findings import Finding, Severity
from guidepub.model import Catalog
from guidepub.model.presses.printers import printers


def check(
    paths: Paths, catalog: Catalog | None = None, *, printer: str | None = None
) -> list[Finding]:
    """Return the findings on finished files, sorted by place.

    Args:
        paths: a finished file, a folder of them, or several of these.
        catalog: states the trim size of the books; without it every size that guidepub
            knows by name is expected.
        printer: the id of a printer, such as `kdp-paperback`: PDFs are judged by what it asks for,
            and other files are left out.

    Raises:
        UsageError: a path is not there, or holds no finished file; no printer has that id, or
            there is no PDF to judge for it.
    """
    return findings_on_all(paths, _trims(catalog), printer)


def printers_against(
    paths: Paths, catalog: Catalog | None = None
) -> dict[Path, dict[str, list[Finding]]]:
    """Return the errors on each finished PDF by printer; a printer without errors would take it.

    Raises:
        UsageError: a path is not there, or there is no PDF.
    """
    files = pdfs_among(finished_files(paths).files)
    against = {file: {name: list[Finding]() for name in printers()} for file in files}
    by_name = {str(file): errors for file, errors in against.items()}
    for name, finding in guarded(files, _trims(catalog), tuple(printers())):
        if name is not None and finding.severity is Severity.ERROR:
            by_name[finding.place.path][name].append(finding)
    return against


def _trims(catalog: Catalog | None) -> list[tuple[float, float]]:
    """Return the trim sizes that are expected."""
    if catalog is None:
        return usual_trims()
    product_trims = (product.trim for product in catalog.products)
    guide_trims = (guide.trim for guide in catalog.values())
    stated = [trim for trim in (*product_trims, *guide_trims) if trim is not None]
    return sizes_of([catalog.defaults.trim, *stated])
