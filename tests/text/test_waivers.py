"""What is said to be needless or enough, and sentences that only look so."""

from __future__ import annotations

import pytest

from guidepub.text.waivers import enough_of, waiver_of

OWN = frozenset({"nurse"})


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("You do not need a degree to become a registered nurse.", "associate"),
        ("No degree is required.", "associate"),
        ("A college degree is not necessary for this job.", "associate"),
        ("Registered nurses can start without any formal education.", "high-school"),
        ("There are no formal education requirements for registered nurses.", "high-school"),
        ("Nursing is a career that does not require a degree.", "associate"),
        ("Employers hire nurses straight out of school, with no further schooling.", "some-college"),
        ("You do not need a master’s degree.", "master"),
        ("A degree is not always required.", None),
        ("Some employers require no degree.", None),
        ("Nursing assistants do not need a degree.", None),
        ("You do not need a degree to volunteer in a hospital.", None),
        ("No degree is required to become a nursing assistant.", None),
        ("A degree in biology is not required, but it helps.", None),
        ("No degree can replace patience.", None),
    ],
)  # fmt: skip
def test_what_nobody_needs(sentence, level):
    found = waiver_of(sentence, OWN)
    assert (found and found.level) == level


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("You can become a nurse with a GED.", "high-school"),
        ("Most enter the field with no more than a high school diploma.", "high-school"),
        ("All registered nurses hold a doctoral degree.", "doctoral"),
        ("You can become an aide with a GED.", None),
        ("Some start with just a high school diploma.", None),
    ],
)
def test_what_is_enough(sentence, level):
    found = enough_of(sentence, OWN)
    assert (found and found.level) == level
