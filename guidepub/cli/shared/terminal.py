"""How findings and progress look on a terminal, and in plain output."""

from __future__ import annotations

import functools
import json
import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

import click

from guidepub.findings import Finding, Severity, reported_once

if TYPE_CHECKING:
    from rich.console import Console

# With these variables, rich may take a pipe for a terminal.
_FORCING = ("FORCE_COLOR", "TTY_COMPATIBLE")


class Output:
    """Standard output or standard error: styled on a terminal, plain everywhere else.

    Nothing is printed if the stream is closed (`>&-`). rich is imported only for a terminal.
    """

    def __init__(self, *, stderr: bool = False) -> None:
        self._stderr = stderr

    @functools.cached_property
    def is_terminal(self) -> bool:
        """Whether the stream is a terminal, and the user has not turned colour off."""
        # Users who turn colour off get no progress bar either.
        if self._stream is None or os.environ.get("CI") or os.environ.get("NO_COLOR"):
            return False
        could_be = self._stream.isatty() or any(name in os.environ for name in _FORCING)
        return could_be and self.rich.is_terminal

    @functools.cached_property
    def rich(self) -> Console:
        """The stream as a rich console that neither wraps nor marks up."""
        from rich.console import Console

        return Console(
            stderr=self._stderr, highlight=False, markup=False, soft_wrap=True, emoji=False
        )

    def print(self, *parts: str | tuple[str, str]) -> None:
        """Print the parts as one line; a part may be a pair of text and rich style."""
        if self.is_terminal:
            from rich.text import Text

            self.rich.print(Text.assemble(*parts))
        elif self._stream is not None:
            texts = (part if isinstance(part, str) else part[0] for part in parts)
            self._stream.write("".join(texts) + "\n")
            self._stream.flush()

    @property
    def _stream(self) -> TextIO | None:
        # Python has no stream for a descriptor that was closed before it started.
        return sys.stderr if self._stderr else sys.stdout


def console(stderr: bool = False) -> Output:
    """Return an output that respects `NO_COLOR`, `CI` and pipes."""
    return Output(stderr=stderr)


def print_json(data: object) -> None:
    """Print data for programs."""
    click.echo(json.dumps(data, indent=2, ensure_ascii=False))


def print_findings(findings: Iterable[Finding], target: Output) -> None:
    """Print each finding as `path:line:col CODE message`; those that many rows share only once."""
    for finding, rows in reported_once(findings):
        colour = "red" if finding.severity is Severity.ERROR else "yellow"
        target.print(
            (f"{finding.place} ", "bold"),
            (finding.code, f"bold {colour}"),
            f" {finding.message}",
            (f" {finding.remedy}" if finding.remedy else "", "dim"),
            (rows, "dim"),
        )


def print_table(head: Sequence[str], rows: Sequence[Sequence[str]], target: Output) -> None:
    """Print rows in columns, each as wide as its content; lines are never broken.

    Numbers are aligned to the right. Empty columns are left out.
    """
    from rich.cells import cell_len

    columns = [n for n in range(len(head)) if any(row[n] for row in rows)]
    widths = {n: max(cell_len(row[n]) for row in (head, *rows)) for n in columns}
    right = {n for n in columns if all(row[n].isdecimal() or not row[n] for row in rows)}
    for number, row in enumerate((head, *rows)):
        cells = []
        for n in columns:
            space = " " * (widths[n] - cell_len(row[n]))
            cells.append(space + row[n] if n in right else row[n] + space)
        target.print(("  ".join(cells).rstrip(), "" if number else "bold"))
