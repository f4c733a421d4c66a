"""Print, screen and EPUB of one guide, against its screen edition alone."""

from __future__ import annotations

import json

from benchmarks.catalogue import SAMPLES
from benchmarks.commands import output_of, python, run
from benchmarks.ground import Ground, build, measured
from benchmarks.tables import Part, Table, times, under
from benchmarks.timing import Case, Sample
from benchmarks.warm import ALONE, TOGETHER
from guidepub.model import Edition

_GUIDES = ("registered-nurse", "welder", "wind-turbine-technician")
_COMMAND = "welder"
_WANTED = 1.6


def together(ground: Ground) -> Part:
    """Time both in a process that has made books before, and as commands from the start."""
    rounds = str(ground.turns.rounds)
    answer = output_of(python("benchmarks.warm", SAMPLES, rounds, *_GUIDES))
    rows, ratios = [], []
    for slug, taken in json.loads(answer).items():
        alone, three = Sample(tuple(taken["alone"])), Sample(tuple(taken["together"]))
        ratios.append(three.over(alone))
        rows.append((slug, *_cells(alone, three)))
    cases = [_case(ground, "the screen edition of welder", ALONE)]
    cases.append(_case(ground, "three editions of welder", TOGETHER))
    found = ground.turns.time(cases)
    alone, three = (measured(found[case.name]) for case in cases)
    rows.append((f"{_COMMAND}, by `guidepub build` from the start", *_cells(alone, three)))
    every = Sample(tuple(value for ratio in ratios for value in ratio.values))
    target = under("Print, screen and EPUB of a guide, against screen alone", every, _WANTED)
    columns = ("one guide", "screen alone, s", "print, screen and EPUB, s", "ratio")
    return Part((Table("Editions of one guide", columns, tuple(rows)),), (target,))


def _cells(alone: Sample, three: Sample) -> tuple[str, str, str]:
    return f"{alone.median:.2f}", f"{three.median:.2f}", times(three.over(alone))


def _case(ground: Ground, name: str, editions: tuple[Edition, ...]) -> Case:
    guide = SAMPLES / f"{_COMMAND}.md"
    return Case(
        name,
        lambda: run([build(guide, ground.place(name), editions, 1)]),
        lambda: ground.clear(name),
    )
