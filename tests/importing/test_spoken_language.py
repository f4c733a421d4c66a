"""The language of a text, and the region whose number format it uses."""

from __future__ import annotations

import pytest

from guidepub.importing.originals.spoken_language import spoken_language, with_notation


@pytest.mark.parametrize(
    ("language", "text", "region"),
    [
        ("es", "Ganan $43,460 al año.", "es-US"),
        ("es", "Ganan S/ 3,402 al mes.", "es-US"),
        ("es", "Eran 12,400 en 2020 y son 13,900 hoy.", "es-US"),
        ("es", "La pieza mide 1,234 metros.", "es"),
        ("es", "Son 12.400 personas y ganan 3.402 euros.", "es"),
        ("es-CR", "Son 12.400 y ganan ₡612.400.", "es"),
        ("es-CR", "Son 12 400 y ganan ₡612 400.", "es-CR"),
        ("es-MX", "Ganan 14.800 pesos y son 631.000.", "es"),
        ("pt-PT", "Ganham 1.874 € e são 83.538.", "pt"),
        ("pt-PT", "Ganham 1 874 € e são 83 538.", "pt-PT"),
        ("de", "Es sind 91 052, und sie verdienen 74 900 Euro.", "de-AT"),
        ("de", "Es sind 91.052, und sie verdienen 74.900 Euro.", "de"),
        ("de-CH", "Es sind 6'250, und sie verdienen Fr. 91'400.", "de-CH"),
        ("fr", "Ils sont 12.900 et gagnent 42.300 €.", "fr-LU"),
        ("en", "They earn $43,460.", "en"),
        ("pl", "Zarabiają 4.500 zł.", "pl"),
    ],
)
def test_a_text_is_read_by_the_region_that_groups_thousands_as_it_does(language, text, region):
    assert with_notation(language, text) == region


@pytest.mark.parametrize(
    ("words", "language"),
    [("Tejedor Dato Valor Salario mediano anual 18.400 € Ocupados (2022) 3.100", "es"),
     ("Tisserand Salaire médian mensuel 1 900 € Emplois (2022) 3 100", "fr"),
     ("Welder Salary Jobs Growth Training", "en"), ("Soldador Salario medio mensual Empleos", "es"),
     ("Weber Gehalt Median Ausbildung", "de"), ("Cheese Maker Curds and whey", "")],
)  # fmt: skip
def test_labels_of_figures_tell_the_language_of_a_table(words, language):
    assert spoken_language(words) == language
