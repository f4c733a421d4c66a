"""Patterns that are read when a word has them part words where Pyphen does."""

from __future__ import annotations

import pyphen
import pytest

from guidepub.pdf.shortcuts.hyphenating import PatternsOnDemand, patterns_are_read_when_met

WORDS = (
    "apprenticeship", "occupational", "Hyphenation", "high-school", "Ausbildungsvertrag", "Straße",
    "développement", "año", "lettergrepen", "asszonnyal", "x", "", "4,500", "associate's",
)  # fmt: skip
# Two of them change letters where a word is parted.
LANGUAGES = ("en_US", "en_GB", "es", "fr", "nl", "pt_BR", "ca", "hu_HU")


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_parted_as_pyphen_parts_them_where_that_changes_no_letters(language):
    path = pyphen.LANGUAGES[language]
    expected, found = pyphen.HyphDict(path), PatternsOnDemand(path)
    words = [*WORDS, *(each.strip(".") for each in list(expected.patterns)[::25])]
    for word in words:
        points = [int(point) for point in expected.positions(word) if point.data is None]
        assert [int(point) for point in found.positions(word)] == points


@pytest.mark.parametrize(
    ("language", "word", "parts"),
    [
        ("hu_HU", "hosszúság", "hosszú-ság"),
        ("hu_HU", "könnyen", "könnyen"),
        ("ca", "col·la", "col·la"),
    ],
)
def test_a_word_that_is_parted_keeps_all_of_its_letters(language, word, parts):
    with patterns_are_read_when_met():
        assert pyphen.Pyphen(lang=language, cache=False).inserted(word) == parts


def test_pyphen_is_as_it_was_outside_of_a_layout():
    before = pyphen.HyphDict
    with patterns_are_read_when_met():
        assert pyphen.HyphDict is PatternsOnDemand
    assert pyphen.HyphDict is before


def test_a_pattern_is_read_once_and_others_are_not():
    found = PatternsOnDemand(pyphen.LANGUAGES["en_US"])
    found.positions("apprentice")
    assert 0 < len(found.patterns._read) < 30
