"""A file's text as one solid string, and whether words are parted as they should be."""

from __future__ import annotations

import pytest

from guidepub.checks.text.streams import Stream, folded, spaced_alike

HY = "\ufffe"


@pytest.mark.parametrize(
    ("text", "solid"),
    [
        ("At a Glance", "ataglance"),
        ("well-known", "wellknown"),
        (f"pres{HY}sure", "pressure"),
        ("“Quoted” isn’t", '"quoted"isn\'t'),
        ("ﬁrst · 2²", "first·22"),
        ("Straße", "strasse"),
        ("−3.5 %", "−3.5%"),
        ("a\u00adb\u200bc", "abc"),
    ],
)
def test_a_text_is_folded_to_its_letters_figures_and_signs(text, solid):
    assert folded(text) == solid


def test_a_stream_knows_its_units_and_gives_back_what_was_read():
    stream = Stream(["The Rope\nis ", "", "laid-out\n2"])
    assert stream.text == "theropeislaidout2"
    assert [stream.unit_at(place) for place in (0, 8, 9, 16)] == [0, 0, 2, 2]
    assert stream.following(0) == 2
    assert stream.following(2) is None
    assert stream.raw(3, 9) == "Rope\nis"
    assert stream.raw(9, 16) == "laid-out"


def test_a_text_over_two_units_keeps_the_hyphen_at_which_the_first_ends():
    stream = Stream([f"the NCLEX{HY}", "RN test"])
    assert stream.raw_of([(0, 8), (8, 10)]) == f"the NCLEX{HY}\nRN"


def test_letters_that_grow_when_folded_keep_their_places():
    stream = Stream(["Maß ﬀ x"])
    assert stream.text == "massffx"
    assert stream.raw(4, 6) == "ﬀ"
    assert stream.raw(6, 7) == "x"


@pytest.mark.parametrize(
    ("text", "place", "inside"),
    [
        ("1995 jobs", 2, True),
        ("1995 jobs", 4, False),
        (f"pres{HY}sure", 4, True),
        ("a.b", 1, False),
    ],
)
def test_a_place_inside_a_word_is_distinguished_from_one_between_words(text, place, inside):
    assert Stream([text]).parts_word(place) is inside


def test_a_place_at_which_a_line_begins_is_reported():
    stream = Stream(["One two\n three", "four"])
    begins = [place for place in range(len(stream.text)) if stream.begins_line(place)]
    assert begins == [0, 6, 11]


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("king of knots", "king of knots"),
        ("king\nof  knots", "king of knots"),
        (f"pres{HY}sure", "pressure"),
        (f"follow{HY}up", "follow-up"),
        ("follow-\nup", "follow-up"),
        ("stress [3]", "stress[3]"),
        ("record2\n. License", "record2. License"),
        ("AT A GLANCE", "At a Glance"),
        ("10\N{NO-BREAK SPACE}%", "10 %"),
        ("either/\nor", "either/or"),
    ],
)
def test_words_are_parted_alike(raw, wanted):
    assert spaced_alike(raw, wanted)


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("kingof knots", "king of knots"),
        ("wellknown", "well-known"),
        ("well known", "well-known"),
        ("re-sign", "re sign"),
    ],
)
def test_words_that_run_together_or_lose_their_hyphen_are_not_alike(raw, wanted):
    assert not spaced_alike(raw, wanted)
