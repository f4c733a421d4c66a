"""What sentences state in French, German, Portuguese and Spanish, and which surroundings narrow it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guidepub.text.measured.measures import statements
from guidepub.text.naming.occupations import names_of

TITLES = {"fr": "Boulanger", "de": "Bäcker", "pt": "Enfermeiro", "es": "Cocinero"}


def stated(sentence, language, title=""):
    own = names_of(title or TITLES[language], language=language)
    return [s for s in statements(sentence, own, language) if s.is_exact and not s.narrowed]


@pytest.mark.parametrize(
    ("language", "sentence", "measure", "value", "unit"),
    [
        ("fr", "Le salaire moyen des boulangers était de 24 300 euros par an en 2023.", "mean_wage", 24300, "EUR/year"),
        ("fr", "La moitié des boulangers gagne plus de 27 600 euros par an.", "median_wage", 27600, "EUR/year"),
        ("fr", "Le salaire horaire moyen est de 14,50 euros.", "mean_hourly_wage", Decimal("14.50"), "EUR/hour"),
        ("fr", "Selon l'Insee, l'emploi des boulangers devrait reculer de six pour cent d'ici à 2032.", "projected_growth", -6, "percent"),
        ("fr", "Environ 12 400 postes sont à pourvoir chaque année.", "annual_openings", 12400, "openings/year"),
        ("fr", "On compte 170 000 boulangers en France.", "employment", 170000, "jobs"),
        ("fr", "Le salaire moyen était de 34 k€ par an.", "mean_wage", 34000, "EUR/year"),
        ("de", "Das mittlere Gehalt liegt bei 31.400 Euro im Jahr (2024).", "median_wage", 31400, "EUR/year"),
        ("de", "Im Jahr 2024 lag der Medianverdienst bei 31.400 Euro im Jahr.", "median_wage", 31400, "EUR/year"),
        ("de", "Der Medianlohn von Bäckern lag 2023 bei 31.400 Euro brutto im Jahr.", "median_wage", 31400, "EUR/year"),
        ("de", "Der durchschnittliche Stundenlohn beträgt 15,80 Euro.", "mean_hourly_wage", Decimal("15.80"), "EUR/hour"),
        ("de", "Die Zahl der Stellen soll von 2024 bis 2034 um 9 Prozent wachsen.", "projected_growth", 9, "percent"),
        ("de", "Die Beschäftigung wird bis 2030 voraussichtlich um sechs Prozent sinken.", "projected_growth", -6, "percent"),
        ("de", "Jährlich werden etwa 3.000 Stellen frei.", "annual_openings", 3000, "openings/year"),
        ("es", "Las cocineras ganan de media 24.500 euros al año.", "mean_wage", 24500, "EUR/year"),
        ("es", "Se prevé un crecimiento del 6 % en el empleo de cocineros entre 2024 y 2034.", "projected_growth", 6, "percent"),
        ("es", "Cada año se abren unas 12.000 vacantes.", "annual_openings", 12000, "openings/year"),
        ("fr", "Le premier décile gagne moins de 17 000 euros par an.", "wage_p10", 17000, "EUR/year"),
        ("pt", "O salário mediano dos enfermeiros foi de R$ 52.000 por ano em 2023.", "median_wage", 52000, "BRL/year"),
        ("pt", "O emprego de enfermeiros cairá 3% até 2030, segundo o IBGE.", "projected_growth", -3, "percent"),
        ("pt", "Surgem 12.000 vagas por ano.", "annual_openings", 12000, "openings/year"),
        ("pt", "Há 600 mil enfermeiros no Brasil.", "employment", 600000, "jobs"),
    ],
)  # fmt: skip
def test_a_figure_is_known_by_the_words_around_it(language, sentence, measure, value, unit):
    (statement,) = stated(sentence, language)
    assert (statement.key, statement.value, statement.unit) == (measure, value, unit)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "À Paris, le salaire moyen est de 30 000 euros par an."),
        ("fr", "Le salaire moyen est de 30 000 euros par an dans les hôpitaux."),
        ("fr", "Le salaire moyen des infirmiers est de 30 000 euros par an."),
        ("fr", "Le salaire moyen est de 30 000 à 35 000 euros par an."),
        ("fr", "Le salaire moyen net est de 24 000 euros par an."),
        ("fr", "Les boulangers expérimentés gagnent en moyenne 35 000 euros par an."),
        ("de", "In Bayern liegt das Durchschnittsgehalt bei 35.000 Euro im Jahr."),
        ("de", "Das Durchschnittsgehalt liegt bei 35.000 Euro im Jahr in großen Betrieben."),
        ("de", "Die Zahl der Werkstätten ist seit 2010 um 12 Prozent gesunken."),
        ("de", "Der Stundenlohn liegt zwischen 16 und 24 Euro."),
        ("es", "Los cocineros con experiencia ganan de media 34.500 euros al año."),
        ("es", "En Madrid, el salario medio es de 30.000 euros al año."),
        ("es", "El salario medio es de 30.000 euros al año en hoteles grandes."),
        ("pt", "Em São Paulo, o salário médio é de R$ 60.000 por ano."),
        ("pt", "O salário médio é de R$ 60.000 por ano em São Paulo."),
        ("pt", "O salário mediano foi de 950 reais em 2023."),
    ],
)
def test_with_other_words_around_it_a_figure_may_be_of_a_part(language, sentence):
    assert stated(sentence, language) == []


def test_a_year_belongs_to_the_clause_of_its_figure():
    sentence = "Le salaire médian est de 26 000 euros par an et l'emploi devrait croître de 5 % d'ici 2030."
    wage, growth = stated(sentence, "fr")
    assert (wage.when.year, wage.when.target, growth.when.target) == (None, None, 2030)


@pytest.mark.parametrize(
    ("language", "title", "sentence"),
    [
        ("fr", "Infirmier", "Le salaire moyen des infirmières est de 30 000 euros par an."),
        ("fr", "Aide-soignant, aide-soignante", "Le salaire moyen des aides-soignants est de 23 000 euros par an."),
        ("de", "Elektriker/in", "Der Medianlohn der Elektrikerinnen und Elektriker beträgt 38.000 Euro im Jahr."),
        ("pt", "Professor", "O salário médio das professoras é de 40.000 reais por ano."),
    ],
)  # fmt: skip
def test_an_occupation_has_names_for_men_and_women(language, title, sentence):
    assert len(stated(sentence, language, title)) == 1
