"""`guidepub doctor`: what is there, what is missing and how to get it, and a book on trial."""

from __future__ import annotations

import json
from importlib import metadata

import pytest

from guidepub.batch import installation
from guidepub.cli import doctor
from guidepub.findings.errors import GuidepubError


def test_it_lists_what_is_there_and_makes_a_book(run):
    ran = run("doctor")
    assert (ran.code, ran.err) == (0, "")
    reported = dict(line.split()[:2] for line in ran.out.splitlines() if len(line.split()) > 1)
    assert reported["weasyprint"] == metadata.version("weasyprint")
    assert reported["pango"][0].isdigit()
    assert reported["classic"] == "there"
    assert "A small book was made as a PDF and an EPUB in " in ran.out


@pytest.fixture
def no_trial(monkeypatch):
    """Leave the book on trial out."""
    monkeypatch.setattr(doctor, "_trial", lambda: (0.0, ""))


@pytest.mark.usefixtures("no_trial")
def test_json_says_the_same(run):
    report = json.loads(run("doctor", "--json").out)
    assert report["can_make_books"] is True
    assert {"pango", "lxml", "school", "Java"} <= {part["name"] for part in report["parts"]}
    assert report["trial"] == {"seconds": 0.0, "fault": ""}


@pytest.mark.usefixtures("no_trial")
def test_what_only_adds_is_reported_and_no_fault(run, monkeypatch):
    monkeypatch.setattr(installation, "java_version", lambda: "")
    ran = run("doctor")
    assert ran.code == 0
    (line,) = (line for line in ran.out.splitlines() if line.startswith("Java"))
    assert line.split("  ")[-1].strip() == "Install Java 11 or newer."
    assert "missing" in line


@pytest.mark.usefixtures("no_trial")
def test_without_a_library_that_draws_text_no_book_can_be_made(run, monkeypatch):
    found = {**installation.versions(), "pango": ""}
    monkeypatch.setattr(installation, "versions", lambda: found)
    ran = run("doctor")
    assert ran.code == 1
    (line,) = (line for line in ran.out.splitlines() if line.startswith("pango"))
    assert "missing" in line
    assert "README.md" in line


@pytest.mark.usefixtures("no_trial")
def test_a_package_that_an_extra_brings_is_named_with_it(run, monkeypatch):
    def requires(name):
        return ["lxml>=5.3", 'unheard-of>=2; extra == "import"']

    monkeypatch.setattr(installation.metadata, "requires", requires)
    ran = run("doctor")
    assert ran.code == 0
    assert "pip install unheard-of, or guidepub with [import]" in ran.out


def test_why_no_book_can_be_made_is_reported(run, monkeypatch):
    def failing(*_arguments, **_named):
        raise GuidepubError("A system library that draws text is missing.")

    monkeypatch.setattr("guidepub.batch.build", failing, raising=False)
    ran = run("doctor")
    assert ran.code == 1
    assert "No book can be made. A system library that draws text is missing." in ran.out
