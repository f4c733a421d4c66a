"""Books whose files wait for validators: some are validated while others are being built."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from guidepub.batch.orders.planning import Order
from guidepub.batch.work.claims import settled
from guidepub.batch.work.jobs import Made, MadeFile

# Validators are separate programs: Ace starts a browser, the others Java.
_AT_ONCE = 2


def all_settled(answers: Iterable[tuple[Order, Made]]) -> Iterator[tuple[Order, Made]]:
    """Yield answers in order, once all of their files are settled.

    Some books are validated at the same time, while others are being built.
    """
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        waiting: deque[tuple[Order, Future[Made]]] = deque()
        try:
            for order, answer in answers:
                waiting.append((order, pool.submit(_settled, answer)))
                while len(waiting) > 2 * _AT_ONCE or (waiting and waiting[0][1].done()):
                    first, done = waiting.popleft()
                    yield first, done.result()
            while waiting:
                first, done = waiting.popleft()
                yield first, done.result()
        finally:
            for _, left in waiting:
                left.cancel()


def _settled(answer: Made) -> Made:
    files = {edition: _settled_file(file) for edition, file in answer.files.items()}
    return replace(answer, files=files)


def _settled_file(file: MadeFile) -> MadeFile:
    if file.claimed is None:
        return file
    found = settled(file.claimed)
    return replace(
        file,
        data=found.data,
        claimed=None,
        certificate=found.certificate,
        findings=found.findings,
    )
