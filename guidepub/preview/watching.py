"""What changes on the disk: the files of a catalogue, told in small lots."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch

# Milliseconds: a save is one event or a few in a row, and nobody wants to wait for more.
_STEP, _LOT = 10, 60
_SECONDS_TO_RETURN = 1.0
_UNWATCHED = (
    *DefaultFilter.ignore_dirs,
    "dist",
    "build",
)


class CatalogFilter(DefaultFilter):
    """Leaves out what no book is made of: hidden files, editors' copies, finished files."""

    ignore_dirs = _UNWATCHED

    def __call__(self, change: Change, path: str) -> bool:
        """Tell whether a change matters."""
        name = Path(path).name
        if name.startswith((".", "#")) or name.endswith(("~", ".tmp", ".pdf", ".epub")):
            return False
        return super().__call__(change, path)


async def changes(root: Path) -> AsyncIterator[set[Path]]:
    """Yield the files that have changed below a folder, for as long as it takes.

    A folder that is gone for a while, such as during a checkout, is waited for.
    """
    while True:
        if root.is_dir():
            try:
                async for lot in awatch(
                    root, watch_filter=CatalogFilter(), step=_STEP, debounce=_LOT
                ):
                    yield {Path(path) for _, path in lot}
            except (OSError, RuntimeError):
                # The folder went away, or the system has no more watches to give.
                pass
        await asyncio.sleep(_SECONDS_TO_RETURN)
        yield {root}
