"""Findings as text, JSON, SARIF or annotations of GitHub, to the terminal or to a file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from guidepub.cli.shared.terminal import console, print_findings
from guidepub.files import write_output
from guidepub.findings import Finding, errors_of, reported_once
from guidepub.findings.sarif import sarif_log

FORMATS = ("text", "json", "sarif", "github")

# The escapes in GitHub's workflow commands for characters that end a property or a line.
_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY_ESCAPES = {**_ESCAPES, ord(":"): "%3A", ord(","): "%2C"}


def report(findings: Sequence[Finding], form: str, output: str | None) -> None:
    """Write findings in one of `FORMATS` to a file, or print them.

    Raises:
        OSError: the file cannot be written.
    """
    if output is not None:
        write_output(Path(output), written(findings, form).encode())
    elif form == "text":
        lines = console()
        print_findings(findings, lines)
        lines.print(_summary(findings))
    else:
        click.echo(written(findings, form), nl=False)


def written(findings: Sequence[Finding], form: str) -> str:
    """Return findings in one of `FORMATS`."""
    if form == "text":
        return "".join(f"{finding}\n" for finding in reported_once(findings))
    if form == "github":
        return "".join(f"{_annotation(finding)}\n" for finding in findings)
    if form == "sarif":
        data: object = sarif_log(findings)
    else:
        data = {"schema": 1, "findings": [finding.as_dict() for finding in findings]}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _annotation(finding: Finding) -> str:
    """Return a finding in the form that GitHub's runners read from a job's output."""
    place = finding.place
    parts = {"file": place.path, "line": place.line, "col": place.column, "title": finding.code}
    properties = ",".join(
        f"{name}={str(value).translate(_PROPERTY_ESCAPES)}"
        for name, value in parts.items()
        if value
    )
    text = f"{finding.message} {finding.remedy}{finding.row_suffix}".strip().translate(_ESCAPES)
    return f"::{finding.severity.value} {properties}::{text}"


def _summary(findings: Sequence[Finding]) -> str:
    errors = len(errors_of(findings))
    warnings = len(findings) - errors
    if not findings:
        return "Nothing found."
    return (
        f"{errors} error{'' if errors == 1 else 's'}, "
        f"{warnings} warning{'' if warnings == 1 else 's'}"
    )
