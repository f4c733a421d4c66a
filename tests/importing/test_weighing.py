"""Figures that are weighed together after the whole text is read."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guidepub.text.weights import BASE, document_weights
from tools.document_models.digest import MADE_OF, WEIGHTS, made_of


def test_the_weights_are_made_of_the_documents_as_they_stand():
    assert (WEIGHTS / MADE_OF).read_text("utf-8").strip() == made_of(), (
        "Run python -m tools.document_models."
    )


def test_signs_that_are_not_known_weigh_nothing():
    table = document_weights()
    assert table.together({"sure": 2.0, "unheard of": 9.0}) == pytest.approx(
        table.signs[BASE] + 2 * table.signs["sure"]
    )


TEXT = """\
# Glazier

## Pay

{}

## Job Outlook

Glaziers held about 53,800 jobs in 2024.
"""


@pytest.mark.parametrize(
    "passage",
    [
        "Glaziers with a master's earn a median of $62,000. The average is $27 an hour.",
        "62,400",
        "A 2 | b 3 | $40,100 | $50,200 | $60,300 | $70,400 | $80,500 | $90,600 | $95,700 a year",
    ],
)
def test_what_is_of_some_or_of_nothing_is_no_fact(converted, passage):
    facts = {fact.key for fact in converted(TEXT.format(passage), "a.md").facts}
    assert facts == {"employment"}


def test_an_amount_beside_a_quarter_s_is_no_quarter_s(converted):
    sentence = "Most glaziers earn around $52,000; a quarter earn more than $71,000."
    text = f"# Glazier\n\n## Salary\n\nDecent. The median is $56,480 a year.\n\n{sentence}\n"
    found = {fact.key: fact.value for fact in converted(text, "a.md").facts}
    assert found == {"median_wage": 56480, "wage_p75": 71000}


def test_a_count_of_a_year_that_is_there_is_none_to_come(converted):
    text = TEXT.format("The work is paid by the hour.") + "There were 53,800 of them in 2024.\n"
    assert "projected_employment" not in {fact.key for fact in converted(text, "a.md").facts}


def test_a_figure_that_is_weighed_is_a_reference_where_it_stands(converted):
    passage = (
        "According to the national survey, the median wage of glaziers was $56,190 a year in 2025,"
        " or $27.01 for each hour."
    )
    imported = converted(TEXT.format(passage), "a.md")
    values = {fact.key: fact.value for fact in imported.facts}
    assert values["median_wage"] == Decimal(56190)
    for key in values:
        assert imported.text.count(f"{{fact}}`{key}`") <= 1


def test_pay_of_a_fact_for_another_length_of_time_is_no_other_measure(converted):
    text = "# Carpintero\n\n## Funciones\n\nEl carpintero hace muebles.\n\n## Sueldo\n\nDe media son 1.450 euros al mes. Una sierra cuesta 800 euros. Al año suman 17.400 euros.\n"
    found = {fact.key: str(fact.value) for fact in converted(text, "x.md").facts}
    assert found == {"mean_monthly_wage": "1450"}


def test_a_figure_is_not_of_the_past_that_it_is_compared_with(converted):
    passage = "There are 53,800 glaziers in the country (in 2010 there were 61,200)."
    [fact] = converted(f"# Glazier\n\n## Job Outlook\n\n{passage}\n", "a.md").facts
    assert (fact.key, fact.value, fact.as_of) == ("employment", 53800, None)
