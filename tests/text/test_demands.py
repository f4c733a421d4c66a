"""Levels of education, and what a sentence demands of whom."""

from __future__ import annotations

import pytest

from guidepub.text.schooling.demands import demand_of, nouns
from guidepub.text.schooling.levels import levels

OWN = nouns(["Registered Nurses"])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("No formal educational credential", ["none"]),
        ("High school diploma or equivalent", ["high-school"]),
        ("a GED", ["high-school"]),
        ("Some college, no degree", ["some-college"]),
        ("Postsecondary nondegree award", ["certificate"]),
        ("an associate's or a bachelor's degree", ["associate", "bachelor"]),
        ("a two-year degree", ["associate"]),
        ("a Bachelor of Science in nursing", ["bachelor"]),
        ("a master’s degree and a Ph.D.", ["master", "doctoral"]),
        ("Doctoral or professional degree", ["professional"]),
        ("a medical degree", ["professional"]),
        ("a master electrician, an associate of hers, some college courses", []),
    ],
)
def test_levels_are_known_by_their_names(text, named):
    assert [level.level for level in levels(text)] == named
    assert all(text[level.start : level.end] == level.text for level in levels(text))


@pytest.mark.parametrize(
    ("sentence", "level", "who"),
    [
        ("Nurses typically need a bachelor’s degree.", "bachelor", "nurse"),
        ("Applicants must have an associate's degree in nursing.", "associate", ""),
        ("Nurses need an associate’s or bachelor’s degree.", "associate", "nurse"),
        ("Nurses need a bachelor’s degree as well as a medical degree.", "professional", "nurse"),
        ("Nurses typically need some college.", "some-college", "nurse"),
        ("A high school diploma is required.", "high-school", ""),
    ],
)
def test_a_demand(sentence, level, who):
    demand = demand_of(sentence, OWN)
    assert (demand.level, demand.who) == (level, who)
    assert sentence[demand.start :].startswith(demand.text)


@pytest.mark.parametrize(
    "sentence",
    [
        "A bachelor's degree is not required to become a nurse.",
        "You do not need an associate degree either.",
        "Some nurses need a master’s degree.",
        "Clinical nurse specialists must earn a master’s degree.",
        "Nurse practitioners must earn a master's degree.",
        "Nurses may need a bachelor’s degree.",
        "The school offers a bachelor’s degree.",
    ],
)
def test_what_demands_nothing_of_nurses(sentence):
    assert demand_of(sentence, OWN) is None
