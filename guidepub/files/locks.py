"""A folder held by one process while it reads a file of it, changes it, and writes it."""

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
    """Hold a folder against all others that ask for it so, waiting for `patience` seconds.

    The system lets go of it when the process ends, however it ends, and nothing is left behind.

    Raises:
        OSError: another process has held it for so long, or the folder cannot be held.
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
    # Where a folder cannot be opened: a file beside, of which the first byte is held.
    return os.open(folder / ".guidepub.lock", os.O_RDWR | os.O_CREAT)


def _hold(descriptor: int) -> bool:
    """Try to hold a file or a folder until it is closed.

    Raises:
        OSError: the file system knows no locks.
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
