"""The report as a page: complete in itself, everything escaped, covers as small pictures."""

from __future__ import annotations

import base64
import io
import re
from pathlib import Path

import pytest
from PIL import Image

from guidepub.batch import BookResult, OutputFile, Report, html_page
from guidepub.findings import Finding, Place, Severity

NASTY = '<script>alert("1")</script>'


def page(*results: BookResult, output: Path = Path("out"), notes: tuple[Finding, ...] = ()) -> str:
    return html_page(Report(results, output, 1.5, "2026-11-24T10:00:00Z", notes))


def test_all_that_comes_from_guides_is_escaped():
    finding = Finding(Place(f"{NASTY}.md", 3, 1), "D010", NASTY, NASTY)
    file = OutputFile("print", Path("out") / NASTY / "a.pdf", 2048, "0" * 64, reasons=(NASTY,))
    html = page(
        BookResult(NASTY, "failed", findings=(finding,), title=NASTY),
        BookResult("b", "built", (file,)),
        notes=(finding,),
    )
    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 8


def test_the_page_asks_for_nothing_else(tmp_path):
    html = page(BookResult("a", "stopped"))
    assert "default-src 'none'" in html
    assert not re.search(r"(?:src|href)=\"(?!data:)", html)
    assert "url(" not in html


def test_failures_come_first_and_the_heading_counts(tmp_path):
    warning = Finding(Place("b.md", 1), "D022", "Late.", severity=Severity.WARNING)
    html = page(
        BookResult("a", "unchanged"),
        BookResult("b", "built", findings=(warning,)),
        BookResult("c", "stopped"),
        BookResult("d", "failed", title="Dyer"),
    )
    assert "<h1>Books: 1 not made, 1 not reached, 1 made, 1 unchanged</h1>" in html
    assert re.findall(r"<h2>(.+?)</h2>", html) == ["Dyer", "c", "b", "a"]
    assert '<li class="warning">b.md:1 D022 Late.</li>' in html


@pytest.mark.parametrize("edition", ["screen", "epub"])
def test_a_cover_is_shown_as_a_small_picture(edition, tmp_path, baker_pdf, baker_epub):
    file = tmp_path / "a.bin"
    file.write_bytes(baker_pdf if edition == "screen" else baker_epub)
    result = BookResult("a", "built", (OutputFile(edition, file, 1, "0" * 64),))
    (data,) = re.findall(r'src="data:image/png;base64,([^"]+)"', page(result, output=tmp_path))
    image = Image.open(io.BytesIO(base64.b64decode(data)))
    assert (image.format, image.height) == ("PNG", 240)
    # A cover is no blank sheet.
    assert len(image.convert("RGB").getcolors(4096) or ()) > 3


def test_a_file_without_a_cover_has_no_picture(tmp_path):
    file = tmp_path / "a.epub"
    file.write_bytes(b"no zip")
    result = BookResult("a", "built", (OutputFile("epub", file, 1, "0" * 64),))
    assert "<img" not in page(result, output=tmp_path)
