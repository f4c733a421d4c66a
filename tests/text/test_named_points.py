"""Which point of a scale of pay the words before an amount name."""

from __future__ import annotations

import pytest

from guidepub.text.figures.quantities import all_figures
from guidepub.text.measured.clauses import clause_pieces
from guidepub.text.measured.named_points import as_pay, named_point
from guidepub.text.naming.occupations import names_of

TITLES = {"en": "Roofer", "es": "Camarero", "fr": "Serveur", "de": "Kellner", "pt": "Soldador"}


@pytest.mark.parametrize(
    ("language", "sentence", "named"),
    [
        ("en", "Roofers had a median of $50,970 and a mean of $53,200.", ["median_wage", "mean_wage"]),
        ("en", "A tenth earn less than $36,100, and a tenth more than $80,800.", ["wage_p10", "wage_p90"]),
        ("en", "Roofers earn $50,970.", [""]),
        ("en", "The mean lies above the median, at $53,200.", [""]),
        ("es", "El sueldo medio es de 17.400 euros y la mediana, de 16.100 euros.", ["mean_wage", "median_wage"]),
        ("fr", "La moyenne est de 1 940 euros et la médiane de 1 810 euros.", ["mean_wage", "median_wage"]),
        ("de", "Ein Viertel verdient weniger als 2.010 Euro, die Hälfte mehr als 2.290 Euro.", ["wage_p25", "median_wage"]),
        ("pt", "A média é de R$ 1.990; a mediana, de R$ 1.780.", ["mean_wage", "median_wage"]),
    ],
)  # fmt: skip
def test_an_amount_is_of_the_point_named_before_it(language, sentence, named):
    own = names_of(TITLES[language], language=language)
    figures = all_figures(sentence, language)
    pieces = clause_pieces(sentence, figures, own, language)
    paid = [figure for figure in figures if figure.kind == "money"]
    assert [named_point(figure, figures, pieces) for figure in paid] == named


@pytest.mark.parametrize(
    ("language", "sentence", "currencies"),
    [
        ("es", "El sueldo medio es de 17.400 euros y la mediana, de 16.100.", ["EUR", "EUR"]),
        ("fr", "La moyenne est de 2 140 euros; la moitié gagne moins de 1 980.", ["EUR", "EUR"]),
        ("de", "Der Median ist 3.400 Franken; ein Viertel verdient mehr als 4.100.", ["CHF", "CHF"]),
        ("pt", "Ganham em média 1.138 euros; a mediana é de 1.045.", ["EUR", "EUR"]),
        ("en", "Roofers earn $50,970 on average, half of 61,300 workers less.", ["USD", ""]),
        ("es", "El sueldo medio es de 17.400 euros; son 16.100.", ["EUR", ""]),
        ("es", "El sueldo medio es de 17.400 euros, y la mediana de los 168.100 es menor.", ["EUR", ""]),
        ("de", "Der Median ist 3.400 Euro und galt 2025.", ["EUR"]),
    ],
)  # fmt: skip
def test_an_amount_without_a_currency_is_pay_where_it_is_a_point_of_it(
    language, sentence, currencies
):
    own = names_of(TITLES[language], language=language)
    figures = all_figures(sentence, language)
    pieces = clause_pieces(sentence, figures, own, language)
    paid = [as_pay(figure, figures, pieces, figures) for figure in figures]
    assert [
        figure.currency for figure in paid if figure.value > 100 and not figure.is_year
    ] == currencies
