"""Many guides to many files: one bad guide never stops the others.

Work is handed to any `concurrent.futures.Executor`; a job is one guide with what it needs
of its catalogue, so that it can travel to another process or machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from guidepub.assembly import assemble
from guidepub.batch.report import BookResult, OutputFile, Report, failed_by_loading
from guidepub.dates import monotonic
from guidepub.errors import GuidepubError
from guidepub.files import sha256, write_bytes
from guidepub.findings import Finding, FindingsError, Place
from guidepub.model import Catalog, Edition, Imprint
from guidepub.rendering import file_name, render

REPORT_FILE = "build.json"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a build: it began, a book is done, it ended.

    `done` and `total` count guides. `result` is set when a book is done.
    """

    kind: Literal["started", "book", "finished"]
    done: int
    total: int
    result: BookResult | None = None


def build(
    catalog: Catalog,
    output: str | Path,
    editions: Sequence[Edition] | None = None,
    executor: Executor | None = None,
    on_event: Callable[[Event], None] | None = None,
    imprint: Imprint | str | None = None,
) -> Report:
    """Make the books of a catalogue and write them to `output/<slug>/`.

    Guides that the catalogue could not load are told as failed. Without an executor the
    books are made one after the other in this process.

    Args:
        catalog: the guides and all that they share.
        output: the folder for the files; `build.json` in it tells what was made.
        editions: which products to make; the catalogue's defaults if not given.
        executor: where to make the books.
        on_event: is told of the beginning, of each book, and of the end.
        imprint: the imprint for all books, instead of each guide's own.

    Raises:
        OSError: the report cannot be written.
    """
    begin = monotonic()
    output = Path(output)
    chosen = tuple(dict.fromkeys(editions or catalog.defaults.editions))
    results = failed_by_loading(catalog.findings, frozenset(catalog))
    total = len(catalog) + len(results)
    tell = on_event or _ignore
    tell(Event("started", 0, total))
    for done, result in enumerate(results, 1):
        tell(Event("book", done, total, result))
    jobs = [
        _Job(catalog.with_guides(catalog[slug]), slug, chosen, imprint, output) for slug in catalog
    ]
    for result in _results(jobs, executor):
        results.append(result)
        tell(Event("book", len(results), total, result))
    ordered = tuple(sorted(results, key=lambda result: result.slug))
    report = Report(ordered, output, monotonic() - begin)
    write_bytes(output / REPORT_FILE, report.as_json().encode())
    tell(Event("finished", total, total))
    return report


def _ignore(event: Event) -> None:
    pass


@dataclass(frozen=True, slots=True)
class _Job:
    catalog: Catalog
    slug: str
    editions: tuple[Edition, ...]
    imprint: Imprint | str | None
    output: Path

    def warnings(self) -> tuple[Finding, ...]:
        path = str(self.catalog[self.slug].origin or "")
        return tuple(f for f in self.catalog.findings if f.place.path == path)


def _results(jobs: Sequence[_Job], executor: Executor | None) -> Iterator[BookResult]:
    if executor is None:
        yield from map(_build_book, jobs)
        return
    futures: dict[Future[BookResult], _Job] = {}
    for job in jobs:
        try:
            futures[executor.submit(_build_book, job)] = job
        except RuntimeError as error:
            # A worker has died meanwhile, or somebody has shut the executor down.
            yield _failed(job, [_crash(job, error)], 0.0)
    for future in as_completed(futures):
        job = futures[future]
        crash = future.exception()
        if crash is None:
            yield future.result()
        else:
            yield _failed(job, [_crash(job, crash)], 0.0)


def _build_book(job: _Job) -> BookResult:
    """Make one book. Nothing that goes wrong with it reaches the others."""
    begin = monotonic()
    try:
        book = assemble(job.catalog[job.slug], job.catalog, job.imprint)
        contents = {edition: render(book, edition) for edition in job.editions}
        files = [_write(job, edition, data) for edition, data in contents.items()]
    except FindingsError as error:
        return _failed(job, error.findings, monotonic() - begin)
    except GuidepubError as error:
        finding = Finding(_place(job), "R003", str(error))
        return _failed(job, [finding], monotonic() - begin)
    except OSError as error:
        message = f"The book cannot be written: {error.strerror or error}: {error.filename}."
        remedy = "Make room, or choose another folder with -o."
        return _failed(job, [Finding(_place(job), "B001", message, remedy)], monotonic() - begin)
    except Exception as error:  # noqa: BLE001 - the last line between one book and the batch
        return _failed(job, [_crash(job, error)], monotonic() - begin)
    return BookResult(job.slug, "built", tuple(files), job.warnings(), monotonic() - begin)


def _write(job: _Job, edition: Edition, data: bytes) -> OutputFile:
    path = job.output / job.slug / file_name(job.slug, edition)
    write_bytes(path, data)
    return OutputFile(edition, path, len(data), sha256(data))


def _failed(job: _Job, findings: Sequence[Finding], seconds: float) -> BookResult:
    return BookResult(job.slug, "failed", (), (*job.warnings(), *findings), seconds)


def _crash(job: _Job, error: BaseException) -> Finding:
    message = f"Making the book failed: {type(error).__name__}: {error}."
    remedy = "This is a fault of guidepub: please report it."
    if isinstance(error, BrokenExecutor):
        remedy = "Memory may have run out: make fewer books at once with -j."
    return Finding(_place(job), "B002", message, remedy)


def _place(job: _Job) -> Place:
    return Place(str(job.catalog[job.slug].origin or job.slug))
