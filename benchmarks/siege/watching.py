"""Notices what a process opens, lists, starts or connects to outside of what a case may.

Python tells an audit hook of each file, folder, process and connection (PEP 578). Libraries in C
open files without Python's knowledge, so each case also has a file outside whose words no output
may hold.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SECRET = "zq7-the-words-of-a-file-outside-zq7"
"""Stands in the files outside of each case's catalogue."""

_ROOT = Path(__file__).resolve().parent.parent.parent
_FILES = frozenset({"open", "os.listdir", "os.scandir"})
_LINES = frozenset(
    {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.bind"}
)
_STARTS = frozenset({"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.startfile"})
# What Python, its libraries and guidepub itself read.
_OWN = tuple(
    os.path.realpath(path)
    for path in (sys.prefix, sys.base_prefix, _ROOT / "guidepub", _ROOT / "templates",
                 _ROOT / "styles", _ROOT / "benchmarks", "/proc", "/sys", "/dev/urandom",
                 "/dev/null", "/usr/share", "/usr/lib", "/etc/localtime", "/etc/mime.types")
)  # fmt: skip


class Watch:
    """What a process may not do, while it is at a case, and did."""

    def __init__(self) -> None:
        self._inside: tuple[str, ...] = ()
        self._found: list[tuple[str, str]] = []
        sys.addaudithook(self._on_event)

    @contextmanager
    def over(self, *folders: Path) -> Iterator[list[tuple[str, str]]]:
        """Give the list of what happens outside of some folders, in the block and by it."""
        self._found = []
        self._inside = tuple(os.path.realpath(folder) for folder in folders)
        try:
            yield self._found
        finally:
            self._inside = ()

    def _on_event(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._inside:
            return
        if event in _FILES and arguments and isinstance(arguments[0], (str, bytes, os.PathLike)):
            path = os.path.realpath(os.fsdecode(arguments[0]))
            # Python looks for modules and for what packages add in the folders of its path, and
            # opens as an archive what is none.
            own = event != "os.scandir" and path in map(os.path.realpath, sys.path)
            if not own and not path.startswith((*self._inside, *_OWN, *_PRIVATE)):
                self._found.append(("outside", f"{event} {path}"))
        elif event in _LINES:
            self._found.append(("connection", f"{event} {arguments[1:]!r}"))
        elif event in _STARTS and not self._is_own(arguments):
            self._found.append(("outside", f"{event} {arguments[0]!r}"))

    @staticmethod
    def _is_own(arguments: tuple[Any, ...]) -> bool:
        """Return whether a process is one that `check` reads files in: this Python, or EPUBCheck's."""
        return os.path.basename(str(arguments[0])) in (os.path.basename(sys.executable), "java")


# The folders that guidepub, WeasyPrint and Python make for themselves, for a moment.
_PRIVATE = tuple(
    os.path.join(os.path.realpath(tempfile.gettempdir()), beginning)
    for beginning in ("guidepub-", "weasyprint-", "tmp")
)

_WATCHES: list[Watch] = []


def watch() -> Watch:
    """Return this process's watch; a hook cannot be taken away again, so there is one."""
    if not _WATCHES:
        _WATCHES.append(Watch())
    return _WATCHES[0]
