"""Texts without any headings: their title, and their sections by the words of paragraphs."""

from __future__ import annotations

import pytest
from words import codes

from guidepub.importing.headings.known import known_section

TEXTS = {
    "en": (
        "Arborist",
        "Arborists climb trees to prune, brace and fell them, and lower the branches by rope.",
        "Most arborists learn on the job under a crew leader for two or three years.",
        "Arborists earned a median of $49,300 a year in 2023. Storm work pays more, by the hour.",
        "Employment of arborists is projected to grow 5 percent from 2023 to 2033, as cities plant.",
        {"education", "salary", "outlook"},
    ),
    "es": (
        "Techador",
        "Un techador pone tejas y pizarra, repara goteras y coloca canalones en los tejados.",
        "Trabaja con la ayuda de un peón, y sube por andamios y escaleras todo el día.",
        "El sueldo medio de los techadores es de 1.650 euros al mes, según el convenio de 2023. Quien trabaja por su cuenta cobra por metro, y gana más.",
        "Se espera que el empleo de los techadores crezca un 4 % hasta 2030. Muchos se jubilan y faltan aprendices.",
        {"salary", "outlook"},
    ),
    "de": (
        "Tischler",
        "Tischler bauen Möbel, Türen und Fenster aus Holz. Sie messen, sägen, leimen und schleifen.",
        "Gearbeitet wird in der Werkstatt und auf Montage, oft im Stehen und bei Lärm und Staub.",
        "Die Ausbildung dauert drei Jahre und endet mit der Gesellenprüfung in der Werkstatt.",
        "Das mittlere Gehalt der Tischler liegt bei 2.950 Euro im Monat, nach Zahlen von 2023.",
        {"workplace", "education", "salary"},
    ),
    "fr": (
        "Couvreurs",
        "Les couvreurs posent des tuiles et des ardoises sur les toits, et réparent les fuites.",
        "Un CAP de couvreur suffit pour entrer dans la profession, et se prépare en deux ans d'apprentissage.",
        "Le salaire médian des couvreurs est de 2 050 euros par mois en 2023, hors primes.",
        "",
        {"education", "salary"},
    ),
}


@pytest.mark.parametrize("language", TEXTS)
def test_paragraphs_become_sections_and_the_first_subject_the_title(converted, language):
    title, *paragraphs, wanted = TEXTS[language]
    made = converted("\n\n".join(paragraphs), "a.txt")
    assert made.guide.title == title
    assert {known_section(s.title) for s in made.guide.sections} == {"overview", *wanted}
    assert codes(made).count("I060") == len(wanted)
    assert {"median_wage", "median_monthly_wage", "mean_monthly_wage"} & {f.key for f in made.facts}


def test_a_text_that_comes_back_to_a_section_stays_whole(converted):
    _title, first, school, pay, outlook, _sections = TEXTS["en"]
    made = converted("\n\n".join((first, school, pay, outlook, pay, school)), "a.txt")
    assert [known_section(section.title) for section in made.guide.sections] == ["overview"]


def test_words_that_no_trade_ends_with_are_no_title(converted):
    text = "La madera se corta en otoño.\n\nLa madera se seca al aire durante varios años."
    assert converted(text, "abc.txt").guide.title == "Abc"


ASKED = {
    "md": "# Welder\n\nWhat do welders do?\n\nThey join metal.\n\nHow much do welders earn?\n\nHalf earn more than $51,000 a year.\n",
    "html": "<h1>Welder</h1><p>What do welders do?</p><p>They join metal.</p><p>How much do welders earn?</p><p>Half earn more than $51,000 a year.</p>",
}


@pytest.mark.parametrize("form", ASKED)
def test_questions_head_the_parts_of_a_text_without_headings(body, form):
    text = body(ASKED[form], f"text.{form}")
    overview, salary = text.split("# Salary")
    assert "They join metal." in overview
    assert "Half earn more than" in salary


def test_a_single_question_about_the_occupation_is_kept_as_prose(body):
    text = body(
        "# Welder\n\nWelders join metal.\n\nHow much do welders earn?\n\nMore each year.\n", "t.md"
    )
    assert "How much do welders earn?" in text
