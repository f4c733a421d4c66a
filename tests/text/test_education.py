"""What a clause says of schooling, and of whom."""

from __future__ import annotations

import pytest

from guidepub.text.naming.occupations import names_of
from guidepub.text.schooling import levels as levels_of_education
from guidepub.text.schooling.education import labelled, schooling

OWN = names_of("Registered Nurses")


@pytest.mark.parametrize(
    ("sentence", "kind", "level"),
    [
        ("You do not need a degree to become a registered nurse.", "needless", "associate"),
        ("No degree is required.", "needless", "associate"),
        ("A college degree is not necessary for this job.", "needless", "associate"),
        ("Registered nurses can start without any formal education.", "needless", "high-school"),
        ("There are no formal education requirements for registered nurses.", "needless", "high-school"),
        ("Nursing is a career that does not require a degree.", "needless", "associate"),
        ("Employers hire nurses straight out of school, with no further schooling.", "needless", "some-college"),
        ("You do not need a master’s degree.", "needless", "master"),
        ("A degree is never optional.", "needed", "associate"),
        ("A degree makes no difference.", "needless", "associate"),
        ("You can become a nurse with a GED.", "enough", "high-school"),
        ("Most enter the field with no more than a high school diploma.", "enough", "high-school"),
        ("Nurses typically need a bachelor’s degree.", "needed", "bachelor"),
        ("Applicants must have an associate's degree in nursing.", "needed", "associate"),
        ("Nurses need an associate’s or bachelor’s degree.", "needed", "associate"),
        ("Nurses need a bachelor’s degree as well as a medical degree.", "needed", "professional"),
        ("It is impossible to become a nurse without an associate degree.", "needed", "associate"),
        ("The law obliges nurses to hold an associate degree.", "needed", "associate"),
    ],
)  # fmt: skip
def test_what_is_needed_enough_and_needless(sentence, kind, level):
    found = next(schooling(sentence, OWN))
    assert (found.kind, found.level) == (kind, level)
    assert sentence[found.start :].startswith(found.text)


@pytest.mark.parametrize(
    "sentence",
    [
        "A degree is not always required.",
        "Some employers require no degree.",
        "Nursing assistants do not need a degree.",
        "You do not need a degree to volunteer in a hospital.",
        "No degree is required to become a nursing assistant.",
        "A degree in biology is not required, but it helps.",
        "No degree can replace patience.",
        "You can become an aide with a GED.",
        "Some start with just a high school diploma.",
        "Some nurses need a master’s degree.",
        "Clinical nurse specialists must earn a master’s degree.",
        "Nurse practitioners must earn a master's degree.",
        "Nurses may need a bachelor’s degree.",
        "The school offers a bachelor’s degree.",
        "Hospitals with their own school require a bachelor’s degree.",
        "Nurses need experience or a bachelor’s degree.",
        "Do nurses need a degree?",
    ],
)
def test_what_says_nothing_of_all_nurses(sentence):
    assert list(schooling(sentence, OWN)) == []


@pytest.mark.parametrize(
    ("label", "value", "language", "kind", "level"),
    [
        ("Education", "Bachelor’s degree", "en", "needed", "bachelor"),
        ("Degree", "Not required", "en", "needless", "associate"),
        ("Minimum education:", "High school diploma or GED", "en", "needed", "high-school"),
        ("Estudios", "ninguno", "es", "needless", "high-school"),
        ("Diplôme requis", "aucun", "fr", "needless", "high-school"),
        ("Ausbildung", "keine erforderlich", "de", "needless", "high-school"),
        ("Escolaridade", "nenhuma", "pt", "needless", "high-school"),
    ],
)
def test_a_value_behind_a_label(label, value, language, kind, level):
    found = labelled(label, value, OWN, language)
    assert found is not None
    assert (found.kind, found.level) == (kind, level)


def test_another_label_says_nothing_of_schooling():
    assert labelled("Pay", "None", OWN) is None


def test_a_long_sentence_is_read_in_bounded_time():
    assert list(schooling("no degree " * 20_000, OWN)) == []


@pytest.mark.parametrize("name", levels_of_education._OFFICIAL)
def test_official_names_are_found_as_the_pattern_finds_them(name):
    (found,) = {each.level for each in levels_of_education.levels(name)}
    assert levels_of_education.level_of(name) == found
