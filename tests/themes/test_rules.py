"""A stylesheet read to single rules, whatever they stand in."""

from __future__ import annotations

import time

import pytest

from guidepub.themes.stylesheets.rules import AtRule, StyleRule, Unreadable, read_rules
from guidepub.themes.stylesheets.selectors import Element, could_match

LEAF = Element("section", frozenset({"leaf"}))
WORDS = Element("p", parent=LEAF)


def reported(css: str) -> list[tuple[str, list[str], bool]]:
    return [
        (rule.prelude, [part.name for part in rule.declarations], rule.plain)
        for rule in read_rules(css)
        if isinstance(rule, StyleRule) and rule.declarations
    ]


def test_rules_stand_in_their_order_with_their_places():
    first, second = read_rules("/* x */ p { margin: 0 }\n  .a, .b { color: red; margin: 1em }")
    assert (first.prelude, first.line, first.column) == ("p", 1, 9)
    assert (second.prelude, second.line, second.column) == (".a, .b", 2, 3)
    assert [part.name for part in second.declarations] == ["color", "margin"]


@pytest.mark.parametrize(
    "condition",
    ["@media (min-width: 9em)", "@supports (display: grid)", "@layer x", "@layer", "@container (width > 1px)",
     "@scope (.a)", "@starting-style", "@media print { @supports not (x: y)"],
)  # fmt: skip
def test_what_stands_under_a_condition_is_read_as_if_it_held(condition):
    close = "}" * condition.count("{")
    assert reported(f"{condition} {{ p {{ margin: 0 }} }}{close}") == [("p", ["margin"], False)]


@pytest.mark.parametrize(
    "css",
    [
        ".leaf { p { margin: 0 } }",
        ".leaf { & p { margin: 0 } }",
        ".leaf { > p { margin: 0 } }",
        ".leaf, .box { color: red; & > p, h1 { margin: 0 } }",
        "p { .leaf & { margin: 0 } }",
        "p { @media print { margin: 0 } }",
        ".leaf { @media print { p { margin: 0 } } }",
        ".leaf { section & { } & { p { margin: 0 } } }",
        "@scope (.leaf) { margin: 0 }",
    ],
)
def test_what_stands_in_a_rule_is_for_what_that_rule_is_for(css):
    rules = [rule for rule in read_rules(css) if isinstance(rule, StyleRule)]
    (rule,) = [rule for rule in rules if any(p.name == "margin" for p in rule.declarations)]
    assert not rule.plain
    assert any(could_match(each, WORDS) for each in rule.selectors)


def test_what_stands_in_another_rule_is_not_for_all():
    (_, rule) = read_rules(".cover { p { margin: 0 } }")
    assert not any(could_match(each, WORDS) for each in rule.selectors)


def test_other_at_rules_are_reported():
    (page, font, unknown) = read_rules("@page x { margin: 0 } @font-face { } @Nonsense y;")
    assert [rule.keyword for rule in (page, font, unknown)] == ["page", "font-face", "nonsense"]
    assert isinstance(page, AtRule)
    assert unknown.content is None


def test_what_breaks_the_syntax_is_reported():
    (rule, broken) = read_rules("p { color red; margin: 0 }")
    assert isinstance(broken, Unreadable)
    assert [part.name for part in rule.declarations] == ["margin"]
    last = read_rules("p { margin: 0 } x")[-1]
    assert isinstance(last, Unreadable)
    # It goes into a sentence, which has a stop of its own.
    assert last.message.endswith("rule")


def test_rules_that_are_nested_without_end_are_refused():
    assert "deep" in read_rules("a { " * 12 + "margin: 0" + "}" * 12)[-1].message


def test_selectors_that_grow_by_nesting_are_refused():
    many = ", ".join(f".a{number}" for number in range(300))
    begin = time.process_time()
    rules = read_rules(f"{many} {{ " * 7 + "margin: 0" + "}" * 7)
    assert "too long" in rules[-1].message
    assert time.process_time() - begin < 5


@pytest.mark.parametrize(
    ("css", "reason"),
    [("a{b:c}" * 40_000, "over 3,000 rules"), ("p," * 100_000 + "p{b:c}", "too long")],
)
def test_more_than_any_theme_has_is_refused(css, reason):
    begin = time.process_time()
    assert reason in read_rules(css)[-1].message
    assert time.process_time() - begin < 10
