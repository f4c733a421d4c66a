"""Figures in tables, figures from one to another, and marks of other tools in the prose."""

from __future__ import annotations

import pytest
from linting.linted import codes

PAY = "| State | Weekly pay |\n|---|---|\n| Ohio | $4,200 |\n| Iowa | $4,000 |"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (PAY, ["V001"]),
        (f"Pay differs by state. [@bls]\n\n{PAY}", []),
        (f"{PAY}\n\nSource: the Wages of 2024.", []),
        (PAY.replace("$4,000", "$4,000 [@bls]"), []),
        (PAY.replace("$4,200", "early").replace("$4,000", "late"), []),
        (f"Bakers earn more. [@bls]\n\nMuch more.\n\n{PAY}", ["V001"]),
    ],
)
def test_a_table_of_pay_names_its_source(body, found):
    assert codes(body) == found


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("| Rank | Wage |\n|---|---|\n| 10th percentile | $30,000 |\n| Median | $40,000 |\n| 90th percentile | $50,000 |", []),
        ("| Rank | Wage |\n|---|---|\n| 90th percentile | $50,000 |\n| Median | $40,000 |", []),
        ("| Rank | Wage |\n|---|---|\n| Lowest 10 percent | $45,000 |\n| Median | $40,000 |", ["Q003"]),
        ("| State | 10th | Median | 90th |\n|---|---|---|---|\n| Ohio | $30,000 | $40,000 | $35,000 |", ["Q003"]),
        ("| State | 10th | Median |\n|---|---|---|\n| Ohio | $30,000 | $40,000 |", []),
    ],
)  # fmt: skip
def test_percentiles_rise_in_rows_and_in_columns(rows, found):
    assert codes(f"{rows}\n\nSource: Wages [@bls]") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Employment will grow from 480,000 to 457,300 by 2034.", ["Q004"]),
        ("Employment will grow from 457,300 jobs in 2024 to 480,000 in 2034.", []),
        ("Pay fell from $50,000 to $52,000.", ["Q004"]),
        ("Pay drops from $50,000 to $52,000.", ["Q004"]),
        ("The share rises from 5 percent to 3 percent.", ["Q004"]),
        ("Bakers rise from 4 to 3 in the morning.", []),
    ],
)
def test_words_and_figures_go_the_same_way(sentence, found):
    assert [code for code in codes(f"{sentence} [@bls]") if code == "Q004"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("It costs $5 and $6 now. [@bls]", []),
        (r"A diploma\\ or a certificate.", ["G005"]),
        ("`a\\\\b` is code.", []),
        ("44 www.bakers.example", ["X006"]),
        ("Day / Evening | Palm Harbor | Associate Degree", []),
        ("Either a | or a bar.", []),
    ],
)
def test_what_other_tools_and_pages_leave_is_reported(body, found):
    assert codes(body) == found


def test_tables_that_follow_each_other_are_two():
    table = "| Rank | Wage |\n|---|---|\n| Bottom tenth | $30,000 |\n| Median | $40,000 |"
    assert codes(f"{table}\n\n{table}\n\nSource: Wages [@bls]").count("X012") == 0


def test_tenths_are_ranks_as_percents_are():
    head = "| Rank | Wage |\n|---|---|\n"
    rows = "| Lowest tenth | $62,000 |\n| Median | $51,000 |\n\nSource: Wages [@bls]"
    assert codes(head + rows) == ["Q003"]
    assert codes(head + rows.replace("Lowest", "Top")) == []


def test_a_range_may_begin_at_the_top():
    assert codes("Rates run from $90 for a case down to $15 for a sheet [@bls].") == []
