"""Two figures that a clause states at once, and what one word more makes of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guidepub.text.figures.quantities import all_figures, ends_of
from guidepub.text.measured.paired_figures import paired_statements
from guidepub.text.naming.occupations import names_of

TITLES = {"en": "Roofer", "es": "Camarero", "fr": "Serveur", "de": "Kellner", "pt": "Soldador"}
YEARLY, MONTHLY = ("wage_p25", "wage_p75"), ("wage_p25_monthly", "wage_p75_monthly")
JOBS = ("employment", "projected_employment")


def stated(language, sentence):
    own = names_of(TITLES[language], language=language)
    return {each.key: each.value for each in paired_statements(sentence, own, language)}


@pytest.mark.parametrize(
    ("language", "sentence", "keys", "values"),
    [
        ("en", "The middle 50 percent of roofers earned between $41,200 and $62,900.", YEARLY, (41200, 62900)),
        ("en", "Roofers earn $50,970 at the median, and the middle half $41,200 to $62,900 a year.", YEARLY, (41200, 62900)),
        ("en", "The 25th and 75th percentiles are $41,200 and $62,900 a year for roofers.", YEARLY, (41200, 62900)),
        ("en", "From the 10th to the 90th percentile, pay runs from $36,100 to $80,800 a year.", ("wage_p10", "wage_p90"), (36100, 80800)),
        ("es", "La mitad central de los camareros gana entre 14.900 y 19.800 euros al año.", YEARLY, (14900, 19800)),
        ("fr", "Les 50 % du milieu touchent de 1 610 à 2 090 euros par mois.", MONTHLY, (1610, 2090)),
        ("de", "Die mittlere Hälfte der Kellner verdient zwischen 2.010 und 2.690 Euro im Monat.", MONTHLY, (2010, 2690)),
        ("pt", "A metade central dos soldadores ganha entre R$ 1.510 e R$ 2.240 por mês.", MONTHLY, (1510, 2240)),
        ("en", "The number of roofers will rise from 155,400 in 2024 to 164,700 in 2034, or 6 percent.", JOBS, (155400, 164700)),
        ("es", "El número de camareros pasará de 620.000 en 2024 a 655.000 en 2034.", JOBS, (620000, 655000)),
        ("fr", "Les effectifs de serveurs passeront de 241 000 en 2023 à 252 000 en 2033.", JOBS, (241000, 252000)),
        ("de", "Die Zahl der Kellner geht von 190.000 im Jahr 2024 auf 172.000 im Jahr 2035 zurück.", JOBS, (190000, 172000)),
        ("pt", "O número de soldadores passará de 530.000 em 2024 para 561.000 em 2034.", JOBS, (530000, 561000)),
    ],
)  # fmt: skip
def test_both_figures_of_a_clause_are_read(language, sentence, keys, values):
    assert stated(language, sentence) == dict(zip(keys, map(Decimal, values), strict=True))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "In Denver the middle half of roofers earned between $44,000 and $66,000."),
        ("en", "The middle half of slate roofers earned between $52,000 and $78,000."),
        ("en", "Slate roofers do better; the middle half earn between $52,000 and $78,000."),
        ("en", "Roofers earn between $41,200 and $62,900."),
        ("en", "The middle half of roofers are between 29 and 48 years old."),
        ("en", "The number of roofers fell from 192,000 in 2006 to 128,000 in 2012."),
        ("en", "The number of roofers in Ohio will rise from 4,100 in 2024 to 4,300 in 2034."),
        ("en", "Roofers paid $1,200 in 2024 and will pay $1,500 in 2034."),
        ("es", "En Galicia, la mitad central de los camareros gana entre 13.900 y 18.200 euros al año."),
        ("de", "Die mittlere Hälfte der Barkellner verdient zwischen 2.010 und 2.690 Euro im Monat."),
    ],
)  # fmt: skip
def test_two_figures_of_a_part_or_of_the_past_are_none(language, sentence):
    assert stated(language, sentence) == {}


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("$41,200–$62,900", "en", ("41200", "62900")),
        ("entre 14.900 y 19.800 euros", "es", ("14900", "19800")),
        ("from 164,700 to 155,400", "en", ("164700", "155400")),
    ],
)
def test_a_range_has_two_ends_as_they_stand(text, language, values):
    (figure,) = all_figures(text, language)
    ends = ends_of(figure, text, language)
    assert [str(end.value) for end in ends] == list(values)
    assert all(text[end.start : end.end] == end.text and end.is_exact for end in ends)


@pytest.mark.parametrize("text", ["2 to 3 million", "$41,200"])
def test_a_figure_for_both_at_once_is_not_two_figures(text):
    (figure,) = all_figures(text, "en")
    assert ends_of(figure, text, "en") is None


def test_jobs_that_are_to_rise_to_the_greater_of_two_are_not_read_the_other_way_round():
    sentence = "The employment of roofers is projected to rise to 164,700 in 2034 from 155,400."
    assert stated("en", sentence) == {}
