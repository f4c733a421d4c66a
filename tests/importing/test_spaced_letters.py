"""Lines of spaced-out letters become words: long ones, and short ones that are titles."""

from __future__ import annotations

import pytest

from guidepub.importing.originals.spaced_letters import with_letters_joined

HEAD = "J O B   D U T I E S"


@pytest.mark.parametrize(
    ("line", "read"),
    [("P A Y", "PAY"), ("U S A", "U S A"), ("A B C", "A B C")],
)
def test_short_words_are_joined_where_they_are_titles(line, read):
    assert with_letters_joined([HEAD, "", "Bakers bake.", "", line])[-1] == read


def test_short_words_alone_do_not_tell_that_letters_are_set_apart():
    lines = ["P A Y", "", "The pay is low."]
    assert with_letters_joined(lines) == lines


def test_letters_that_spell_no_word_stay_apart_where_others_do(body):
    text = "Guitar Teacher\n\nO V E R V I E W\n\nTeachers tune the strings.\n\nE A D G B E\n\nThey play.\n"
    assert "E A D G B E" in body(text, "a.txt")
