"""The stylesheet of documents that bear notices: plain, literal, and nothing of the theme's else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tinycss2
from definitions import write

from guidepub.epub.notices import notice_stylesheet
from guidepub.themes import find_theme, shipped_themes

ACCENT = "#1d4e5f"
ROOT = Path(__file__).parents[2]


def sheet(folder: Path, css: str, name: str = "epub") -> str:
    """Return what comes of a theme that adds some rules to *classic*, without what that says."""
    write(folder, {f"themes/own/styles/{name}.css": css})
    plain = notice_stylesheet(find_theme("classic"), ACCENT)
    own = notice_stylesheet(find_theme("own", folder), ACCENT)
    assert own.startswith(plain)
    return " ".join(own.removeprefix(plain).split())


@pytest.mark.parametrize("theme", shipped_themes())
def test_it_is_plain(theme):
    text = notice_stylesheet(find_theme(theme), ACCENT)
    for rule in tinycss2.parse_stylesheet(text, True, True):
        assert rule.type == "qualified-rule" or rule.at_keyword == "font-face"
        assert not re.search(r"[:&]{2}|:has|var\(", tinycss2.serialize([rule]))
    assert "calc(" not in text
    assert "!important" not in text


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".wording { border: 1pt solid #999999 }", ".wording { border: 1pt solid #999999; }"),
        (".box, .wording p { margin: 0 }", ".wording p { margin: 0; }"),
        (".wording p { line-height: 150% }", ".wording p { line-height: 1.5; }"),
        (".wording p { line-height: 14pt }", ".wording p { line-height: normal; }"),
        (":root { --a: #123456 } h2 { border-color: var(--a) }", "h2 { border-color: #123456; }"),
        (".wording { columns: 2 }", ".wording { columns: 2 14em; }"),
        (".wording { color: #222222; background: #ffffff }",
         ".wording { color: #222222; background: #ffffff; }"),
        ('.wording { font-family: "Foo ,Bar", serif }',
         '.wording { font-family: "Foo ,Bar", serif; }'),
        (".wording { color: inherit }", ".wording { color: inherit; }"),
        (".wording { color: #222222 }", ""),
        (".wording { background: #ffffff }", ""),
        (".notices { page: own; bookmark-level: none }", ""),
        (".wording { margin: 0 } @media all { .wording { margin: 1em } }", ".wording { margin: 0; }"),
        (".leaf { p { margin: 0 } }", ""),
        ('.opening::before { content: ""; background: #1d4e5f }', ""),
        (".box { opacity: 0.5 }", ""),
    ],
)  # fmt: skip
def test_what_is_kept_of_a_rule(css, kept, tmp_path):
    assert sheet(tmp_path, css) == kept


def test_the_shorthand_of_a_font_is_written_out(tmp_path):
    css = '.wording { font: italic 10pt/14pt "Source Serif 4", serif }'
    assert sheet(tmp_path, css) == (
        ".wording { font-style: italic; font-variant-caps: normal; font-weight: normal; "
        'font-size: 10pt; line-height: normal; font-family: "Source Serif 4", serif; }'
    )


def test_a_face_is_declared_where_its_letters_are_known(tmp_path):
    font = (ROOT / "styles/school/fonts/SourceSans3-Regular.ttf").read_bytes()
    css = (
        "@font-face { font-family: House; src: url(fonts/own.ttf) } .wording { font-family: House }"
    )
    for name, data in (("shipped", font), ("other", font[:-1] + b"!")):
        folder = tmp_path / name
        files = {"styles/epub.css": css, "styles/fonts/own.ttf": data}
        write(folder, {f"themes/own/{name}": each for name, each in files.items()})
        text = notice_stylesheet(find_theme("own", folder), ACCENT)
        declared = '@font-face {\n  font-family: "House";\n  font-style: normal;'
        assert (declared in text) == (name == "shipped")
        assert text.endswith(".wording {\n  font-family: House;\n}\n")
