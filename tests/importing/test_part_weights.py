"""Parts under headings that name no section, classified by weights."""

from __future__ import annotations

import pytest

from guidepub.importing.headings.part_weights import part_weights
from guidepub.importing.headings.section_words import section_of_part
from tools.section_models.digest import KNOWLEDGE, MADE_OF, made_of


def test_the_weights_are_made_of_the_parts_as_they_stand():
    assert (KNOWLEDGE / MADE_OF).read_text("utf-8").strip() == made_of(), (
        "run python -m tools.section_models"
    )
    assert (KNOWLEDGE / "parts.tsv").stat().st_size < 400_000


@pytest.mark.parametrize(
    ("section", "language", "heading", "text"),
    [
        ("salary", "en", "What lands in the envelope", "Journeymen in Tulsa bring home $31.40 an hour, and overtime on top."),
        ("education", "es", "El camino hasta el taller", "Dos años de ciclo formativo y tres meses de prácticas; luego, el examen."),
        ("outlook", "fr", "Dans dix ans", "L’emploi progressera de 8 % d’ici 2035, et les départs à la retraite ouvriront des postes."),
        ("workplace", "de", "Zwischen Lärm und Staub", "Gearbeitet wird in Schichten, auch am Wochenende, meist im Stehen."),
        ("skills", "pt", "Será que tens jeito?", "Paciência, boa vista, mãos firmes e gosto pelo trabalho em equipa."),
        ("similar", "en", "Cousins of the trade", "Boilermaker, pipefitter, millwright, sheet metal worker"),
    ],
)  # fmt: skip
def test_a_part_is_of_the_section_that_its_heading_and_its_words_tell(
    section, language, heading, text
):
    assert section_of_part(heading, text, language) == section


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("", ""),
        ("Zzyzx", "Qwrtz plmkn."),
        ("My cat", "It sleeps."),
        ("What school costs", "A union electrician earns a median of $62,350 a year."),
    ],
)
def test_a_part_that_is_of_none_or_of_two_sections_is_not_placed(heading, text):
    assert not section_of_part(heading, text, "en")


def test_a_heading_that_says_another_section_than_its_text_divides_a_part():
    heading, text = "What school costs", "A union electrician earns a median of $62,350 a year."
    weights = part_weights()
    section, sureness = weights.judged(heading, text)
    assert sureness >= weights.least
    assert weights.is_divided(heading, text, section)
