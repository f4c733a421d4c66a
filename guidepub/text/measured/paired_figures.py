"""Clauses that state two figures at once: the ends of a pay scale, or jobs now and later.

“The middle half earn between $44,200 and $61,900”, “at the 10th and the 90th percentile”, “from
61,300 in 2023 to 64,400 in 2033”. As in `clauses`, every word of such a clause must be known, since
any other may narrow the figures to a place or a rank.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guidepub.text.figures.quantities import Figure, all_figures, ends_of
from guidepub.text.figures.years import Dating, when, years
from guidepub.text.measured.clauses import FEWEST, WHOLE, ClausePiece, clause_pieces
from guidepub.text.measured.measures import Statement, key_and_unit, with_period

_LOW = {"wage_p10": "wage_p90", "wage_p25": "wage_p75"}
# Classes in clauses about the number of jobs, and classes that rule them out.
_OF_JOBS = frozenset({"own", "trade", "jobs", "employed", "headcount", "count"})
_OF_CHANGE = frozenset({"rise", "fall", "future", "until", "passes"})
_NEVER_OF_JOBS = frozenset("pay earn median mean half openings yearly".split())
# The shortest projection in years, and the first year in the future.
_AHEAD, _FIRST_AHEAD = 4, 2028
# No occupation grows or shrinks by this factor in ten years.
_MOST_TIMES = 3


@functools.lru_cache(maxsize=64)
def paired_statements(
    sentence: str, own: frozenset[str], language: str, paid: tuple[Figure, ...] = ()
) -> tuple[Statement, ...]:
    """Return the statements of clauses with two figures, in order.

    `own` and `paid` are as for `measures.statements`.
    """
    return tuple(_paired(sentence, own, language, paid))


def _paired(
    sentence: str, own: frozenset[str], language: str, paid: tuple[Figure, ...]
) -> Iterator[Statement]:
    figures = all_figures(sentence, language)
    if not any(figure.high is not None for figure in figures) and len(figures) < 2:
        return
    pieces = clause_pieces(sentence, figures, own, language)
    for clause in _clauses(pieces):
        classes = frozenset[str]().union(*(piece.classes for piece in clause))
        two = _two(clause, sentence, language)
        if two is None or "strange" in classes or _may_be_of_others(clause, pieces):
            continue
        if two[0].kind == "money":
            yield from _ends_of_scale(two, classes, sentence, (*figures, *paid))
        elif two[0].kind == "count" and two[1].kind == "count":
            words = sentence[clause[0].start : clause[-1].end]
            yield from _jobs_now_and_ahead(two, classes, words)


def _may_be_of_others(clause: Sequence[ClausePiece], pieces: Sequence[ClausePiece]) -> bool:
    """Return whether a clause that names nobody may be about others, named before it."""
    if any(piece.classes & WHOLE for piece in clause):
        return False
    return any("strange" in piece.classes for piece in pieces if piece.end <= clause[0].start)


def _clauses(pieces: Sequence[ClausePiece]) -> Iterator[Sequence[ClausePiece]]:
    """Yield the parts of a sentence between semicolons that have two figures.

    A comparison ends a part.
    """
    clause: list[ClausePiece] = []
    is_over = False
    for piece in pieces:
        if "apart" in piece.classes:
            yield from _with_two(clause)
            clause, is_over = [], False
            continue
        is_over = is_over or ("stop" in piece.classes and any(each.figure for each in clause))
        if not is_over:
            clause.append(piece)
    yield from _with_two(clause)


def _with_two(clause: Sequence[ClausePiece]) -> Iterator[Sequence[ClausePiece]]:
    """Yield a clause if it has a range or two figures, without other parts after commas."""
    at = [n for n, piece in enumerate(clause) if piece.figure and _counts(piece.figure)]
    ranges = [n for n in at if (figure := clause[n].figure) and figure.high is not None]
    first, last = (ranges[0], ranges[0]) if ranges else (at[0], at[1]) if len(at) > 1 else (0, -1)
    if last < 0:
        return
    others = [n for n in at if n > last]
    ends = [n for n, piece in enumerate(clause) if n > last and "and" in piece.classes]
    end = next(iter(ends), len(clause))
    if not others or end < others[0]:
        starts = [n for n in at if n < first]
        begin = max((n for n in range(first) if "and" in clause[n].classes), default=0)
        yield clause[begin if starts else 0 : end]


def _counts(figure: Figure) -> bool:
    """Return whether a figure is more than a year or a small number."""
    return figure.kind != "number" or (figure.value >= FEWEST and not figure.is_year)


def _two(
    clause: Sequence[ClausePiece], sentence: str, language: str
) -> tuple[Figure, Figure] | None:
    """Return the two figures of a clause, in order, or None."""
    found = [piece.figure for piece in clause if piece.figure and _counts(piece.figure)]
    if len(found) == 1:
        return ends_of(found[0], sentence, language) if found[0].bound in ("", "about") else None
    if len(found) != 2 or not all(figure.is_exact for figure in found):
        return None
    return found[0], found[1]


def _ends_of_scale(
    two: tuple[Figure, Figure], classes: frozenset[str], sentence: str, paid: Sequence[Figure]
) -> Iterator[Statement]:
    """Yield both statements if a clause states two opposite points of the pay scale."""
    points = {key for key in (*_LOW, *_LOW.values()) if key in classes}
    low = "wage_p25" if "middle" in classes else next((key for key in _LOW if key in points), "")
    is_named = points == {low, _LOW.get(low, "")} or ("middle" in classes and not points)
    is_paid = classes & {"pay", "earn"} or any(figure.per for figure in two)
    if not (is_named and is_paid) or classes & {"median", "mean", "half", "jobs", "future"}:
        return
    lower, higher = sorted(two, key=lambda figure: figure.value)
    per = higher.per or lower.per
    for key, figure in ((low, lower), (_LOW[low], higher)):
        whole = replace(figure, per=figure.per or per, currency=figure.currency or higher.currency)
        whole = with_period(whole, paid)
        if known := key_and_unit(key, whole):
            yield Statement(*known, whole.value, whole, "", when(sentence, whole.start))


def _jobs_now_and_ahead(
    two: tuple[Figure, Figure], classes: frozenset[str], words: str
) -> Iterator[Statement]:
    """Yield the jobs now and later, if a clause states both."""
    now, later = two
    if not (classes & _OF_JOBS and classes & _OF_CHANGE) or classes & _NEVER_OF_JOBS:
        return
    if max(now.value, later.value) > _MOST_TIMES * min(now.value, later.value):
        return
    ways = classes & {"rise", "fall"}
    if len(ways) == 1 and (later.value < now.value) == (ways == {"rise"}):
        # The order is reversed: “is to rise to 78,300 in 2033 from 76,800”.
        return
    named = [year for _, year in years(words)]
    first, last = (named[0] if len(named) > 1 else None), (named[-1] if named else None)
    is_ahead = last is not None and last >= max(_FIRST_AHEAD, (first or 0) + _AHEAD)
    if not is_ahead or (first is not None and first >= _FIRST_AHEAD) or len(named) > 2:
        return
    assert last is not None
    stretch = (first, last) if first else None
    yield Statement("employment", "jobs", now.value, now, "", Dating(year=first))
    ahead = Dating(stretch=stretch, target=None if stretch else last)
    yield Statement("projected_employment", "jobs", later.value, later, "", ahead)
