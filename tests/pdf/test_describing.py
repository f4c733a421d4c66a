"""Texts of which Pango is told and asked once are set as WeasyPrint sets them."""

from __future__ import annotations

import contextlib
import math
from pathlib import Path

import pytest

from guidepub.pdf.engine.fetching import BOOK, ClosedFetcher
from guidepub.pdf.engine.weasyprint import (
    CSS,
    FontConfiguration,
    LayoutSource,
    TargetCollector,
    line_breaking,
    strut,
    styling,
)
from guidepub.pdf.shortcuts import known_lines
from guidepub.pdf.shortcuts.describing import styles_are_described_once
from guidepub.pdf.shortcuts.known_lines import lines_are_broken_once

STYLES = Path(__file__).parents[2] / "styles" / "classic"
HTML = '<html lang="en"><body><p class="a">One</p><p class="b">two</p></body></html>'
TEXT = "Offices keep 1,234 difficult files of “first” affiliates in waffle irons."
RULES = (
    "",
    ".b { font-size: 20pt; font-weight: bold }",
    ".b { font-variant-caps: small-caps; font-variant-numeric: oldstyle-nums tabular-nums }",
    ".b { font-feature-settings: 'liga' 0, 'kern' 0 }",
    ".b { text-decoration: underline }",
    ".b { letter-spacing: 2px; word-spacing: 3px }",
    ".b { direction: rtl; font-style: italic; font-language-override: 'TRK' }",
    ".b { font-size: 3ex; letter-spacing: 0.1ch; word-spacing: 1ic; hyphenate-limit-zone: 2ch }",
    ".b { tab-size: 4ch; letter-spacing: calc(0.1ex + 1px) }",
)


@pytest.fixture(scope="module")
def fonts():
    made = FontConfiguration()
    faces = "".join(
        f"@font-face {{ font-family: Sample; src: url({path.as_uri()}) }}"
        for path in sorted(STYLES.rglob("*Regular*.[ot]tf"))[:1]
    )
    CSS(string=faces, font_config=made)
    return made


def styles(fonts, rules):
    """Return the styles of two paragraphs."""
    source = LayoutSource(HTML, BOOK, ClosedFetcher(BOOK, lambda _: None))
    sheet = CSS(string=f"p {{ font-family: Sample }} {rules}", font_config=fonts)
    style_for = styling.get_all_computed_styles(
        source, [sheet], font_config=fonts, target_collector=TargetCollector()
    )
    return [style_for(each) for each in source.etree_element.iter("p")]


def lines(style):
    """Return the lengths, widths, heights and baselines of some lines of a style."""
    found = []
    for width in (90, 300, math.inf):
        layout, *measures = line_breaking.split_first_line(TEXT, style, None, width, 0)
        layout.reactivate(style)
        first, _ = layout.get_first_line()
        found.append((*measures, line_breaking.line_size(first, style), layout.underline_position))
    return [*found, strut(style)]


@pytest.mark.parametrize("rules", RULES)
def test_lines_are_those_of_the_long_way(fonts, rules):
    expected = [lines(style) for style in styles(fonts, rules)]
    # What is measured of a face is kept with the fonts.
    fonts.strut_layouts.clear()
    with styles_are_described_once():
        assert [lines(style) for style in styles(fonts, rules) for _ in range(2)] == [
            found for found in expected for _ in range(2)
        ]
    fonts.strut_layouts.clear()


def test_a_copy_of_a_style_is_described_as_it_has_become(fonts):
    with styles_are_described_once():
        style, _ = styles(fonts, "")
        before = lines(style)
        larger = style.copy()
        larger["font_size"] = 2 * style["font_size"]
        assert lines(larger) != before
        assert lines(style) == before


@pytest.mark.parametrize(
    ("way", "times"), [(styles_are_described_once, 2), (contextlib.nullcontext, 16)]
)
def test_a_face_is_described_once_for_all_styles_that_look_alike(fonts, monkeypatch, way, times):
    described = []
    describe = line_breaking.get_font_description

    def noted(style):
        described.append(style)
        return describe(style)

    monkeypatch.setattr(line_breaking, "get_font_description", noted)
    rules = ".a { font-size: 21pt } .b { font-size: 22pt }"
    with way():
        for style in (*styles(fonts, rules), *styles(fonts, rules)):
            for _ in range(4):
                line_breaking.create_layout(TEXT, style, None, None, 0).deactivate()
    assert len(described) == times


@pytest.fixture
def asked(monkeypatch):
    """Return the texts of which Pango is asked for a line."""
    found = []
    split = line_breaking.split_first_line

    def noted(text, *arguments):
        found.append(text)
        return split(text, *arguments)

    monkeypatch.setattr(line_breaking, "split_first_line", noted)
    return found


@pytest.mark.parametrize("rules", RULES)
def test_lines_that_were_broken_before_are_the_same_again(fonts, rules):
    expected = [lines(style) for style in styles(fonts, rules)]
    with lines_are_broken_once():
        assert [lines(style) for style in styles(fonts, rules) for _ in range(2)] == [
            found for found in expected for _ in range(2)
        ]


def test_a_line_is_broken_once_for_all_styles_that_look_alike(fonts, asked):
    text = "A line of which nobody has asked before, in two paragraphs that look alike."
    with lines_are_broken_once():
        for style in styles(fonts, ""):
            line_breaking.split_first_line(text, style, None, 90, 0)
        assert asked == [text]
        line_breaking.split_first_line(text, style, None, 91, 0)
        for rule in ("word-spacing: 1px", "tab-size: 3", "hyphenate-limit-zone: 2ch"):
            style, _ = styles(fonts, f"p {{ {rule} }}")
            line_breaking.split_first_line(text, style, None, 90, 0)
    assert asked == [text] * 5


def test_a_line_that_is_forgotten_is_broken_again(fonts, asked, monkeypatch):
    style, _ = styles(fonts, "")
    first, second, third = texts = [f"{word} of a text that goes on." for word in ("A", "B", "C")]
    monkeypatch.setattr(known_lines, "_MANY_LETTERS", len(first))
    known_lines.forget_lines()
    with lines_are_broken_once():
        for text in (*texts, second, first):
            line_breaking.split_first_line(text, style, None, 90, 0)
        known_lines.forget_lines()
        line_breaking.split_first_line(first, style, None, 90, 0)
    assert asked == [first, second, third, first, first]


def test_what_becomes_of_a_line_changes_no_other(fonts):
    style, _ = styles(fonts, "")
    with lines_are_broken_once():
        first, *_ = line_breaking.split_first_line(TEXT, style, None, 90, 0)
        text = first.text
        first.reactivate(style)
        first.set_text("Other")
        second, *_ = line_breaking.split_first_line(TEXT, style, None, 90, 0)
    assert second.text == text
    assert not hasattr(second, "layout")
