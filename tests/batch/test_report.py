"""`build.json`: what was made, with sizes and hashes, and what was not, with findings."""

from __future__ import annotations

import hashlib
import json

import pytest
from definitions import definition, write

import guidepub


@pytest.fixture
def made(tmp_path):
    """Return the output folder of a build with one good and one bad guide, and its report."""
    files = {"good.md": definition(), "bad.md": "---\ntitel: Baker\n---\n# Overview\n\nText.\n"}
    catalog = guidepub.load(write(tmp_path / "in", files))
    report = guidepub.build(catalog, tmp_path / "out", ["epub"])
    return tmp_path / "out", report


def test_the_report_is_written_as_plain_data(made):
    folder, report = made
    data = json.loads((folder / "build.json").read_text("utf-8"))
    assert data == json.loads(report.as_json())
    assert (data["schema"], data["built"], data["failed"], data["complete"]) == (2, 1, 1, True)
    assert [book["slug"] for book in data["books"]] == ["bad", "good"]


def test_a_book_that_was_made_has_its_files_with_size_and_hash(made):
    folder, report = made
    good = json.loads(report.as_json())["books"][1]
    (file,) = good["files"]
    content = (folder / file["path"]).read_bytes()
    assert file["edition"] == "epub"
    assert file["path"] == "good/good.epub"
    assert file["size"] == len(content)
    assert file["sha256"] == hashlib.sha256(content).hexdigest()
    assert (good["status"], good["findings"]) == ("built", [])
    assert 0 < good["seconds"] <= report.seconds + 0.01


def test_a_guide_that_failed_has_its_findings_with_places(made):
    _, report = made
    bad = json.loads(report.as_json())["books"][0]
    assert (bad["status"], bad["files"]) == ("failed", [])
    unknown = next(finding for finding in bad["findings"] if finding["code"] == "D010")
    assert unknown["severity"] == "error"
    assert unknown["place"]["path"].endswith("bad.md")
    assert (unknown["place"]["line"], unknown["place"]["column"]) == (2, 1)
    assert unknown["remedy"] == "Did you mean “title”?"


def test_the_report_ends_with_a_newline_and_keeps_letters_as_they_are(made):
    folder, _ = made
    text = (folder / "build.json").read_text("utf-8")
    assert text.endswith("}\n")
    assert "“title”" in text


def test_warnings_stay_with_the_book_that_has_them(tmp_path):
    catalog = """\
[imprint]
name = "P"
[sections]
order = ["one", "two"]
[sections.titles]
one = ["One"]
two = ["Two"]
"""
    late = "---\ntitle: Late\n---\n# Two\n\nText.\n\n# One\n\nText.\n"
    files = {"catalog.toml": catalog, "late.md": late, "other.md": definition()}
    report = guidepub.build(guidepub.load(write(tmp_path / "in", files)), tmp_path, ["epub"])
    found = {result.slug: [f.code for f in result.findings] for result in report.results}
    assert found == {"late": ["D022"], "other": []}
    assert [finding.code for finding in report.warnings] == ["D022"]
    assert len(report.built) == 2
