"""Themes that try to hide or to change a notice, and honest ones, by the trial of themes."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

import guidepub
from benchmarks.siege.cases import Result, ground, tried
from benchmarks.siege.outcomes import Outcome
from benchmarks.themes import Trial, honest, shown, tricks

_SECONDS = 120.0

TRICKS = tuple(tricks())
HONEST = tuple(honest().items())
"""The themes by their numbers: first the tricks, then the honest ones."""


def try_theme(number: int) -> Outcome:
    """Return the result for the theme of a number."""
    trick = TRICKS[number] if number < len(TRICKS) else None
    name = f"{trick.family}: {trick.name}" if trick else HONEST[number - len(TRICKS)][0]
    with ground() as folder:
        return tried("theme", number, name, _SECONDS, folder, lambda: _tried(number))


def _tried(number: int) -> Result:
    trial, _ = _trial()
    if number < len(TRICKS):
        verdict = trial.verdict(TRICKS[number])
        changed = (("wrong bytes", verdict.message),) if verdict.outcome.isupper() else ()
        return Result(verdict.outcome, faults=changed)
    try:
        shown(trial.book(HONEST[number - len(TRICKS)][1]))
    except guidepub.GuidepubError as error:
        return Result("refused", faults=(("wrong bytes", f"an honest theme: {error}"),))
    return Result("shown")


@functools.cache
def _trial() -> tuple[Trial, tempfile.TemporaryDirectory[str]]:
    """Return the trial of this process, and the folder that it keeps its themes in."""
    folder = tempfile.TemporaryDirectory(prefix="guidepub-trial-")
    return Trial(Path(folder.name)), folder
