"""Stylesheets without `var()`: which properties are constant, and what stands in their places."""

from __future__ import annotations

from pathlib import Path

import pytest
import tinycss2

from guidepub.themes.stylesheets.constants import constants, substituted
from guidepub.themes.stylesheets.reading import Stylesheet
from guidepub.themes.stylesheets.rules import read_rules


def found(*sheets: str) -> dict[str, str]:
    return constants(Stylesheet(Path("a.css"), css, tuple(read_rules(css))) for css in sheets)


def filled(css: str, **values: str) -> str:
    named = {f"--{name}": value for name, value in values.items()}
    return substituted(css, lambda name, _: named.get(name))


def test_what_the_root_alone_defines_is_constant():
    assert found(":root { --a: 1pt; --b: var(--a) solid var( --c ) } :root { --c: red }") == {
        "--a": "1pt",
        "--b": "1pt solid red",
        "--c": "red",
    }


def test_a_later_sheet_and_a_heavier_selector_win():
    assert found(":root { --a: 1 }", ":root { --a: 2 }") == {"--a": "2"}
    assert found("html:root { --a: 1 }", ":root { --a: 2 }") == {"--a": "1"}
    assert found("html:root { --a: 1 }", "html:root { --a: 2 }") == {"--a": "2"}


@pytest.mark.parametrize(
    "css",
    [
        "p { --a: 2 }",
        ":root, p { --a: 2 }",
        ":root { --a: 2 !important }",
        "@media print { :root { --a: 2 } }",
        "@page { --a: 2 }",
        "@page { @top-left { --a: 2 } }",
        "p { em { --a: 2 } }",
        ":root { --a: ; }",
        ":root { --a: var(--a) }",
        ":root { --a: var(--b) } p { --b: 2 }",
        ":root { --a: var(--none) }",
        '@import "other.css";',
        "p[ { }",
        ":root { --a: " + "1 " * 200 + "}",
    ],
)
def test_what_may_be_otherwise_somewhere_is_not(css):
    assert "--a" in found(":root { --a: 1 }")
    assert "--a" not in found(":root { --a: 1 }", css)


def test_values_that_double_are_given_up_soon():
    doubling = "".join(f"--a{n}: var(--a{n + 1}) var(--a{n + 1});" for n in range(60))
    assert set(found(f":root {{ {doubling} --a60: 1234567890 }}")) == {
        f"--a{n}" for n in range(56, 61)
    }


def test_values_take_the_places_of_their_names():
    assert filled("p { margin: var(--a) var( --b , 3pt ) }", a="1pt") == (
        "p { margin: 1pt var( --b , 3pt ) }"
    )
    assert filled("p { margin: var(--b, var(--a)) }", a="1pt") == "p { margin: var(--b, 1pt) }"
    assert filled("p { margin: var(--b, var(--a)) }", a="1pt", b="2pt") == "p { margin: 2pt }"


def test_a_value_never_grows_together_with_what_is_beside_it():
    css = filled("p { a: 1var(--a)em; b: -var(--a); c: (var(--a)) }", a="2")
    tokens = tinycss2.parse_component_value_list("1/**/2/**/em", skip_comments=True)
    assert [token.type for token in tokens] == ["number", "number", "ident"]
    assert css == "p { a: 1/**/2/**/em; b: -/**/2; c: (2) }"


@pytest.mark.parametrize(
    "css",
    [
        'p::before { content: "var(--a)" }',
        "p::before { content: 'it\\'s var(--a)' }",
        "/* var(--a) */",
        "p { background: url(var(--a).png) }",
    ],
)
def test_texts_and_addresses_are_left_alone(css):
    assert filled(css, a="1pt") == css


def test_a_place_may_get_what_stands_in_it():
    asked: list[tuple[str, str | None]] = []

    def find(name: str, fallback: str | None) -> str | None:
        asked.append((name, fallback))
        return fallback

    assert substituted("a { b: var(--c, 1pt) var(--d) }", find) == "a { b: 1pt var(--d) }"
    assert asked[:2] == [("--c", " 1pt"), ("--d", None)]
