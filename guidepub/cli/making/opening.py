"""Opens finished books in the reader's own programs."""

from __future__ import annotations

from pathlib import Path

import click

from guidepub.batch.reports.report import Report
from guidepub.model import edition_file


def to_open(report: Report) -> Path | None:
    """Return the path to open after a build: a book's first file for readers, or a folder, or None.

    If there are several books, it is their common folder; if nothing was made, None.
    """
    made = [result for result in report.results if result.files]
    if not made:
        return None
    if len(made) > 1:
        return report.output
    files = sorted(made[0].files, key=lambda file: not edition_file(file.edition).is_for_reading)
    return files[0].path


def open_outside(path: Path) -> None:
    """Open a file or folder in the system's program for it, or report that there is none."""
    if click.launch(str(path.resolve())) != 0:
        click.echo(f"No program was found that opens {path}.", err=True)
