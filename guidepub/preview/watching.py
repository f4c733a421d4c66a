"""What changes on the disk: the files of a catalogue, reported in small lots."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch

from guidepub.files import resolved

# Milliseconds: a save is one event or a few in a row, and nobody wants to wait for more. It is reported
# when a step has brought nothing new, one and a half steps after the save on the average.
_STEP, _LOT = 2, 60
# How often to look whether the folder itself is still the same.
_LOOK = 1000
_UNWATCHED = (*DefaultFilter.ignore_dirs, "dist", "build")


class CatalogFilter(DefaultFilter):
    """Leaves out what no book is made of: hidden files, editors' copies, finished files."""

    ignore_dirs = _UNWATCHED

    def __call__(self, change: Change, path: str) -> bool:
        """Return whether a change matters."""
        name = Path(path).name
        if name.startswith((".", "#")) or name.endswith(("~", ".tmp", ".pdf", ".epub")):
            return False
        return super().__call__(change, path)


async def changes(root: Path) -> AsyncIterator[set[Path]]:
    """Yield the files that have changed below a folder, for as long as it takes.

    A folder that is gone for a while or is another one now, such as after a checkout, is
    waited for and watched anew.
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
                # A folder that may not be read costs itself alone.
                ignore_permission_denied=True,
            ):
                paths = {Path(path) for _, path in lot}
                if paths:
                    yield paths
                # Another folder may have got the number of one that is gone.
                if _identity(root) != watched or {root, resolved(root)} & paths:
                    break
        except (OSError, RuntimeError):
            # The folder is gone, or the system has no more watches to give.
            await asyncio.sleep(_LOOK / 1000)
        yield {root}


def _identity(folder: Path) -> tuple[int, int] | None:
    """Return what tells a folder from another one of the same name."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
