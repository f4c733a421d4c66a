"""`guidepub build`: files of guides."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from guidepub.batch import REPORT_FILE, Event, Report, build
from guidepub.cli.selection import catalogs_of
from guidepub.cli.terminal import console, print_findings
from guidepub.errors import UsageError
from guidepub.files import write_bytes
from guidepub.model import EDITIONS, Catalog, Edition

# Below this many books a second process costs more than it brings.
_WORTH_A_POOL = 4


@click.command("build")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "-e", "--edition", "editions", multiple=True, type=click.Choice(EDITIONS),
    help="What to make; may be given twice. By default what the catalogue says.",
)  # fmt: skip
@click.option("-o", "--output", default="dist", show_default=True, type=click.Path(file_okay=False),
              help="The folder for the files.")  # fmt: skip
@click.option("-j", "--jobs", default="auto", show_default=True, metavar="N|auto",
              help="How many processes make books at once.")  # fmt: skip
@click.option("--imprint", metavar="NAME", help="Make all books under this imprint.")
@click.option("--report", type=click.Path(dir_okay=False), metavar="FILE",
              help="Write the report (JSON) here as well.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
def command(
    paths: tuple[str, ...],
    editions: tuple[str, ...],
    output: str,
    jobs: str,
    imprint: str | None,
    report: str | None,
    strict: bool,
) -> int:
    """Make PDF and EPUB files of guides.

    PATH is a catalogue's folder, a folder of guides, one guide's file, or a guide's slug.
    Without PATH all guides of the catalogue at hand are made: the one of the current
    folder, of its folder guides/, or of a folder above.

    \b
    Files:     dist/<slug>/<slug>-screen.pdf   a PDF for reading
               dist/<slug>/<slug>.epub         an EPUB 3
               dist/build.json                 what was made, and what was not

    A guide with faults is told and left out; the others are made. Exit codes: 0 all
    guides are made, 1 some are not, 2 wrong usage.

    \b
    Examples:  guidepub build
               guidepub build welder -e epub
               guidepub build guides -j 2 -o /srv/books
               guidepub build my-guide.md --imprint riverbend
    """  # noqa: D301 - click's sign for lines that stay as they are
    folder = Path(output)
    catalogs = catalogs_of(paths)
    for catalog in catalogs:
        _check_imprint(catalog, imprint)
    books = sum(len(catalog) for catalog in catalogs)
    if not books and not any(catalog.findings for catalog in catalogs):
        raise UsageError("There are no guides here. Add one with: guidepub new TITLE")
    chosen = cast(tuple[Edition, ...], editions) or None
    errors, lines = console(stderr=True), console()
    with _executor(jobs, books) as executor, _progress(errors) as tell:
        reports = [build(catalog, folder, chosen, executor, tell, imprint) for catalog in catalogs]
    whole = _joined(reports, folder)
    if len(reports) > 1:
        write_bytes(folder / REPORT_FILE, whole.as_json().encode())
    if report is not None:
        write_bytes(Path(report), whole.as_json().encode())
    _print(whole, errors, lines)
    return 1 if whole.failed or (strict and whole.warnings) else 0


def _check_imprint(catalog: Catalog, imprint: str | None) -> None:
    if imprint is not None and catalog.guides:
        try:
            catalog.imprint_named(imprint)
        except KeyError as error:
            known = ", ".join(known.id for known in (catalog.imprint, *catalog.imprints))
            raise UsageError(f"The imprint “{imprint}” is unknown. Known: {known}.") from error


@contextmanager
def _executor(jobs: str, books: int) -> Iterator[Executor | None]:
    """Yield a pool of fresh processes, or nothing where one process does better."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    if jobs == "auto":
        count = min(cores or 1, books) if books >= _WORTH_A_POOL else 1
    elif jobs.isdigit() and 1 <= int(jobs) <= 256:
        count = int(jobs)
    else:
        raise UsageError(f"“{jobs}” is no number of processes from 1 to 256, nor “auto”.")
    if count == 1:
        yield None
        return
    # Renderers hold native state that a fork would tear: start anew.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(count, mp_context=context)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _progress(errors: Console) -> Iterator[Callable[[Event], None] | None]:
    """Yield a listener that shows how far a build is, on a terminal only."""
    if not errors.is_terminal:
        yield None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=errors, transient=True) as progress:
        task = progress.add_task("Making books", total=None)

        def listen(event: Event) -> None:
            said = event.result.slug if event.result else "Making books"
            progress.update(task, total=event.total, completed=event.done, description=said)

        yield listen


def _joined(reports: list[Report], folder: Path) -> Report:
    results = sorted((r for report in reports for r in report.results), key=lambda r: r.slug)
    return Report(tuple(results), folder, sum(report.seconds for report in reports))


def _print(report: Report, errors: Console, lines: Console) -> None:
    print_findings(report.findings, errors)
    for result in report.built:
        for file in result.files:
            lines.print(f"{file.path}  {file.size / 1024:,.0f} KB")
    for result in report.failed:
        errors.print(f"{result.slug}: not made")
    books = "book" if len(report.built) == 1 else "books"
    said = f"{len(report.built)} {books} made"
    if report.failed:
        said += f", {len(report.failed)} failed"
    lines.print(f"{said} in {report.seconds:.1f} s")
