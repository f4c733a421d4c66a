"""Guides made by chance lose nothing: a few of those that `make losses` makes by the thousand."""

from __future__ import annotations

import pytest

from benchmarks.generating import LANGUAGES, THEMES, TRIMS, guide
from benchmarks.losses import losses_of, shares

# Of these numbers each language, each theme and each trim has one at least.
NUMBERS = (0, 2, 4, 6, 8, 11, 13)


def test_the_same_number_makes_the_same_guide_and_another_one_another():
    assert guide(7) == guide(7)
    assert guide(7).text != guide(8).text


def test_all_languages_themes_and_trims_are_among_them():
    places = [place for place, _ in shares(0, 15)]
    assert {tuple(place.split("/")[:2]) for place in places} == {
        (theme, trim) for theme in THEMES for trim in TRIMS
    }
    assert {guide(number).language for number in NUMBERS} == set(LANGUAGES)


@pytest.mark.parametrize("number", NUMBERS)
def test_nothing_is_lost(number, tmp_path):
    ((place, numbers),) = shares(number, 1)
    assert losses_of(tmp_path / place, numbers) == []


def test_a_word_that_is_not_there_is_reported(tmp_path):
    ((place, numbers),) = shares(3, 1)
    folder = tmp_path / place
    assert losses_of(folder, numbers) == []
    for file in (folder / "out" / "guide-3").iterdir():
        file.unlink()
    found = losses_of(folder, numbers, build=False)
    assert [fault.partition(" ")[0] for fault in found] == [
        "guide-3-print.pdf",
        "guide-3-screen.pdf",
        "guide-3.epub",
    ]
