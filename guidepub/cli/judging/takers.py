"""`guidepub check --for any`: which printers would accept each file, and why others would not."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from guidepub.checks import printers_against
from guidepub.cli.shared.terminal import console, print_table
from guidepub.files import write_output
from guidepub.findings.errors import UsageError
from guidepub.model import Catalog

_Against = Mapping[str, Mapping[str, Sequence[str]]]
"""For each file and printer: the codes of the faults that would make the printer reject it."""


def run_takers(paths: Sequence[str], catalog: Catalog | None, form: str, output: str | None) -> int:
    """Print or write which printers would accept each PDF, as text or JSON; return the exit code.

    Raises:
        UsageError: a path does not exist or has no PDF, or another format was given.
    """
    if form not in ("text", "json"):
        raise UsageError("--for any can write only text or json.")
    against = {
        str(file): {
            name: sorted({finding.code for finding in errors}) for name, errors in each.items()
        }
        for file, each in printers_against(paths, catalog).items()
    }
    if output is not None:
        write_output(Path(output), _written(against, form).encode())
    elif form == "json":
        click.echo(_written(against, form), nl=False)
    else:
        print_table(("file", "printer", ""), _rows(against), console())
        console().print("To see what is wrong, name one printer, as in --for lulu.")
    return 0 if all(any(not codes for codes in each.values()) for each in against.values()) else 1


def _written(against: _Against, form: str) -> str:
    if form == "text":
        return "".join(f"{file} {name} {verdict}\n" for file, name, verdict in _rows(against))
    listed = [{"file": file, "against": each} for file, each in against.items()]
    return json.dumps({"schema": 1, "files": listed}, indent=2, ensure_ascii=False) + "\n"


def _rows(against: _Against) -> list[tuple[str, str, str]]:
    return [
        (file, name, f"would not: {', '.join(codes)}" if codes else "would take it")
        for file, each in against.items()
        for name, codes in each.items()
    ]
