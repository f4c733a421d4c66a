"""Rules of other packages: they are run, and a broken one stops nothing."""

from __future__ import annotations

import re
from importlib.metadata import EntryPoint, EntryPoints
from typing import Any

import pytest
from definitions import guide

from guidepub import Catalog
from guidepub.findings.sarif import sarif_log
from guidepub.linting import Rule, audit, lint, plugins

HOUSE = re.compile(r"\butilize\b")


def find_utilize(subject):
    for block, match in subject.matches(HOUSE):
        yield subject.alarm("HOUSE001", block, match.span(), "“utilize” is stiff.", "Say: use.")


def find_too_much(subject):
    for block, match in subject.matches(HOUSE):
        yield subject.alarm("X001", block, match.span(), "Not mine.", "")


def fail(subject):
    raise ZeroDivisionError("division by zero")


GOOD = Rule(("HOUSE001",), find_utilize)
SPANISH = Rule(("HOUSE002",), fail, language="es")
FAILING = [GOOD, Rule(("HOUSE003",), fail)]
FOREIGN = Rule(("HOUSE004",), find_too_much)
BARE = Rule("HOUSE001", find_utilize)
SHORT = Rule(("H001",), find_utilize)
NO_RULE = "a text"


@pytest.fixture
def installed(monkeypatch):
    def install(*names):
        entries = [
            EntryPoint(name, f"linting.test_plugins:{name}", plugins.GROUP) for name in names
        ]
        monkeypatch.setattr(plugins, "entry_points", lambda group: EntryPoints(entries))
        plugins.plugged_in.cache_clear()
        audit.known_codes.cache_clear()

    yield install
    monkeypatch.undo()
    plugins.plugged_in.cache_clear()
    audit.known_codes.cache_clear()


def reported(body="Bakers utilize flour.", **settings):
    made = guide(body)
    return lint(made, Catalog.of(made, lint={"section_words": (0, 900), **settings}))


def test_a_rule_of_another_package_is_run(installed):
    installed("GOOD", "SPANISH")
    (finding,) = reported()
    assert str(finding) == "baker#part-1:1:8 HOUSE001 “utilize” is stiff. Say: use."


def test_a_bare_text_is_one_code(installed):
    installed("BARE")
    assert BARE.codes == ("HOUSE001",)
    assert [finding.code for finding in reported() if finding.code.startswith("H")] == ["HOUSE001"]


def test_its_codes_are_silenced_like_our_own(installed):
    installed("GOOD")
    assert reported(off=["HOUSE001"]) == []
    assert reported("Bakers utilize flour. <!-- guidepub: ignore HOUSE001 A quotation. -->") == []


def test_a_failing_rule_is_a_finding_and_the_others_go_on(installed):
    installed("FAILING")
    first, second = sorted(reported(), key=lambda finding: finding.code)
    assert first.code == "HOUSE001"
    assert (second.code, second.message) == (
        "Z003", "The lint rule HOUSE003 failed: ZeroDivisionError: division by zero.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("SHORT", "ValueError: the code 'H001' is not two or more letters and three digits."),
        ("NO_RULE", "TypeError: 'a text' is not a guidepub.linting.Rule."),
        ("MISSING", "AttributeError: module 'linting.test_plugins' has no attribute 'MISSING'."),
    ],
)
def test_what_cannot_be_used_is_a_finding(installed, name, reason):
    installed(name)
    (finding,) = reported()
    assert finding.code == "Z003"
    assert finding.message == f"The lint rules “{name}” cannot be used: {reason}"


def test_a_rule_reports_its_own_codes_only(installed):
    installed("FOREIGN")
    (finding,) = reported()
    assert finding.code == "Z003"
    assert "it reports X001" in finding.message


def test_sarif_takes_a_code_that_guidepub_does_not_know(installed):
    installed("GOOD")
    log: Any = sarif_log(reported())
    (run,) = log["runs"]
    assert run["tool"]["driver"]["rules"][0]["id"] == "HOUSE001"
