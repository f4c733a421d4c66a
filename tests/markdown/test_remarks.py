"""Remarks to guidepub stand in a definition and in no book."""

import pytest
from renderers import faults, xhtml

from guidepub.markdown import printed_words


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("<!-- guidepub: unsettled x -->\nText.", "<p>Text.</p>"),
        ("Text.\n\n<!-- guidepub: unsettled x -->", "<p>Text.</p>"),
        ("Call <!-- guidepub: unsettled {{ phone }} --> us.", "<p>Call us.</p>"),
        ("- a\n- b <!-- guidepub: x -->", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("<!-- guidepub: a --> b <!-- guidepub: c -->", "<p> b</p>"),
        ("*a <!-- guidepub: * --> b*", "<p><em>a b</em></p>"),
        ("<!-- guidepub: a\nb -->\nText.", "<p>Text.</p>"),
        ("Call <!-- guidepub: a\nb --> us.", "<p>Call\nus.</p>"),
        ("Call us <!-- guidepub: a\n  b\n-->.", "<p>Call us.</p>"),
        ("> a <!-- guidepub: b\n> c -->\n> d", "<blockquote>\n<p>a\nd</p>\n</blockquote>"),
        ("- a <!-- guidepub: b\n  c -->\n- d", "<ul>\n<li>a</li>\n<li>d</li>\n</ul>"),
        ("a <!-- guidepub: b < c > d -->", "<p>a</p>"),
    ],
)
def test_a_remark_is_not_printed(text, printed):
    assert xhtml(text) == printed
    assert faults(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "<!-- other -->",
        "<!-- guidepub: a\n\nb -->",
        "<!-- guidepub: a <!-- b",
        "`<!-- guidepub: a -->`",
        "<!-- guidepub: a --",
    ],
)
def test_anything_else_is_text(text):
    assert "&lt;!--" in xhtml(text)


def test_printed_words_are_what_a_reader_sees():
    text = "# *A* `b`\n\n- [c](https://x.example) {fact}`d` [@e] <!-- guidepub: f -->\n\n:::{note} g\nh\n:::"
    assert printed_words(text).split() == ["A", "b", "c", "g", "h"]
