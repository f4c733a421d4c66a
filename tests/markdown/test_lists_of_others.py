"""Lines that begin as items of a list do where people or programs write one, and no list is read."""

from __future__ import annotations

import pytest
from renderers import ENGLISH

from guidepub.markdown import parse


def reported(text):
    return [(finding.code, finding.message[:21]) for finding in parse(text, ENGLISH).findings]


@pytest.mark.parametrize(
    "text",
    ["• Flour", "a) Flour\nb) Water", "i. Flour\nii. Water", "%\tFlour\n%\tWater", "– Flour\n– Water", "(@) Flour\n(@x) Water", "o\tFlour\no\tWater", "As follows:\n2. Flour\n3. Water"],
)  # fmt: skip
def test_lines_that_run_together_are_reported(text):
    assert reported(text) == [("D036", "Lines that begin with")]


@pytest.mark.parametrize(
    "text",
    ["M. Curie and\nA. Einstein met.", "A. A. Milne wrote\nA. A. too.", "– Come in.\\\n– Thank you.", "M. Curie  \nN. Bohr", "They begin at\n3. They sleep by day."],
)  # fmt: skip
def test_names_and_lines_that_end_on_purpose_are_not(text):
    assert reported(text) == []


def test_a_list_that_begins_the_text_stands_behind_no_item():
    assert reported(" - Flour\n - Water\n\nThen:\n\n1. Knead") == []
    assert reported("1. Weigh\n  - flour\n2. Knead") == [("D036", "This list comes after")]
