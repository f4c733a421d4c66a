"""Comparing finished files with their guides: which guide, which edition, which findings."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import guidepub
from guidepub.cli import group
from guidepub.findings import Finding

sys.path.insert(0, str(Path(__file__).parent / "checks" / "text"))
from losses import assembled, rewritten


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(group, ["check", *map(str, arguments)], standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    return result.return_value, result.output


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a catalogue of one guide, with its EPUB beside it, whole and with a word changed."""
    folder = tmp_path_factory.mktemp("rope")
    book = assembled(folder)
    data = guidepub.render(book, "epub")
    (folder / "out").mkdir()
    (folder / "out" / "ropemaker.epub").write_bytes(data)

    def change(name: str, text: str) -> str:
        return text.replace("nobody minds", "everybody minds") if "training" in name else text

    (folder / "changed.epub").write_bytes(rewritten(data, change))
    return folder


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def test_a_file_names_its_guide_and_is_whole(folder):
    assert guidepub.check_text([folder / "out"], guidepub.load(folder)) == []
    assert run(folder / "out", "--text", "--catalog", folder) == (0, "Nothing found.\n")


def test_a_changed_word_is_reported_as_a_word_diff_with_its_line(folder):
    status, output = run(folder / "changed.epub", "--text", "--catalog", folder)
    assert status == 1
    assert f"{folder / 'ropemaker.md'}:" in output
    assert "nobody" in output
    assert "[-nobody-]{+everybody+}" in output.replace("\n", " ")


def test_differences_are_given_as_data_too(folder):
    _, output = run(folder / "changed.epub", "--text", "--catalog", folder, "--format", "json")
    (finding,) = json.loads(output)["findings"]
    assert finding["code"] == "T001"
    assert finding["place"]["line"] == 68


def test_a_file_of_another_guide_is_reported_unless_the_guide_is_named(folder, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    (other / "ropemaker.md").rename(other / "cordwainer.md")
    catalog = guidepub.load(other)
    (finding,) = guidepub.check_text([folder / "out"], catalog)
    assert finding.code == "T008"
    assert "it names “ropemaker”" in finding.message
    assert guidepub.check_text([folder / "out"], catalog, "cordwainer") == []


def test_a_broken_file_is_reported_and_the_others_are_read(folder, tmp_path):
    (tmp_path / "ropemaker.epub").write_bytes(b"PK nothing")
    shutil.copy(folder / "changed.epub", tmp_path / "b.epub")
    assert codes(guidepub.check_text([tmp_path], guidepub.load(folder))) == ["T001", "T008"]


def test_an_unknown_guide_and_two_questions_at_once_are_wrong_usage(folder):
    with pytest.raises(guidepub.UsageError, match="Did you mean “ropemaker”"):
        guidepub.check_text([folder / "out"], guidepub.load(folder), "ropemakr")
    with pytest.raises(guidepub.UsageError, match="not both"):
        run(folder / "out", "--text", "--legal")
    with pytest.raises(guidepub.UsageError, match="needs --text"):
        run(folder / "out", "--guide", "ropemaker")
