"""`guidepub check`: formats, exit codes, and what is said where EPUBCheck is missing."""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

import pikepdf
import pytest
from click.testing import CliRunner

import guidepub
from guidepub.checks.validated import epubcheck
from guidepub.cli import group
from guidepub.findings import CODES, Finding, Place, Severity

pytestmark = pytest.mark.xdist_group("checks")


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(group, ["check", *map(str, arguments)], standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    return result.return_value, result.output


@pytest.fixture(scope="module")
def broken(good, tmp_path_factory):
    """Return a folder with a press file that has one error."""
    folder = tmp_path_factory.mktemp("one") / "a book"
    folder.mkdir()
    with pikepdf.open(good["print"]) as pdf:
        pdf.pages[6].obj["/TrimBox"] = pikepdf.Array([0, 0, 420, 640])
        pdf.save(folder / "b.pdf")
    return folder


@pytest.fixture(scope="module")
def coarse(good, tmp_path_factory):
    """Return a press file that has one warning: an odd trim size."""
    file = tmp_path_factory.mktemp("odd") / "b.pdf"
    with pikepdf.open(good["print"]) as pdf:
        for page in pdf.pages:
            page.obj["/TrimBox"] = pikepdf.Array([4, 4, 428, 644])
        pdf.save(file)
    return file


def test_nothing_found_is_reported_and_is_success(good):
    assert run(good["print"], good["print-cover"]) == (0, "Nothing found.\n")


def test_text_has_a_line_for_each_finding_and_a_sum(broken):
    code, output = run(broken)
    assert code == 1
    lines = output.splitlines()
    assert lines[0].startswith(f"{broken}/b.pdf:p7 K013 The page is trimmed to")
    assert lines[1:] == ["1 error, 0 warnings"]


def test_warnings_count_only_when_strict(coarse):
    code, output = run(coarse)
    assert code == 0
    assert "K014" in output
    assert run(coarse, "--strict")[0] == 1


def test_json_has_the_page(broken):
    code, output = run(broken, "--format", "json")
    data = json.loads(output)
    assert code == 1
    assert data["schema"] == 1
    assert data["findings"][0]["place"]["page"] == 7
    assert data["findings"][0]["code"] == "K013"
    assert data["findings"][0]["severity"] == "error"


def test_sarif_is_what_the_standard_asks_for(broken, tmp_path):
    code, output = run(broken, "--format", "sarif", "-o", tmp_path / "out" / "f.sarif")
    assert (code, output) == (1, "")
    log = json.loads((tmp_path / "out" / "f.sarif").read_text("utf-8"))
    assert log["version"] == "2.1.0"
    (one,) = log["runs"]
    assert one["tool"]["driver"]["name"] == "guidepub"
    rules = one["tool"]["driver"]["rules"]
    (result,) = one["results"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "K013"
    assert result["level"] == "error"
    assert result["message"]["text"].endswith("Trim all pages to the same size.")
    (location,) = result["locations"]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert urlsplit(uri).scheme == "file"
    assert "a%20book" in uri
    assert location["logicalLocations"] == [{"name": "page 7", "kind": "page"}]


def test_a_named_catalogue_decides_the_trim_size(good, tmp_path):
    (tmp_path / "catalog.toml").write_text('[defaults]\ntrim = "a4"\n', "utf-8")
    _, output = run(good["print"], "--catalog", tmp_path)
    assert "K014" in output


def test_without_java_there_is_one_warning(good, monkeypatch):
    monkeypatch.setattr(epubcheck, "_JAVA", ("no-such-java",))
    (finding,) = guidepub.check(good["epub"])
    assert finding.code == "E091"
    assert finding.severity is Severity.WARNING
    assert "Java is not installed" in finding.message


def test_without_the_package_there_is_a_warning_too(good, monkeypatch):
    monkeypatch.setattr(epubcheck.importlib.util, "find_spec", lambda name: None)
    (finding,) = guidepub.check(good["epub"])
    assert finding.code == "E091"
    assert "EPUBCheck is not installed" in finding.message


def test_several_books_are_checked_one_by_one_without_a_development_kit(monkeypatch, tmp_path):
    message = {"ID": "RSC-005", "severity": "ERROR", "message": "No.", "locations": []}
    asked = []

    def answer(command, names):
        asked.append(len(names))
        return {} if len(names) > 1 else {names[0]: {"messages": [message]}}

    monkeypatch.setattr(epubcheck, "_run", answer)
    found = epubcheck.epubcheck_findings([tmp_path / "a.epub", tmp_path / "b.epub"], [])
    assert asked == [2, 1, 1]
    assert [finding.code for finding in found] == ["E090", "E090"]


def test_a_report_that_does_not_come_is_a_finding(good, monkeypatch):
    monkeypatch.setattr(epubcheck, "_run", lambda command, names: {})
    (finding,) = guidepub.check(good["epub"])
    assert finding.code == "E092"


def test_the_catalogue_decides_which_trim_is_expected(good):
    other = guidepub.Catalog.of(defaults={"trim": "a5"})
    (finding,) = guidepub.check(good["print"], other)
    assert finding.code == "K014"
    assert "148.0 × 210.0 mm" in finding.remedy


def test_places_of_old_findings_look_as_before():
    finding = Finding(Place("a.md", 3, 4), "D030", "No.")
    assert str(finding) == "a.md:3:4 D030 No."
    assert finding.as_dict()["place"] == {"path": "a.md", "line": 3, "column": 4}
    assert str(Place("a.pdf", page=12)) == "a.pdf:p12"


def test_the_page_of_findings_lists_every_code():
    from pathlib import Path

    root = Path(__file__).parents[2]
    text = (root / "docs" / "findings.md").read_text("utf-8")
    # Codes of lint lead to a page of their own.
    listed = set(re.findall(r"^\| \[?([A-Z]\d{3})\]?(?:\(lint/\1\.md\))? \| (.+?) \|", text, re.M))
    assert sorted(set(CODES.items()) - listed) == []
