"""Runs of stylesheets, which are divided where rules begin or end to use values of the book."""

from __future__ import annotations

from pathlib import Path

import pytest
import tinycss2

from guidepub.themes import find_theme
from guidepub.themes.stylesheets.layouts import sheet_names
from guidepub.themes.stylesheets.reading import read_sheet, read_sheets
from guidepub.themes.stylesheets.runs import runs_of
from guidepub.themes.stylesheets.variables import GIVEN_BY_BOOKS


def runs(*sheets: str, varying: str = "--accent") -> list[list[str]]:
    """The runs of stylesheets without the white space around them."""
    read = [read_sheet(Path("a.css"), css) for css in sheets]
    return [[run.strip() for run in found] for found in runs_of(read, {varying})]


def rules_in(css: str) -> list[tuple[int, int, str]]:
    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return [(each.source_line, each.source_column, each.serialize()) for each in nodes]


def test_rules_that_use_a_value_of_the_book_stand_apart():
    css = "a { top: 0 } b { top: 1pt } i { color: var(--accent) } u { top: 0 }"
    assert runs(css) == [
        ["a { top: 0 } b { top: 1pt }", "i { color: var(--accent) }", "u { top: 0 }"]
    ]


def test_so_do_rules_that_use_what_is_made_of_it_in_any_sheet():
    sheets = (":root { --a: var(--b) }", ":root { --b: 1pt solid var(--accent); --c: red }")
    css = "p { border: var(--a) } q { color: var(--c) }"
    assert runs(css, *sheets)[0] == ["p { border: var(--a) }", "q { color: var(--c) }"]


@pytest.mark.parametrize(
    "css",
    [
        "",
        "p { top: 0 }",
        "p { color: var(--accent) }",
        '@import "b.css"; p { top: 0 } q { color: var(--accent) }',
        "@layer a, b; @layer a { p { top: 0 } } q { color: var(--accent) }",
        '@namespace "x"; p { top: 0 } q { color: var(--accent) }',
        "p { top: 0 } q { color: var(--accent) } p",
    ],
)
def test_a_sheet_without_such_bounds_or_that_cannot_be_divided_stays_whole(css):
    assert runs(css) == [[css]]


@pytest.mark.parametrize(
    "css",
    [
        "a { top: 0 }\r\n\r\n  b { color: var(--accent) }\rc { top: 0 }\fd { color: var(--accent) }",
        "a { content: 'ÿ𝒳' } b { color: var(--accent) } /* ÿ𝒳 */ c {}\nd { color: var(--accent) }",
        "@media print { a { color: var(--accent) } } b { content: '}' } c { --accent: 1 }",
        "/* var(--accent) */ a { top: 0 } /* } */ b { color: var(--accent) } /* end",
        "a { color: var(--accent) } b { top: 0",
    ],
)
def test_no_rule_changes_its_text_or_its_place(css):
    (found,) = runs_of([read_sheet(Path("a.css"), css)], {"--accent"})
    assert len(found) > 1
    assert [rule for run in found for rule in rules_in(run)] == rules_in(css)


@pytest.mark.parametrize("name", ["classic", "school", "school-large", "illustrated"])
def test_nor_does_a_rule_of_the_shipped_themes(name):
    read = read_sheets(find_theme(name), sheet_names("shared", "print-cover"))
    for sheet, found in zip(read, runs_of(read, GIVEN_BY_BOOKS), strict=True):
        assert [rule for run in found for rule in rules_in(run)] == rules_in(sheet.text)
