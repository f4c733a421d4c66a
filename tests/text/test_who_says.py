"""Who says so: surveys and offices of all in an occupation, and those of a part."""

from __future__ import annotations

import pytest

from guidepub.text.measured.measures import statements
from guidepub.text.naming.occupations import is_own, names_of

TITLES = {"en": "Roofer", "es": "Camarero", "fr": "Serveur", "de": "Kellner", "pt": "Soldador"}


def keys(language, sentence):
    own = names_of(TITLES[language], language=language)
    return {
        each.key
        for each in statements(sentence, own, language)
        if not each.narrowed and is_own(each.who or "", own)
    }


@pytest.mark.parametrize(
    ("language", "sentence", "found"),
    [
        ("en", "The trade association's latest survey found a median of $50,970 a year.", {"median_wage"}),
        ("en", "Federal statisticians count 155,400 roofers in the United States.", {"employment"}),
        ("es", "El observatorio del sector cifra en 620.000 el número de camareros en España.", {"employment"}),
        ("es", "La encuesta anual de la asociación de camareros arroja un sueldo medio de 1.450 euros al mes.", {"mean_monthly_wage"}),
        ("fr", "L’enquête annuelle de la fédération donne une médiane de 1 810 euros par mois pour les serveurs.", {"median_monthly_wage"}),
        ("de", "Die Gehaltsumfrage des Verbands ergab für Kellner einen Durchschnitt von 2.290 Euro im Monat.", {"mean_monthly_wage"}),
        ("pt", "A pesquisa salarial da associação apurou uma mediana de R$ 1.780 por mês entre os soldadores.", {"median_monthly_wage"}),
    ],
)  # fmt: skip
def test_who_says_so_narrows_nothing(language, sentence, found):
    assert keys(language, sentence) == found


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "A survey of slate roofers found a median of $61,000 a year."),
        ("en", "The Ohio association counts 4,100 roofers."),
        ("es", "La asociación de Jalisco cuenta 4.100 camareros."),
        ("es", "Una encuesta a camareros nocturnos arroja un sueldo medio de 1.650 euros al mes."),
        ("fr", "L’association de Bretagne recense 3 900 serveurs."),
        ("pt", "A associação de Minas Gerais conta 41.000 soldadores."),
    ],
)
def test_who_says_so_of_some_states_nothing_of_all(language, sentence):
    assert keys(language, sentence) == set()
