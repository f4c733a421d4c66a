"""`guidepub build`: files of guides."""

from __future__ import annotations

import os
from concurrent.futures import Executor
from pathlib import Path
from typing import cast

import click

from guidepub.cli.shared.options import MOST_JOBS, EditionName, Seconds, WritablePath
from guidepub.findings.errors import UsageError
from guidepub.model import Edition, edition_file
from guidepub.workers import SECONDS, WorkerPool, worker_count
from guidepub.workers.companions import SharedWork, companion, start_companion
from guidepub.workers.pool import MEMORY

# Modules that both this process and the first worker need.
_SHARED = (
    "guidepub.batch.work.jobs",
    "guidepub.loading.beside.data_facts",
    "guidepub.loading.pictures.images",
    "guidepub.themes.folders.theme",
)
# Modules that the making of every book loads late.
_LOADED = (
    "guidepub.pdf.writer",
    "guidepub.assembly",
    "guidepub.editions.production",
    "guidepub.checks.proof",
    "guidepub.batch.work.jobs",
)
# Modules that make the edition beside the worker, which assembles the book and proves it.
_MADE_BESIDE = "guidepub.editions.screen"
# Modules on books that both need.
_SHARED_MODULES = (
    "guidepub.model.books.book",
    "guidepub.loading.pictures.drawings",
    "guidepub.pictures.reading",
    "guidepub.themes.finding",
)


@click.command("build")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "-e", "--edition", "editions", multiple=True, type=EditionName(),
    help="An edition to make; may be given more than once. By default those of each guide, else those of the catalogue.",
)  # fmt: skip
@click.option("--product", "products", multiple=True, metavar="NAME",
              help="A product of the catalogue to make; may be given more than once. By default all.")  # fmt: skip
@click.option("-o", "--output", default="dist", show_default=True, type=click.Path(file_okay=False),
              help="The folder for the files, or where fsspec reaches: s3://bucket/books.")  # fmt: skip
@click.option("-j", "--jobs", default="auto", show_default=True, metavar="N|auto",
              help="How many processes make books at once.")  # fmt: skip
@click.option("--cluster", metavar="ADDRESS",
              help="Make the books on a Dask cluster, such as tcp://10.0.0.5:8786.")  # fmt: skip
@click.option("--imprint", metavar="NAME", help="Make all books under this imprint.")
@click.option("--certify", is_flag=True,
              help="Let files claim to be accessible in which EPUBCheck, Ace and veraPDF find no fault.")  # fmt: skip
@click.option("--force", is_flag=True, help="Make also what is up to date.")
@click.option("--explain", "explaining", is_flag=True,
              help="Say what is out of date and why, and make nothing.")  # fmt: skip
@click.option("--retry-failed", is_flag=True, help="Make only the guides that failed last time.")
@click.option("--fail-fast", is_flag=True, help="Stop when a guide fails.")
@click.option("--timeout", default=SECONDS, show_default=True, metavar="SECONDS",
              type=Seconds(),
              help="How long one book may take before it is given up.")  # fmt: skip
@click.option("--report", type=WritablePath(), metavar="FILE",
              help="Write the report (JSON) here as well.")  # fmt: skip
@click.option("--html", "page", type=WritablePath(), metavar="FILE",
              help="Write the report as a page with pictures of the covers.")  # fmt: skip
@click.option("--events", type=WritablePath(allow_dash=True), metavar="FILE|-",
              help="Write each event of the build as a line of JSON while it runs.")  # fmt: skip
@click.option("--open", "opening", is_flag=True,
              help="Open the book that was made, or of several their folder.")  # fmt: skip
@click.option("--strict", is_flag=True,
              help="Let warnings count as errors, and make no guide in which lint finds an error.")  # fmt: skip
def command(
    paths: tuple[str, ...],
    editions: tuple[str, ...],
    products: tuple[str, ...],
    output: str,
    jobs: str,
    cluster: str | None,
    imprint: str | None,
    certify: bool,
    force: bool,
    explaining: bool,
    retry_failed: bool,
    fail_fast: bool,
    timeout: float,
    report: str | None,
    page: str | None,
    events: str | None,
    opening: bool,
    strict: bool,
) -> int:
    """Make PDF, EPUB and HTML files of guides that are out of date.

    PATH is a catalogue's folder, a folder of guides, one guide's file, or a guide's slug.
    Without PATH all guides of the catalogue at hand are made: the one of the current
    folder, of its folder guides/, or of a folder above.

    \b
    Files:     dist/<slug>/<slug>-screen.pdf   a PDF for reading
               dist/<slug>/<slug>.epub         an EPUB 3
               dist/<slug>/<slug>.html         a page for a web site, with -e web
               dist/build.json                 what was made, and what was not

    A guide with faults is reported and left out; the others are made. A book whose files
    are up to date is not made again. Stopped by Ctrl-C, or by anything else, the same
    command makes the rest.

    Exit codes: 0 all guides are made, 1 some are not, 2 wrong usage, 130 stopped by
    Ctrl-C, 143 stopped by SIGTERM or with its terminal.

    \b
    Examples:  guidepub build
               guidepub build welder -e epub
               guidepub build welder --open
               guidepub build guides -j 2 -o /srv/books
               guidepub build my-guide.md --imprint riverbend
               guidepub build --product large-print
               guidepub build --explain
    """  # noqa: D301 - click's sign for lines that stay as they are
    if opening and explaining:
        raise UsageError("--explain makes nothing that --open could open.")
    count = _count(jobs)
    asked = cast(tuple[Edition, ...], editions)
    alone = len(paths) == 1 and os.path.isfile(paths[0])
    with _executor(cluster, count, timeout, None if explaining else asked, alone) as pool:
        # Loaded while the first worker loads what it needs.
        from guidepub.cli.making.books import Choice, build_books

        choice = Choice(
            paths=paths,
            output=output,
            editions=asked or None,
            products=products,
            imprint=imprint,
            certify=certify,
            force=force,
            explaining=explaining,
            retry_failed=retry_failed,
            fail_fast=fail_fast,
            strict=strict,
            timeout=timeout,
            report=Path(report) if report is not None else None,
            page=Path(page) if page is not None else None,
            events=events,
            opening=opening,
        )
        return build_books(choice, pool)


def _count(jobs: str) -> int | None:
    """Return how many processes are asked for, or None where that is left to the machine."""
    if jobs == "auto":
        return None
    if jobs.isdecimal() and len(jobs) <= len(str(MOST_JOBS)) and 1 <= int(jobs) <= MOST_JOBS:
        return int(jobs)
    message = f"“{jobs}” is no number of processes from 1 to {MOST_JOBS}, nor “auto”."
    raise UsageError(message)


def _executor(
    cluster: str | None,
    count: int | None,
    timeout: float,
    early: tuple[Edition, ...] | None,
    alone: bool,
) -> Executor:
    """Return the executor for the books: a cluster, or processes of this machine.

    The first process loads what books need, and the editions of `early`, while this one reads
    the catalogue; with None it is not started before there is work for it. Where the file of one
    guide is `alone`, and all that is asked for is its PDF for the screen, a companion draws that.
    """
    if cluster is not None:
        from guidepub.batch.work.cluster import ClusterExecutor

        return ClusterExecutor(cluster)
    count = count or worker_count()
    pool = WorkerPool(count, timeout)
    if early is None:
        return pool
    makers = {edition_file(edition).maker for edition in early} - {""}
    modules = [f"guidepub.editions.{maker}" for maker in sorted(makers)]
    if alone and modules == [_MADE_BESIDE] and count > 1:
        start_companion(
            SharedWork(_SHARED_MODULES, _get_ready_to_draw, _get_ready_to_assemble), MEMORY
        )
    if companion() is not None:
        pool.start_early(shared=_SHARED)
    else:
        pool.start_early(*_LOADED, *modules, shared=_SHARED, many=not alone)
    return pool


def _get_ready_to_draw() -> None:
    from guidepub.editions.apart import get_ready_to_draw

    get_ready_to_draw()


def _get_ready_to_assemble() -> None:
    from guidepub.editions.apart import get_ready_to_assemble

    get_ready_to_assemble()
