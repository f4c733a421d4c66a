import unicodedata

import pytest
from lxml import etree

from guidepub.characters import FORBIDDEN, forbidden, one_line


@pytest.mark.parametrize(
    "text",
    ["Ein Brot, drei €", "tab\tand\nline", "\N{NO-BREAK SPACE}", "🥖", "\U0010fffd", "é e\u0301"],
)
def test_ordinary_text_can_stand_in_a_book(text):
    assert list(forbidden(text)) == []


@pytest.mark.parametrize(
    "sign", ["\0", "\b", "\x0b", "\f", "\x1b", "\x7f", "\x80", "\x85", "\x9f", "\u2028", "\u2029",
             "\ud800", "\ufdd0", "\ufffe", "\uffff"]
)  # fmt: skip
def test_a_control_character_or_half_of_one_cannot(sign):
    assert list(forbidden(f"a{sign}b")) == [(1, 2, f"U+{ord(sign):04X}")]


def test_whatever_is_allowed_is_xml():
    allowed = "".join(chr(n) for n in range(0x11000) if not FORBIDDEN.match(chr(n)))
    assert etree.fromstring(f"<p><![CDATA[{allowed}]]></p>").text == allowed.replace("\r", "\n")


def test_no_unassigned_control_is_allowed():
    controls = {chr(n) for n in range(0x11000) if unicodedata.category(chr(n)) == "Cc"}
    assert {sign for sign in controls if not FORBIDDEN.match(sign)} == {"\t", "\n", "\r"}


def test_places_are_counted_from_1_in_lines_and_columns():
    assert list(forbidden("ab\ncd\0\n\n\0e\0")) == [
        (2, 3, "U+0000"),
        (4, 1, "U+0000"),
        (4, 3, "U+0000"),
    ]


def test_a_line_may_be_empty_before_it():
    assert list(forbidden("\n\0")) == [(2, 1, "U+0000")]


def test_one_line_replaces_what_is_unseen_and_keeps_the_rest():
    assert one_line("a\nb\u202ec é", 20) == "a�b�c é"


@pytest.mark.parametrize(("text", "shown"), [("abcd", "abcd"), ("abcde", "abc…"), ("", "")])
def test_one_line_is_cut_at_its_limit(text, shown):
    assert one_line(text, 4) == shown
