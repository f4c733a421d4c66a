"""One normal form of wording: typography is no difference, words and punctuation are."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepub.words.wording import fingerprint, form_of, formed, normalised


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("the ﬁrst oﬃce", "the first office"),
        ("“don’t”", '"don\'t"'),
        ("«\N{NARROW NO-BREAK SPACE}mot\N{NARROW NO-BREAK SPACE}»", '" mot "'),
        ("self\N{HYPHEN}help\N{NON-BREAKING HYPHEN}group", "self-help-group"),
        ("con\N{SOFT HYPHEN}tract\N{ZERO WIDTH SPACE}s", "contracts"),
        (" a\n\tb\N{NO-BREAK SPACE} c ", "a b c"),
        ("cafe\N{COMBINING ACUTE ACCENT}", "café"),
        ("ب\N{ARABIC TATWEEL} 5", "ب 5"),
        ("O*NET™…", "O*NETTM..."),
        ("٤٬٥٠٠٫٥ (۲٪)", "4,500.5 (2%)"),
    ],
)
def test_typography_is_no_difference(printed, plain):
    assert normalised(printed) == plain
    assert fingerprint(printed) == hashlib.sha256(plain.encode()).hexdigest()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("may", "must"),
        ("a, b", "a b"),
        ("a-b", "ab"),
        ("A", "a"),
        ("a b", "ab"),
        ("a – b", "a - b"),
    ],
)
def test_words_punctuation_and_case_are_differences(one, other):
    assert fingerprint(one) != fingerprint(other)


@given(st.text())
def test_the_normal_form_is_its_own(text):
    assert normalised(normalised(text)) == normalised(text)


@given(st.text(st.characters(codec="ascii")))
def test_a_text_is_formed_character_by_character(text):
    assert formed(text) == "".join(form_of(character) for character in text)
