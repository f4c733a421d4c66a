"""Finished files, damaged: `check` tells what is wrong with each, and loses none."""

from __future__ import annotations

import functools
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

from benchmarks.siege.cases import Result, faults_of, ground, tried
from benchmarks.siege.mutating import damaged
from benchmarks.siege.outcomes import Outcome
from guidepub import build, check, load

_BODY = "Bread and *butter*.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nA note.[^a]\n\n[^a]: Here."
# `check` reads the files of a folder in one process; each starts anew.
_SECONDS = 20.0


@functools.cache
def _whole() -> tuple[tuple[str, bytes], ...]:
    """Return files of a small book, as they are made."""
    with tempfile.TemporaryDirectory(prefix="guidepub-siege-") as name:
        folder = Path(name)
        (folder / "baker.md").write_text(f"---\ntitle: Baker\n---\n# A\n\n{_BODY}\n", "utf-8")
        report = build(load(folder), folder / "out", ["screen", "print", "epub"])
        return tuple((f.path.suffix, f.path.read_bytes()) for r in report.results for f in r.files)


def try_damaged(numbers: Sequence[int]) -> list[Outcome]:
    """Return the outcomes for the files of some numbers, which are checked together."""
    with ground() as folder:
        names = {}
        for number in numbers:
            chance = Random(f"damaged {number}")
            suffix, data = _whole()[number % len(_whole())]
            names[number] = f"file-{number:05}{suffix}"
            (folder / names[number]).write_bytes(damaged(data, chance))
        limit = _SECONDS * len(numbers)
        counts = Counter[str]()

        def trial() -> Result:
            found = check(folder)
            counts.update(Path(finding.place.path).name for finding in found)
            return Result("checked", faults=tuple(faults_of(found)))

        whole = tried("damaged file", numbers[0], f"{len(numbers)} files", limit, folder, trial)
        return [
            Outcome(
                "damaged file",
                number,
                name,
                "reported" if counts[name] else "passed",
                whole.faults if number == numbers[0] else (),
                whole.seconds / len(numbers),
            )
            for number, name in names.items()
        ]
