"""`guidepub doctor`: what is installed, what is missing, and whether a book can be made."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guidepub import __version__
from guidepub.cli.shared.terminal import Output, console, print_json, print_table
from guidepub.cli.starting.init import starter_files
from guidepub.files import private_folder, write_bytes
from guidepub.files.dates import build_date
from guidepub.findings.errors import GuidepubError

if TYPE_CHECKING:
    from guidepub.batch.installation import InstalledPart

_HEADS = {
    "needed": "What guidepub needs",
    "theme": "Themes",
    "extra": "What adds to it",
    "validator": "What checks books",
}


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of tables.")
def command(as_json: bool) -> int:
    """Show what is installed, what is missing, and how to get it.

    Lists the text libraries, packages, themes, extras and validators with their versions, and
    builds a small book as PDF and EPUB in a temporary folder.

    Exit codes: 0 guidepub can make books, 1 it cannot, 2 wrong usage.
    """
    from guidepub.batch.installation import parts

    found = parts()
    seconds, fault = _trial()
    is_well = not fault and not any(part.is_fault for part in found)
    here = {
        "guidepub": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "processors": os.cpu_count() or 1,
    }
    if as_json:
        listed = [asdict(part) for part in found]
        trial = {"seconds": round(seconds, 2), "fault": fault}
        print_json({**here, "parts": listed, "trial": trial, "can_make_books": is_well})
    else:
        target = console()
        target.print(
            f"guidepub {__version__}, Python {here['python']}, {here['system']},"
            f" processors: {here['processors']}"
        )
        _print_parts(found, target)
        made = f"A small book was made as a PDF and an EPUB in {seconds:.1f} s."
        target.print(f"\n{fault or made}")
    return 0 if is_well else 1


def _print_parts(found: Sequence[InstalledPart], target: Output) -> None:
    """Print one table for each kind of component."""
    for kind, head in _HEADS.items():
        rows = [
            (part.name, part.version or "missing", part.use, part.remedy)
            for part in found
            if part.kind == kind
        ]
        target.print()
        print_table((head, "version", "for", "how to get it"), rows, target)


def _trial() -> tuple[float, str]:
    """Build the book of a new catalogue. Return the seconds it took and the error, if any."""
    from guidepub.batch import build
    from guidepub.loading import load

    with private_folder() as scratch:
        root = Path(scratch)
        try:
            for name, text in starter_files("My Press", build_date()).items():
                write_bytes(root / "guides" / name, text.encode())
            report = build(load(root / "guides"), root / "dist", editions=("screen", "epub"))
        except GuidepubError as error:
            return 0.0, f"No book can be made. {error}"
        failed = [str(finding) for book in report.results for finding in book.findings]
    if failed:
        return 0.0, f"No book can be made. {' '.join(failed)}"
    return report.seconds, ""
