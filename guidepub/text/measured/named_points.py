"""Which point of a scale of pay the words before an amount name: “the median is”, “a tenth earn over”."""

from __future__ import annotations

from collections.abc import Sequence

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
}


def named_point(figure: Figure, figures: Sequence[Figure], some: Sequence[ClausePiece]) -> str:
    """Return the measure of pay that is named between an amount and the one before it, or "".

    `some` are the pieces of the sentence. Where two are named, neither is certain.
    """
    if figure.kind != "money":
        return ""
    starts = [other.closes for other in figures if _is_paid_before(other, figure)]
    starts += [piece.end for piece in some if "apart" in piece.says and piece.end <= figure.start]
    since = max(starts, default=0)
    said = {says for piece in some if since <= piece.start < figure.start for says in piece.says}
    named = {_POINTS[says] for says in said if says in _POINTS}
    named |= {
        key for (share, bound), key in _SHARES.items() if share in said and bound == figure.bound
    }
    return named.pop() if len(named) == 1 else ""


def _is_paid_before(other: Figure, figure: Figure) -> bool:
    return other.kind == "money" and other.closes <= figure.start
