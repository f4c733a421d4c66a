"""Promises in words of no list: somebody, a result, and no doubt."""

from __future__ import annotations

import pytest

from guidepub.text.weighed.assurances import assurance_of


@pytest.mark.parametrize(
    "sentence",
    [
        "You will find a job within six weeks of finishing.",
        "No student of ours has ever failed the exam.",
        "Employers cannot refuse you with this diploma.",
        "We'll get you into the school, whatever your score.",
        "A job waiting for you, in writing.",
        "The money keeps coming in while you sleep.",
        "100 percent of those who enroll get placed.",
    ],
)
def test_what_is_assured(sentence):
    assert assurance_of(sentence) is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "You may find a job within six weeks.",
        "All students must pass an exam to get a license.",
        "You will start work at six every morning.",
        "You will get a copy of the contract within two weeks.",
        "Not everyone gets a job.",
        "Nobody is turned away for lack of insurance at a free clinic.",
        "Will you get a job within six weeks?",
        "Get it in writing: a spoken “you’ll get the school you want” binds nobody.",
    ],
)
def test_what_is_not(sentence):
    assert assurance_of(sentence) is None


def test_spanish():
    assert assurance_of("Saldrás con trabajo, seguro.", "es") is not None
    assert assurance_of("Nadie que tenga este diploma se queda sin trabajo.", "es") is not None
    assert assurance_of("No todos encuentran trabajo al terminar.", "es") is None
    assert assurance_of("Saldrás con trabajo, seguro.", "fr") is None
