"""The EPUB's stylesheet: no custom property is left in it, and every file it names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from definitions import definition, write
from finished import Epub

import guidepub
from guidepub import InputError
from guidepub.assembly import assemble
from guidepub.epub import styles, write_epub
from guidepub.epub.unread_css import unread_css
from guidepub.findings import FindingsError
from guidepub.themes import find_theme
from guidepub.themes.stylesheets.reading import Stylesheet

FONT = find_theme("classic").file("fonts/SourceSerif4-It.ttf").read_bytes()
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63f80f0001010100b138f6140000000049454e44ae426082"
)


def themed(folder: Path, css: str, files: dict[str, str | bytes] | None = None) -> Epub:
    """Return an EPUB made with a theme of one's own that has this `book.css`."""
    own = {f"themes/house/styles/{name}": data for name, data in (files or {}).items()}
    catalog = '[imprint]\nname = "P"\ncolour = "#1a2b3c"\n[defaults]\ntheme = "house"\n'
    write(
        folder,
        {
            "catalog.toml": catalog,
            "baker.md": definition(),
            "themes/house/styles/book.css": css,
            **own,
        },
    )
    loaded = guidepub.load(folder)
    return Epub(write_epub(assemble(loaded["baker"], loaded), b""))


def sheet(epub: Epub) -> str:
    return epub.archive.read(f"{epub.folder}/book.css").decode()


def fault(folder: Path, css: str, files: dict[str, str | bytes] | None = None) -> str:
    with pytest.raises(FindingsError) as caught:
        themed(folder, css, files)
    (finding,) = caught.value.findings
    assert finding.code == "C003"
    return finding.message


def test_custom_properties_are_resolved_for_older_readers(tmp_path, baker_epub):
    css = ":root { --a: 1em; --b: var( --a ) solid; }\np { border: var(--b) var(--accent) }"
    text = sheet(themed(tmp_path, css))
    assert "p { border: 1em solid #1a2b3c" in text
    for whole in (text, sheet(Epub(baker_epub))):
        assert "var(" not in whole
        assert ":root" not in whole


def test_what_a_theme_says_last_holds_for_all_its_sheets(tmp_path):
    text = sheet(themed(tmp_path, ":root { --ink: #123123 }\np { color: var(--ink) }"))
    assert "#123123" in text
    assert "--ink" not in text


def test_rules_under_a_condition_are_not_applied_without_it(tmp_path):
    dark = "@media (prefers-color-scheme: dark) { :root { --mine: #fefefe } }"
    css = f"html:root {{ --mine: #123456 }} {dark} h1 {{ background: var(--mine) }}"
    text = sheet(themed(tmp_path, css))
    assert "#fefefe" not in text
    assert re.search(r"(?<![\w:])h1 \{ background: #123456 \}", text)


def test_a_fallback_stands_in_for_a_property_that_is_not_there(tmp_path):
    text = sheet(
        themed(tmp_path, ".box { background: var(--none, green); margin: var(--ink, 12345) }")
    )
    assert "background: green" in text
    assert "12345" not in text


def test_an_unknown_property_is_reported(tmp_path):
    assert fault(tmp_path, ".box { color: var(--inc) }") == (
        "The stylesheets use “--inc”, which no :root defines."
    )


def test_properties_that_go_in_circles_are_reported(tmp_path):
    css = ":root { --a: var(--b); --b: var(--a) }\n.box { color: var(--a) }"
    assert "nested too deeply" in fault(tmp_path, css)


def test_another_stylesheet_is_not_imported(tmp_path):
    with pytest.raises(InputError, match=r"book.css:1:1 C008 “@import” could affect a notice"):
        themed(tmp_path, '@import "other.css";', {"other.css": "p {}"})


def test_fonts_and_pictures_of_the_theme_are_in_the_book(tmp_path):
    css = (
        "@font-face { font-family: F; src: url('fonts/f.ttf') }\n"
        ".box { background: url(paper.png) }\n/* url(gone.png) */"
    )
    epub = themed(tmp_path, css, {"fonts/f.ttf": FONT, "paper.png": PIXEL})
    kinds = {href: item.get("media-type") for href, item in epub.manifest().items()}
    assert kinds["fonts/f.ttf"] == "font/ttf"
    assert kinds["paper.png"] == "image/png"
    assert "gone.png" not in kinds
    assert epub.archive.read(f"{epub.folder}/paper.png") == PIXEL


def test_files_of_the_theme_have_names_that_an_address_can_have(tmp_path):
    css = (
        "@font-face { font-family: F; src: url('fonts/My Face.ttf') }\n"
        '.box { background: url("a b.png") }\n.note { background: url(a%20b.png) }'
    )
    epub = themed(tmp_path, css, {"fonts/My Face.ttf": FONT, "a b.png": PIXEL})
    sheet = epub.archive.read(f"{epub.folder}/book.css").decode()
    named = re.findall(r"url\([\"']?(.*?)[\"']?\)", sheet)
    plain = [re.sub("-[0-9a-f]{8}", "", name) for name in named]
    assert plain.count("fonts/My-Face.ttf") == 1
    assert plain.count("a-b.png") == 2
    assert {*named} <= {*epub.manifest()}


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("gone.ttf", "has no file “gone.ttf”"),
        ("../../../baker.md", "has no file “../../../baker.md”"),
        (
            "https://example.invalid/f.ttf",
            "“https://example.invalid/f.ttf” is not a file of the theme",
        ),
        ("file:///etc/passwd", "“file:///etc/passwd” is not a file of the theme"),
        ("notes.txt", "name “notes.txt”, which an EPUB cannot contain"),
    ],
)
def test_a_file_that_the_theme_cannot_give_is_reported(tmp_path, address, reason):
    message = fault(tmp_path, f".box {{ background: url({address}) }}", {"notes.txt": PIXEL})
    assert reason in message


def test_every_file_that_the_stylesheet_names_is_in_the_book(baker_epub):
    epub = Epub(baker_epub)
    named = set(re.findall(r"url\([\"']?([^\"')]+)", sheet(epub)))
    assert named
    assert named <= set(epub.manifest())


@pytest.mark.parametrize(
    ("css", "column", "wrong"),
    [
        ("p { margin: 0;; color: red }", 15, "a semicolon without a declaration before it"),
        ("@media print { p { ; color: red } }", 20, "a semicolon without a declaration before it"),
        ("@keyframes a { to { top: 0;; } }", 28, "a semicolon without a declaration before it"),
        ("p { color: red; & em { color: blue } }", 22, "braces within a rule's braces"),
        ('a:is(b, [href$=".pdf" i]) { color: red }', 23, "“i” after an attribute's value"),
        (':lang("de", "fr") { quotes: none }', 2, "several languages in :lang()"),
        ("li:nth-child(2n of .a) { color: red }", 4, "“of” in :nth-child()"),
    ],
)
def test_what_shops_would_refuse_is_reported_where_it_stands(css, column, wrong):
    sheet = Stylesheet(Path("book.css"), f":root {{ --a: 1;; }}\n{css}", ())
    (finding,) = unread_css([sheet], styles._ROOT)
    assert (finding.place.line, finding.place.column) == (2, column)
    assert wrong in finding.message


def test_what_epubcheck_reads_is_left_alone():
    css = (
        "a[epub|type=x], :lang(de), li:nth-child(even of li), p:not(.a, .b) { color: red; }"
        "@media (width > 4em) { p { margin: 0 } } @keyframes a { from { opacity: 0 } }"
    )
    assert not [*unread_css([Stylesheet(Path("book.css"), css, ())], styles._ROOT)]


def test_an_epub_that_shops_would_refuse_is_not_made(tmp_path):
    assert "so shops would refuse the EPUB" in fault(tmp_path, "p { margin: 0;; }")
