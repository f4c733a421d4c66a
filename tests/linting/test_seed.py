"""A text from a web site as it was found, wrapped as a guide: what an editor must be told.

The text was supplied with this project as an example of what publishers have; it is quoted for
testing. Only its headings were marked and a front matter was put before it.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from guidepub.linting import lint
from guidepub.loading import survey

SEED = Path(__file__).parent / "seed"


@pytest.fixture(scope="module")
def reported():
    # The old disclaimer keeps the text from becoming a book at all.
    found = survey(SEED)
    assert [finding.code for finding in found.catalog.findings] == ["N006"]
    (draft,) = found.drafts
    return lint(draft, found.catalog)


def test_the_seed_s_faults_are_all_found_and_no_others(reported):
    assert Counter(finding.code for finding in reported) == {
        "G001": 1,  # the longest section reads like a college text
        "G003": 2,  # children who “suffer from” impairments
        "Q001": 1,  # a master's degree, and an associate's
        "S001": 1,  # “by the year 2016”
        "S005": 1,  # copyright 2023
        "V001": 2,  # 25%, $49,960
        "X001": 3,  # three lines of PHP
        "X008": 2,  # two citations that were cut out
        "X009": 1,  # “as well,”
        "X014": 1,  # the retired disclaimer
    }


def test_every_finding_stands_where_its_words_are(reported):
    (path,) = SEED.glob("*.md")
    lines = path.read_text("utf-8").split("\n")
    words = {
        "V001": ("25%", "$49,960"),
        "S001": ("2016",),
        "S005": ("2023",),
        "X001": ("$_SESSION",),
        "X008": ("(",),
        "X009": (",",),
        "X014": ("Copyright ©",),
        "Q001": ("associate’s degree",),
        "G003": ("suffer",),
    }
    for finding in reported:
        if finding.code in words:
            rest = lines[finding.place.line - 1][finding.place.column - 1 :]
            assert rest.startswith(words[finding.code]), finding
