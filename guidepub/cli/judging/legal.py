"""`guidepub check --legal`: which notices finished files contain, as text, table or data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from guidepub.checks import LegalReport, check_legal, user_cache
from guidepub.checks.legal.verdicts.reports import COLUMNS, STATUSES
from guidepub.cli.judging.reporting import written
from guidepub.cli.shared.selection import catalog_folder
from guidepub.cli.shared.terminal import Output, console, print_findings, print_table
from guidepub.files import write_output
from guidepub.findings import errors_of
from guidepub.loading import load

_HEAD = ("file", "notice", "version", "notice_language", "status", "detail")
_SHOWN = tuple(COLUMNS.index(name) for name in _HEAD)


def run_legal(
    paths: Sequence[str],
    catalog: str | None,
    form: str,
    output: str | None,
    jobs: int | None,
    cache: str | None,
    strict: bool,
) -> int:
    """Check files for notices, write the results, and return the exit code.

    `cache` is a folder, `none` for no cache, or None for the user's cache folder.
    """
    register = load(catalog_folder(catalog, "--catalog"))
    folder = None if cache == "none" else Path(cache) if cache else user_cache()
    report = _with_progress(
        lambda notify: check_legal([Path(path) for path in paths], register, jobs, folder, notify)
    )
    if output is not None:
        write_output(Path(output), _written(report, form).encode())
    elif form == "text":
        lines = console()
        print_findings(report.findings, lines)
        _print_summary(report, lines)
        lines.print(_summary(report))
    elif form == "table":
        print_table(_HEAD, _rows(report), console())
    else:
        click.echo(_written(report, form), nl=False)
    return 1 if errors_of(report.findings) or (strict and report.findings) else 0


def _with_progress(run: Callable[[Callable[[int, int], None]], LegalReport]) -> LegalReport:
    """Show progress on a terminal, but not in a pipe."""
    terminal = console(stderr=True)
    if not terminal.is_terminal:
        return run(_keep_quiet)
    from rich.progress import Progress

    # No refresh thread: a process with more than one thread cannot be forked safely.
    with Progress(console=terminal.rich, transient=True, auto_refresh=False) as progress:
        task = progress.add_task("Files")
        return run(
            lambda done, total: progress.update(task, completed=done, total=total, refresh=True)
        )


def _keep_quiet(_done: int, _total: int) -> None:
    pass


def _written(report: LegalReport, form: str) -> str:
    if form == "csv":
        return report.as_csv()
    if form == "json":
        return report.as_json()
    if form == "table":
        return "".join("\t".join(row) + "\n" for row in _rows(report))
    return written(report.findings, form)


def _rows(report: LegalReport) -> list[list[str]]:
    return [[row[number] for number in _SHOWN] for row in report.rows()]


def _print_summary(report: LegalReport, target: Output) -> None:
    rows = []
    for each in report.summary():
        counts = [str(each.counts.get(status, 0) or "") for status in STATUSES]
        rows.append([f"{each.id}@{each.version} {each.language}", each.register, *counts])
    if rows:
        print_table(("notice", "register", *STATUSES), rows, target)


def _summary(report: LegalReport) -> str:
    errors = len(errors_of(report.findings))
    warnings = len(report.findings) - errors
    bearing = sum(1 for file in report.files if file.verdicts)
    return (
        f"{len(report.files)} files, {bearing} with notices; {errors} "
        f"error{'' if errors == 1 else 's'}, {warnings} warning{'' if warnings == 1 else 's'}"
    )
