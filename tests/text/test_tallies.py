"""Numbers that do not add up, and neighbours that do."""

from __future__ import annotations

import pytest

from guidepub.text.figures.tallies import misfits
from guidepub.text.statements.attributes import attributes


@pytest.mark.parametrize(
    "sentence",
    [
        "We teach in three languages: Spanish, Mandarin, Vietnamese, Creole and Arabic.",
        "Of the 33 accredited colleges, 20 are public and 19 private.",
        "Local government employed 68 percent of inspectors, and state government employed 47 percent.",
    ],
)
def test_misfits(sentence):
    assert len(list(misfits(sentence))) == 1


def test_misfits_in_spanish():
    assert len(list(misfits("Trabaja en tres turnos: el de madrugada y el de tarde.", "es"))) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "We teach in three languages: Spanish, Mandarin and Arabic.",
        "They have two jobs: research and development, and sales.",
        "Bakers work at least two shifts: mornings, evenings and nights.",
        "Of the 33 colleges, 20 are public and 13 private.",
        "Of the 33 colleges, 20 are public.",
        "The test has two parts: 50 questions on law and 30 on practice.",
        "A kit has 12 pieces: six in the case and six in the bag.",
        "Industry employed 68 percent in 2014, up from 47 percent in 2004.",
        "The exam has three parts: one written and two practical.",
        "The crew has four members: a driver, two loaders and a clerk.",
        "About 68 percent work in hospitals, and 20 percent work for schools.",
    ],
)
def test_what_fits(sentence):
    assert list(misfits(sentence)) == []


def test_lengths_of_a_training():
    (one,) = attributes("Our baking program takes twelve months.", frozenset({"baking"}))
    (other,) = attributes("Over the eighteen months of the program you bake.")
    assert one.contradicts(other)
    assert other.value > one.value
    assert list(attributes("The program takes two or three years.")) == []
    assert list(attributes("A two-year program pays.")) == []
