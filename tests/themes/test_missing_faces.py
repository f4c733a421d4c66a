"""Faces that a theme's stylesheets name for PDFs, and that no `@font-face` declares."""

from __future__ import annotations

import pytest
from definitions import definition, write

import guidepub
from guidepub.findings import Severity
from guidepub.themes import find_theme, theme_warnings

OWN = '@font-face { font-family: Own; src: url("fonts/SourceSans3-Regular.ttf") }'
CATALOG = '[imprint]\nname = "Press"\n[defaults]\ntheme = "house"\n'


def reported(folder, **sheets):
    """Return the line, the column and the name of each face that the theme lacks."""
    write(folder, {f"themes/house/styles/{name}.css": css for name, css in sheets.items()})
    found = theme_warnings(find_theme("house", folder))
    assert {(each.code, each.severity) for each in found} <= {("C015", Severity.WARNING)}
    return [(each.place.line, each.place.column, each.message.split("“")[1].split("”")[0])
            for each in found]  # fmt: skip


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ('h2 {\n  font-family: "Helvetica Neue", sans-serif }', [(2, 16, "Helvetica Neue")]),
        ("h2 { font: italic 10pt/1.2 Brandon Grotesque, Gone }", [(1, 28, "Brandon Grotesque")]),
        ("h2 { font: 700 1em Gone }", [(1, 20, "Gone")]),
        (':root { --text-face: "Brandon" }', [(1, 22, "Brandon")]),
        (":root { --mine: Brandon } h2 { font: 9pt var(--mine) }", [(1, 17, "Brandon")]),
        (
            ":root { --a: Gone; --b: var(--a) } h2 { font-family: var(--b) }",
            [(1, 14, "Gone")],
        ),
        ("@page { @top-left { font-family: Gone } }", [(1, 34, "Gone")]),
        ("@media print { h2 { font-family: Gone } }", [(1, 34, "Gone")]),
        ("h2 { font-family: Gone } h3 { font-family: 'GONE', serif }", [(1, 19, "Gone")]),
        ("h2 { font-family: serif, Gone }", [(1, 26, "Gone")]),
    ],
)
def test_a_face_that_is_not_declared_is_reported_once(tmp_path, css, expected):
    assert reported(tmp_path, book=css) == expected


@pytest.mark.parametrize(
    "css",
    [
        f'{OWN} h2 {{ font: 9pt "own", serif }} h3 {{ font-family: Gone, OWN }}',
        "h2 { font-family: Gone, 'Source Serif 4' } code { font: 9pt source code pro }",
        "h2 { font-family: serif } h3 { font: inherit } h4 { font: caption }",
        "h2 { font-family: var(--text-face) } h3 { font-family: Gone, var(--small-face) }",
        "h2 { font: italic var(--size) serif } :root { --size: 9pt; --mood: Gone }",
        ":root { --script-face: Amiri }",
        "h2 { font-family: Gone } h2 { font-family: 'Source Serif 4' }",
        "h2 { font: 9pt/normal 'Source Serif 4' }",
        ":root { --ink: black } h2 { color: var(--ink) }",
    ],
)
def test_what_a_pdf_has_is_not_reported(tmp_path, css):
    assert reported(tmp_path, book=css) == []


def test_faces_that_readers_have_are_left_to_them(tmp_path):
    css = "h2 { font-family: Georgia }"
    assert reported(tmp_path, epub=css, web=css) == []


def test_a_face_of_epubs_alone_is_none_of_pdfs(tmp_path):
    assert reported(tmp_path, epub=OWN, paged="h2 { font-family: Own }") == [(1, 19, "Own")]


@pytest.mark.parametrize(
    ("head", "codes"),
    [("", ["C015"]), ("editions: [epub, web]\n", []), ("theme: classic\n", [])],
)
def test_a_guide_of_which_pdfs_are_made_is_kept_with_a_warning(tmp_path, head, codes):
    css = "h2 { font-family: Source Serif }"
    files = {"catalog.toml": CATALOG, "themes/house/styles/print.css": css}
    catalog = guidepub.load(write(tmp_path, {**files, "baker.md": definition(head=head)}))
    assert list(catalog) == ["baker"]
    assert [each.code for each in catalog.findings] == codes
    if codes:
        assert "name one that is there: Source Serif 4, " in catalog.findings[0].remedy
