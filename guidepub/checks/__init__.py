"""Findings on finished files: PDF and EPUB, guidepub's own and others'.

Reads what is in the files and trusts nothing that a renderer says of them. Faults are
findings, whatever the file; the texts of the rules are named where they are checked.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from guidepub.checks.epubcheck import epubcheck_findings
from guidepub.checks.finding_files import finished_files
from guidepub.checks.guarding import guarded
from guidepub.checks.legal import LegalReport, check_legal, user_cache
from guidepub.findings import Finding
from guidepub.model import PRESETS, Catalog

__all__ = ["LegalReport", "check", "check_all", "check_legal", "finished_files", "user_cache"]


def check(path: Path | str, catalog: Catalog | None = None) -> list[Finding]:
    """Return the findings on a finished PDF or EPUB, or on all below a folder.

    A catalogue tells which trim size its books have; without it every size that guidepub
    knows by name is expected.

    Raises:
        UsageError: the path is not there, or holds neither PDF nor EPUB.
    """
    return check_all([path], catalog)


def check_all(paths: Iterable[Path | str], catalog: Catalog | None = None) -> list[Finding]:
    """Return the findings on several files and folders, sorted by place.

    Raises:
        UsageError: as `check`.
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
