"""Texts that are to be plain: what is a mark in them, and what is none."""

from __future__ import annotations

import pytest

from guidepub.markdown.printed.lines import mark_in


@pytest.mark.parametrize(
    "text",
    [
        "O*NET OnLine: Registered Nurses (O*NET 29.3 Database)",
        "Wages * Hours",
        "AT&T",
        "snake_case_name",
        "100% * 3",
        "https://example.org/_c_d_/*e*",
        "a_b_c@example.org",
    ],
)
def test_a_sign_that_is_no_mark_is_let_be(text):
    assert mark_in(text) is None


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("The *Gazette* of Nurses", ("*Gazette*", 5)),
        ("O*NET and **bold** words", ("**bold**", 11)),
        ("AT&amp;T", ("&amp;T", 3)),
        ("See **https://example.org**", ("**https://example.org**", 5)),
    ],
)
def test_a_mark_is_reported_with_its_column(text, mark):
    assert mark_in(text) == mark
