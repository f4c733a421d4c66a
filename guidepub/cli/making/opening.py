"""Finished books in the programs with which somebody reads them."""

from __future__ import annotations

from pathlib import Path

import click

from guidepub.batch.reports.report import Report
from guidepub.model import edition_file


def to_open(report: Report) -> Path | None:
    """Return the path to open after a build: a book's first file for readers, or a folder, or None.

    That is the folder of all, where there are several books; None where nothing was made.
    """
    made = [result for result in report.results if result.files]
    if not made:
        return None
    if len(made) > 1:
        return report.output
    files = sorted(made[0].files, key=lambda file: not edition_file(file.edition).is_for_reading)
    return files[0].path


def open_outside(path: Path) -> None:
    """Open a file or a folder in the program that the system has for it, or say that it has none."""
    if click.launch(str(path.resolve())) != 0:
        click.echo(f"No program was found that opens {path}.", err=True)
