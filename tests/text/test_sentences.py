"""Sentences end where they end, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepub.text.punctuation.sentences import sentences


def split(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The U.S. Bureau of Labor Statistics counts jobs.",
        "Half of them earned more than $49,960.50 a year.",
        "Bring tools, e.g. Dr. Brown’s level, or ask St. Mary’s for one.",
        "See No. 5 of vol. 3, and Fig. 2.",
        "She holds a Ph.D. in physics and works for Acme Inc. of Ohio.",
        "J. R. Smith wrote it.",
        "The shift ends at 9 a.m. on weekdays.",
        "Is it so? Yes.".split("? ")[1],
        "Wait… and then lift.",
        "Growth of 1.5 percent is slow.",
        "They (The Bakers) are a band.",
        "La Dra. Ruiz gana más que el Sr. García.",
        "En EE. UU. hay 3.000 empleos.",
        "Am 1. Mai 2024 stieg der Lohn.",
        "Im 2. Lehrjahr verdient man mehr als im 1. Jahr.",
        "Der Medianlohn liegt bei Fr. 5'012 im Monat.",
        "Erwartet wird eine Zunahme um 5,8 v. H. Die".removesuffix(" Die"),
    ],
)
def test_a_stop_that_ends_no_sentence(sentence):
    assert split(sentence) == [sentence]


@pytest.mark.parametrize(
    "parts",
    [
        ["Bakers bake.", "They begin at night."],
        ["Ils gagnent 6'180 fr.", "La médiane est plus basse."],
        ["They work in the U.S.", "The pay is low."],
        ["He has a Ph.D.", "In his field it is needed."],
        ["“Stop!”", "She stopped."],
        ["It costs $5.", "$6 is the price elsewhere."],
        ["Mix flour, water, etc.", "Then wait."],
        ["Vitamin C.", "We need it."],
        ["They asked I.", "You answered."],
        ["¿Cuánto gana?", "Depende."],
        ["Does it end here?", "(It does.)", "So it is."],
        ["Take plan B.", "The rest is easy."],
        ["The U.S. Bureau says so (", "The number grows.", "Mrs. Smith agrees."],
        ["They earn $40,000 a year.²", "The rest earn less."],
        ["Pay rose.[4]", "Then it fell."],
        ["It costs a lot.", "€6 is little."],
        ["Trabajan en EE. UU.", "Ganan más."],
        ["Der Lohn liegt bei 12.", "Das ist wenig."],
        ["Most begin at 18.", "May is the best month."],
    ],
)
def test_a_stop_that_ends_one(parts):
    assert split(" ".join(parts)) == parts


def test_a_text_without_a_stop_is_one_sentence():
    assert split("  Bakers bake  ") == ["Bakers bake"]
    assert split("   ") == []


@given(st.text("aB.!? \n1$“”(U.S", max_size=80))
def test_no_letter_is_lost_and_none_read_twice(text):
    assert "".join("".join(split(text)).split()) == "".join(text.split())
