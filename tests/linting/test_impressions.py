"""Sentences that read as a fault in words of no list, by weights that are made of labelled ones."""

from __future__ import annotations

import pytest
from linting.linted import codes

from guidepub.text.weighed.impressions import impression
from guidepub.text.weights import weights
from tools.sentence_models.digest import MADE_OF, WEIGHTS, made_of


def test_the_weights_are_made_of_the_sentences_as_they_stand():
    assert (WEIGHTS / MADE_OF).read_text("utf-8").strip() == made_of(), (
        "run python -m tools.sentence_models"
    )


@pytest.mark.parametrize(
    ("family", "language", "bad", "good"),
    [
        ("promise", "en", "The phone will ring all day once you hold our diploma.", "The phone rings."),
        ("bias", "en", "A pretty girl behind the counter sells twice the bread.", "Salt sells."),
        ("residue", "en", "Want more like this? Sign up for updates.", "Sign the form in ink."),
        ("promise", "es", "Con nuestro diploma nunca te faltará trabajo.", "El diploma se firma."),
        ("residue", "es", "Haz clic aquí para ver más.", "El cocinero firma el menú."),
    ],
)  # fmt: skip
def test_sentences_in_words_of_no_list(family, language, bad, good):
    found = impression(bad, family, language)
    assert found is not None
    assert found.probability > 1 / 2
    assert found.words
    assert all(word in bad for word in found.words)
    assert impression(good, family, language) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "People who get seasick should think twice about the ferry."),
        ("en", "Anyone who cannot bear silence should think it over."),
        ("en", "Surname | First name | Date of birth"),
        ("en", "Figure 6. How a lock works"),
        ("en", "If the buyer backs out, you get nothing."),
        ("en", "Our Lady of Grace runs a school of nursing."),
        ("es", "Un agujero ciego no atraviesa la pieza."),
        ("es", "Apellido | Nombre | Fecha de nacimiento"),
        ("es", "Si termina el módulo, recibirá un certificado."),
    ],
)
def test_warnings_captions_rows_and_idioms_are_no_faults(language, text):
    assert [impression(text, family, language) for family in ("promise", "bias", "residue")] == [
        None
    ] * 3


def test_what_there_is_none_of():
    assert impression("Vous trouverez toujours du travail.", "promise", "fr") is None
    assert impression("", "promise", "en") is None
    assert impression("you never " * 20_000, "residue", "en") is None
    assert weights("promise", "fr") is None


def test_a_sentence_is_reported_once():
    assert codes("The phone will ring all day once you hold our diploma.") == ["M004"]
    assert codes("Baking is a recession-proof trade for you.") == ["M003"]


def test_words_on_one_person_leave_nobody_out():
    assert codes("The king knew his baker. A mother brings her child.") == []
    assert codes("The baker knew his customers and pleased the ladies.") != []
    assert codes("¿Ha comido la señora de la ventana?", "es", title="Enfermera") == []
    assert codes("¿Ha comido la señora?", "es", title="Enfermera") == ["G007"]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "You should like working with your hands."),
        ("en", "You should enjoy talking with people of all ages."),
        ("en", "You have to love early mornings."),
        ("es", "Le debe gustar el trato con la gente."),
    ],
)
def test_what_one_should_like_leaves_nobody_out(language, body):
    assert codes(body, language) == []


def test_whoever_works_on_pages_speaks_of_pages():
    text = "Click rates, page views and downloads show whether readers follow a link."
    assert codes(text) == ["X018"]
    assert codes(text, title="Social Media Manager") == []
