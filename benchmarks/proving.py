"""What it costs to compare each finished file with its guide's own text."""

from __future__ import annotations

import json

from benchmarks.catalogue import SAMPLES
from benchmarks.commands import output_of, python
from benchmarks.ground import Ground
from benchmarks.tables import Part, Table, share, under
from benchmarks.timing import Sample

_WANTED = 0.05


def proof(ground: Ground) -> Part:
    """Time the proof of the text beside the making of all editions and the proof of notices."""
    answer = output_of(python("benchmarks.proved", SAMPLES, str(ground.turns.rounds)))
    rows, shares = [], []
    for slug, rounds in json.loads(answer).items():
        making, legal, text = (Sample(tuple(values)) for values in zip(*rounds, strict=True))
        whole = Sample(tuple(sum(taken) for taken in rounds))
        shares.append(text.over(whole))
        cells = (f"{part.median * 1000:.0f}" for part in (making, legal, text))
        rows.append((slug, *cells, share(shares[-1].median)))
    every = Sample(tuple(value for each in shares for value in each.values))
    target = under("Proof of a book’s text, as a part of the whole book", every, _WANTED)
    columns = (
        "all editions of",
        "made, ms",
        "notices proved, ms",
        "text proved, ms",
        "of the whole",
    )
    note = (
        "Processor time in a process that has made books before; the file is opened once for both."
    )
    table = Table("Files read back", columns, tuple(rows), (note,))
    return Part((table,), (target,))
