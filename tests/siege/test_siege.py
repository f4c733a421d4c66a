"""A cut of the siege, and that the siege notices what it looks for."""

from __future__ import annotations

import os
import socket

import pytest
from definitions import write

import guidepub
from benchmarks.siege.breaking import FAULTS
from benchmarks.siege.cases import Result, faults_of, files_made, ground, tried
from benchmarks.siege.damaging import try_damaged
from benchmarks.siege.definitions import try_definition
from benchmarks.siege.kinds import KINDS
from benchmarks.siege.machines import NAMES, try_machine
from benchmarks.siege.outcomes import Outcome, Tally
from benchmarks.siege.paths import CASES, try_path
from benchmarks.siege.pictures import try_picture
from benchmarks.siege.pupils import try_school
from benchmarks.siege.themes import TRICKS, try_theme
from benchmarks.siege.watching import SECRET
from guidepub.findings import Finding, Place

pytestmark = pytest.mark.xdist_group("siege")


def test_the_siege_has_as_many_cases_as_it_says():
    least = {"definitions": 10_000, "paths": 200, "pictures": 300, "damaged": 1_000,
             "themes": 180, "machines": 60, "kills": 40, "school": 500}  # fmt: skip
    assert {kind: KINDS[kind][0] >= count for kind, count in least.items()} == dict.fromkeys(
        least, True
    )


@pytest.mark.parametrize("number", range(1, 81))
def test_a_hostile_definition_is_accepted_or_reported(number):
    assert try_definition(number).faults == ()


@pytest.mark.parametrize("number", range(3, len(CASES), 11))
def test_a_path_leads_nowhere_else(number):
    assert try_path(number).faults == ()


@pytest.mark.parametrize("number", [*range(3, 60, 6), 2, 5, 7])
def test_a_bad_picture_is_reported_or_drawn(number):
    assert try_picture(number).faults == ()


@pytest.mark.parametrize("number", [0, len(TRICKS) - 1, len(TRICKS)])
def test_a_theme_is_refused_or_harmless(number):
    outcome = try_theme(number)
    assert outcome.faults == ()
    assert (outcome.verdict == "shown") is (number == len(TRICKS))


def test_damaged_files_are_checked():
    outcomes = try_damaged(range(6))
    assert [outcome.faults for outcome in outcomes] == [()] * 6
    assert "reported" in {outcome.verdict for outcome in outcomes}


@pytest.mark.parametrize("name", ["write: disk full", "full output"])
def test_a_fault_of_the_machine_costs_no_more_than_a_build(name):
    assert try_machine(NAMES.index(name)).faults == ()


def test_a_schools_server_lives_through_bad_guides_and_themes():
    outcomes = list(try_school(range(6)))
    assert [fault for outcome in outcomes for fault in outcome.faults] == []
    assert outcomes[-1].verdict == "alive"


def outcome_of(trial) -> tuple[str, ...]:
    """Return the kinds of faults that a trial is found to have."""
    with ground() as folder:
        found = tried("trial", 0, "", 60, folder, lambda: trial(folder) or Result("done"))
    return tuple(kind for kind, _ in found.faults)


def raise_error(folder) -> None:
    raise LookupError("nobody foresaw this")


def connect(folder) -> None:
    with socket.socket() as line:
        line.settimeout(1)
        line.connect_ex(("127.0.0.1", 9))


@pytest.mark.parametrize(
    ("trial", "kinds"),
    [
        (lambda folder: (folder / "a").write_text("a") and None, ()),
        (lambda folder: (folder.parent / "outside" / "secret.md").read_text() and None, ("outside",)),
        (lambda folder: os.listdir(folder.parent) and None, ("outside",)),
        (connect, ("connection",)),
        (raise_error, ("traceback",)),
    ],
)  # fmt: skip
def test_what_must_not_happen_is_noticed(trial, kinds):
    assert outcome_of(trial) == kinds


@pytest.mark.parametrize(
    ("finding", "kind"),
    [
        (Finding(Place("a.md"), "B002", "Making the book failed: KeyError."), "traceback"),
        (Finding(Place(), "D001", "Something."), "unnamed"),
        (Finding(Place("a.md"), "D001", f"It says {SECRET}."), "outside"),
    ],
)
def test_findings_are_looked_at(finding, kind):
    assert [found for found, _ in faults_of([finding])] == [kind]
    assert list(faults_of([Finding(Place("a.md"), "D001", "It is not there.")])) == []


@pytest.mark.parametrize("edition", ["screen", "epub"])
def test_words_from_outside_are_found_in_files_that_are_packed(edition, tmp_path):
    for words, found in ((SECRET, ["outside"]), ("Bread.", [])):
        write(tmp_path, {"baker.md": f"---\ntitle: Baker\n---\n# A\n\n{words}\n"})
        made, faults = files_made(
            guidepub.build(guidepub.load(tmp_path), tmp_path / "out", edition)
        )
        assert len(made) == 1
        assert [kind for kind, _ in faults] == found


def test_the_summary_has_counts_the_slowest_and_the_largest():
    tally = Tally("paths")
    tally.add(Outcome("path", n, f"way {n}", "reported", (), n, n * 10) for n in range(5))
    tally.add([Outcome("path", 9, "way 9", "built", (("outside", "open /x"),))])
    summary = "\n".join(tally.lines())
    assert "6 cases: 5 reported, 1 built" in summary
    assert "1 outside" in summary
    assert "slowest: 4.0 s path 4 (way 4); 3.0 s path 3" in summary
    assert "outside: path 9 (way 9): open /x" in summary


def test_every_fault_of_the_machine_has_a_name_of_its_own():
    assert len(FAULTS) == len(NAMES) >= 60
