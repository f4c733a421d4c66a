"""The level of education with which most enter an occupation, as sentences say it."""

from __future__ import annotations

import pytest

from guidepub.text.demands import nouns
from guidepub.text.entry_levels import entry_level
from guidepub.text.occupations import names_of


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
        ("fr", "Il faut une licence, soit trois ans d'études.", "bachelor"),
        ("fr", "Il faut une licence ou un master.", None),
        ("de", "Voraussetzung ist ein Bachelor.", "bachelor"),
        ("de", "Nach dem Bachelor kann man promovieren.", None),
        ("pt", "É preciso ensino médio completo.", "high-school"),
        ("pt", "O mestrado abre portas.", None),
    ],
)
def test_a_level_is_read_in_the_language_of_the_sentence(language, sentence, found):
    assert level(sentence, language) == found
