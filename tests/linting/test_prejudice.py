"""Wordings that leave somebody out, and their harmless neighbours."""

from __future__ import annotations

import pytest
from linting.linted import codes


@pytest.mark.parametrize(
    "body",
    [
        "An engineer must pass two exams before he can sign drawings.",
        "Nurses report to the doctor and tell him what the night shift saw.",
        "The ward has a male nurse.",
        "The trawler wants men, not women.",
        "This is no job for a woman.",
        "The bakery has a young and energetic crew.",
        "It is the greatest career in history.",
        "Some callers are psychos.",
        "A crippled worker cannot do it.",
        "An insane man was in his care.",
        "The girls in housekeeping have Sundays off.",
    ],
)
def test_a_wording_to_avoid(body):
    assert "G003" in codes(body)


@pytest.mark.parametrize(
    "body",
    [
        "Luis Ferrer has run cranes for years, and he still looks at the wind.",
        "My mother was a baker, and she taught the trade to her sister.",
        "A baker told me that he was tired.",
        "I’m a seamstress.",
        "“I am an actress,” the player told us.",
        "The State Asylum for the Insane kept casebooks.",
        "Schools for the blind taught the trade.",
        "Volunteers repair Craftsman bungalows.",
        "Is it the greatest job on earth? No.",
        "Most of the bakers are women, and men join slowly.",
        "Strikes cripple the port.",
        "Spokesman Luis Ferrer spoke.",
        "Each baker gives notice before he or she leaves.",
        "As the baker's hand gets surer, he or she will need fewer tools.",
        "Each nurse signs with her/his initials.",
        "Crippled valves are replaced at night.",
    ],
)
def test_a_harmless_wording(body):
    assert codes(body) == []


def test_spanish_wordings():
    assert codes("El oficio no es cosa de mujeres.", "es") == ["G003"]
    assert codes("Atiende a personas con discapacidad y a minusválidos.", "es") == ["G003"]
    assert codes("Los panaderos y las panaderas hornean pan.", "es") == []
    assert codes("Los ancianos de la aldea deciden quién aprende el oficio.", "es") == []
    assert codes("Los ancianos son lentos y torpes.", "es") == ["G003"]


@pytest.mark.parametrize(
    "body",
    [
        "The maker guarantees his ovens for ten years.",
        "They follow the plan that a therapist has drawn up, and tell her what works.",
        "The owner of the shop shows them his mill, which is a hundred years old.",
    ],
)
def test_one_whom_the_text_knows(body):
    assert "G003" not in codes(body)
    assert "G003" in codes("The baker must guard his recipes.")


@pytest.mark.parametrize(
    "body",
    [
        "Fisherman's Wharf is a pier, and Mankind Museum opens at nine.",
        "Firemen's Insurance pays within a week.",
        "Cripple studs hold the sill.",
        "The Ladies' Guild gives a prize.",
    ],
)
def test_names_and_parts_of_houses_are_of_no_person(body):
    assert codes(body) == []
    assert codes("Fisherman wanted.") == ["G003"]


@pytest.mark.parametrize(
    "text",
    [
        "Each actor should learn his lines before the first rehearsal.",
        "Whoever signs the sheet should write his name clearly.",
        "Anyone who drives must show his license.",
    ],
)
def test_a_pronoun_stands_for_anybody(text):
    assert "G003" in codes(text)
    assert codes(text.replace(" his ", " a ")) == []


def test_a_pronoun_stands_for_somebody_in_a_story():
    assert codes("An actor in this play hid his lines under the table.") == []
