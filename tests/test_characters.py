import unicodedata

import pytest
from lxml import etree

from guidepub.words.characters import (
    FORBIDDEN,
    forbidden,
    is_blank,
    misplaced,
    misplaced_in_name,
    one_line,
    without_misplaced,
)


@pytest.mark.parametrize(
    "text",
    ["Ein Brot, drei €", "tab\tand\nline", "\N{NO-BREAK SPACE}", "🥖", "\U0010fffd", "é e\u0301"],
)
def test_ordinary_text_can_stand_in_a_book(text):
    assert list(forbidden(text)) == []


@pytest.mark.parametrize(
    "sign", ["\0", "\b", "\x0b", "\f", "\x1b", "\x7f", "\x80", "\x85", "\x9f", "\u2028", "\u2029",
             "\u202a", "\u202d", "\u202e", "\u206a", "\ufff9", "\ud800", "\ufdd0", "\ufffe", "\uffff"]
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


@pytest.mark.parametrize(
    "text",
    [
        "Café Zoë – “Ñandú”\nline",
        "عبد الله شركة",
        "دار \u200eABC\u200f للنشر",
        "می\u200cخواهم",
        "ه\u200d.",
        "דביר ספרים",
        "क्\u200dष और क्\u200cष",
        "র\u200d্য",
        "ප්\u200dරසාද්",
        "👩\u200d🔧 and 👩🏽\u200d⚕\ufe0f",
        "❤\ufe0f ©\ufe0e 1\ufe0f\u20e3 ™\ufe0f \u2139\ufe0f",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "葛\U000e0100城",
        "ᠪᠢ\u180b",
        "ภาษา\u200bไทย",
        "Kranken\u00adpflege",
        "Smith\u00a0&\u202fSons",
        "ấ a\u0302\u0301\u0323",
    ],
)
def test_what_a_script_or_a_sign_needs_can_stand_in_a_plain_text(text):
    assert list(misplaced(text)) == []


@pytest.mark.parametrize(
    "sign",
    ["\u00ad", "\u034f", "\u061c", "\u115f", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e",
     "\u200f", "\u2060", "\u2063", "\u2066", "\u2067", "\u2068", "\u2069", "\u3164", "\ufe00",
     "\ufe0f", "\ufeff", "\uffa0", "\U000e0001", "\U000e0041", "\U000e0100"],
)  # fmt: skip
@pytest.mark.parametrize("text", ["Acme{} Press", "{}Acme", "Acme{}", "Ac{}\nme "])
def test_what_cannot_be_seen_has_no_use_among_latin_letters(sign, text):
    hidden = text.format(sign)
    (found,) = misplaced_in_name(hidden)
    assert found == (1, hidden.index(sign) + 1, f"U+{ord(sign):04X}")
    assert without_misplaced(hidden) == text.format("")


def test_a_soft_hyphen_has_its_place_between_letters_but_not_in_names():
    assert list(misplaced("a\u00adb")) == []
    assert list(misplaced_in_name("a\u00adb\nc\u00add")) == [(1, 2, "U+00AD"), (2, 2, "U+00AD")]


def test_marks_piled_over_a_letter_are_no_script():
    assert list(misplaced("Z" + "\u0301" * 8 + "algo")) == []
    assert list(misplaced("Z" + "\u0301" * 60 + "algo")) == [(1, 10, "U+0301")]


@pytest.mark.parametrize(
    "text", ["\u200e" * 100_000 + "א", "🏴\U000e0067\U000e0062\U000e0065\U000e007f" * 50_000]
)
def test_a_text_full_of_marks_is_soon_judged(text):
    assert list(misplaced(text)) == []


def test_tags_are_at_home_in_a_flag_alone():
    assert [name for _, _, name in misplaced("🏴\U000e0067\U000e0062 b")] == ["U+E0067", "U+E0062"]


@pytest.mark.parametrize(
    "text", ["", " \t\n", "\u00a0\u2003", "\u200b\u200d\u2060\ufeff", "\u3164", "\u2800 \u2800", "\u00ad", "\u0301"]
)  # fmt: skip
def test_what_shows_nothing_is_blank(text):
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", " .", "—", "é", "e\u0301", "日", "\u200bא", "🍞"])
def test_what_shows_something_is_not(text):
    assert not is_blank(text)
