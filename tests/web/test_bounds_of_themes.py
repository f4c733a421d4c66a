"""A theme's rules in a web edition: within its frames, whatever their selectors say."""

from __future__ import annotations

import re
from pathlib import Path

import cssselect2
import pytest
import tinycss2
from definitions import write

import guidepub
from guidepub.checks.documents.hypertext import page_tree
from guidepub.checks.legal.in_documents.cascade import Cascade
from guidepub.checks.legal.in_documents.sheets import read_sheet
from guidepub.findings import FindingsError
from guidepub.themes import find_theme, shipped_themes
from guidepub.themes.stylesheets.colours import NIGHT_PAPER, contrast, night_shades
from guidepub.themes.stylesheets.selectors import Element, could_match
from guidepub.web.styles import stylesheet

ACCENT = "#1d4e5f"
ROOT = Path(__file__).parents[2]
OWN_FRAMES = re.compile(r"\.bound(?:-body)?(?![\w-])")
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63f80f0001010100b138f6140000000049454e44ae426082"
)


def sheet(folder: Path, css: str, files: dict[str, str | bytes] | None = None) -> str:
    """Return what comes of the `web.css` of a theme that stands alone."""
    own = {f"themes/own/styles/{name}": data for name, data in (files or {}).items()}
    write(
        folder, {"themes/own/theme.toml": 'inherits = ""', "themes/own/styles/web.css": css} | own
    )
    font = ROOT / "styles/classic/fonts/SourceSerif4-It.ttf"
    write(
        folder, {"themes/own/styles/f.ttf": font.read_bytes(), "themes/own/styles/paged.css": FACE}
    )
    return " ".join(stylesheet(find_theme("own", folder), ACCENT).split())


def test_a_theme_alone_is_shown_by_its_sheet_for_epubs_and_by_no_shared_one(tmp_path):
    sheet(tmp_path, "", {"epub.css": "p { margin: 0 }"})
    (tmp_path / "themes/own/styles/web.css").unlink()
    css = stylesheet(find_theme("own", tmp_path), ACCENT)
    assert ".bound p {" in css
    assert ".bound .worksheet textarea {" in css
    # No notice could be known to be seen there.
    assert "@container" not in css


FACE = "@font-face { font-family: House; src: url(f.ttf) }"


@pytest.mark.parametrize(
    ("css", "written"),
    [
        ("p { margin: 0 }", ".bound p { margin: 0; }"),
        ("body { color: #222222; background: #ffffff }",
         ".bound-body { color: #222222; background: #ffffff; }"),
        ("html > body > section { margin: 0 }", ".bound-body > section { margin: 0; }"),
        (":root { margin: 0 }", ".bound-body { margin: 0; }"),
        (":root { --mine: #222222 }", ":root { --mine: #222222; }"),
        ("html .box, .tip { margin: 0 }", ".bound-body .box, .bound .tip { margin: 0; }"),
        ("body.x p { margin: 0 }", ".bound body.x p { margin: 0; }"),
        ("html:has(.box) section { margin: 0 }", ".bound html:has(.box) section { margin: 0; }"),
        (".box { .tip & { opacity: 0 } }", ".bound .tip :is(.box ) { opacity: 0; }"),
        (".box { & ~ .tip { opacity: 0 } }", ".bound :is(.box ) ~ .tip { opacity: 0; }"),
        ("@media print { .box { opacity: 0 } }", "@media print { .bound .box { opacity: 0; } }"),
        ("@layer x { .box { opacity: 0 !important } }",
         "@layer x { .bound .box { opacity: 0 !important; } }"),
        ('.box { content: "</style><script>" }', r'content: "<\/style><script>";'),
    ],
)  # fmt: skip
def test_each_selector_stands_below_a_frame(css, written, tmp_path):
    assert written in sheet(tmp_path, css)


@pytest.mark.parametrize(
    "at_rule", ["@font-face { font-family: X; src: url(f.ttf) }", "@page { margin: 1cm }"]
)
def test_what_is_for_paper_or_for_faces_is_left_out(at_rule, tmp_path):
    assert at_rule.partition(" ")[0] not in sheet(tmp_path, at_rule).partition(".bound p")[0]


def test_a_rule_that_has_no_bounds_is_refused_with_its_line(tmp_path):
    with pytest.raises(FindingsError) as caught:
        sheet(tmp_path, "p { margin: 0 }\n@scope (.box) to (.tip) { .x { opacity: 0 } }")
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.line) == ("C003", 2)


def test_pictures_that_a_style_names_are_in_it(tmp_path):
    text = sheet(tmp_path, ".box { background-image: url(a.png) }", {"a.png": PIXEL})
    assert 'background-image: url("data:image/png;base64,iVBORw0KGgo' in text


def test_a_theme_without_a_sheet_for_the_web_is_shown_by_day(tmp_path):
    write(tmp_path, {"themes/own/styles/epub.css": ".box { margin: 1em }"})
    text = sheet(tmp_path, "")
    assert "prefers-color-scheme" not in text
    (tmp_path / "themes/own/styles/web.css").unlink()
    again = stylesheet(find_theme("own", tmp_path), ACCENT)
    assert ".bound .box {\n  margin: 1em;\n}" in again
    assert "prefers-color-scheme" not in again


@pytest.mark.parametrize("theme", shipped_themes())
def test_no_rule_of_a_shipped_theme_could_match_a_notice_or_what_is_around_it(theme):
    html = Element("html")
    body = Element("body", parent=html)
    around = [html, body, *(Element(name, parent=body) for name in ("header", "main", "footer"))]
    frames = [Element("div", frozenset({"approved"}), "", parent) for parent in around[2:]]
    inside = [Element("section", frozenset({"leaf", "notices", "opening", "wording"}), None, frame)
              for frame in frames]  # fmt: skip
    text = stylesheet(find_theme(theme), ACCENT)
    for rule in read_sheet(text).rules:
        assert rule.selectors is not None
        if all(map(OWN_FRAMES.match, rule.prelude.split(", "))):
            for selector in rule.selectors:
                assert not any(could_match(selector, each) for each in (*around, *frames, *inside))
        else:
            # guidepub's own, and what passed the closed table.
            assert re.match(
                r"(?:\.approved|\.skip|\.bound|html|body|main:focus|:root)", rule.prelude
            )


@pytest.mark.parametrize("theme", shipped_themes())
def test_what_reaches_notices_is_literal(theme):
    text = stylesheet(find_theme(theme), ACCENT)
    reaching = [
        r for r in read_sheet(text).rules if r.prelude.startswith((".approved", "html", "body"))
    ]
    assert reaching
    for rule in reaching:
        values = tinycss2.serialize([t for d in rule.declarations for t in d.value])
        assert "var(" not in values
        assert "calc(" not in values


def test_a_notice_has_what_the_closed_table_allows_of_a_theme(tmp_path, samples):
    book = guidepub.assemble(samples["welder"], samples)
    page = page_tree(guidepub.render(book, "web"))
    (style,) = page.iter("{*}style")
    cascade = Cascade([read_sheet(str(style.text))])
    root = cssselect2.ElementWrapper.from_xml_root(page)
    words = next(e for e in page.iter("{*}div") if "wording" in e.get("class", ""))
    wrapped = next(w for w in root.iter_subtree() if w.etree_element is words)
    preludes = [each.rule.prelude for each in cascade.applied(wrapped) if each.rule]
    assert preludes
    assert all(".approved" in each for each in preludes)


@pytest.mark.parametrize(
    "accent", ["#000000", "#1d4e5f", "#ffffff", "#ff0000", "#00ff00", "#ffd500"]
)
def test_the_night_s_shades_can_be_read(accent):
    shades = night_shades(accent)
    for name in ("--accent", "--accent-deep"):
        assert contrast(shades[name], shades["--accent-tint"]) >= 4.5
        assert contrast(shades[name], NIGHT_PAPER) >= 4.5
    assert contrast(shades["--accent-middle"], NIGHT_PAPER) >= 3
    assert contrast(shades["--accent-band"], "#ffffff") >= 4.5
