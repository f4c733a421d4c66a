"""Which point of a scale of pay the words before an amount name: “the median is”, “a tenth earn over”."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from guidepub.text.figures.quantities import Bound, Figure
from guidepub.text.measured.clauses import ClausePiece

_POINTS = {
    "median": "median_wage",
    "half": "median_wage",
    "mean": "mean_wage",
    **{point: point for point in ("wage_p10", "wage_p25", "wage_p75", "wage_p90")},
}
# A share of people is one of those paid least or best, as the amount is a limit.
_SHARES: dict[tuple[str, Bound], str] = {
    ("tenth", "most"): "wage_p10",
    ("tenth", "least"): "wage_p90",
    ("quarter", "most"): "wage_p25",
    ("quarter", "least"): "wage_p75",
    ("half", "most"): "median_wage",
    ("half", "least"): "median_wage",
}
# The same shares as percentages, said from either end.
_PERCENTS = {
    "wage_p10": (10, 90),
    "wage_p25": (25, 75),
    "median_wage": (50,),
    "wage_p75": (25, 75),
    "wage_p90": (10, 90),
}

# Amounts below are of hours, and mostly numbers of other things.
_LEAST_PAY = 500
# Pay of one trade for one length of time is within so many times of other pay.
_MOST_TIMES = 4
_COUNTED = frozenset("own trade anyone jobs headcount employed count openings strange".split())


def named_point(figure: Figure, figures: Sequence[Figure], pieces: Sequence[ClausePiece]) -> str:
    """Return the measure of pay that is named between an amount and the one before it, or "".

    `pieces` are the pieces of the sentence. Where two are named, neither is certain.
    """
    if figure.kind != "money":
        return ""
    starts = [other.closes for other in figures if _is_paid_before(other, figure)]
    starts += [
        piece.end for piece in pieces if "apart" in piece.classes and piece.end <= figure.start
    ]
    since = max(starts, default=0)
    classes = {
        name for piece in pieces if since <= piece.start < figure.start for name in piece.classes
    }
    named = {_POINTS[name] for name in classes if name in _POINTS}
    named |= {
        key for (share, bound), key in _SHARES.items() if share in classes and bound == figure.bound
    }
    return named.pop() if len(named) == 1 else ""


def limits_of(key: str) -> frozenset[Bound]:
    """Return what an amount of a measure may be a limit as: “the lowest tenth earn less than”."""
    return frozenset(bound for (_, bound), point in _SHARES.items() if point == key)


def names_share(key: str, pieces: Iterable[ClausePiece], figure: Figure) -> bool:
    """Return whether a sentence names the share of people for whom an amount is the limit.

    `key` is a measure that has `limits_of`. “More than $90,000” is what a tenth earns, or half,
    only where that is said: “there are some who earn more than $90,000” says neither, and “no
    medians above $90,000 are published, so half earn at least that” says half too late.
    """
    shares = {key, *(share for (share, _), point in _SHARES.items() if point == key)}
    return any(
        piece.classes & shares or _is_percent_of(key, piece)
        for piece in pieces
        if key != "median_wage" or piece.start < figure.start
    )


def names_another(
    key: str, figure: Figure, figures: Iterable[Figure], pieces: Sequence[ClausePiece]
) -> bool:
    """Return whether the share that a sentence names is another amount's, and not that of an end of the scale.

    In “most earn around $52,000; a quarter earn more than $71,000” the first is no quarter's.
    """
    if not key.startswith("wage_p") or figure.bound in limits_of(key):
        return False
    names_share_of_other = any(piece.classes & {"tenth", "quarter"} for piece in pieces) and any(
        other.kind == "money" and other.start != figure.start and other.bound in ("most", "least")
        for other in figures
    )
    return names_share_of_other and not any(
        key in piece.classes or _is_percent_of(key, piece) for piece in pieces
    )


def _is_percent_of(key: str, piece: ClausePiece) -> bool:
    other = piece.figure
    return other is not None and other.kind == "percent" and other.value in _PERCENTS[key]


def as_pay(
    figure: Figure, figures: Sequence[Figure], pieces: Sequence[ClausePiece], paid: Iterable[Figure]
) -> Figure:
    """Return an amount that leaves its currency out as one of pay, where its words name a point of it.

    “The average is 33,450 euros and the median 30,800”: it has the currency and the period of the
    last amount of its size among `paid`, which stand before it. A number of people is none.
    """
    if figure.kind not in ("count", "number") or figure.is_year or figure.value < _LEAST_PAY:
        return figure
    like = [
        other
        for other in paid
        if other.kind == "money" and other.currency and _is_of_like_size(other, figure)
    ]
    if not like or _counts_what_follows(figure, pieces):
        return figure
    money = replace(figure, kind="money", currency=like[-1].currency)
    return money if named_point(money, figures, pieces) else figure


def _is_of_like_size(one: Figure, other: Figure) -> bool:
    less, more = sorted((one.value, other.value))
    return more < less * _MOST_TIMES


def _counts_what_follows(figure: Figure, pieces: Sequence[ClausePiece]) -> bool:
    """Return whether the next words say what a number counts: “half of 24,000 workers”."""
    behind = next((piece for piece in pieces if piece.start >= figure.closes), None)
    return behind is not None and bool(behind.classes & _COUNTED)


def _is_paid_before(other: Figure, figure: Figure) -> bool:
    return other.kind == "money" and other.closes <= figure.start
