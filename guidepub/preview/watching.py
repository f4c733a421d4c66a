"""Watching a catalogue's files on disk, with changes reported in small batches."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch

from guidepub.files import resolved

# Milliseconds. A save is one event or a few in a row. It is reported after a step without events:
# on average, one and a half steps after the save.
_STEP, _LOT = 2, 60
# Milliseconds between checks that the folder itself is still the same.
_LOOK = 1000
_UNWATCHED = (*DefaultFilter.ignore_dirs, "dist", "build")


class CatalogFilter(DefaultFilter):
    """Leaves out files that no book is made from: hidden files, editors' copies, finished files."""

    ignore_dirs = _UNWATCHED

    def __call__(self, change: Change, path: str) -> bool:
        """Return whether a change matters."""
        name = Path(path).name
        if name.startswith((".", "#")) or name.endswith(("~", ".tmp", ".pdf", ".epub")):
            return False
        return super().__call__(change, path)


async def changes(root: Path) -> AsyncIterator[set[Path]]:
    """Yield the files that have changed below a folder, without end.

    If the folder is missing for a while, or is replaced by another one, as by a checkout, it is
    waited for and watched again.
    """
    while True:
        watched = _identity(root)
        try:
            async for lot in awatch(
                root,
                watch_filter=CatalogFilter(),
                step=_STEP,
                debounce=_LOT,
                rust_timeout=_LOOK,
                yield_on_timeout=True,
                # A subfolder that may not be read is not watched.
                ignore_permission_denied=True,
            ):
                paths = {Path(path) for _, path in lot}
                if paths:
                    yield paths
                # Another folder may have the inode number of one that is gone.
                if _identity(root) != watched or {root, resolved(root)} & paths:
                    break
        except (OSError, RuntimeError):
            # The folder is gone, or the system allows no more watches.
            await asyncio.sleep(_LOOK / 1000)
        yield {root}


def _identity(folder: Path) -> tuple[int, int] | None:
    """Return what distinguishes a folder from another one of the same name, or None without one."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
