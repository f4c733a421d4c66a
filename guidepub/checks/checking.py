"""Finished files to findings: each is read in a process of its own, EPUBs by EPUBCheck too."""

from __future__ import annotations

from guidepub.checks.epubcheck import epubcheck_findings
from guidepub.checks.finding_files import finished_files
from guidepub.checks.guarding import guarded
from guidepub.files.folders import Paths
from guidepub.findings import Finding
from guidepub.model import PRESETS, Catalog


def check(paths: Paths, catalog: Catalog | None = None) -> list[Finding]:
    """Return the findings on finished files, sorted by place.

    Args:
        paths: a finished file, a folder of them, or several of these.
        catalog: tells which trim size the books have; without it every size that guidepub
            knows by name is expected.

    Raises:
        UsageError: a path is not there, or holds no finished file.
    """
    found = finished_files(paths)
    files = found.files
    trims = {(trim.width, trim.height) for trim in PRESETS.values()}
    if catalog is not None:
        trims = {(catalog.defaults.trim.width, catalog.defaults.trim.height)}
    findings = [*found.findings, *guarded(files, sorted(trims))]
    books = [file for file in files if file.suffix.lower() == ".epub"]
    findings += epubcheck_findings(books, findings)
    return sorted(findings)
