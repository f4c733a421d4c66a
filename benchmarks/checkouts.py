"""The source of another commit in a folder of its own, to be run beside this one."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from compileall import compile_dir
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""This checkout."""


class CheckoutError(Exception):
    """Git has no such commit, or there is no Git."""


@contextmanager
def checkout(commit: str, folder: Path) -> Iterator[Path]:
    """Give the worktree of a commit in a new folder, which is removed afterwards.

    Commands that run in it use its source, since Python looks there first. It and this checkout
    are compiled, as an installed package is: a start that compiles would measure the compiler.

    Raises:
        CheckoutError: this source is no repository of Git's, or has no such commit.
    """
    _git("worktree", "add", "--quiet", "--detach", str(folder), commit)
    try:
        for source in (ROOT, folder):
            compile_dir(source / "guidepub", quiet=1)
        yield folder
    finally:
        _git("worktree", "remove", "--force", str(folder))


def name_of(commit: str) -> str:
    """Return the short name of a commit.

    Raises:
        CheckoutError: as `checkout`.
    """
    return _git("rev-parse", "--short", "--verify", f"{commit}^{{commit}}").strip()


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=False
        )
    except OSError as error:
        raise CheckoutError(f"git: {error}") from error
    if done.returncode:
        raise CheckoutError(done.stderr.strip())
    return done.stdout
