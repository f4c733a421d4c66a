"""How findings and progress look on a terminal, and in plain output."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence

import click
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from guidepub.findings import Finding, Severity, reported_once


def console(stderr: bool = False) -> Console:
    """Return a console that respects `NO_COLOR`, `CI` and pipes, and neither wraps nor marks up."""
    # Without colour there is nothing to style; users who turn colour off get no progress bar
    # either.
    plain = bool(os.environ.get("CI") or os.environ.get("NO_COLOR"))
    return Console(
        stderr=stderr,
        highlight=False,
        markup=False,
        soft_wrap=True,
        emoji=False,
        force_terminal=False if plain else None,
    )


def print_json(data: object) -> None:
    """Print data for programs."""
    click.echo(json.dumps(data, indent=2, ensure_ascii=False))


def print_findings(findings: Iterable[Finding], target: Console) -> None:
    """Print each finding as `path:line:col CODE message`; those that many rows share only once."""
    for finding, rows in reported_once(findings):
        line = Text(f"{finding.place} ", style="bold")
        line.append(finding.code, "red" if finding.severity is Severity.ERROR else "yellow")
        line.append(f" {finding.message}", "not bold")
        if finding.remedy:
            line.append(f" {finding.remedy}", "not bold dim")
        line.append(rows, "not bold dim")
        target.print(line)


def print_table(head: Sequence[str], rows: Sequence[Sequence[str]], target: Console) -> None:
    """Print rows in columns, each as wide as its content; lines are never broken.

    Numbers are aligned to the right. Empty columns are left out.
    """
    columns = [n for n in range(len(head)) if any(row[n] for row in rows)]
    widths = {n: max(cell_len(row[n]) for row in (head, *rows)) for n in columns}
    right = {n for n in columns if all(row[n].isdecimal() or not row[n] for row in rows)}
    for number, row in enumerate((head, *rows)):
        cells = []
        for n in columns:
            space = " " * (widths[n] - cell_len(row[n]))
            cells.append(space + row[n] if n in right else row[n] + space)
        target.print(Text("  ".join(cells).rstrip(), style="" if number else "bold"))
