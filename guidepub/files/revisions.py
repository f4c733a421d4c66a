"""The Git commit that a folder is checked out at, read from the repository's own files.

Git itself is not run, since a repository's configuration can make it run other programs. A
folder without a repository, or with references of an unusual kind, has no commit; that is never
an error.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from guidepub.files import read_bytes, resolved
from guidepub.findings import InputError

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_REFERENCE = re.compile(r"ref: (refs/[A-Za-z0-9_][A-Za-z0-9_./+@-]*)")
_SHORT, _LONG = 4096, 16 * 1024 * 1024
# A reference may name another one; Git follows no more than five of them.
_STEPS = 5


def commit_of(folder: Path) -> str:
    """Return the current commit of a folder's repository in hexadecimal, or an empty string."""
    folder = resolved(folder)
    for above in (folder, *folder.parents):
        entry = above / ".git"
        if os.path.isdir(entry):
            return _head(entry, entry)
        if os.path.isfile(entry):
            return _head_of_worktree(entry)
    return ""


def _head_of_worktree(entry: Path) -> str:
    """Return the commit of a work tree whose `.git` is a file (gitrepository-layout)."""
    text = _line(entry)
    if not text.startswith("gitdir: "):
        return ""
    own = entry.parent / text.removeprefix("gitdir: ")
    common = _line(own / "commondir")
    return _head(own, own / common if common else own)


def _head(own: Path, common: Path) -> str:
    value = _line(own / "HEAD")
    for _ in range(_STEPS):
        if _COMMIT.fullmatch(value):
            return value
        reference = _REFERENCE.fullmatch(value)
        if reference is None or ".." in value:
            return ""
        name = reference[1]
        value = _line(own / name) or _line(common / name) or _packed(common, name)
    return ""


def _packed(common: Path, name: str) -> str:
    for line in _text(common / "packed-refs", _LONG).splitlines():
        commit, _, packed_name = line.partition(" ")
        if packed_name == name:
            return commit
    return ""


def _line(path: Path) -> str:
    return _text(path, _SHORT).strip()


def _text(path: Path, limit: int) -> str:
    try:
        return read_bytes(path, limit).decode("utf-8", "replace")
    except InputError:
        return ""
