"""Years, stretches of years, and the year that a sentence looks ahead to."""

from __future__ import annotations

import pytest

from guidepub.text.figures.years import dated_behind, is_target, when, years


@pytest.mark.parametrize(
    ("text", "year", "stretch", "target"),
    [
        ("in May 2024, and", 2024, None, None),
        ("2024 Median Pay", 2024, None, None),
        ("mid-2019", 2019, None, None),
        ("from 2024 to 2034", None, (2024, 2034), None),
        ("Job Outlook, 2024–34", None, (2024, 2034), None),
        ("between 2018 and 2028, as of 2019", 2019, (2018, 2028), None),
        ("Job Outlook, 2024~34", None, (2024, 2034), None),
        ("Job Outlook, 2024--2034", None, (2024, 2034), None),
        ("2022–2032: -18%", None, (2022, 2032), None),
        ("Job Outlook, 2024\u201134", None, (2024, 2034), None),
        ("in 2024 and 2025", 2024, None, None),
        ("might grow by the year 2016", None, None, 2016),
        ("will grow until the end of 2031", None, None, 2031),
        ("by 2032 over its level of 2022", None, (2022, 2032), None),
        ("hasta 2032 respecto al nivel de 2022", None, (2022, 2032), None),
        ("d’ici 2032 par rapport à 2022", None, (2022, 2032), None),
        ("bis 2032 gegenüber 2022", None, (2022, 2032), None),
        ("até 2032 em relação a 2022", None, (2022, 2032), None),
        ("$2,016 and 2016.5 and 555-2016 and 2016%", None, None, None),
    ],
)
def test_years_are_reported_apart_from_stretches_and_targets(text, year, stretch, target):
    dating = when(text)
    assert (dating.year, dating.stretch, dating.target) == (year, stretch, target)


def test_of_several_years_the_next_one_behind_a_place_is_meant():
    text = "It was $1 in 2019 and $2 in 2023."
    assert when(text, text.index("$1")).year == 2019
    assert when(text, text.index("$2")).year == 2023


def test_each_year_is_reported_with_its_place():
    assert years("from 2018 to 2028, in 1996") == ((5, 2018), (13, 2028), (22, 1996))
    assert years("2018-2028") == ((0, 2018), (5, 2028))
    assert is_target("by the year 2016", 12)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("In 2023, surveyors earned a median of $66,000, and the exam was changed in 2021.", 2023),
        ("In 2022, surveyors earned $66,000 and in 2012 the license fee was raised.", 2022),
        ("In 2023 the median was $66,000; in 2021 the state changed its rules.", 2023),
        ("En 2023, le salaire médian était de $66,000, et la loi a changé en 2021.", 2023),
        ("The law of 2012 stands, and the median was $66,000 in 2023.", 2023),
        ("Since 2019, the median has risen to $66,000, as of 2023.", 2023),
        ("The median was $66,000, a figure of 2023.", 2023),
    ],
)
def test_a_year_of_a_figure_s_own_clause_is_meant_before_one_behind(text, year):
    assert when(text, text.index("$66,000")).year == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("15,40 € la hora, es decir, 27.700 € al año (2023)", 2023),
        ("15,40 € la hora, o 27.700 € (INE, 1 de mayo de 2023)", 2023),
        ("15,40 € la hora; 27.700 € al año (2023)", None),
        ("15,40 € la hora (desde 2019)", None),
        ("15,40 € la hora en 2022, o 27.700 € (2023)", None),
        ("2.310 reais por mês, dados de 2023.", 2023),
        ("168 000 maçons, selon les chiffres de l’Insee de 2022.", 2022),
        ("31.200 € im Jahr – Stand: Mai 2023.", 2023),
        ("$50,000 a year, in May 2023.", 2023),
        ("$67,310/yr ($32.36/hr), May 2024.", 2024),
        ("1.420 euros al mes, mayo de 2023", 2023),
        ("1.420 euros al mes, más que 2019", None),
        ("10.000 €, frente a las cifras de 2015.", None),
        ("$50,000 a year, twice the figures of 2013.", None),
    ],
)
def test_a_year_in_brackets_or_a_note_is_of_the_figure_before_it(text, year):
    assert dated_behind(text, 0).year == year


def test_the_year_that_opens_a_sentence_is_its_first_clause_s():
    text = "As of 31 December 2023, the median wage was $34,950; as of 2021 it was less."
    assert when(text, text.index("$")).year == 2023


@pytest.mark.parametrize(
    "text",
    ["1900 euros al mes en 2022", "1950 € par mois en 2022", "R$ 2050 por mês em 2022", "CHF 1990 (2022)",
     "2000 Euro im Monat (2022)", "2.000 € in 2022", "2022: € 1950", "$1,900 or 1990 dollars in 2022",
     "In 2022 $50,000", "in 2022 €40.000"],
)  # fmt: skip
def test_an_amount_is_no_year(text):
    assert [year for _, year in years(text)] == [2022]
