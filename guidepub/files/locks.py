"""A lock on a folder, for a process that reads, changes and writes a file in it."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from guidepub.files.dates import monotonic

_PATIENCE = 30.0
_PAUSE = 0.05
_BUSY = (errno.EAGAIN, errno.EACCES)


@contextmanager
def locked(folder: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Lock a folder against other processes that call this, waiting up to `patience` seconds.

    The system removes the lock when the process ends, however it ends; nothing is left behind.

    Raises:
        OSError: another process held the lock for that long, or the folder cannot be locked.
    """
    descriptor = os.open(folder, os.O_RDONLY) if os.name == "posix" else _lock_file(folder)
    try:
        end = monotonic() + patience
        while not _hold(descriptor):
            if monotonic() > end:
                raise TimeoutError(errno.ETIMEDOUT, "another process holds it", str(folder))
            threading.Event().wait(_PAUSE)
        yield
    finally:
        os.close(descriptor)


def _lock_file(folder: Path) -> int:
    # On Windows a folder cannot be opened, so the first byte of a file in it is locked.
    return os.open(folder / ".guidepub.lock", os.O_RDWR | os.O_CREAT)


def _hold(descriptor: int) -> bool:
    """Try to lock a file or a folder until it is closed; return whether that worked.

    Raises:
        OSError: the file system has no locks.
    """
    try:
        if os.name == "posix":
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError as error:
        if error.errno in _BUSY:
            return False
        raise
    return True
