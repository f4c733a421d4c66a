"""The well-known keys of facts on pay: the measures of yearly, monthly and hourly pay."""

from __future__ import annotations

from collections.abc import Container

PERCENTILES = ("wage_p10", "wage_p25", "median_wage", "wage_p75", "wage_p90")
"""The percentiles of yearly pay, in rising order."""
# The word for each period in a key; there is none for a year.
_WORDS = {"year": "", "month": "monthly", "hour": "hourly"}


def pay_key(measure: str, period: str) -> str:
    """Return the key of a measure for a period: `median_monthly_wage`, `wage_p10_hourly`.

    `measure` is the key for a year. `period` is `year`, `month` or `hour`; any other word is
    appended to the key unchanged.
    """
    word = _WORDS.get(period, period)
    if not word:
        return measure
    if measure.endswith("_wage") and period in _WORDS:
        return f"{measure.removesuffix('wage')}{word}_wage"
    return f"{measure}_{word}"


def measure_of_pay(key: str) -> str:
    """Return the measure of a fact's key without the period: `wage_p10` for `wage_p10_hourly`."""
    for word in ("hourly", "monthly"):
        key = key.replace(f"_{word}_wage", "_wage").removesuffix(f"_{word}")
    return key.removesuffix("_week").removesuffix("_day")


def stated_percentiles(keys: Container[str], fewest: int = 1) -> tuple[str, ...]:
    """Return the keys of the percentiles of the first period with at least `fewest` stated.

    The periods are tried in the order year, month, hour. If none has as many, the keys are those
    of a year.
    """
    for period in _WORDS:
        named = tuple(pay_key(measure, period) for measure in PERCENTILES)
        if sum(key in keys for key in named) >= fewest:
            return named
    return PERCENTILES


def stated_median(keys: Container[str]) -> str:
    """Return the key of the first median that is stated: of a year, a month or an hour."""
    medians = [pay_key("median_wage", period) for period in _WORDS]
    return next((key for key in medians if key in keys), medians[0])


def percentiles_by_period() -> tuple[tuple[str, ...], ...]:
    """Return the keys of the percentiles in rising order, for each period."""
    return tuple(tuple(pay_key(measure, period) for measure in PERCENTILES) for period in _WORDS)
