"""Sentences are placed on an axis whatever their letters are."""

from __future__ import annotations

import re

import pytest

from guidepub.text.statements.axes import stances
from guidepub.text.vocabulary import vocabulary


@pytest.mark.parametrize("language", ["en", "es"])
def test_forms_are_looked_for_in_small_letters(language):
    table = vocabulary("axes", language)
    tables = repr([table["axes"], table["need"], table["parts"]])
    assert re.findall(r"(?<!\\)[A-ZÁÉÍÓÚÑ]\w*", re.sub(r"\bTrue|False\b", "", tables)) == []


def test_capitals_are_read_as_small_letters():
    found = [
        [(s.axis, s.low, s.high) for s in stances(text, frozenset({"baker"}))]
        for text in ("Most bakers are self-employed.", "MOST BAKERS ARE SELF-EMPLOYED.")
    ]
    assert found[0] == found[1] == [("self-employment", 50, 100)]


@pytest.mark.parametrize(
    "sentence",
    ["The figures of pay are of bakers alone.", "They may hold for none of the bakers alone."],
)
def test_figures_of_some_alone_say_nothing_of_how_they_work(sentence):
    assert list(stances(sentence, frozenset({"baker"}))) == []
