"""Numbers of jobs that must be consistent with each other."""

from decimal import Decimal

import pytest

from guidepub.importing.figures.job_arithmetic import confirms, contradicts

NOW = {"employment": Decimal(42_000)}


@pytest.mark.parametrize(
    ("known", "measure", "value"),
    [
        ({**NOW, "projected_employment": 40_000}, "projected_growth", 5),
        ({"projected_growth": -9}, "employment_change", 1200),
        (NOW, "employment_change", 90_000),
        ({"projected_growth": 3}, "employment_change", 420_900),
        ({"projected_growth": -9, "projected_employment": 13_600}, "employment_change", -14_900),
        ({**NOW, "projected_growth": 4}, "projected_employment", 98_000),
    ],
)
def test_figures_that_cannot_both_be_true_contradict_each_other(known, measure, value):
    known = {key: Decimal(each) for key, each in known.items()}
    assert contradicts(known, measure, Decimal(value))


@pytest.mark.parametrize(
    ("known", "measure", "value"),
    [
        ({}, "projected_growth", 5),
        (NOW, "projected_growth", -5),
        ({**NOW, "projected_employment": 42_010}, "projected_growth", 0),
        ({**NOW, "projected_growth": 4}, "employment_change", 1700),
        ({**NOW, "projected_growth": 1}, "employment_change", 400),
        ({"projected_employment": 43_700, "employment_change": 1700}, "projected_growth", 4),
    ],
)
def test_rounded_figures_contradict_nothing(known, measure, value):
    known = {key: Decimal(each) for key, each in known.items()}
    assert not contradicts(known, measure, Decimal(value))


@pytest.mark.parametrize(
    ("known", "measure", "value", "is_confirmed"),
    [
        ({"employment": 42_000, "projected_employment": 43_700}, "projected_growth", "4", True),
        ({"employment": 42_000, "projected_employment": 43_700}, "projected_growth", "9", False),
        ({"employment": 42_000, "projected_growth": 4}, "employment_change", "1700", True),
        ({"employment": 42_000, "projected_growth": 4}, "employment_change", "-1700", False),
        ({"projected_growth": 4, "employment_change": 1700}, "employment", "42000", True),
        ({"projected_growth": 4, "employment_change": 1700}, "employment", "4200", False),
        (
            {"projected_employment": 43_700, "employment_change": 1700},
            "projected_growth",
            "4",
            True,
        ),
        ({"employment": 42_000}, "projected_growth", "4", False),
    ],
)
def test_a_figure_that_follows_from_two_others_is_confirmed(known, measure, value, is_confirmed):
    counts = {key: [Decimal(each), Decimal(7)] for key, each in known.items()}
    assert confirms(counts, measure, Decimal(value)) is is_confirmed
