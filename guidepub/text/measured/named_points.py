"""Points of the pay scale that the words before an amount name: “the median is”, “a tenth earn over”."""

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
# Which end of the scale a share of people is at depends on the limit.
_SHARES: dict[tuple[str, Bound], str] = {
    ("tenth", "most"): "wage_p10",
    ("tenth", "least"): "wage_p90",
    ("quarter", "most"): "wage_p25",
    ("quarter", "least"): "wage_p75",
    ("half", "most"): "median_wage",
    ("half", "least"): "median_wage",
}
# The same points as percentages, counted from either end.
_PERCENTS = {
    "wage_p10": (10, 90),
    "wage_p25": (25, 75),
    "median_wage": (50,),
    "wage_p75": (25, 75),
    "wage_p90": (10, 90),
}

# Lower amounts are hourly, or mostly other numbers.
_LEAST_PAY = 500
# Two amounts of pay for the same period differ by less than this factor within a trade.
_MOST_TIMES = 4
_COUNTED = frozenset("own trade anyone jobs headcount employed count openings strange".split())


def named_point(figure: Figure, figures: Sequence[Figure], pieces: Sequence[ClausePiece]) -> str:
    """Return the measure that is named between an amount of pay and the amount before it.

    `pieces` are the pieces of the sentence. An empty string if none is named, or more than one.
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
    """Return the limits that an amount of a measure may be: “the lowest tenth earn less than”."""
    return frozenset(bound for (_, bound), point in _SHARES.items() if point == key)


def names_share(key: str, pieces: Iterable[ClausePiece], figure: Figure) -> bool:
    """Return whether a sentence names the share of people for whom an amount is the limit.

    `key` is a measure that has `limits_of`. “There are some who earn more than $90,000” does not name
    a share; “no medians above $90,000 are published, so half earn at least that” names one too late.
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
    """Return whether the share that a sentence names belongs to another amount.

    In “most earn around $52,000; a quarter earn more than $71,000” the quarter belongs to the second.
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
    """Return an amount without a currency as pay, if its words name a point of the pay scale.

    “The average is 33,450 euros and the median 30,800”: the currency is that of the last similar
    amount in `paid`, which come before it. Numbers of people are returned as they are.
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
    """Return whether the next words name what a number counts: “half of 24,000 workers”."""
    following = next((piece for piece in pieces if piece.start >= figure.closes), None)
    return following is not None and bool(following.classes & _COUNTED)


def _is_paid_before(other: Figure, figure: Figure) -> bool:
    return other.kind == "money" and other.closes <= figure.start
