import pytest
from renderers import ENGLISH, named

from guidepub.markdown import parse, references


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("a {fact}`wage` b", "fact", [("wage", 1, 3)]),
        ("a\nb {fact}`x` {fact}`x`", "fact", [("x", 2, 3), ("x", 2, 13)]),
        ("a {fact}``x``", "fact", [("x", 1, 3)]),
        ("{Fact}`x`", "role", [("Fact", 1, 1)]),
        ("`{fact}`x``", "fact", []),
        ("a [@b; @c] [@b]", "source", [("b", 1, 3), ("c", 1, 8), ("b", 1, 12)]),
        ("[@b-c] [@b]", "source", [("b-c", 1, 1), ("b", 1, 8)]),
        ("a@b.example [@b]", "source", [("b", 1, 13)]),
        ("![a](b.svg)", "image", [("b.svg", 1, 6)]),
        ("![b.svg](b.svg)", "image", [("b.svg", 1, 10)]),
        ("![a](<b c.svg>)", "image", [("b c.svg", 1, 7)]),
        ("![a](b%20c.svg)", "image", [("b c.svg", 1, 6)]),
        ("![a {fact}`x`](b.svg)", "fact", [("x", 1, 5)]),
        ("[a {fact}`x`](#b)", "fact", [("x", 1, 4)]),
        ("[a](#b) [c](#b)", "link", [("#b", 1, 5), ("#b", 1, 13)]),
        ("[a](https://x.example/ü)", "link", [("https://x.example/%C3%BC", 1, 5)]),
        ("[#b](#b)", "link", [("#b", 1, 6)]),
        ("<https://x.example>", "link", [("https://x.example", 1, 2)]),
        ("[a](javascript:x)", "link", [("javascript:x", 1, 5)]),
        ("[a](data:text/html,x) <vbscript:x>", "link", [("data:text/html,x", 1, 5), ("vbscript:x", 1, 24)]),
        ("see [a][b]\n\n[b]: #c", "link", [("#c", 1, 7)]),
        ("a[^b] c[^d]\n\n[^b]: e", "footnote", [("d", 1, 8)]),
        ("a[^b]\n\n[^b]: c[^e]", "footnote", [("e", 3, 8)]),
        ("- a\n  - b {fact}`x`", "fact", [("x", 2, 7)]),
        ("> > {fact}`x`", "fact", [("x", 1, 5)]),
        ("| a | b |\n|---|---|\n| {fact}`x` | {fact}`x` |", "fact", [("x", 3, 3), ("x", 3, 15)]),
        ("a\n: b {fact}`x`", "fact", [("x", 2, 5)]),
        ("## {fact}`x`", "fact", [("x", 1, 4)]),
        ("```\n{fact}`x`\n```", "fact", []),
        ("<b {fact}`x`>", "fact", [("x", 1, 4)]),
    ],
)  # fmt: skip
def test_a_reference_is_found_with_its_place(text, kind, found):
    assert named(text, kind) == found


def test_lines_are_counted_as_in_the_file():
    assert named("a\n\n{fact}`x`", "fact", line=40) == [("x", 42, 1)]


CHART = """- a

  :::{chart} wage
  :alt: wage growth
  :facts: wage,  growth
  :source: bls
  :::"""


def test_what_a_directive_s_options_name_has_the_place_of_the_name():
    assert named(CHART, "fact") == [("wage", 5, 11), ("growth", 5, 18)]
    assert named(CHART, "source") == [("bls", 6, 12)]
    assert named(CHART, "directive") == [("chart", 3, 3)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (":::{programs}\n:table: p\n:::", [("p", 2, 9)]),
        (":::{programs}\n:::", [("programs", 1, 1)]),
        (":::{chart} a\n:table: b\n:::", [("b", 2, 9)]),
    ],
)
def test_a_table_is_named_or_that_of_programs(text, found):
    assert named(text, "table") == found


def test_a_figure_is_an_image_with_its_alternative():
    prose = parse(":::{figure} a.svg\n:alt: An oven.\n:::", ENGLISH)
    (image,) = [found for found in references(prose) if found.kind == "image"]
    assert (image.name, image.line, image.column) == ("a.svg", 1, 13)
    assert image.alternative == "An oven."


def test_the_prose_in_a_directive_refers_too():
    text = "::::{note}\na\n\n:::{tip}\n*{fact}`x`*\n:::\n::::"
    assert named(text, "fact") == [("x", 5, 2)]


def test_references_come_in_the_order_of_the_text():
    text = "{fact}`a` [@b]\n\n:::{tip}\n{fact}`c`\n:::\n\n![d](e)"
    assert [found.name for found in references(parse(text, ENGLISH))] == ["a", "b", "tip", "c", "e"]
