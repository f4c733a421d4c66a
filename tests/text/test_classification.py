"""Occupations are found by the titles that guides have, and guessed for none."""

from __future__ import annotations

import pytest

from guidepub.text.naming.classification import occupation_called


@pytest.mark.parametrize(
    ("title", "soc"),
    [
        ("Dental Hygienist", "29-1292"),
        ("registered nurses", "29-1141"),
        ("Welder", "51-4121"),
        ("Chef", "35-1011"),
        ("Secretary of the Interior", None),
        ("Cook", None),
        ("Nurse", None),
        ("Education", None),
        ("Pediatric Dental Hygienist", None),
        ("", None),
        ("福祉", None),
    ],
)
def test_a_title_names_an_occupation_or_none(title, soc):
    found = occupation_called(title)
    assert (found.soc if found else None) == soc
