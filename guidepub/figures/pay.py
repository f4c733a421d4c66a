"""The well-known keys of what an occupation pays: a measure of a year's pay, an hour's or a month's."""

from __future__ import annotations

from collections.abc import Container

PERCENTILES = ("wage_p10", "wage_p25", "median_wage", "wage_p75", "wage_p90")
"""The measures of a year's pay that rise from one to the next."""

# How each length of time is said in a key; a year is not said.
_SAID = {"year": "", "month": "monthly", "hour": "hourly"}


def pay_key(measure: str, period: str) -> str:
    """Return the key of a measure for a `period`: `median_monthly_wage`, `wage_p10_hourly`.

    `measure` is the key for a year, `period` is `year`, `month`, `hour`, or another, which stands
    behind the key as it is.
    """
    said = _SAID.get(period, period)
    if not said:
        return measure
    if measure.endswith("_wage") and period in _SAID:
        return f"{measure.removesuffix('wage')}{said}_wage"
    return f"{measure}_{said}"


def measure_of_pay(key: str) -> str:
    """Return the measure of a fact's key, whatever length of time its pay is for."""
    for said in ("hourly", "monthly"):
        key = key.replace(f"_{said}_wage", "_wage").removesuffix(f"_{said}")
    return key.removesuffix("_week").removesuffix("_day")


def stated_percentiles(keys: Container[str], fewest: int = 1) -> tuple[str, ...]:
    """Return the keys of the percentiles of the first length of time of which `fewest` are stated.

    That is the year, then the month, then the hour; the percentiles of a year if it is none.
    """
    for period in _SAID:
        named = tuple(pay_key(measure, period) for measure in PERCENTILES)
        if sum(key in keys for key in named) >= fewest:
            return named
    return PERCENTILES


def stated_median(keys: Container[str]) -> str:
    """Return the key of the median of the first length of time of which one is stated."""
    medians = [pay_key("median_wage", period) for period in _SAID]
    return next((key for key in medians if key in keys), medians[0])


def percentiles_by_period() -> tuple[tuple[str, ...], ...]:
    """Return the keys of the percentiles that rise, for each length of time."""
    return tuple(tuple(pay_key(measure, period) for measure in PERCENTILES) for period in _SAID)
