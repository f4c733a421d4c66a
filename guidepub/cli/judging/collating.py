"""`guidepub check --text`: what finished files fail to print of their guides."""

from __future__ import annotations

from collections.abc import Sequence

from guidepub.cli.judging.reporting import report
from guidepub.cli.shared.selection import catalog_folder
from guidepub.editions import check_text
from guidepub.findings import errors_of
from guidepub.loading import load


def run_text(
    paths: Sequence[str],
    guide: str | None,
    catalog: str | None,
    form: str,
    output: str | None,
    strict: bool,
) -> int:
    """Compare files with their guides, write the differences, and return the exit code."""
    guides = load(catalog_folder(catalog, "--catalog"))
    findings = check_text(paths, guides, guide)
    report(findings, form, output)
    return 1 if errors_of(findings) or (strict and findings) else 0
