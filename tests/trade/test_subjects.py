"""What guides are about by Thema and BISAC, where neither guide nor catalogue says so."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

import pytest
from definitions import guide

from guidepub.model import Occupation, SubjectCodes, Trade, TradeSettings
from guidepub.trade.subjects import subjects_of, usual_subjects

TABLE = tomllib.loads(resources.files("guidepub.trade").joinpath("subjects.toml").read_text())
# The 23 major groups of the Standard Occupational Classification 2018.
GROUPS = (*range(11, 54, 2), 55)


@pytest.mark.parametrize("group", GROUPS)
def test_every_group_of_occupations_has_subjects(group):
    found = usual_subjects(f"{group}-0000", "general")
    assert found.thema[0] == "VSC"
    assert found.bisac[0] == "BUS012000"


def test_no_code_stands_twice_in_a_line_and_each_is_a_leaf_of_its_scheme():
    for line in TABLE.values():
        for codes in line.values():
            assert len(set(codes)) == len(codes)
        # A section's letter alone is never given to a book, nor is a qualifier.
        assert all(re.fullmatch(r"[A-Y][A-Z0-9]+", code) for code in line["thema"])


@pytest.mark.parametrize(
    ("soc", "thema", "bisac"),
    [
        ("29-1141", "MQC", "MED058000"),
        ("31-2011", "MQT", "MED003050"),
        ("13-2011", "KFC", "BUS001000"),
        ("51-4121", "TGX", "TEC040000"),
        ("31-9092", "MQG", "MED003030"),
        ("29-2052", "MQP", "MED072000"),
        ("47-2111", "THRX", "TEC005030"),
        ("49-9081", "THVW", "TEC031010"),
    ],
)
def test_the_trade_comes_behind_careers(soc, thema, bisac):
    assert usual_subjects(soc, "general") == SubjectCodes(
        thema=("VSC", thema), bisac=("BUS012000", bisac)
    )


def test_what_is_stated_comes_before_what_is_usual_in_each_scheme():
    nurse = Occupation(soc="29-1141")
    own = guide("Text.", occupation=nurse, trade=Trade(subjects=SubjectCodes(thema=("MQC",))))
    settings = TradeSettings(subjects={"29": SubjectCodes(bisac=("MED000000",))})
    assert subjects_of(own, settings, "general") == SubjectCodes(
        thema=("MQC",), bisac=("MED000000",)
    )


def test_nothing_is_guessed_without_an_occupation_or_for_young_readers():
    assert usual_subjects(None, "general") == SubjectCodes()
    assert usual_subjects("29-1141", "young-adult") == SubjectCodes()
