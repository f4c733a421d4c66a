"""Stylesheets that would take for ever, or go deeper than the page maker can."""

from __future__ import annotations

import pytest
from definitions import definition, write

import guidepub
from guidepub import InputError
from guidepub.themes import find_theme, shipped_themes
from guidepub.themes.stylesheets.growth import overgrowths

DOUBLED = "".join(f"--a{n}: var(--a{n + 1}) var(--a{n + 1});\n" for n in range(30))


@pytest.mark.parametrize(
    ("css", "place", "message"),
    [
        ("a{" * 9000, (1, 34), "Brackets are nested more than 16 deep."),
        ("p { width: " + "calc(" * 300 + "1px" + ")" * 300 + "}", (1, 87), "Brackets are nested"),
        ("@media print{" * 5000, (1, 221), "Brackets are nested more than 16 deep."),
        (":not(" * 3000 + "a" + ")" * 3000 + "{}", (1, 82), "Brackets are nested"),
        ("p {}\n" + "a " * 20_000 + "{ color: red }", (2, 401), "A selector or a value has over 200"),
        (f":root {{\n{DOUBLED}--a30: x; }}", (21, 1), "The custom property “--a19” has over 10,000"),
        (f"p {{ color: red }}\nq {{\n--a30: x x x x x x x; {DOUBLED} }}", (23, 1), "“--a20” has over"),
        (":root { --a: " + "x, " * 6000 + "x }", (1, 9), "The custom property “--a” has over 10,000"),
    ],
)  # fmt: skip
def test_what_is_too_deep_or_too_long_is_reported_with_its_place(css, place, message):
    found = list(overgrowths(css))
    assert (found[0].line, found[0].column) == place
    assert message in found[0].message


@pytest.mark.parametrize(
    "css",
    [
        ":root { --a: var(--b); --b: var(--a) }\np { color: var(--a) }",
        ":root { --a: var(--a) }",
        ":root { --a: var(--none, var(--b)); --b: 1px }",
        "@media print { @supports (a: b) { p:is(:not(a), b) { width: calc((1px + 2px) * 3) } } }",
        ", ".join("a b c" for _ in range(500)) + " { color: red }",
        "".join(f":root {{ --c{n}: #123456 }}\n" for n in range(2000)),
        "".join(f"--c{n}: var(--c{n + 1});" for n in range(2000)),
    ],
)
def test_an_honest_stylesheet_passes(css):
    assert list(overgrowths(css)) == []


def test_what_is_just_at_the_limit_passes():
    deep = "a{ " * 16 + "}" * 16
    deeper = "a{ " * 17 + "}" * 17
    long = "a " * 200 + "{}"
    longer = "a " * 201 + "{}"
    assert [len(list(overgrowths(css))) for css in (deep, deeper, long, longer)] == [0, 1, 0, 1]


def test_the_shipped_stylesheets_pass():
    for name in shipped_themes():
        for folder in find_theme(name).styles:
            for path in folder.glob("*.css"):
                assert list(overgrowths(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("css", ["p { width: calc(" + "(" * 900, "a{" * 3000, ":not(" * 3000])
def test_a_theme_that_is_too_deep_is_reported_before_its_rules_are_judged(tmp_path, css):
    files = {
        "catalog.toml": '[imprint]\nname = "P"\n[defaults]\ntheme = "house"\n',
        "themes/house/styles/book.css": css,
        "baker.md": definition(),
    }
    with pytest.raises(InputError) as caught:
        guidepub.load(write(tmp_path, files))
    assert "Brackets are nested more than 16 deep." in str(caught.value)
