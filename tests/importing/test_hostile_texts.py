"""Import returns a definition or a clear error for any file, in bounded time."""

from __future__ import annotations

import os
import random
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from words import ROOT, docx, paragraph

from guidepub import importing
from guidepub.findings import InputError, errors_of
from guidepub.importing import import_all, import_guide
from guidepub.importing.originals.foreign import ForeignText
from guidepub.importing.reading import SUFFIXES
from guidepub.importing.worker import answer_on
from guidepub.loading import load

sys.path.insert(0, str(ROOT / "benchmarks"))
import import_junk

MAKERS = [maker for maker, _ in import_junk.MAKERS if maker is not import_junk.large]
TOTAL = {"I001", "I002", "I003", "I004", "I013", "D002"}
"""The only ways in which a file may be refused, or a book of it stopped."""


def reported(path: Path) -> None:
    """Import a file in this process: it must give a definition that loads, or be refused."""
    answer = answer_on(ForeignText(path), None)
    errors = {finding["code"] for finding in answer["findings"] if finding["severity"] == "error"}
    assert errors <= TOTAL, answer["findings"]
    assert bool(errors) != bool(answer.get("guide"))
    assert not any("Error:" in finding["message"] for finding in answer["findings"])


@settings(max_examples=150)
@given(st.sampled_from(SUFFIXES), st.integers(0, 2**32))
def test_any_file_gives_a_definition_or_an_error(suffix, seed):
    dice = random.Random(seed)
    maker = dice.choice([maker for maker in MAKERS if maker is not import_junk.pattern])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"file{suffix}")
        path.write_bytes(maker(dice))
        reported(path)


@settings(max_examples=150)
@given(st.sampled_from((".txt", ".md", ".html")), st.text(max_size=400))
def test_any_text_gives_a_definition_or_an_error(suffix, text):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"file{suffix}")
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        reported(path)


def test_a_word_without_an_end_is_reported_with_its_line(tmp_path):
    (tmp_path / "picture.txt").write_text("Baker\n\nOverview\n\nBread.\n\n" + "aB" * 600)
    (result,) = import_all([tmp_path / "picture.txt"], tmp_path / "out")
    (finding,) = errors_of(result.findings)
    assert (finding.code, finding.place.line) == ("D002", 7)
    assert finding.place.path == str(tmp_path / "picture.txt")


@pytest.mark.parametrize("depth", [300, 100_000])
def test_depth_has_an_end(tmp_path, depth):
    for number, text in enumerate(
        ("<div>" * depth + "x", "<ul><li>" * depth + "x", "<b>" * depth + "x", "> " * depth + "x")
    ):
        path = tmp_path / f"{number}.{'md' if text[0] == '>' else 'html'}"
        path.write_text(text)
        reported(path)


def test_large_files_have_an_end(tmp_path):
    cells = b"<table>" + b"<tr>" + b"<td>1</td>" * 50 + b"</tr>"
    (tmp_path / "cells.html").write_bytes(b"<table>" + b"<tr><td>1</td><td>a</td></tr>" * 20_000)
    (tmp_path / "wide.html").write_bytes(
        cells + b"<tr><td colspan='9999' rowspan='9999'>x</td></tr>"
    )
    (tmp_path / "links.html").write_bytes(b"<a href='https://a.example/x'>a</a> " * 5_000)
    (tmp_path / "much.html").write_bytes(b"<p>" + b"word " * 5_100_000)
    (tmp_path / "more.txt").write_bytes(b"word " * 600_000)
    (tmp_path / "bomb.docx").write_bytes(docx(extra={"word/x.xml": " " * 40_000_000}))
    results = import_all([tmp_path], tmp_path / "out")
    states = {result.path.name: {f.code for f in errors_of(result.findings)} for result in results}
    assert all(codes <= TOTAL for codes in states.values()), states
    assert (states["bomb.docx"], states["much.html"]) == ({"I003"}, {"D002"})
    assert states["cells.html"] == states["wide.html"] == set()


def test_a_file_that_takes_too_long_costs_only_itself(tmp_path, monkeypatch):
    monkeypatch.setattr(importing, "SECONDS", 2)
    (tmp_path / "a.txt").write_text("Overview\n\nOne.")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "slow.md").write_text("a" * 3000 + "[" * 200_000 + "\n\n" + "*a " * 300_000)
    (tmp_path / "z.txt").write_text("Overview\n\nTwo.")
    results = import_all([tmp_path], tmp_path / "out")
    states = {result.path.name: result.state for result in results}
    assert states == {
        "a.txt": "new",
        "pipe.txt": "failed",
        "slow.md": "failed",
        "z.txt": "new",
    }


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    (tmp_path / "secret.txt").write_text("Overview\n\nSecret.")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("Overview\n\nOpen.")
    (tmp_path / "in/b.txt").symlink_to(tmp_path / "secret.txt")
    results = import_all([tmp_path / "in"], tmp_path / "out")
    codes = {result.path.name: [f.code for f in errors_of(result.findings)] for result in results}
    assert codes == {"a.txt": [], "b.txt": ["I016"]}
    assert not any("Secret" in path.read_text() for path in (tmp_path / "out").iterdir())


def test_no_file_is_read_that_a_page_names(tmp_path):
    (tmp_path / "x.txt").write_text("Overview\n\nSecret.")
    (tmp_path / "a.html").write_text(
        "<!DOCTYPE html [<!ENTITY x SYSTEM 'x.txt'>]><p>Text &x; here</p>"
        "<iframe src='x.txt'></iframe><object data='x.txt'></object>"
    )
    guide, _ = import_guide(tmp_path / "a.html")
    assert "Secret" not in guide.sections[0].body


def test_a_broken_file_is_an_error_of_the_library_interface(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04")
    with pytest.raises(InputError) as raised:
        import_guide(tmp_path / "a.docx")
    assert [finding.code for finding in raised.value.findings] == ["I004"]


def test_what_was_imported_loads(tmp_path):
    (tmp_path / "a.docx").write_bytes(
        docx(paragraph("Overview", style="Heading1"), paragraph("Text."))
    )
    (tmp_path / "b.html").write_text("<h1>B</h1><h2>Pay</h2><p>Median pay was $9,000 in 2020.</p>")
    import_all([tmp_path], tmp_path / "out")
    catalog = load(tmp_path / "out")
    assert catalog.findings == ()
    assert set(catalog) == {"a", "b"}
    assert catalog["b"].facts["median_wage"].as_of == 2020


@pytest.mark.parametrize("signs", ["\ufeff", "\u2060", "\u200b\x85"])
@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_a_heading_of_signs_that_nobody_sees_is_none(tmp_path, name, signs):
    html = f"<html><body><h1>Florist</h1><p>They arrange.</p><h2>{signs}</h2><p>They sell.</p></body></html>"
    text = f"# Florist\n\nThey arrange.\n\n## {signs}\n\nThey sell.\n"
    (tmp_path / name).write_text(html if name == "a.html" else text, "utf-8")
    reported(tmp_path / name)
