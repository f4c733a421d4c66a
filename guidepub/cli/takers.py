"""`guidepub check --for any`: which printers would take each file, and why not the others."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from guidepub.checks import printers_against
from guidepub.cli.terminal import console, print_table
from guidepub.files import write_output
from guidepub.findings.errors import UsageError
from guidepub.model import Catalog


def run_takers(paths: Sequence[str], catalog: Catalog | None, form: str, output: str | None) -> int:
    """Print which printers would take each PDF, as a table or as JSON; return the exit code.

    Raises:
        UsageError: a path is not there or holds no PDF, or another format is asked for.
    """
    if form not in ("text", "json"):
        raise UsageError("--for any writes text or json.")
    against = {
        str(file): {
            name: sorted({finding.code for finding in errors}) for name, errors in each.items()
        }
        for file, each in printers_against(paths, catalog).items()
    }
    if form == "json" or output is not None:
        data = {
            "schema": 1,
            "files": [{"file": file, "against": each} for file, each in against.items()],
        }
        text = json.dumps(data, indent=2, ensure_ascii=False) + "\n"
        if output is None:
            click.echo(text, nl=False)
        else:
            write_output(Path(output), text.encode())
    else:
        rows = [
            (file, name, "would take it" if not codes else f"would not: {', '.join(codes)}")
            for file, each in against.items()
            for name, codes in each.items()
        ]
        print_table(("file", "printer", ""), rows, console())
        console().print("--for PRINTER tells what is missing.")
    return 0 if all(any(not codes for codes in each.values()) for each in against.values()) else 1
