"""Texts about several occupations: each keeps its heading and its figures."""

from __future__ import annotations

import pytest

TEXTS = {
    "es": (
        "Oficios del pan",
        ("Panadero", "El empleo de los panaderos crecerá un 6 por ciento entre 2024 y 2034."),
        ("Cocinero", "Crecimiento del empleo de los cocineros (2024-2034): 6 por ciento."),
    ),
    "de": (
        "Handwerksberufe im Vergleich",
        ("Bäcker", "Bäcker backen Brot. Das mittlere Gehalt liegt bei 2.900 Euro im Monat."),
        ("Koch", "Köche bereiten Speisen zu. Das mittlere Gehalt liegt bei 2.900 Euro im Monat."),
    ),
    "pt": (
        "Profissões em alta",
        ("Florista", "O salário médio é de R$ 1.900 por mês."),
        ("Jardineiro", "O salário médio é de R$ 2.100 por mês."),
    ),
    "fr": (
        "Métiers de bouche",
        ("Boulanger", "Le salaire médian des boulangers est de 1 950 euros brut par mois."),
        ("Cuisinier", "Le salaire médian des cuisiniers est de 1 950 euros brut par mois."),
    ),
}


def text_of(title, parts):
    return f"# {title}\n\n" + "\n\n".join(f"## {name}\n\n{text}" for name, text in parts) + "\n"


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_about_several_is_called_as_none_of_them(converted, language):
    title, *parts = TEXTS[language]
    found = converted(f"---\nlanguage: {language}\n---\n\n{text_of(title, parts)}", "a.md")
    assert f"\ntitle: {title}" in found.text.replace('"', "")
    assert not found.facts
    assert [line[2:] for line in found.text.splitlines() if line.startswith("# ")][1:] == [
        name for name, _text in parts
    ]


@pytest.mark.parametrize("language", TEXTS)
def test_figures_of_the_one_that_gives_the_title_are_the_guides(converted, language):
    _title, (name, prose), other = TEXTS[language]
    text = text_of(name, [(name, prose), other])
    found = converted(f"---\nlanguage: {language}\n---\n\n{text}", "a.md")
    assert f"\ntitle: {name}\n" in found.text
    assert [fact.line for fact in found.facts] == [9]


def test_parts_that_say_what_their_headings_say_are_no_occupations(converted):
    text = "# Welder\n\n## Duties\n\nDuties vary.\n\n## Pay\n\nPay: the median wage is $47,190 a year.\n"
    assert [fact.key for fact in converted(text, "a.md").facts] == ["median_wage"]


def test_what_stands_beside_names_of_occupations_is_one_too(converted):
    text = (
        "# Oficios del agua\n\nTres trabajos.\n\n## Socorrista\n\nEl sueldo medio es de 1.340 euros al mes.\n\n"
        "## Buzo profesional\n\nRepara diques. El empleo crecerá un 6 % entre 2024 y 2030.\n\n"
        "## Mariscador\n\nVive de lo que saca, unos 14.000 euros al año.\n\n## ¿Cuál elegir?\n\nDepende.\n"
    )
    made = converted(text, "a.md")
    assert made.guide.title == "Oficios del agua"
    assert not made.facts


@pytest.mark.parametrize(
    ("name", "other"), [("Enfermeiro", "Fisioterapeuta"), ("No litoral", "No interior")]
)
def test_one_sentence_with_other_figures_is_of_what_the_headings_name(converted, name, other):
    text = (
        "---\nlanguage: pt\n---\n\n# Hospital\n\nMuitos trabalham ali.\n\n"
        f"## {name}\n\nO salário médio é de R$ 4.750 por mês.\n\n"
        f"## {other}\n\nO salário médio é de R$ 3.900 por mês.\n"
    )
    assert not converted(text, "a.md").facts
