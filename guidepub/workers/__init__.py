"""Processes that do tasks, whatever the tasks are: they are started, watched and replaced.

Loads nothing of what the tasks need, so that a command can start a process first of all.
"""

from guidepub.workers.alone import alone
from guidepub.workers.pool import SECONDS, WorkerPool, worker_count
from guidepub.workers.working import WorkerError

__all__ = ["SECONDS", "WorkerError", "WorkerPool", "alone", "worker_count"]
