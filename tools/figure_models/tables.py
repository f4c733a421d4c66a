"""What is lifted of the labelled passages by rules, by weights, and by both, in a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from guidepub.text.weights import FigureWeights
from tools.figure_models.learning import ReadFigure
from tools.figure_models.passages import Passage

_HEAD = (
    "| passages | figures wanted | rules | precision | recall | weights | precision | recall"
    " | both | precision | recall |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n"
)


def table(known: Sequence[Passage], found: Sequence[ReadFigure], learned: FigureWeights) -> str:
    """Return the table by language, writer and measure; each cell says how many were right and lifted."""
    lines = [_HEAD]
    every = [(each, (each.ruled, each.weighed(learned), each.lifted(learned))) for each in found]
    for name, is_of, key in _groups(known):
        wanted = sum(
            key in ("", of) for passage in known if is_of(passage) for of, _ in passage.facts
        )
        group = [pair for pair in every if is_of(pair[0].figure.passage)]
        cells = []
        for way in range(3):
            lifted = [(got[way], each.figure.key) for each, got in group if got[way]]
            lifted = [pair for pair in lifted if key in ("", pair[0])]
            right = sum(got == label for got, label in lifted)
            cells += [
                f"{right} of {len(lifted)}",
                _share(right, len(lifted)),
                _share(right, wanted),
            ]
        lines.append(f"| {name} | {wanted} | {' | '.join(cells)} |\n")
    return "".join(lines)


def _groups(known: Sequence[Passage]) -> Iterator[tuple[str, Callable[[Passage], bool], str]]:
    """Yield the rows of the table: a name, whose passages it is of, and of which measure, if of one."""
    for language in sorted({passage.language for passage in known}):
        yield f"`{language}`", partial(_is_of, language), ""
    for writer in sorted({passage.writer for passage in known}):
        yield f"of {writer}", partial(_is_of, writer), ""
    for key in sorted({key for passage in known for key, _ in passage.facts}):
        yield f"`{key}`", partial(_is_of, ""), key
    yield "all", partial(_is_of, ""), ""


def _is_of(group: str, passage: Passage) -> bool:
    return group in ("", passage.language, passage.writer)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"
