"""The audit of many files: each is examined in a process with limits, once for its content."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

from guidepub.checks.legal.verdicts.judging import judged, unread
from guidepub.checks.legal.verdicts.memory import Memory, file_hash
from guidepub.checks.legal.verdicts.reports import LegalReport
from guidepub.checks.legal.verdicts.sightings import Examination, examination_of
from guidepub.checks.legal.wordings.register import register_data
from guidepub.checks.opening.finding_files import finished_files
from guidepub.checks.opening.guarding import MEMORY
from guidepub.files.folders import Paths
from guidepub.findings.errors import UsageError
from guidepub.model import Catalog
from guidepub.workers.confinement import confined, ready

SECONDS = 60
"""Processor and wall time for one file."""

# Files a process: enough that starting it costs little, few enough that progress shows.
_CHUNK = 100
_WORKER = "guidepub.checks.legal.worker"
# Processes that are started at once; the others start when it is their turn.
_READY = 32


def check_legal(
    paths: Paths,
    catalog: Catalog,
    jobs: int | None = None,
    cache: Path | str | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> LegalReport:
    """Return which notices of a catalogue are in finished files, and what is wrong with them.

    Args:
        paths: a finished file, a folder of them, or several of these.
        catalog: the register of notices, with the guides as far as they are known.
        jobs: how many processes examine files; by default one for each processor.
        cache: a folder in which to remember what was found in each file; by default none.
        on_progress: is called with how many files are done, and how many there are.

    Raises:
        UsageError: a path is not there, or holds no finished file; or `jobs` is below one.
    """
    if jobs is not None and jobs < 1:
        raise UsageError("Files are examined by at least one process.")
    listed = finished_files(paths)
    files = listed.files
    register = register_data(catalog)
    jobs = jobs or os.cpu_count() or 1
    report_progress = on_progress or _ignore
    memory = Memory(None if cache is None else Path(cache), register)
    found: dict[Path, Examination] = {}
    with ThreadPoolExecutor(jobs) as threads:
        digests = dict(zip(files, threads.map(_digest, files), strict=True))
    known = memory.recall(digest for digest in digests.values() if digest)
    for file, digest in digests.items():
        if digest in known:
            found[file] = examination_of(known[digest])
    report_progress(len(found), len(files))
    parts = list(_chunks([file for file in files if file not in found], jobs))
    with closing(_all_examined(parts, register, jobs)) as answers:
        for part in answers:
            fresh: dict[str, Any] = {}
            for file, data in part:
                found[file] = _examination(data)
                if not found[file].error and digests[file]:
                    fresh[digests[file]] = data
            memory.keep(fresh)
            report_progress(len(found), len(files))
    memory.close()
    reports = judged({file: found[file] for file in files}, catalog)
    return LegalReport((*reports, *map(unread, listed.findings)))


def _ignore(done: int, total: int) -> None:
    pass


def _digest(file: Path) -> str:
    try:
        return file_hash(file)
    except OSError:
        return ""


def _chunks(files: Sequence[Path], jobs: int) -> Iterator[Sequence[Path]]:
    size = max(1, min(_CHUNK, -(-len(files) // jobs)))
    for begin in range(0, len(files), size):
        yield files[begin : begin + size]


def _all_examined(
    parts: Sequence[Sequence[Path]], register: Mapping[str, Any], jobs: int
) -> Generator[list[tuple[Path, Any]]]:
    """Yield the examinations of each part's files; processes examine several parts at once."""
    stopped = threading.Event()
    with ready(_WORKER, min(len(parts), _READY)), ThreadPoolExecutor(jobs) as threads:
        try:
            yield from threads.map(lambda part: _examined(part, register, stopped), parts)
        finally:
            # The audit was stopped, or is complete.
            stopped.set()


def _examined(
    files: Sequence[Path], register: Mapping[str, Any], stopped: threading.Event
) -> list[tuple[Path, Any]]:
    """Return the examination of each file, or of some where the audit is stopped meanwhile."""
    order, names = {"register": register}, [str(file) for file in files]
    answers = confined(_WORKER, order, names, SECONDS, MEMORY, stopped.is_set)
    return list(zip(files, answers, strict=False))


def _examination(data: Any) -> Examination:
    if data is None:
        return Examination(error=f"It takes more than {SECONDS} seconds, or crashes the reader.")
    return examination_of(data)
