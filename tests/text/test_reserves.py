"""Figures that are none of the occupation today, by what the words around them say."""

from __future__ import annotations

import pytest

from guidepub.text.measured.measures import statements
from guidepub.text.naming.occupations import names_of
from guidepub.text.readings.reserves import (
    is_long_past,
    latest_year,
    names_wider_group,
    reserve,
    wider_name,
)

WELDERS = {"en": "Welder", "es": "Soldador", "fr": "Soudeur", "de": "Schweißer", "pt": "Soldador"}


def reserved(language, sentence, before="", behind=""):
    own = names_of(WELDERS[language], language=language)
    found = statements(sentence, own, language)
    assert found
    return [reserve(each, sentence, before, behind, own, language) for each in found]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The median annual wage was $45,820 in that category."),
        ("en", "Other sites claim that the median annual wage was $45,820."),
        ("en", "Workers on average earn $37,910."),
        ("en", "The median annual wage was $61,000 after ten years."),
        ("es", "Algunas webs aseguran que el salario medio anual es de 38.000 euros."),
        ("es", "El salario medio anual es de 24.000 euros en ese grupo."),
        ("fr", "Le salaire médian annuel est de 25 400 euros dans cette catégorie."),
        ("de", "Das Medianentgelt der Berufsgruppe liegt bei 2.900 Euro im Monat."),
        ("de", "Angeblich liegt das Medianentgelt bei 2.900 Euro im Monat."),
        ("pt", "Há quem jure que o salário médio anual é de 31.000 euros."),
    ],
)
def test_words_that_keep_a_figure_from_being_a_fact(language, sentence):
    assert all(reserved(language, sentence))


def test_a_plain_sentence_has_no_reserve():
    assert reserved("en", "The median annual wage for welders was $51,000 in May 2024.") == [""]
    assert reserved("es", "El salario medio anual es de 24.300 euros.") == [""]


def test_the_sentence_behind_may_disown_a_figure():
    sentence = "The median annual wage is $80,000."
    assert reserved("en", sentence, behind="We think that is fair.") == [""]
    assert reserved("en", sentence, behind="That figure is badly outdated.") == [
        "That figure is badly outdated"
    ]


def test_an_average_in_brackets_with_a_median_is_one():
    assert any(reserved("es", "El salario medio anual es de 24.300 euros (mediana)."))


def test_pay_that_may_be_by_the_month_as_the_sentence_before_has_it():
    sentence = "En 2018 el salario medio era de 10.500 euros."
    assert reserved("es", sentence) == [""]
    assert reserved("es", sentence, "El salario medio es de 12.000 euros al mes.") != [""]


def test_names_that_are_wider_than_the_occupation_s():
    own = names_of("Mortgage Loan Officer")
    assert wider_name("The series for all loan officers is 2 percent growth.", own, "en")
    assert wider_name("Registered nurses as a whole: $96,180", names_of("School Nurse"), "en")
    assert not wider_name("The series for all mortgage loan officers is 2 percent.", own, "en")
    assert names_wider_group(
        "Loan officers and cashiers held 4,000 jobs.", names_of("Loan Officer"), "en"
    )


def test_the_latest_year_is_none_that_a_text_looks_ahead_to():
    assert latest_year(["In 2019", "As of 2024, growth from 2024 to 2027 and by 2026."]) == 2024
    assert latest_year(["By 2034."]) is None


def test_figures_are_of_a_past_where_the_text_is_newer():
    assert is_long_past(2018, None, 2025)
    assert not is_long_past(2018, None, None)
    assert not is_long_past(None, (2019, 2029), 2025)
    assert is_long_past(None, (2016, 2026), 2024)


@pytest.mark.parametrize(
    ("language", "sentence", "words"),
    [
        ("en", "In 2013, welders earned a median of $42,530, and in 2023 one of $48,380.", "2013"),
        ("en", "The median wage of welders was $48,940 in 2023, up from $36,300 in 2013.", ""),
        ("en", "Welders earned a median of $36,300 in 2013, but by 2023 it was another.", ""),
        ("en", "In 2023, welders earned a median of $42,530, and will earn $60,000 in 2033.", ""),
        ("fr", "En 2013, le salaire médian annuel est de 21 000 euros ; en 2023, il frôle 25 000 euros.",
         "2013"),
    ],
)  # fmt: skip
def test_of_two_years_in_turn_the_first_amount_is_of_a_past(language, sentence, words):
    assert reserved(language, sentence)[0] == words
