"""What clues weigh that a sentence promises, leaves people out, or was left from a web page.

A file a family and language, of rows with a clue and its weight, heaviest first. The rows of
`=base` and `=least` say what a sentence weighs without clues, and how much it must at least weigh
to be told. `python -m tools.sentence_models` makes them of labelled sentences.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

SCALE = 100
"""The weights are written in hundredths."""
BASE, LEAST = "=base", "=least"
"""The rows that are no clue's."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What the clues of a family weigh, what a sentence weighs without any, and the least to tell."""

    of_clues: Mapping[str, float]
    base: float
    least: float


@functools.cache
def weights(family: str, language: str) -> Weights | None:
    """Return the weights of a family, `promise`, `bias` or `residue`; None in other languages."""
    file = resources.files(__name__).joinpath(f"{family}.{language}.tsv")
    if not file.is_file():
        return None
    rows = (line.rsplit("\t", 1) for line in file.read_text("utf-8").splitlines())
    table = {clue: int(weight) / SCALE for clue, weight in rows}
    return Weights(table, table.pop(BASE), table.pop(LEAST))
