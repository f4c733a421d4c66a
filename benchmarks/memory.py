"""How much memory a worker keeps as it makes one book after another."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections import defaultdict
from pathlib import Path

from benchmarks import catalogue
from benchmarks.ground import Ground, build
from benchmarks.tables import Part, Table, under
from benchmarks.timing import Sample

_PAUSE = 0.05
_FROM = 50
_WANTED = 1.05


def memory(ground: Ground, books: int) -> Part:
    """Follow the resident memory of the process that makes a catalogue's books.

    It rises and falls within a book. The samples repeat, so the most that it was during each
    of them is compared once around: from the 50th book on, and at the end.
    """
    kinds = len(catalogue.definitions())
    folder = ground.folder / "memory"
    catalogue.repeat(folder / "catalogue", books)
    peaks = longest(_follow(folder, books))
    first, last = peaks[0][0], peaks[-1][0]
    begin = min(_FROM, books // 2)
    seen = [(number, peak) for number, peak in peaks if number >= begin]
    points = sorted({1, kinds, begin, *range(_FROM, books, _FROM), last})
    rows = tuple(
        (str(number), f"{peak_around(peaks, number, kinds) / 1024**2:.0f}")
        for number in points
        if first <= number <= last
    )
    start, end = peak_around(seen, begin, kinds), peak_around(seen, last, kinds)
    label = f"Memory of a worker at its last book ({last}), against its {begin}th"
    target = under(label, Sample((end / start,)), _WANTED)
    note = f"One worker, the PDF for the screen. The process that made most books made {last}."
    title = f"A worker’s resident memory, {books} books"
    table = Table(title, ("book", "most memory around it, MB"), rows, (note,))
    return Part((table,), (target,))


def _follow(folder: Path, books: int) -> dict[int, dict[int, int]]:
    """Build a catalogue, and return the most memory of each process during each of its books."""
    output = folder / "output"
    command = build(folder / "catalogue", output, ("screen",), 1)
    found: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    with subprocess.Popen(command.arguments, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            # After the last book there is no other.
            made = min(sum(1 for _ in output.glob("*/*.pdf")), books - 1)
            for number, size in _sizes(process.pid):
                found[number][made] = max(found[number][made], size)
            time.sleep(_PAUSE)
    return found


def _sizes(process: int) -> list[tuple[int, int]]:
    """Return the resident memory in bytes of a process and of those that it started."""
    import psutil

    try:
        parent = psutil.Process(process)
        family = (parent, *parent.children(recursive=True))
        sizes = ((each.pid, each.memory_info().rss) for each in family)
        # One that has ended but is still listed has none.
        return [(number, size) for number, size in sizes if size]
    except psutil.Error:
        # One of them has ended meanwhile.
        return []


def longest(found: dict[int, dict[int, int]]) -> list[tuple[int, int]]:
    """Return what the worker with the most memory used, by the books it had made, from 1."""
    largest = max(found.values(), key=lambda peaks: statistics.median(peaks.values()))
    first = min(largest)
    return [(made - first + 1, largest[made]) for made in sorted(largest)]


def peak_around(peaks: list[tuple[int, int]], number: int, kinds: int) -> float:
    """Return the median of the peaks of as many books as there are kinds, up to a number."""
    nearest = sorted(peaks, key=lambda peak: abs(peak[0] - number))[:kinds]
    return statistics.median(size for _, size in nearest)
