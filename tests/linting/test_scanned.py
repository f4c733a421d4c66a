"""Common words as a scanner misreads them, and rare words and names that only look so."""

from __future__ import annotations

import pytest
from linting.linted import codes


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Tbe oven cools at noon."),
        ("en", "The loaf rests. Tliey knead it again."),
        ("en", "They cut ancl shape the dough."),
        ("en", "The ovens wcre cold."),
        ("en", "The rnanager orders flour."),
        ("en", "They baked for the cliurch."),
        ("es", "El pan qne sobra se regala."),
        ("es", "La masa sube y rnás tarde se hornea."),
        ("de", "Sie kneten uud backen."),
        ("de", "Sie backen rnit Sauerteig."),
        ("fr", "Ils pétrissent ponr le matin."),
        ("pt", "O pão qne sobra é doado."),
    ],
)
def test_a_misread_word_is_reported_once(language, body):
    assert codes(body, language) == ["G004"]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Bis Clark and Ihab bake. Clio sells, and Arie drives to Hove."),
        ("en", "An arc of light falls on the arid land."),
        ("en", "The paper printed “tbe” for a word of the ad."),
        ("es", "La tienda avisa por iOS. Los ríos bajan."),
        ("fr", "Pius achète du pain. Elie le coupe dans les champs."),
        ("de", "Karin bäckt. Die Band heißt His Dudes."),
    ],
)
def test_other_words_are_left_alone(language, body):
    assert codes(body, language) == []
