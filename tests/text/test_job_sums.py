"""Counts of jobs that add up with each other and with what is known."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guidepub.text.measured.job_sums import job_sums


@pytest.mark.parametrize(
    ("language", "sentence", "known", "found"),
    [
        ("en", "It will shrink by 6 percent between 2024 and 2034, from 1,647,500 jobs to 1,553,200 (a loss of 94,300).",
         {"projected_growth": -6},
         {"employment": 1647500, "projected_employment": 1553200, "employment_change": -94300}),
        ("es", "La plantilla sube a 2.790, un 15,5 % más, y se calculan 140 ingresos anuales.",
         {"employment": 2415}, {"projected_employment": 2790, "projected_growth": Decimal("15.5")}),
        ("fr", "On passera de 61 000 à 57 340 postes.", {"projected_growth": -6},
         {"employment": 61000, "projected_employment": 57340}),
        ("en", "There will be 11,900 more, and 19,800 openings a year.",
         {"projected_growth": 9, "employment": 130800}, {"employment_change": 11900}),
        # Nothing adds up, or nothing is known.
        ("en", "From 1,500 jobs it goes to 1,900.", {"projected_growth": 6}, {}),
        ("en", "From 1,500 jobs to 1,590, a gain of 90.", {}, {}),
        # A part of the jobs and its share agree, too, and are no growth.
        ("en", "About 12,078 bakers, or 9 percent, are self-employed.", {"employment": 134200}, {}),
        ("en", "They shed 500 jobs, or 10 percent, and 4,500 are left.", {"employment": 5000},
         {"projected_employment": 4500, "employment_change": -500, "projected_growth": -10}),
        # Two readings add up.
        ("en", "They count 15,900 or 16,000 jobs.", {"projected_growth": 6, "employment": 15050}, {}),
    ],
)  # fmt: skip
def test_counts_are_read_where_they_add_up(language, sentence, known, found):
    values = {key: Decimal(value) for key, value in known.items()}
    assert {
        statement.key: statement.value for statement in job_sums(sentence, language, values)
    } == found
