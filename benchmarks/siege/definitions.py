"""Definitions that are mutated or hostile: each is taken, or told by its file."""

from __future__ import annotations

import functools
from pathlib import Path
from random import Random

from benchmarks.catalogue import SAMPLES
from benchmarks.generating import catalog, guide
from benchmarks.siege.cases import Files, Result, faults_of, files_made, ground, put, tried
from benchmarks.siege.hostile import hostile
from benchmarks.siege.mutating import mutated
from benchmarks.siege.outcomes import Outcome
from guidepub import build, lint, load
from guidepub.loading import select

# Making a book takes a hundred times as long as reading its definition. A prime, so that books are
# made of every kind of definition.
_BUILT = 41
# What a book may take.
_SECONDS = 300.0


def try_definition(number: int) -> Outcome:
    """Return the result for the definition of a number; one of some forty goes on to be made."""
    chance = Random(f"definition {number}")
    name, content = _definition(number, chance)
    with ground() as folder:
        put(folder, {**_surroundings(), name: content})
        return tried(
            "definition", number, name, _SECONDS, folder, lambda: _trial(folder, name, number)
        )


def _definition(number: int, chance: Random) -> tuple[str, str | bytes]:
    kind = number % 10
    if kind < 4:
        return hostile(chance)
    if kind < 7:
        return "mutated.md", mutated(guide(number % 60).text, chance)
    sample = chance.choice(_samples())
    return f"mutated{sample.suffix}", mutated(sample.read_text("utf-8"), chance)


@functools.cache
def _samples() -> tuple[Path, ...]:
    return tuple(sorted(path for path in SAMPLES.iterdir() if path.suffix in (".md", ".yaml")))


@functools.cache
def _surroundings() -> Files:
    return {**catalog("classic", "a5"), "good.md": "---\ntitle: Good\n---\n# A\n\nBread.\n"}


def _trial(folder: Path, name: str, number: int) -> Result:
    asked = {path.name for path in select(folder).definitions()}
    found = load(folder)
    faults = [*faults_of(found.findings)]
    named = {each.origin.name for each in found.values() if each.origin is not None}
    named |= {each.file.name for each in found.by_file}
    faults += (("unnamed", name) for name in asked - named)
    if "good.md" not in {each.origin.name for each in found.values() if each.origin is not None}:
        faults.append(("unnamed", "the good guide beside it was not read"))
    mine = [each for each in found.values() if each.origin is not None and each.origin.name == name]
    for each in mine:
        faults += faults_of(lint(each, found.with_guides(each)))
    if number % _BUILT or not mine:
        return Result("taken" if mine else "reported", faults=tuple(faults))
    made = _made(folder, name)
    return Result(made.verdict, made.size, (*faults, *made.faults))


def _made(folder: Path, name: str) -> Result:
    """Build a guide's EPUB, twice: what is made is the same bytes, and what fails is named."""
    found = load(folder / name)
    faults: list[tuple[str, str]] = []
    held: list[dict[str, bytes]] = []
    for round_ in ("one", "two"):
        made, wrong = files_made(build(found, folder / round_, ["epub"]))
        faults += wrong
        held.append(made)
    if held[0] != held[1]:
        faults.append(("wrong bytes", "two builds differ"))
    return Result(
        "built" if held[0] else "not built",
        max(map(len, held[0].values()), default=0),
        tuple(faults),
    )
