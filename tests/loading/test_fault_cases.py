"""Every folder in `faults/` is a faulty input and the findings that it must give.

A case is a catalogue where it holds a `catalog.toml`, else one guide's file. An expected line
that ends in “…” leaves open what follows, such as a list of keys that grows with guidepub.
"""

from pathlib import Path

import pytest

import guidepub
from guidepub.findings import CODES

FAULTS = Path(__file__).parent / "faults"
CASES = sorted(path.name for path in FAULTS.iterdir())
# What loading tells begins with these letters, but for what only a book can lack, or what
# `data check` or `release` alone looks for.
LETTERS = "CDN"
LATER = {"D062", "D091", "N001", "N004", "N008", "N012", "N009", "N010", "N011"}
# Their inputs are themes, packages, bytes, odd names, or too large or slow: see other tests.
MADE = {"C008", "D002", "D009", "D013", "D014", "D073"}


def findings_of(folder):
    """Return the findings of a case, their paths without the case's folder."""
    path = folder
    if not (folder / "catalog.toml").is_file():
        (path,) = folder.glob("guide.*")
    try:
        found = guidepub.load(path).findings
    except guidepub.InputError as error:
        found = error.findings
    return [str(finding).replace(f"{folder}/", "") for finding in found]


@pytest.mark.parametrize("name", CASES)
def test_a_case_gives_its_findings_and_no_others(name):
    expected = (FAULTS / name / "expected.txt").read_text("utf-8").splitlines()
    found = findings_of(FAULTS / name)
    for number, (line, reported) in enumerate(zip(expected, found, strict=False)):
        if line.endswith("…") and reported.startswith(line[:-1]):
            found[number] = line
    assert found == expected


@pytest.mark.parametrize("name", CASES)
def test_a_case_has_the_code_that_it_is_named_after(name):
    code = name.partition("-")[0]
    if code in CODES:
        assert f" {code} " in (FAULTS / name / "expected.txt").read_text("utf-8")


def test_every_code_of_loading_has_a_case():
    expected = [(FAULTS / name / "expected.txt").read_text("utf-8") for name in CASES]
    reported = {code for code in CODES for text in expected if f" {code} " in text}
    assert {code for code in CODES if code[0] in LETTERS} - reported == MADE | LATER


def test_every_place_of_a_case_lies_in_its_file():
    for name in CASES:
        for line in (FAULTS / name / "expected.txt").read_text("utf-8").splitlines():
            path, *numbers = line.split(" ", 1)[0].split(":")
            if numbers:
                lines = (FAULTS / name / path).read_text("utf-8").split("\n")
                row, column = int(numbers[0]), int(numbers[1]) if numbers[1:] else 1
                assert column <= len(lines[row - 1]) + 1, line


def test_a_bad_guide_leaves_the_others_of_its_catalogue():
    catalog = guidepub.load(FAULTS / "one-bad-guide")
    assert list(catalog) == ["baker", "miller"]


def test_a_warning_leaves_its_guide():
    catalog = guidepub.load(FAULTS / "D022-order")
    assert list(catalog) == ["baker"]
    assert [finding.severity for finding in catalog.findings] == [guidepub.Severity.WARNING]


def test_of_two_guides_with_one_slug_the_first_is_kept():
    catalog = guidepub.load(FAULTS / "D050-slug")
    assert [guide.title for guide in catalog.values()] == ["Baker"]
