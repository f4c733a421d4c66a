"""Compares a text's numbers of jobs: now, projected, the change, and its percentage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import product

MEASURES = frozenset(
    {"employment", "projected_employment", "employment_change", "projected_growth"}
)
"""The measures of jobs; any two of them determine the others."""

# Tolerances for rounded figures: percentage points of a percentage, a fraction of a count.
_POINT, _ROUNDED = Decimal("0.55"), Decimal("0.06")
# Counts of jobs whose ratio is larger than this are not of the same people.
_MOST_TIMES = Decimal("1.5")
# More jobs than any occupation in a country has.
_MOST_JOBS = 8_000_000
_HUNDRED = Decimal(100)


def contradicts(known: Mapping[str, Decimal], measure: str, value: Decimal) -> bool:
    """Return whether a figure of jobs contradicts those that are `known` about the same people.

    A rise contradicts a loss, and so does a change of more jobs than there are.
    """
    counts = {key: known[key] for key in MEASURES & known.keys()} | {measure: value}
    ways = [
        (each > 0) - (each < 0)
        for each in (
            *map(counts.get, ("employment_change", "projected_growth")),
            _difference(counts),
        )
        if each is not None
    ]
    change, now = counts.get("employment_change"), counts.get("employment")
    is_more = change is not None and now is not None and abs(change) > now
    if is_more or {-1, 1} <= set(ways):
        return True
    ranges = list(_jobs_now(counts))
    least, most = (
        max((low for low, _ in ranges), default=0),
        min((high for _, high in ranges), default=0),
    )
    return least > most * _MOST_TIMES or least > _MOST_JOBS


def confirms(known: Mapping[str, Iterable[Decimal]], measure: str, value: Decimal) -> bool:
    """Return whether a figure of jobs follows from two others; `known` has values by measure."""
    others = sorted(MEASURES & known.keys() - {measure})
    return any(
        _follows(dict([first, second]), measure, value)
        for number, key in enumerate(others)
        for other in others[number + 1 :]
        for first, second in product(
            ((key, each) for each in known[key]), ((other, each) for each in known[other])
        )
    )


def _difference(counts: Mapping[str, Decimal]) -> Decimal | None:
    """Return the difference of the counts now and projected, or None if it may be due to rounding."""
    if not {"employment", "projected_employment"} <= counts.keys():
        return None
    passed = counts["projected_employment"] - counts["employment"]
    return passed if abs(passed) > counts["employment"] / 1000 else None


def _jobs_now(counts: Mapping[str, Decimal]) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield the lower and upper bound of today's jobs that each pair of figures implies."""
    growth, change = counts.get("projected_growth"), counts.get("employment_change")
    later = counts.get("projected_employment")
    if (now := counts.get("employment")) is not None:
        yield now, now
    if later is not None and change is not None:
        yield later - change, later - change
    if later is not None and growth is not None and growth > -90:
        yield later / (1 + (growth + _POINT) / _HUNDRED), later / (1 + (growth - _POINT) / _HUNDRED)
    if change is not None and growth is not None and abs(growth) > _POINT:
        least, most = abs(change) * (1 - _ROUNDED), abs(change) * (1 + _ROUNDED)
        size = abs(growth)
        yield least / (size + _POINT) * _HUNDRED, most / (size - _POINT) * _HUNDRED


def _follows(pair: Mapping[str, Decimal], measure: str, value: Decimal) -> bool:
    """Return whether a third figure follows from two others, within their rounding."""
    now, later = pair.get("employment"), pair.get("projected_employment")
    if now is None and later is not None and "employment_change" in pair:
        now = later - pair["employment_change"]
    if measure == "employment":
        counts = {**pair, "employment": value}
        bounds = list(_jobs_now({key: each for key, each in counts.items() if key != "employment"}))
        return any(low <= value <= high < 2 * low for low, high in bounds)
    if not now or now <= 0:
        return False
    change = _change_of(pair, now)
    if change is None:
        return False
    if measure == "projected_growth":
        return abs(change / now * _HUNDRED - value) <= _POINT and value != 0
    slack = now * _POINT / _HUNDRED if "projected_growth" in pair else abs(change) * _ROUNDED
    wanted = value if measure == "employment_change" else value - now
    return wanted * change > 0 and abs(wanted - change) <= slack


def _change_of(pair: Mapping[str, Decimal], now: Decimal) -> Decimal | None:
    """Return the change of jobs implied by two figures, one of them the jobs `now`."""
    if "employment_change" in pair:
        return pair["employment_change"]
    if "projected_employment" in pair:
        return pair["projected_employment"] - now
    growth = pair.get("projected_growth")
    return now * growth / _HUNDRED if growth is not None else None
