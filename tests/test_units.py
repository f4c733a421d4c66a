import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepub.figures.units import is_unit, unit_remedy


@pytest.mark.parametrize(
    "unit",
    ["USD", "USD/year", "EUR/hour", "percent", "hours", "months", "jobs", "openings/year",
     "job openings", "full-time jobs/month"],
)  # fmt: skip
def test_what_can_be_printed_is_a_unit(unit):
    assert is_unit(unit)


@pytest.mark.parametrize(
    "unit",
    ["", "%", "$", "usd/", "USB", "USD/decade", "USD/Year", "US Dollars", "jobs\n", " jobs",
     "jobs2", "USD/year/hour"],
)  # fmt: skip
def test_what_cannot_be_printed_is_none(unit):
    assert not is_unit(unit)


@given(st.text())
def test_any_text_can_be_asked_for_as_a_unit(text):
    assert is_unit(text) in (True, False)


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("usd", "USD"),
        ("usd/year", "USD/year"),
        ("Usd/Year", "USD/year"),
        ("USD/Year", "USD/year"),
        ("USD/yaer", "USD/year"),
        ("USD/yer", "USD/year"),
        ("USD/yr", "USD/year"),
        ("USD/hr", "USD/hour"),
        ("eur/months", "EUR/month"),
        ("dollars", "USD"),
        ("dollars/year", "USD/year"),
        ("$", "USD"),
        ("€/hour", "EUR/hour"),
        ("%", "percent"),
        ("Percent", "percent"),
        ("percents", "percent"),
        ("percentage", "percent"),
        ("pct", "percent"),
        ("precent", "percent"),
        ("percemt", "percent"),
        ("month", "months"),
        ("motnhs", "months"),
        ("moths", "months"),
        ("year", "years"),
        ("yaers", "years"),
        ("hrs", "hours"),
        ("jobs/yaer", "jobs/year"),
        ("Jobs", "jobs"),
        ("EUR pro Jahr", "EUR/year"),
        ("Dollars per Year", "USD/year"),
    ],
)
def test_a_slip_of_a_unit_is_none_and_its_unit_is_named(slip, meant):
    assert not is_unit(slip)
    assert unit_remedy(slip) == f"Did you mean “{meant}”?"


@pytest.mark.parametrize(
    "text", ["", "USB", "USB/year", "USD/decade", "jobs2", "x" * 1000, "!", "GBP p.a."]
)
def test_a_text_that_misspells_no_unit_gets_a_list_of_units(text):
    assert not is_unit(text)
    assert unit_remedy(text) == "Write a unit such as USD/year, percent, jobs or months."


@pytest.mark.parametrize(
    "noun",
    ["tours", "ears", "yards", "dates", "weeds", "mouths", "houses", "percentage points",
     "hours/week", "days/year", "ways", "presents", "mothers", "beds", "pounds"],
)  # fmt: skip
def test_nouns_that_look_like_a_unit_are_counted(noun):
    assert is_unit(noun)
