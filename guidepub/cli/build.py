"""`guidepub build`: files of guides."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path
from typing import cast

import click

from guidepub.batch import (
    LEDGER_FILE,
    Ledger,
    Publisher,
    Survey,
    WorkerPool,
    build_all,
    explain,
    folder_of,
    html_page,
    load_renderers,
    open_catalog,
    origin_of,
    worker_count,
)
from guidepub.cli.outcome import print_explanations, print_report
from guidepub.cli.progress import event_lines, progress
from guidepub.cli.selection import refuse_twice, selections_of
from guidepub.cli.signals import exit_code, stopped_by_sigterm
from guidepub.cli.terminal import console, print_findings
from guidepub.errors import UsageError
from guidepub.files import write_bytes
from guidepub.findings import errors_of
from guidepub.model import EDITIONS, Catalog, Edition

_MOST_JOBS = 256


@click.command("build")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "-e", "--edition", "editions", multiple=True, type=click.Choice(EDITIONS),
    help="What to make; may be given twice. By default what the catalogue says.",
)  # fmt: skip
@click.option("-o", "--output", default="dist", show_default=True, type=click.Path(file_okay=False),
              help="The folder for the files, or where fsspec reaches: s3://bucket/books.")  # fmt: skip
@click.option("-j", "--jobs", default="auto", show_default=True, metavar="N|auto",
              help="How many processes make books at once.")  # fmt: skip
@click.option("--cluster", metavar="ADDRESS",
              help="Make the books on a Dask cluster, as tcp://10.0.0.5:8786.")  # fmt: skip
@click.option("--imprint", metavar="NAME", help="Make all books under this imprint.")
@click.option("--force", is_flag=True, help="Make also what is up to date.")
@click.option("--explain", "explaining", is_flag=True,
              help="Say what is out of date and why, and make nothing.")  # fmt: skip
@click.option("--retry-failed", is_flag=True, help="Make only the guides that failed last time.")
@click.option("--fail-fast", is_flag=True, help="Stop when a guide fails.")
@click.option("--timeout", default=300.0, show_default=True, metavar="SECONDS",
              type=click.FloatRange(min=0, min_open=True),
              help="What one book may take before it is given up.")  # fmt: skip
@click.option("--report", type=click.Path(dir_okay=False), metavar="FILE",
              help="Write the report (JSON) here as well.")  # fmt: skip
@click.option("--html", "page", type=click.Path(dir_okay=False), metavar="FILE",
              help="Write the report as a page with pictures of the covers.")  # fmt: skip
@click.option("--events", type=click.Path(dir_okay=False, allow_dash=True), metavar="FILE|-",
              help="Tell what happens while it does, as lines of JSON.")  # fmt: skip
@click.option("--strict", is_flag=True,
              help="Let warnings count as errors, and make no guide in which lint finds an error.")  # fmt: skip
def command(
    paths: tuple[str, ...],
    editions: tuple[str, ...],
    output: str,
    jobs: str,
    cluster: str | None,
    imprint: str | None,
    force: bool,
    explaining: bool,
    retry_failed: bool,
    fail_fast: bool,
    timeout: float,
    report: str | None,
    page: str | None,
    events: str | None,
    strict: bool,
) -> int:
    """Make PDF and EPUB files of guides that are out of date.

    PATH is a catalogue's folder, a folder of guides, one guide's file, or a guide's slug.
    Without PATH all guides of the catalogue at hand are made: the one of the current
    folder, of its folder guides/, or of a folder above.

    \b
    Files:     dist/<slug>/<slug>-screen.pdf   a PDF for reading
               dist/<slug>/<slug>.epub         an EPUB 3
               dist/build.json                 what was made, and what was not

    A guide with faults is told and left out; the others are made. A book whose files
    are up to date is not made again. Stopped by Ctrl-C, or by anything else, the same
    command makes the rest.

    Exit codes: 0 all guides are made, 1 some are not, 2 wrong usage, 130 stopped by
    Ctrl-C, 143 stopped by SIGTERM.

    \b
    Examples:  guidepub build
               guidepub build welder -e epub
               guidepub build guides -j 2 -o /srv/books
               guidepub build my-guide.md --imprint riverbend
               guidepub build --explain
    """  # noqa: D301 - click's sign for lines that stay as they are
    folder, address = folder_of(output)
    chosen = cast(tuple[Edition, ...], editions) or None
    count = _count(jobs)
    errors, lines = console(stderr=True), console(stderr=events == "-")
    publisher = Publisher(folder, address) if address else None
    listeners = [event_lines(events, folder)] if events else []
    listeners += [publisher.listen] if publisher else []
    with _executor(cluster, count, timeout, early=not explaining) as pool, stopped_by_sigterm():
        surveys = _surveys(paths, folder, chosen, imprint, force or strict, retry_failed)
        if strict:
            surveys = [replace(found, catalog=_linted(found.catalog, pool)) for found in surveys]
        if explaining:
            found = explain(surveys, folder, chosen, pool, imprint, force)
            return print_explanations(found, errors, lines)
        with progress(errors, listeners) as tell:
            done, stop = build_all(surveys, folder, chosen, pool, tell, imprint, force, fail_fast)
    if report is not None:
        write_bytes(Path(report), done.as_json().encode())
    if page is not None:
        write_bytes(Path(page), html_page(done).encode())
    unsent = publisher.findings if publisher else []
    print_report(done, address, errors, lines)
    print_findings(unsent, errors)
    if stop is not None:
        return exit_code(stop)
    return 1 if done.failed or done.stopped or unsent or (strict and done.warnings) else 0


def _surveys(
    paths: Sequence[str],
    folder: Path,
    editions: Sequence[Edition] | None,
    imprint: str | None,
    read_all: bool,
    retry_failed: bool,
) -> list[Survey]:
    """Return the catalogues that are asked for, open.

    Raises:
        UsageError: nothing is there to be built, or something is asked for that is not.
    """
    selections = selections_of(paths)
    for selection in selections:
        _check_imprint(selection.catalog, imprint)
    if not any(selection.files for selection in selections):
        raise UsageError("There are no guides here. Add one with: guidepub new TITLE")
    if retry_failed:
        failures = Ledger(folder / LEDGER_FILE).failures()
        selections = [
            replace(found, files=tuple(f for f in found.files if origin_of(f) in failures))
            for found in selections
        ]
    surveys = [open_catalog(found, folder, editions, imprint, read_all) for found in selections]
    refuse_twice(survey.slugs for survey in surveys)
    return surveys


def _check_imprint(catalog: Catalog, imprint: str | None) -> None:
    if imprint is not None:
        try:
            catalog.imprint_named(imprint)
        except KeyError as error:
            known = ", ".join(known.id for known in (catalog.imprint, *catalog.imprints))
            raise UsageError(f"The imprint “{imprint}” is unknown. Known: {known}.") from error


def _linted(catalog: Catalog, executor: Executor) -> Catalog:
    """Return the catalogue without the guides in which lint finds an error, which it tells."""
    # Many patterns: only a strict build waits for them.
    from guidepub.linting import lint

    guides = list(catalog.values())
    found = executor.map(lint, guides, [catalog.with_guides(guide) for guide in guides])
    errors = {
        guide.slug: errors_of(findings) for guide, findings in zip(guides, found, strict=True)
    }
    kept = catalog.with_guides(*(guide for guide in guides if not errors[guide.slug]))
    told = sorted({*catalog.findings, *(error for found in errors.values() for error in found)})
    return kept.model_copy(update={"findings": tuple(told)})


def _count(jobs: str) -> int | None:
    """Return how many processes are asked for, or nothing where that is left to the machine."""
    if jobs == "auto":
        return None
    if jobs.isdigit() and 1 <= int(jobs) <= _MOST_JOBS:
        return int(jobs)
    message = f"“{jobs}” is no number of processes from 1 to {_MOST_JOBS}, nor “auto”."
    raise UsageError(message)


def _executor(cluster: str | None, count: int | None, timeout: float, *, early: bool) -> Executor:
    """Return where the books are made: on a cluster, or in processes of this machine.

    With `early` the first process loads what it needs while this one reads the catalogue.
    """
    if cluster is not None:
        from guidepub.batch.cluster import ClusterExecutor

        return ClusterExecutor(cluster)
    pool = WorkerPool(count or worker_count(), timeout)
    if early:
        pool.start_early(load_renderers)
    return pool
