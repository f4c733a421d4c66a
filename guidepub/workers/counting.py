"""How many workers this machine has processors and memory for."""

from __future__ import annotations

import contextlib
import os

# What a worker needs for an ordinary book.
_USUAL_MEMORY = 400 * 1024**2


def worker_count() -> int:
    """Return the best number of workers for this machine, by its cores and free memory."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, min(cores or 1, _available_memory() // _USUAL_MEMORY))


def _available_memory() -> int:
    """Return the bytes of memory that are available, or a huge number if the system does not tell."""
    found = [1 << 62]
    with contextlib.suppress(OSError, ValueError), open("/proc/meminfo", "rb") as stream:
        lines = dict(line.split(b":", 1) for line in stream)
        found.append(int(lines[b"MemAvailable"].split()[0]) * 1024)
    # A container's limit, which may be less than the machine has.
    with contextlib.suppress(OSError, ValueError), open("/sys/fs/cgroup/memory.max", "rb") as limit:
        found.append(int(limit.read()))
    return min(found)
