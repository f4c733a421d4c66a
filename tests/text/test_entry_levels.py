"""The level of education with which most enter an occupation, as sentences say it."""

from __future__ import annotations

import pytest

from guidepub.text.naming.occupations import names_of
from guidepub.text.schooling.demands import nouns
from guidepub.text.schooling.entry_levels import entry_level
from guidepub.text.schooling.entry_lines import first_level, listed_level


def level(sentence, language="en", title="Plumber"):
    own = names_of(title, language=language)
    found = entry_level(sentence, nouns([title]), own, language)
    return found and found.level


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Plumbers typically need a high school diploma.", "high-school"),
        ("Most plumbers have a high school diploma and learn on the job.", "high-school"),
        ("Nearly all plumbers begin with a high school diploma and an apprenticeship.", "high-school"),
        ("Employers want a bachelor's degree in mathematics.", "bachelor"),
        ("A bachelor's degree is required for most jobs.", "bachelor"),
        ("An associate degree is the most common route into the field.", "associate"),
        ("Entry-level education: High school diploma", "high-school"),
        ("Most have a bachelor's or master's degree.", "bachelor"),
        ("Most plumbers have an associate degree or a certificate.", None),
        ("Some employers prefer a bachelor's degree.", None),
        ("Many plumbers hold a bachelor's degree.", None),
        ("Most welders have a high school diploma.", None),
        ("Most plumbers have a high school diploma before they enter a program of a college.", None),
        ("Most managers hold a bachelor's degree.", None),
        ("An associate degree in heating is the commonest entry.", "associate"),
        ("High school is the formal minimum in most towns, but a certificate helps.", "high-school"),
        ("A bachelor's degree in fluids, pipes or even art is what most of us have.", "bachelor"),
        ("A certificate or an associate degree from a school is the usual way in.", None),
        ("An associate degree is the usual way in for assistants.", None),
        ("In Ohio an associate degree is the usual way in.", None),
        ("A master's degree is the usual ticket to management.", None),
        ("No high school diploma is needed.", None),
        ("A bachelor's degree will do.", "bachelor"),
        ("A bachelor's degree will do little for you.", None),
        ("An associate degree is what employers ask for.", "associate"),
        ("A high school diploma is the only requirement.", "high-school"),
        ("A certificate from a trade school is required.", "certificate"),
        ("The state board only insists on a high school diploma and on its examination.", "high-school"),
        ("A master's licence is required, and five years at sea.", None),
        ("Hardly any shop requires an associate degree.", None),
        ("It is a myth that a bachelor's degree is required.", None),
        ("A master's certificate from the Coast Guard is required.", None),
    ],
)  # fmt: skip
def test_what_most_have_or_are_asked_for_is_the_level_of_entry(sentence, found):
    assert level(sentence) == found


@pytest.mark.parametrize(
    ("language", "sentence", "found"),
    [
        ("es", "Se exige un doctorado en optometría y una licencia del estado.", "doctoral"),
        ("es", "Hace falta un grado en enfermería, que dura cuatro años.", "bachelor"),
        ("es", "Basta el título de secundaria.", None),
        (
            "es",
            "Basta un ciclo de grado medio; para firmar proyectos hace falta un grado universitario.",
            None,
        ),
        ("pt", "Basta o ensino médio; para assinar projetos é preciso um mestrado.", None),
        ("fr", "Il faut une licence, soit trois ans d'études.", "bachelor"),
        ("fr", "Il faut une licence ou un master.", None),
        ("de", "Voraussetzung ist ein Bachelor.", "bachelor"),
        ("de", "Nach dem Bachelor kann man promovieren.", None),
        ("pt", "É preciso ensino médio completo.", "high-school"),
        ("pt", "O mestrado abre portas.", None),
        ("pt", "A maioria das vagas pede ensino superior: Hidráulica ou Engenharia.", "bachelor"),
        ("pt", "O mestrado é a porta para a docência.", None),
        ("es", "El grado en Hidráulica (cuatro años) es la puerta habitual.", "bachelor"),
        ("es", "En Madrid, el grado en Hidráulica es la puerta habitual.", None),
        ("fr", "Le BTS est le ticket d'entrée.", "associate"),
        ("fr", "Le master est la voie pour enseigner.", None),
        ("de", "Der übliche Weg ist ein Bachelor in Technik.", "bachelor"),
        ("de", "Ein Bachelor ist die Voraussetzung.", "bachelor"),
        ("es", "El único requisito es el bachillerato.", "high-school"),
        ("pt", "Ensino médio completo é a exigência; a norma vale dois anos.", "high-school"),
        ("fr", "Le CAP est la condition d'accès.", "certificate"),
        ("fr", "Une licence de taxi est obligatoire.", None),
        ("fr", "La licence de pêche est exigée.", None),
    ],
)
def test_a_level_is_read_in_the_language_of_the_sentence(language, sentence, found):
    assert level(sentence, language) == found


@pytest.mark.parametrize(
    ("language", "sentence", "found"),
    [
        ("en", "High school or GED.", "high-school"),
        ("en", "5.1 No formal educational credential.", "none"),
        ("en", "Bachelor's degree, any field will do in theory; plumbing in practice.", "bachelor"),
        ("en", "A high school diploma, plus a year of work with the public.", "high-school"),
        ("en", "Associate degree or certificate.", None),
        ("en", "A master's degree in hydraulics takes two years.", None),
        ("en", "Bachelor's degree preferred.", None),
        ("en", "Bachelor's degree in engineering for chiefs.", None),
        ("es", "Título de bachiller.", "high-school"),
        ("fr", "Bachelor HES en technique, orientation eau : 3 ans à plein temps.", "bachelor"),
        ("fr", "Bac, puis trois ans d'études.", None),
        ("pt", "12.º ano (a licenciatura não é precisa)", "high-school"),
    ],
)  # fmt: skip
def test_a_level_alone_is_that_of_the_line(language, sentence, found):
    level = first_level(sentence, language)
    assert (level and level.level) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Median pay $68,200 · about 18,600 jobs · postsecondary certificate", ["certificate"]),
        ("Pay $9,000 · 40 jobs · an associate degree helps", []),
        ("Associate degree · $9,000 · some years of study", []),
    ],
)
def test_a_part_of_a_line_of_facts_is_a_level(line, found):
    level = listed_level(line, "en")
    assert [level.level for level in [level] if level] == found


@pytest.mark.parametrize(
    ("language", "sentence", "level"),
    [
        ("en", "Neither a master's nor a doctorate is expected; a bachelor's degree is.", "bachelor"),
        ("en", "A degree is not needed, but a high school diploma is.", "high-school"),
        ("en", "Instead of a degree, employers require a high school diploma.", "high-school"),
        ("en", "Although a diploma was once enough, cartographers typically need a bachelor's degree.", "bachelor"),
        ("es", "No se pide licenciatura ni máster, pero sí el bachillerato.", "high-school"),
        ("es", "Ya no basta el bachillerato: se exige un grado universitario.", "bachelor"),
        ("fr", "La licence n'est pas exigée ; il faut le bac.", "high-school"),
        ("de", "Ein Studium wird nicht verlangt, wohl aber das Abitur.", "high-school"),
        ("de", "Weder Bachelor noch Master sind nötig; vorausgesetzt wird eine abgeschlossene Berufsausbildung.", "certificate"),
        ("pt", "Já não basta o ensino médio: exige-se licenciatura.", "bachelor"),
    ],
)  # fmt: skip
def test_a_level_is_set_against_those_that_are_not_asked(language, sentence, level):
    found = entry_level(
        sentence, frozenset({"cartographer"}), frozenset({"cartographers"}), language
    )
    assert found is not None
    assert found.level == level


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The license is not hard to get; a bachelor's degree is."),
        ("en", "A bachelor's is not required in Ohio, but an associate degree is."),
        ("en", "Although a bachelor's degree is required of surveyors, cartographers need patience."),
        ("en", "Instead of a bachelor's degree, some states accept an associate degree."),
        ("es", "Para ser jefe de obra se exige un grado."),
        ("fr", "Une licence de taxi est exigée."),
        ("de", "Manche Betriebe verlangen das Abitur."),
        ("pt", "A faculdade exige o ensino médio completo."),
    ],
)  # fmt: skip
def test_what_is_set_against_other_things_is_no_level_of_entry(language, sentence):
    found = entry_level(
        sentence, frozenset({"cartographer"}), frozenset({"cartographers"}), language
    )
    assert found is None
