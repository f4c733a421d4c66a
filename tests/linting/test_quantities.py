"""Figures in prose: what they count, and how much."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guidepub.linting.quantities import figures, years


def read(text):
    return [(figure.kind, figure.value) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("$49,960", "money", 49960),
        ("$32.86", "money", "32.86"),
        ("$66k", "money", 66000),
        ("US$ 1.5 million", "money", 1500000),
        ("95,000 dollars", "money", 95000),
        ("25%", "percent", 25),
        ("2.5 percent", "percent", "2.5"),
        ("−17%", "percent", -17),
        ("18–25 percent", "percent", 18),
        ("twelve percent", "percent", 12),
        ("thirty five percent", "percent", 35),
        ("sixty-one per cent", "percent", 61),
        ("7,900 openings", "count", 7900),
        ("3.4 million jobs", "count", 3400000),
    ],
)
def test_a_figure_and_its_value(text, kind, value):
    assert read(text) == [(kind, Decimal(value))]
    assert figures(text)[0].text == text[figures(text)[0].start : figures(text)[0].end]


@pytest.mark.parametrize(
    "text",
    ["in 2024", "12 weeks", "144 hours", "31-2011", "24/7", "4-H", "Route 66", "COVID-19", "x2"],
)
def test_a_number_that_is_no_figure(text):
    assert read(text) == []


def test_years_are_years():
    assert years("from 2018 to 2028, in 1996") == ((5, 2018), (13, 2028), (22, 1996))
    assert years("$2024, 2,018 or 2030.5 or 2020%") == ()


@pytest.mark.parametrize(
    ("text", "value", "agrees"),
    [
        ("$68,000", 68340, True),
        ("$68,340", 68340, True),
        ("$68,300", 68340, True),
        ("$67,000", 68340, False),
        ("3.4 million", 3391000, True),
        ("19 percent", 18, False),
        ("20 percent", 19, True),
    ],
)
def test_a_figure_agrees_as_far_as_it_is_told(text, value, agrees):
    assert figures(text)[0].agrees_with(Decimal(value)) is agrees


def test_a_table_in_a_sentence_is_read_only_so_far():
    assert len(figures("$1,000, " * 500)) == 24
