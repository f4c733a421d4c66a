"""The keys of pay by the year, the month and the hour, and what takes the one that a guide has."""

import pytest

from guidepub.figures.pay import measure_of_pay, pay_key, stated_median, stated_percentiles
from guidepub.markdown.forms.directives import Directive, named_facts
from guidepub.phrases import phrases


@pytest.mark.parametrize("measure", ["median_wage", "mean_wage", "starting_wage", "wage_p10"])
def test_each_length_of_time_has_a_key_and_a_label(measure):
    keys = [pay_key(measure, period) for period in ("year", "month", "hour")]
    assert len(set(keys)) == 3
    for key in keys:
        assert measure_of_pay(key) == measure
        assert phrases("en").get("facts", key)


def test_the_month_is_taken_where_the_year_is_not_known():
    monthly = ["wage_p25_monthly", "median_monthly_wage", "median_hourly_wage"]
    assert stated_median(monthly) == "median_monthly_wage"
    assert stated_median([]) == "median_wage"
    assert stated_percentiles(["median_wage", *monthly])[2] == "median_wage"
    assert stated_percentiles(["median_wage", *monthly], fewest=2)[2] == "median_monthly_wage"


def test_a_strip_of_wages_draws_the_month_alone():
    strip = Directive("wages", "What It Pays", {}, "", 1, 1, {})
    known = ["wage_p25_monthly", "median_monthly_wage", "all_median_wage"]
    assert named_facts(strip, known) == {"p25": known[0], "median": known[1]}
    assert named_facts(strip, ["wage_p10", *known, "median_wage"]) == {
        "p10": "wage_p10", "median": "median_wage", "all": "all_median_wage"
    }  # fmt: skip
