"""Sends orders to an executor, and returns a result for each, even if the executor fails."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import suppress
from functools import partial
from queue import SimpleQueue

from guidepub.batch.orders.planning import Order
from guidepub.batch.work.jobs import Job, Made, crash, get_ready, make, warm_up
from guidepub.editions import given_up
from guidepub.findings import Finding, Place
from guidepub.findings.errors import UsageError
from guidepub.model import Catalog
from guidepub.workers import WorkerError, WorkerPool


def finished_orders(
    orders: Sequence[Order], executor: Executor | None
) -> Generator[tuple[Order, Made], None, None]:
    """Yield each order with its result, as it is done."""
    if executor is None:
        yield from ((order, _made_here(order.job)) for order in orders)
        return
    done: SimpleQueue[Future[Made]] = SimpleQueue()
    futures: dict[Future[Made], Order] = {}
    if isinstance(executor, WorkerPool):
        _warm_up(executor, orders)
    try:
        for order in orders:
            try:
                future = executor.submit(make, order.job)
            except RuntimeError as error:
                # A worker has died in the meantime, or somebody has shut the executor down.
                yield order, _failure(order.job, error)
            else:
                futures[future] = order
                future.add_done_callback(done.put)
        while futures:
            # Finished results are not kept: a book's files may have many megabytes.
            future = done.get()
            order = futures.pop(future)
            yield order, _answer(order.job, future)
    finally:
        if futures:
            _stop(executor, futures)


def start_workers(executor: Executor, catalog: Catalog, count: int) -> None:
    """Start the workers for so many books of a catalogue, before it is known what these say.

    While its guides are read, they load what makes books in its theme.
    """
    if isinstance(executor, WorkerPool):
        executor.start_for(count, partial(get_ready, catalog.defaults.theme, catalog.root))


def _warm_up(pool: WorkerPool, orders: Sequence[Order]) -> None:
    """Let workers import what they render with, unless everything may be up to date."""
    jobs = [order.job for order in orders if order.job.reasons and not order.job.explain]
    themes = set()
    for job in jobs:
        with suppress(UsageError):  # of an imprint: the job reports it
            themes.add((job.theme, job.catalog.root))
    if themes:
        pool.warm_up_with(partial(warm_up, sorted(themes, key=str)))


def _answer(job: Job, future: Future[Made]) -> Made:
    if future.cancelled():
        return _failure(job, CancelledError("the executor has given it up"))
    crashed = future.exception()
    return _failure(job, crashed) if crashed else future.result()


def _stop(executor: Executor, futures: dict[Future[Made], Order]) -> None:
    if isinstance(executor, WorkerPool):
        executor.kill()
    for future in futures:
        future.cancel()


def _made_here(job: Job) -> Made:
    try:
        return make(job)
    except MemoryError as error:
        return _failure(job, error)


def _failure(job: Job, error: BaseException) -> Made:
    return Made(findings=(_finding(job, error),))


def _finding(job: Job, error: BaseException) -> Finding:
    if isinstance(error, (WorkerError, MemoryError)):
        return given_up(Place(job.path), error)
    if isinstance(error, BrokenExecutor):
        return crash(job, error, "Memory may have run out: make fewer books at once with -j.")
    return crash(job, error)
