"""Each fault that is planted in a web edition is told by its one code, and the page by none."""

from __future__ import annotations

from pathlib import Path

import pytest

import guidepub
from guidepub.checks.opening.finding_files import finished_files
from guidepub.checks.worker import findings_on
from guidepub.findings import CODES, Severity
from guidepub.findings.errors import UsageError

PICTURE = '<img src="data:image/png;base64,QUJD">'
FAULTS = {
    "no-language": ("W003", '<html lang="en-US" dir="ltr">', "<html>"),
    "no-title": ("W003", "<title>", "<title></title><template>"),
    "a-style-from-outside": ("W004", "<style>", '<link rel=stylesheet href="more.css"><style>'),
    "a-font-from-outside": (
        "W004", "<style>", "<style>@font-face { font-family: X; src: url(https://x.example/f) }",
    ),
    "a-picture-from-outside": ("W004", "</main>", '<img alt="" src="//x.example/a.png"></main>'),
    "a-script": ("W005", "</main>", "<script>1</script></main>"),
    "a-handler": ("W005", "<body>", '<body onload="1">'),
    "a-link-to-nowhere": ("W006", "</main>", '<p><a href="#nowhere">here</a></p></main>'),
    "a-skipped-level": ("W007", "</main>", "<h2>Two</h2><h5>Five</h5></main>"),
    "a-stated-level": ("W007", "</main>", '<h2>Two</h2><h3 aria-level="5">Five</h3></main>'),
    "a-picture-without-words": ("W008", "</main>", f"{PICTURE}</main>"),
    "an-id-twice": ("W009", "</main>", '<p id="text"></p></main>'),
    "an-element-without-a-name": ("W001", "</main>", "<a<b></a<b></main>"),
}  # fmt: skip
# These stand for a file that tests do not make.
ELSEWHERE = {"W002"}


@pytest.fixture(scope="module")
def page(baker_book) -> str:
    return guidepub.render(baker_book, "web").decode()


def codes(folder: Path, text: str) -> set[str]:
    file = folder / "page.html"
    file.write_text(text, "utf-8")
    return {finding.code for finding in findings_on(file, [])}


def test_nothing_is_found_on_a_web_edition(page, tmp_path):
    assert codes(tmp_path, page) == set()


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_reported_by_its_code_alone(page, tmp_path, name):
    code, place, changed = FAULTS[name]
    assert place in page
    assert codes(tmp_path, page.replace(place, changed, 1)) == {code}


def test_every_code_has_a_fault_that_shows_it():
    shown = {code for code, _, _ in FAULTS.values()}
    assert shown | ELSEWHERE == {code for code in CODES if code[0] == "W"}


def test_what_another_site_does_is_a_warning(page, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(page.replace("</main>", "<script src='https://x.example/x'></script></main>"))
    found = guidepub.check(file)
    assert [(each.code, each.severity) for each in found] == [
        ("W004", Severity.WARNING),
        ("W005", Severity.WARNING),
    ]


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00", b"<svg><desc>", b"<table><td><p></table>\0"]
)
def test_whatever_bytes_are_read(tmp_path, data):
    (tmp_path / "page.html").write_bytes(data)
    assert all(f.code in CODES for f in findings_on(tmp_path / "page.html", []))


def test_of_a_folder_marked_pages_alone_are_taken(page, tmp_path):
    (tmp_path / "index.html").write_text("<title>A school</title>")
    with pytest.raises(UsageError, match="no web edition"):
        finished_files(tmp_path)
    (tmp_path / "baker.html").write_text(page, "utf-8")
    assert [file.name for file in finished_files(tmp_path).files] == ["baker.html"]
    assert finished_files(tmp_path / "index.html").files
