"""A theme that hides or changes a notice makes no book: seen in the finished bytes.

Such themes are refused when they are found. Here they are let through, to see what the proof of
the finished file says.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from definitions import definition, guide, write

import guidepub
from guidepub import Catalog, Edition, Notice, epub, pdf
from guidepub.checks.legal.in_documents.documents import epub_documents
from guidepub.checks.legal.in_pages.pages import Pages
from guidepub.checks.legal.proof import notice_findings
from guidepub.findings import Finding
from guidepub.model import Book

CATALOG = """
[imprint]
name = "Press"
[defaults]
theme = "hiding"
[[notices]]
id = "copyright"
version = 1
language = "en"
placement = "imprint-page"
text = "Copyright © {{years}} {{holder}}. All rights are reserved."
[[notices]]
id = "disclaimer"
version = 4
language = "en"
title = "Disclaimer"
{more}
text = "This guide promises nothing. Ask somebody who knows your circumstances."
"""


def reported(
    folder: Path, edition: Edition, css: str, more: str = "", title: str = "Baker", **files: str
) -> list[str]:
    """Return what is told of a book whose theme adds some rules."""
    styles = {f"themes/hiding/styles/{name}.css": css for name in ("paged", "epub")}
    plain = {"catalog.toml": CATALOG.format(more=more), "baker.md": definition(title=title)}
    settings = {"themes/hiding/theme.toml": 'inherits = "classic"\n'}
    others = {f"themes/hiding/templates/{name}.xhtml": text for name, text in files.items()}
    catalog = guidepub.load(write(folder, {**plain, **styles, **settings, **others}))
    book = guidepub.assemble(catalog["baker"], catalog)
    data = (
        epub.write_epub(book, b"", ()) if edition == "epub" else pdf.BookPages(book).file(edition)
    )
    return [str(finding) for finding in findings_on(book, edition, data)]


def findings_on(book: Book, edition: Edition, data: bytes) -> list[Finding]:
    source = epub_documents(Path("a.epub"), data) if edition == "epub" else Pages(data)
    return list(notice_findings(book, edition, source))


@pytest.fixture(autouse=True)
def any_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guidepub.themes.validation.notice_faults", lambda theme: ())


RULES = {
    ".wording { color: #fff }": "too faint",
    ".wording { color: #bbb }": "too faint",
    ".wording, .notices .wording { font-size: 2pt }": "too small",
    ".leaf { transform: scale(0.3) }": "too small",
    ".leaf { transform: scaleX(0.6) }": "drawn askew or out of shape",
    ".leaf { transform: rotate(8deg) }": "drawn askew or out of shape",
    ".wording, .wording p { line-height: 0.5 }": "with lines over each other",
    ".leaf { text-decoration: line-through }": "with something drawn through its lines",
    ".wording p { word-spacing: 8em }": "covered or cut off",
}


@pytest.mark.parametrize("css", RULES)
def test_a_theme_that_hides_its_notices_is_reported(css, tmp_path):
    found = reported(tmp_path, "screen", css)
    (disclaimer,) = [each for each in found if "notice disclaimer@4" in each]
    assert " N008 " in disclaimer
    assert f"the notice disclaimer@4 is not visible: {RULES[css]}" in disclaimer
    assert disclaimer.startswith(str(tmp_path / "baker.md"))


@pytest.mark.parametrize("css", RULES)
def test_an_epub_takes_nothing_of_it(css, tmp_path):
    assert reported(tmp_path, "epub", css) == []


def test_lines_over_other_words_are_reported(tmp_path):
    css = ".opening { position: relative; top: 4.4em } .opening h1 { color: #888 }"
    (finding,) = reported(tmp_path, "screen", css)
    assert "with lines over each other on page" in finding


def test_words_beside_a_notice_are_reported(tmp_path):
    css = '.notices::after { content: "None of this holds." }'
    (finding,) = reported(tmp_path, "screen", css)
    assert "there are other words next to a notice: “noneofthisholds." in finding
    css = '@page front { @top-center { content: "Void" } }'
    (finding,) = reported(tmp_path / "b", "screen", css)
    assert "there are other words next to a notice: “void” (page" in finding


def test_running_heads_and_numbers_may_stand_there(tmp_path):
    css = "@page opening-a, opening-b { @bottom-center { content: string(section-title) ' · '"
    css += " string(guide-title) ' — ' counter(page) } }"
    assert reported(tmp_path, "screen", css) == []


def test_a_short_title_is_not_taken_out_of_a_repeated_heading(tmp_path):
    css = '.notices::after { content: "Disclaimer" }'
    assert reported(tmp_path, "screen", css, title="A") == []


def test_a_press_file_is_looked_at_too(tmp_path):
    (copyright_line, disclaimer) = reported(tmp_path, "print", ".wording { color: #ccc }")
    assert "In the edition “print”, the notice copyright@1 is not visible" in copyright_line
    assert "too faint" in disclaimer


def test_a_picture_over_a_notice_is_seen(tmp_path):
    cover = ".notices { position: relative } .notices::after { content: ''; position: absolute; "
    cover += "top: 0; left: 0; width: 100%; height: 100%; background: #eee }"
    (finding,) = reported(tmp_path, "screen", cover)
    assert "disclaimer@4 is not visible: covered or cut off" in finding


@pytest.mark.parametrize("edition", ["screen", "epub"])
def test_a_template_without_notices_is_reported(edition, tmp_path):
    empty = '<section class="leaf" id="{{ id }}"><h1>{{ title }}</h1></section>'
    (finding,) = reported(tmp_path, edition, "", **{"notice": empty})
    assert f"In the edition “{edition}”, the notice disclaimer@4 is missing." in finding


def test_the_register_states_what_is_the_least(tmp_path):
    (finding,) = reported(tmp_path / "a", "screen", "", more="min_size = 14")
    assert "disclaimer@4 is not visible: too small (9.0 pt, at least 14)" in finding
    (finding,) = reported(
        tmp_path / "b", "screen", ".wording { color: #666 }", more="min_contrast = 7"
    )
    assert "disclaimer@4 is not visible: too faint (contrast 5.7, at least 7)" in finding


def test_a_shipped_theme_hides_nothing(tmp_path):
    assert reported(tmp_path, "screen", "") == []
    assert reported(tmp_path, "epub", "") == []


def test_the_cover_s_sheet_owes_nothing(tmp_path):
    assert reported(tmp_path, "print-cover", ".wording { display: none }") == []


def test_a_wording_that_another_one_holds_too_stops_no_book():
    texts = {
        "b": "Copyright 2026 Press. All rights reserved. Printed on paper from known forests.",
        "a": "All rights reserved.",
    }
    notices = [
        Notice(id=name, version=1, language="en", placement="back", text=text)
        for name, text in texts.items()
    ]
    made = guide("Bread.")
    book = guidepub.assemble(made, Catalog.of(made, notices=notices))
    assert findings_on(book, "screen", pdf.BookPages(book).file("screen")) == []
