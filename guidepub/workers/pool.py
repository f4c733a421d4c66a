"""A pool of worker processes, and the thread that looks after them.

Each worker has its own pipe and shares no lock, so if one dies, hangs or runs out of memory, only
its current task is lost. A task whose worker died is given to a fresh worker once more, when all
other tasks are done. So is one that ran out of memory in a worker that had done tasks before. If
it fails again, its future gets a `WorkerError`. A task that ran out of time, or out of memory in
a fresh worker, gets the error at once, since it would only fail again.
"""

from __future__ import annotations

import multiprocessing
import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from guidepub.files import private_folder
from guidepub.files.dates import monotonic
from guidepub.findings.errors import UsageError, reason_of
from guidepub.workers.companions import leave_companion, take_companion
from guidepub.workers.deadlines import time_limit
from guidepub.workers.nursery import Nursery, Process, start_nursery
from guidepub.workers.starting import can_fork, forked, start
from guidepub.workers.working import Answer, WorkerError, death, load, work

SECONDS = 300.0
"""Wall time for one book, in all its editions."""
MEMORY = 2 * 1024**3
"""Bytes that a worker may have for its data."""


# Seconds that a worker may take to start Python and import the renderers on a busy machine.
_START = 120.0


class WorkerPool(Executor):
    """An executor of processes that are started when there are tasks for them.

    Args:
        count: the largest number of processes.
        seconds: a limit on the wall time of a task; a worker that takes longer is killed. By
            default, that of a book.
        memory: a limit on a worker's data in bytes, on systems that can set it. By default, that
            of a book.

    Raises:
        UsageError: a number or a limit is not positive, or the time is longer than a day.
    """

    def __init__(
        self,
        count: int,
        seconds: float | None = None,
        memory: int | None = None,
    ) -> None:
        memory = MEMORY if memory is None else memory
        if count < 1 or memory < 1:
            raise UsageError("Tasks need at least one process, and memory.")
        self._count, self._seconds = count, time_limit(seconds, SECONDS)
        # A fork of a process with threads could break the native libraries of the renderers, so
        # workers are spawned. Only `start_early` forks, from a process without threads.
        self._context = multiprocessing.get_context("spawn")
        self._memory = memory
        self._warm: Callable[[], None] | None = None
        # The temporary files of killed workers are removed with the pool.
        self._scratch = private_folder()
        self._lock = threading.Lock()
        self._queue: deque[_Task] = deque()
        self._suspects: deque[_Task] = deque()
        self._workers: list[_Worker] = []
        self._retired: list[Process] = []
        self._nursery: Nursery | None = None
        self._closing = False
        self._ended = False
        self._bell, self._rope = self._context.Pipe(duplex=False)
        self._keeper = threading.Thread(target=self._keep, name="guidepub-workers", daemon=True)

    def warm_up_with(self, function: Callable[[], None]) -> None:
        """Have each worker that starts from now on call a function before its first task."""
        self._warm = function

    def start_early(self, *modules: str, shared: Sequence[str] = (), many: bool = False) -> None:
        """Start a worker before there is a task for it, so that it can import modules meanwhile.

        The worker takes over this process's companion.

        Args:
            modules: the modules that the worker imports.
            shared: modules that this process needs as well. It imports them first if the worker
                can be forked from it.
            many: whether there will be tasks for several workers, so that a nursery is worth
                starting.
        """
        with self._lock:
            if not self._closing and not self._workers:
                if can_fork():
                    load(shared)
                if many and self._count > 1:
                    self._nursery = start_nursery((*shared, *modules))
                self._hire(partial(_get_ready, (*shared, *modules)), early=True)
                leave_companion()
        self._ring()

    def start_for(self, tasks: int, function: Callable[[], None]) -> None:
        """Start workers for several tasks that are to come, and have each call a function meanwhile.

        Without a nursery, nothing is done: workers would be slower to start than the tasks to come.
        """
        with self._lock:
            if self._nursery is None or self._closing or tasks <= 1:
                return
            for _ in range(min(tasks, self._count) - len(self._workers)):
                self._hire(function)
        # The worker that was started early is waiting already.
        self.submit(function)

    def submit(
        self, function: Callable[..., Any], /, *arguments: Any, **keywords: Any
    ) -> Future[Any]:
        """Give the workers a task; the function and its arguments must be picklable.

        Raises:
            RuntimeError: the pool is shut down.
        """
        task = _Task(function, arguments, keywords)
        with self._lock:
            if self._closing:
                raise RuntimeError("The pool of workers is shut down.")
            self._queue.append(task)
        self._ring()
        return task.future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Shut down as `Executor.shutdown` does: end the workers when their tasks are done."""
        with self._lock:
            self._closing = True
            if cancel_futures:
                self._cancel()
        self._ring()
        if wait:
            self._keeper.join()

    def kill(self) -> None:
        """Kill all workers at once. Tasks that are not done are cancelled or fail."""
        with self._lock:
            self._closing = self._ended = True
            self._cancel()
            for worker in self._workers:
                worker.process.kill()
        self._ring()
        self._keeper.join()

    def _cancel(self) -> None:
        for task in (*self._queue, *self._suspects):
            task.future.cancel()
        self._queue.clear()
        self._suspects.clear()

    def _ring(self) -> None:
        with self._lock:
            # The thread starts only now, since a process with threads is not forked.
            if self._keeper.ident is None:
                self._keeper.start()
        # The keeper may be gone already.
        try:
            self._rope.send_bytes(b"!")
        except OSError:
            return

    def _keep(self) -> None:
        """Look after the workers until all is done, and leave no future unresolved at the end."""
        try:
            while self._look_after():
                pass
        finally:
            with self._lock:
                self._closing = self._ended = True
                self._cancel()
                for worker in self._workers:
                    worker.pipe.close()
                    if worker.ready:
                        worker.process.join(1)
                    worker.process.kill()
                    if worker.task is not None:
                        error = WorkerError("died", "the build was stopped")
                        worker.task.future.set_exception(error)
                self._bell.close()
                self._rope.close()
                self._clear_up()

    def _clear_up(self) -> None:
        """Remove the temporary files of the workers after the last one has ended."""
        for process in (*self._retired, *(worker.process for worker in self._workers)):
            process.join(1)
        if self._nursery is not None:
            self._nursery.end()
        self._scratch.cleanup()

    def _look_after(self) -> bool:
        """Give out tasks, take answers and end slow workers; return whether there is more to do."""
        with self._lock:
            self._hand_out()
            if self._closing and not self._busy():
                return False
            pipes = [self._bell, *(worker.pipe for worker in self._workers)]
        ready = wait(pipes, timeout=self._pause())
        if self._bell in ready:
            self._bell.recv_bytes()
        with self._lock:
            for worker in list(self._workers):
                if worker.pipe in ready:
                    self._take(worker)
                elif worker.timed and monotonic() > worker.deadline:
                    self._end_slow(worker)
        return True

    def _busy(self) -> bool:
        waiting = bool(self._queue or self._suspects)
        return not self._ended and (waiting or any(w.task is not None for w in self._workers))

    def _pause(self) -> float | None:
        """Return the seconds until the next deadline, or None if there is no deadline."""
        if not self._workers and (self._queue or self._suspects):
            # The last try to start a worker failed, so there is nothing to wait for.
            return 0.0
        deadlines = [worker.deadline for worker in self._workers if worker.timed]
        return max(0.0, min(deadlines) - monotonic()) if deadlines else None

    def _hand_out(self) -> None:
        """Give tasks to idle workers, which read them at once, and start workers for the others."""
        waiting = [worker for worker in self._workers if worker.ready and worker.task is None]
        while self._queue and waiting:
            self._give(waiting.pop(), self._queue.popleft())
        starting = sum(not worker.ready for worker in self._workers)
        for _ in range(min(len(self._queue) - starting, self._count - len(self._workers))):
            self._hire(self._warm)
        if self._suspects and not self._queue and all(w.task is None for w in self._workers):
            self._try_again()

    def _try_again(self) -> None:
        """Give one suspect task to a fresh worker, while no other worker exists."""
        fresh = [worker for worker in self._workers if not worker.used][:1]
        for worker in list(self._workers):
            if worker not in fresh:
                self._retire(worker)
        if not fresh:
            self._hire(self._warm)
        elif fresh[0].ready:
            self._give(fresh[0], self._suspects.popleft())

    def _hire(self, warm: Callable[[], None] | None, *, early: bool = False) -> None:
        ours, theirs = self._context.Pipe()
        arguments = theirs, self._memory, self._scratch.name, warm
        try:
            begun = self._nursery.begin(*arguments) if self._nursery else None
            process = begun or self._started(ours, arguments, early=early)
        except OSError as error:
            # The system refuses to start another process; the workers that exist go on.
            ours.close()
            self._count = max(1, len(self._workers))
            if not self._workers:
                message = f"no worker can be started: {reason_of(error)}"
                self._blame(None, WorkerError("died", message))
        else:
            self._workers.append(_Worker(process, ours, monotonic() + _START))
        finally:
            theirs.close()

    def _started(
        self, ours: Connection[Any, Any], arguments: tuple[Any, ...], *, early: bool
    ) -> Process:
        if early and can_fork():
            process: BaseProcess = forked(work, ours, *arguments)
        else:
            process = self._context.Process(target=work, args=arguments, daemon=True)
        start(process)
        return process

    def _retire(self, worker: _Worker) -> None:
        worker.pipe.close()
        self._workers.remove(worker)
        self._retired.append(worker.process)

    def _give(self, worker: _Worker, task: _Task) -> None:
        if not task.claimed and not task.future.set_running_or_notify_cancel():
            return
        task.claimed = True
        try:
            worker.pipe.send((task.function, task.arguments, task.keywords))
        except OSError:
            # The worker died while it was idle, so the task is not to blame.
            self._retire(worker)
            self._queue.appendleft(task)
            return
        except Exception as error:  # noqa: BLE001 - what cannot be pickled says so in many ways
            task.future.set_exception(error)
            return
        worker.task = task
        worker.deadline = monotonic() + self._seconds

    def _take(self, worker: _Worker) -> None:
        try:
            answer: Answer = worker.pipe.recv()
        except (EOFError, OSError):
            self._retire(worker)
            worker.process.join(1)
            # If it was never started, the next one is started without the nursery, and its error
            # tells why.
            if self._nursery is None or self._nursery.has_begun(worker.process):
                self._blame(worker, WorkerError("died", death(worker.process.exitcode)))
            return
        if not worker.ready:
            worker.ready = True
            return
        task, worker.task = worker.task, None
        if answer.last:
            self._retire(worker)
        assert task is not None, "workers answer only when they have a task"
        if isinstance(answer.error, WorkerError) and worker.used:
            self._suspect(task, answer.error)
        elif answer.error is not None:
            task.future.set_exception(answer.error)
        else:
            task.future.set_result(answer.result)
        worker.used = True

    def _end_slow(self, worker: _Worker) -> None:
        worker.process.kill()
        self._retire(worker)
        message = f"it took longer than the {self._seconds:g} seconds that it may take"
        error = WorkerError("time", message)
        if worker.task is not None:
            worker.task.future.set_exception(error)
        else:
            self._blame(worker, error)

    def _blame(self, worker: _Worker | None, error: WorkerError) -> None:
        """Blame a worker's end on its task, or on the next one if the worker did not even start."""
        task = worker.task if worker else None
        if task is None and not (worker and worker.ready):
            waiting = self._queue or self._suspects
            task = waiting.popleft() if waiting else None
        if task is not None and (task.claimed or task.future.set_running_or_notify_cancel()):
            task.claimed = True
            self._suspect(task, error)

    def _suspect(self, task: _Task, error: WorkerError) -> None:
        """Keep a task for a second try after all others, or fail it if that was the second."""
        if task.suspected or self._ended:
            task.future.set_exception(error)
        else:
            task.suspected = True
            self._suspects.append(task)


@dataclass(slots=True)
class _Task:
    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    keywords: dict[str, Any]
    future: Future[Any] = field(default_factory=Future)
    claimed: bool = False
    suspected: bool = False


@dataclass(slots=True)
class _Worker:
    process: Process
    pipe: Connection[Any, Any]
    deadline: float
    ready: bool = False
    used: bool = False
    """Whether it has done a task. Memory that it still uses for that is missing for the next."""
    task: _Task | None = None

    @property
    def timed(self) -> bool:
        """Whether it has a deadline, for its start or for its task."""
        return not self.ready or self.task is not None


def _get_ready(modules: Sequence[str]) -> None:
    load(modules)
    take_companion()
