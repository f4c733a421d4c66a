"""Builds many guides: one bad guide never stops the others, and no book is built twice.

Jobs are given to any `concurrent.futures.Executor`; their results are written only here, and then
recorded in the ledger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import closing, contextmanager
from pathlib import Path

from guidepub.batch.kept.ledger import LEDGER_FILE, Ledger
from guidepub.batch.orders.dispatch import finished_orders
from guidepub.batch.orders.planning import Order, Plan, plan
from guidepub.batch.orders.writing import place
from guidepub.batch.reports.events import Event
from guidepub.batch.reports.report import BookResult, Report
from guidepub.batch.stale.surveying import BatchSurvey
from guidepub.batch.work.jobs import Made
from guidepub.files import clear_leftovers, try_to_write, write_bytes
from guidepub.files.dates import moment, monotonic
from guidepub.findings import Finding, Place, Severity
from guidepub.findings.errors import UsageError, expect
from guidepub.model import Catalog, Edition, Imprint, editions_named
from guidepub.workers import WorkerPool

REPORT_FILE = "build.json"

Listener = Callable[[Event], None]


def build(
    catalog: Catalog,
    output: str | Path,
    editions: Edition | Sequence[Edition] | None = None,
    executor: Executor | None = None,
    on_event: Listener | None = None,
    imprint: Imprint | str | None = None,
    force: bool = False,
    fail_fast: bool = False,
    timeout: float | None = None,
    memory: int | None = None,
    products: Sequence[str] = (),
) -> Report:
    """Build the books of a catalogue that are out of date, in `output/<slug>/`.

    Guides that could not be loaded are reported as failed. Without an executor, books are built one
    after the other: in this process, or in a separate one if there are limits.

    Args:
        catalog: the guides and everything that they share.
        output: the folder for the files; its `build.json` lists what was built.
        editions: the editions to build, or a single one; by default those of each guide.
        executor: where to build the books.
        on_event: called at the beginning, after each book, and at the end.
        imprint: the imprint for all books, instead of each guide's own.
        force: rebuild even what is up to date.
        fail_fast: stop as soon as a guide fails.
        timeout: seconds of wall time for a book in all its editions.
        memory: bytes of memory for a book.
        products: the names of the catalogue's products to build; by default all.

    Raises:
        UsageError: there is no such edition, imprint or product; or limits are invalid, or given
            together with an executor, which has its own.
        InputError: books are to claim something, but a validator for it is missing (B007).
        OSError: the output folder is not writable, which is noticed before any work.
        KeyboardInterrupt: raised again; finished books are kept, and `build.json` lists them.
    """
    expect(catalog, Catalog, "Load it: guidepub.load(folder).")
    surveys = [BatchSurvey(catalog)]
    if isinstance(imprint, str):
        catalog.imprint_named(imprint)
    chosen = None if editions is None else editions_named(editions)
    with _limited(executor, timeout, memory) as maker:
        report, interruption = build_all(
            surveys, Path(output), chosen, maker, on_event, imprint, force, fail_fast, products
        )
    if interruption is not None:
        raise interruption
    return report


@contextmanager
def _limited(
    executor: Executor | None, timeout: float | None, memory: int | None
) -> Iterator[Executor | None]:
    """Yield what makes the books: the executor, or a process of its own where there are limits.

    Raises:
        UsageError: limits are given together with an executor, or are invalid.
    """
    if timeout is None and memory is None:
        yield executor
    elif executor is not None:
        raise UsageError("An executor has its own limits: pass timeout and memory to it.")
    else:
        with WorkerPool(1, timeout, memory) as pool:
            yield pool


def build_all(
    surveys: Iterable[BatchSurvey],
    output: Path,
    editions: Sequence[Edition] | None = None,
    executor: Executor | None = None,
    on_event: Listener | None = None,
    imprint: Imprint | str | None = None,
    force: bool = False,
    fail_fast: bool = False,
    products: Sequence[str] = (),
) -> tuple[Report, KeyboardInterrupt | None]:
    """Build the books of several catalogues as one batch, otherwise like `build`.

    Returns:
        The report, and the exception that stopped the build, if any.

    Raises:
        UsageError: a requested product does not exist, or no product has a requested edition.
        InputError: books are to claim something, and a validator for that is missing (B007).
        OSError: as `build`.
    """
    try_to_write(output / REPORT_FILE)
    begin, begun, notify = monotonic(), moment(), on_event or _ignore
    ledger = Ledger(output / LEDGER_FILE)
    surveys = list(surveys)
    to_do = plan(surveys, output, editions, imprint, ledger, force, products)
    _refuse_false_claims(to_do)
    total = len(to_do.ready) + len(to_do.orders)
    results: list[BookResult] = []
    interruption = None
    try:
        notify(Event("started", 0, total))
        for result in _results(to_do, output, executor, ledger, begun):
            results.append(result)
            notify(Event("book", len(results), total, result))
            if fail_fast and result.status == "failed":
                break
    except KeyboardInterrupt as error:
        interruption = error
    done = len(results)
    seen = {result.name for result in results}
    # What is known without looking at any book is reported even if the build was stopped.
    results += [result for result in to_do.ready if result.name not in seen]
    left = (BookResult(o.job.slug, "stopped", product=o.product) for o in to_do.orders)
    results += [result for result in left if result.name not in seen]
    ordered = tuple(sorted(results, key=lambda result: (result.slug, result.name)))
    notes = (*_unneeded(surveys, ordered), *_notes(ledger))
    report = Report(ordered, output, monotonic() - begin, begun, notes)
    ledger.close()
    write_bytes(output / REPORT_FILE, report.as_json().encode())
    notify(Event("finished" if done == total else "stopped", done, total))
    return report, interruption


def _refuse_false_claims(to_do: Plan) -> None:
    """Make sure that every validator that the claims of books need is installed.

    Raises:
        InputError: a validator is missing (B007).
    """
    jobs = [each.job for each in to_do.orders if each.job.catalog.accessibility.certify]
    if jobs:
        from guidepub.batch.work.claims import refuse_without_validators

        refuse_without_validators({edition for job in jobs for edition in job.editions})


def _ignore(event: Event) -> None:
    pass


def _unneeded(surveys: Iterable[BatchSurvey], results: Iterable[BookResult]) -> tuple[Finding, ...]:
    """Return the faults in the catalogues' files that did not stop any book of this build."""
    reported = {finding for result in results for finding in result.findings}
    broken = (found for survey in surveys for found in survey.catalog.broken.values())
    return tuple(sorted({finding for found in broken for finding in found} - reported))


def _notes(ledger: Ledger) -> tuple[Finding, ...]:
    if not ledger.trouble:
        return ()
    message = f"The record of what was built cannot be kept: {ledger.trouble}."
    remedy = "The next build will build everything again."
    return (Finding(Place(str(ledger.path)), "B005", message, remedy, Severity.WARNING),)


def _results(
    to_do: Plan,
    output: Path,
    executor: Executor | None,
    ledger: Ledger,
    begun: str,
) -> Iterator[BookResult]:
    """Yield each book's result once it is on disk and in the ledger."""
    # Before the first event, since a listener may stop the build there.
    ledger.keep_failures(to_do.failed)
    yield from to_do.ready
    ledger.keep(to_do.refreshed)
    ledger.forget_failures(to_do.standing)
    clear_leftovers(output)
    for order in to_do.orders:
        clear_leftovers(output / order.job.slug)
    with closing(finished_orders(to_do.orders, executor)) as answers:
        for order, answer in _certified(answers, to_do.orders):
            yield place(order, answer, ledger, begun)


def _certified(
    answers: Iterator[tuple[Order, Made]], orders: Iterable[Order]
) -> Iterator[tuple[Order, Made]]:
    """Return the answers; if books claim anything, once validators have settled their claims."""
    if not any(order.job.catalog.accessibility.certify for order in orders):
        return answers
    # Imported here: most catalogues do not claim anything.
    from guidepub.batch.orders.certifying import all_settled

    return all_settled(answers)
