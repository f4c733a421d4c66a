"""Stylesheets mirrored for books from right to left."""

from __future__ import annotations

import pytest

from guidepub.themes import find_theme
from guidepub.themes.folders.shipped import shipped_themes
from guidepub.themes.stylesheets.layouts import LAYOUTS, sheet_names
from guidepub.themes.stylesheets.mirroring import mirrored
from guidepub.themes.stylesheets.reading import in_script, read_sheets


@pytest.mark.parametrize(
    ("declaration", "there"),
    [
        ("margin-left: 2em", "margin-right: 2em"),
        ("border-left: 2pt solid red", "border-right: 2pt solid red"),
        ("padding: 1pt 2pt 3pt 4pt", "padding: 1pt 4pt 3pt 2pt"),
        ("padding: 1pt 2pt", "padding: 1pt 2pt"),
        ("left: 0", "right: 0"),
        ("text-align: left", "text-align: start"),
        ("float: right", "float: left"),
        ("text-align: right !important", "text-align: end !important"),
        ("transform: rotate(90deg)", "transform: rotate(-90deg)"),
        ("transform: rotate(-90deg)", "transform: rotate(90deg)"),
        ("transform-origin: top left", "transform-origin: top right"),
        ("border-radius: 1pt 2pt 3pt 4pt", "border-radius: 2pt 1pt 4pt 3pt"),
        ("border-radius: 1pt 2pt", "border-radius: 2pt 1pt 2pt 1pt"),
        ("border-top-left-radius: 1pt", "border-top-right-radius: 1pt"),
        ("background: linear-gradient(to left, red, blue)",
         "background: linear-gradient(to right, red, blue)"),
        ("break-before: right", "break-before: right"),
        ('content: "left"', 'content: "left"'),
        ("--left: left", "--left: left"),
        ("margin-left: var(--left)", "margin-right: var(--left)"),
    ],
)  # fmt: skip
def test_what_is_on_the_left_comes_to_the_right(declaration, there):
    assert mirrored(f"p {{ {declaration} }}") == f"p {{{there};}}\n"


def test_pages_keep_their_names_and_their_margins_change_sides():
    css = "@page :right { margin-left: 1in; @top-right { content: counter(page) } }"
    assert mirrored(css) == (
        "@page :right {margin-right: 1in; @top-left {content: counter(page);}}\n"
    )


def test_rules_under_a_condition_are_mirrored_too():
    css = "@media (min-width: 30em) { p { float: left } }"
    assert mirrored(css) == "@media (min-width: 30em) {p {float: right;}}\n"


def test_letters_that_join_are_never_set_apart_nor_slanted():
    css = "em { font: italic 10pt/14pt X; font-style: italic; letter-spacing: 0.1em; color: red }"
    reported = mirrored(css, joined=True)
    assert "letter-spacing" not in reported
    assert "font-style: normal" in reported
    assert "color: red" in reported
    assert "letter-spacing" in mirrored(css)


@pytest.mark.parametrize("theme", shipped_themes())
def test_a_shipped_theme_that_is_mirrored_twice_is_itself(theme):
    for sheet in read_sheets(find_theme(theme), sheet_names(*LAYOUTS)):
        once = mirrored(sheet.text)
        assert mirrored(mirrored(once)) == once, sheet.path


def test_a_language_decides_what_a_theme_is_mirrored_for():
    theme = find_theme("classic")
    assert in_script(theme, "pl") is theme
    assert in_script(theme, "ar-EG").script == in_script(theme, "fa").script == "arabic"
    assert in_script(theme, "he").script == "hebrew"
    assert in_script(theme, "ar").chart_font == '"Amiri", Source Serif 4'
