"""A catalogue as `catalogs` reads it, within limits: in a process of its own where it takes one."""

from __future__ import annotations

from pathlib import Path

from guidepub.files.folders import listing
from guidepub.findings import Finding, InputError, Place
from guidepub.loading.catalogs import SECONDS, find_catalog
from guidepub.model import Catalog
from guidepub.workers.deadlines import LONGEST, can_end_work, time_limit


def load(path: str | Path, timeout: float | None = None, memory: int | None = None) -> Catalog:
    """Return the catalogue at a path: its folder, a folder of guides, or one guide's file.

    A folder's files that are no guides are passed over; a file that is named is taken for one.
    A folder or a file inside a catalogue gives that catalogue with only those guides; one
    outside any gives a catalogue of built-in defaults. Guides with errors are left out and
    reported in the catalogue's `findings`, so that the others can be built.

    `timeout` is the seconds that one definition may take, 60 if not given: one that takes
    longer is left out and reported, too. It holds in the main thread. Elsewhere a `timeout` that is
    given, and everywhere `memory`, the bytes for all of it, has the catalogue read in a process
    of its own, which takes some tenths of a second to start.

    Raises:
        UsageError: nothing is there, or a limit makes no sense.
        InputError: `catalog.toml` has faults; or the path is one guide's file and that
            guide has; or the process died, or took more than it may (D014).
    """
    seconds = time_limit(timeout, SECONDS)
    if memory is None and (timeout is None or can_end_work()):
        return find_catalog(path, seconds)
    # Imported late: most callers of `load` need no process.
    from guidepub.workers import WorkerError, alone

    try:
        whole = min(seconds * (1 + _most_definitions(Path(path))), LONGEST)
        return alone(find_catalog, path, seconds, timeout=whole, memory=memory)
    except WorkerError as error:
        message = f"Reading was abandoned: {error}."
        remedy = "Make the definitions, their tables or their images smaller."
        raise InputError([Finding(Place(str(path)), "D014", message, remedy)]) from error


def _most_definitions(path: Path) -> int:
    found = listing(path)
    return max(1, len(found.files) + len(found.folders))
