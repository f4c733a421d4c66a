"""Where the jobs of an occupation go by what a sentence says, and what says nothing of that."""

from __future__ import annotations

import pytest

from guidepub.text.statements.directions import directions

OWN = frozenset({"registered nurse", "nurse"})


@pytest.mark.parametrize(
    ("sentence", "trend"),
    [
        ("Employment of registered nurses is projected to fall 5 percent.", "falls"),
        ("Jobs for registered nurses are disappearing.", "falls"),
        ("The number of nurses will go down by 2034.", "falls"),
        ("The occupation is losing jobs.", "falls"),
        ("The outlook is poor, with employment falling through 2034.", "falls"),
        ("There will be fewer jobs for nurses in 2034.", "falls"),
        ("A decline in employment is expected.", "falls"),
        ("Employment will balloon.", "rises"),
        ("Registered nursing jobs are set to multiply.", "rises"),
        ("Employment is projected to stay flat, with little or no change.", "stays"),
        ("Employment in hospitals is expected to decline.", None),
        ("Employment of file clerks is projected to decline.", None),
        ("Retail jobs will decline.", None),
        ("Employment is not expected to decline.", None),
        ("Jobs will not disappear.", None),
        ("Demand for beds is expected to drop.", None),
        ("Turnover will fall as pay rises.", None),
        ("Employment may decline.", None),
    ],
)
def test_directions(sentence, trend):
    assert next((d.trend for d in directions(sentence, OWN)), None) == trend


def test_the_words_are_reported_where_they_stand():
    sentence = "Employment in hospitals may drop, but overall employment will rise."
    (found,) = directions(sentence, OWN)
    assert sentence[found.start :].startswith(found.text)
    assert found.text == "employment will rise"
