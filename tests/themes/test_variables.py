"""Custom properties: each way in which a value could read, within bounds."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import tinycss2

from guidepub.themes.stylesheets.reading import Stylesheet
from guidepub.themes.stylesheets.rules import read_rules
from guidepub.themes.stylesheets.variables import (
    UnresolvedError,
    plain_variables,
    resolved,
    tokens_of,
    variables_of,
)


def sheets(css: str) -> list[Stylesheet]:
    return [Stylesheet(Path("a.css"), css, tuple(read_rules(css)))]


def read(value: str, css: str) -> list[str]:
    variables = variables_of(sheets(css))
    return [tinycss2.serialize(found) for found, _ in resolved(tokens_of(value), variables)]


def test_each_way_is_reported():
    css = ":root { --a: 1em } @media print { :root { --a: 2em } } p { --a: 3em }"
    assert read("var(--a)", css) == ["1em", "2em"]
    assert read("max(var(--a), var(--none, 5pt))", css) == ["max(1em,5pt)", "max(2em,5pt)"]


def test_a_property_may_be_made_of_others():
    assert read("var(--a)", ":root { --a: var(--b) solid; --b: 1pt }") == ["1pt/**/solid"]


def test_the_book_s_own_take_the_place_of_a_theme_s():
    assert read("var(--trim-width)", ":root { --trim-width: 1pt }") == ["432pt"]
    plain = plain_variables(
        sheets(":root { --accent: red } @media print { :root { --x: 1 } }"), "#123456"
    )
    assert tinycss2.serialize(plain["--accent"][0].value) == "#123456"
    assert "--x" not in plain


@pytest.mark.parametrize(
    ("css", "reason"),
    [
        ("", "no :root defines “--a”"),
        (":root { --a: var(--a) }", "nested too deeply"),
        (":root { --a: var(--b); --b: var(--a) }", "nested too deeply"),
        (":root { --a: var(--b) } " + ":root { --b: 1 }" * 100, "too many ways"),
        (":root { " + "".join(f"--{chr(97 + n)}: var(--{chr(98 + n)});" for n in range(20)) + "}",
         "nested too deeply"),
    ],
)  # fmt: skip
def test_what_cannot_be_resolved_is_refused(css, reason):
    with pytest.raises(UnresolvedError, match=reason):
        read("var(--a)", css)


def test_a_value_that_grows_without_end_is_refused():
    steps = "".join(f"--{chr(97 + n)}: {f'var(--{chr(98 + n)}) ' * 60};" for n in range(7))
    begin = time.process_time()
    for value in ("var(--a)", "max(var(--a))"):
        with pytest.raises(UnresolvedError, match="too long"):
            read(value, f":root {{ {steps} --h: 1 }}")
    assert time.process_time() - begin < 2
