"""`guidepub build`: guides to files."""

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
    "guidepub.themes.folders.theme",
)
# Modules that every book needs, but which are imported late.
_LOADED = (
    "guidepub.pdf.writer",
    "guidepub.assembly",
    "guidepub.editions.production",
    "guidepub.checks.proof",
    "guidepub.batch.work.jobs",
)
# Modules that make the edition in a second process, while the worker assembles and proves the book.
_MADE_BESIDE = "guidepub.editions.screen"
# Modules on books that both processes need.
_SHARED_MODULES = (
    "guidepub.model.books.book",
    "guidepub.themes.finding",
)


@click.command("build")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "-e", "--edition", "editions", multiple=True, type=EditionName(),
    help="An edition to build; may be given more than once. By default those that each guide, or else the catalogue, lists.",
)  # fmt: skip
@click.option("--product", "products", multiple=True, metavar="NAME",
              help="A product of the catalogue to build; may be given more than once. By default all.")  # fmt: skip
@click.option("-o", "--output", default="dist", show_default=True, type=click.Path(file_okay=False),
              help="The output folder, or an address that fsspec supports: s3://bucket/books.")  # fmt: skip
@click.option("-j", "--jobs", default="auto", show_default=True, metavar="N|auto",
              help="The number of books that are built at the same time.")  # fmt: skip
@click.option("--cluster", metavar="ADDRESS",
              help="Build the books on a Dask cluster, such as tcp://10.0.0.5:8786.")  # fmt: skip
@click.option("--imprint", metavar="NAME", help="Build all books under this imprint.")
@click.option("--certify", is_flag=True,
              help="Let files claim to be accessible if EPUBCheck, Ace and veraPDF find no fault in them.")  # fmt: skip
@click.option("--force", is_flag=True, help="Rebuild even what is up to date.")
@click.option("--explain", "explaining", is_flag=True,
              help="Show what is out of date and why, without building anything.")  # fmt: skip
@click.option("--retry-failed", is_flag=True, help="Build only the guides that failed last time.")
@click.option("--fail-fast", is_flag=True, help="Stop as soon as a guide fails.")
@click.option("--timeout", default=SECONDS, show_default=True, metavar="SECONDS",
              type=Seconds(),
              help="The time limit for each book.")  # fmt: skip
@click.option("--report", type=WritablePath(), metavar="FILE",
              help="Also write the report (JSON) to this file.")  # fmt: skip
@click.option("--html", "page", type=WritablePath(), metavar="FILE",
              help="Write the report as a web page with pictures of the covers.")  # fmt: skip
@click.option("--events", type=WritablePath(allow_dash=True), metavar="FILE|-",
              help="Write each event of the build as a line of JSON, as it happens.")  # fmt: skip
@click.option("--open", "opening", is_flag=True,
              help="Open the finished book, or the folder if there are several.")  # fmt: skip
@click.option("--strict", is_flag=True,
              help="Treat warnings as errors, and do not build guides in which lint finds errors.")  # fmt: skip
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
    """Build PDF, EPUB and HTML files of all guides that are out of date.

    PATH is a catalogue's folder, a folder of guides, a guide's file, or a guide's slug. By default
    all guides of the current catalogue are built: the catalogue in the current folder, in its
    folder guides/, or in a parent folder.

    \b
    Files:     dist/<slug>/<slug>-screen.pdf   a PDF for reading
               dist/<slug>/<slug>.epub         an EPUB 3
               dist/<slug>/<slug>.html         a web page, with -e web
               dist/build.json                 what was built, and what failed

    Guides with errors are reported and left out; the others are built. Books that are up to date
    are not built again. If a build is interrupted, by Ctrl-C or by anything else, run the same
    command again to build the rest.

    Exit codes: 0 all guides built, 1 some failed, 2 wrong usage, 130 stopped by Ctrl-C, 143 stopped
    by SIGTERM or because its terminal closed.

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
        raise UsageError("--open needs a build: --explain does not make any files.")
    count = _count(jobs)
    asked = cast(tuple[Edition, ...], editions)
    alone = len(paths) == 1 and os.path.isfile(paths[0])
    with _executor(cluster, count, timeout, None if explaining else asked, alone) as pool:
        # Imported while the first worker imports what it needs.
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
    """Return the requested number of processes, or None to let the machine decide."""
    if jobs == "auto":
        return None
    if jobs.isdecimal() and len(jobs) <= len(str(MOST_JOBS)) and 1 <= int(jobs) <= MOST_JOBS:
        return int(jobs)
    message = f"“{jobs}” is neither a number of processes from 1 to {MOST_JOBS} nor “auto”."
    raise UsageError(message)


def _executor(
    cluster: str | None,
    count: int | None,
    timeout: float,
    early: tuple[Edition, ...] | None,
    alone: bool,
) -> Executor:
    """Return the executor for the books: a cluster, or processes on this machine.

    While this process reads the catalogue, the first worker imports what books need, and the
    editions in `early`; if `early` is None, it is started only once there is work for it. If only
    the screen PDF of a single file is built (`alone`), a companion process draws it.
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
