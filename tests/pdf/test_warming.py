"""What is loaded before the first book of a process."""

from __future__ import annotations

import hashlib

import pytest

import guidepub
from guidepub.pdf.layout.warming import rehearse
from guidepub.pdf.shortcuts.hyphenating import PatternsOnDemand
from guidepub.themes import find_theme


@pytest.mark.parametrize("name", ["classic", "school", "school-large", "illustrated"])
def test_a_page_is_laid_out_in_each_theme_with_its_hyphens(monkeypatch, name):
    words: list[str] = []
    positions = PatternsOnDemand.positions

    def recorded(self: PatternsOnDemand, word: str) -> list[int]:
        words.append(word)
        return positions(self, word)

    monkeypatch.setattr(PatternsOnDemand, "positions", recorded)
    rehearse(find_theme(name))
    # The themes for schools hyphenate nothing.
    assert bool(words) == (name == "classic")


def test_a_book_behind_it_is_the_same(baker_book):
    before = hashlib.sha256(guidepub.render(baker_book, "screen")).hexdigest()
    rehearse(baker_book.theme)
    assert hashlib.sha256(guidepub.render(baker_book, "screen")).hexdigest() == before
