"""Jobs that fail in the way that their slugs tell of, and others that make of a book its words."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Any

from tasks import abort, crash, hang, swell

from guidepub.batch.work import jobs
from guidepub.batch.work.jobs import Job, Made, make
from guidepub.model import Book, Edition
from guidepub.workers import WorkerPool


def make_or_fail(job: Job) -> Made:
    """Make a book of words, or fail in the way that its slug tells of."""
    failures = {"crash": crash, "abort": abort, "hang": hang, "swell": swell}
    if job.slug in failures:
        failures[job.slug](None)
    vars(jobs)["Production"] = _Words
    return make(job)


class _Words:
    """Makes of a book its words."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def begin(self, _edition: Edition) -> None:
        """Words are made at once."""

    def file(self, _edition: Edition) -> bytes:
        return "\n".join(leaf.xhtml for leaf in self.book.leaves).encode()


class PoisonedPool(WorkerPool):
    """Workers whose jobs fail in the way that their slugs tell of."""

    def submit(self, function: Any, /, *arguments: Any, **keywords: Any) -> Future[Any]:
        assert function is make
        return super().submit(make_or_fail, *arguments, **keywords)
