"""Worker processes for tasks of any kind: they are started, watched and replaced here.

The package imports nothing that tasks need, so that a command can start a process at once.
"""

from guidepub.workers.alone import alone
from guidepub.workers.counting import worker_count
from guidepub.workers.pool import SECONDS, WorkerPool
from guidepub.workers.working import WorkerError

__all__ = ["SECONDS", "WorkerError", "WorkerPool", "alone", "worker_count"]
