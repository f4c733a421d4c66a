"""Citations as they are written: places, words around, several, and sources named in a sentence."""

from __future__ import annotations

import pytest
from renderers import ENGLISH, named

from guidepub.markdown import CitedWork, Text, parse, parse_sections
from guidepub.markdown.forms.citing import citation_of


def works(text, sources=frozenset()):
    (prose,) = parse_sections([(None, Text(text))], ENGLISH, frozenset(sources))
    tokens = [child for token in prose.tokens for child in token.children or ()]
    return [work for each in map(citation_of, tokens) if each for work in each.works]


def words(text, sources=frozenset()):
    (prose,) = parse_sections([(None, Text(text))], ENGLISH, frozenset(sources))
    tokens = [child for token in prose.tokens for child in token.children or ()]
    return "".join(token.content for token in tokens)


@pytest.mark.parametrize(
    ("written", "label", "locator", "suffix"),
    [
        ("[@a, p. 12]", "page", "12", ""),
        ("[@a p. xii]", "page", "xii", ""),
        ("[@a, pp. 12-15, 20 and passim]", "page", "12-15, 20", " and passim"),
        ("[@a, 33]", "page", "33", ""),
        ("[@a, § 4, emphasis added]", "section", "4", ", emphasis added"),
        ("[@a, S. 12 f.]", "page", "12", " f."),
        ("[@a, pág. 12]", "page", "12", ""),
        ("[@a, rozdz. 2]", "chapter", "2", ""),
        ("[@a, Kap. IV]", "chapter", "IV", ""),
        ("[@a, {Kap. IV, Abs. 2}]", "chapter", "IV", ", Abs. 2"),
        ("[@a, {A to Z}]", "page", "A to Z", ""),
        ("[@a, and others]", "", "", ", and others"),
        ("[@a, page twelve]", "", "", ", page twelve"),
        ("[@a,\np. 4]", "page", "4", ""),
    ],
)
def test_a_place_is_known_by_its_word_in_any_language(written, label, locator, suffix):
    assert works(written) == [CitedWork("a", "", label, locator, suffix)]


def test_each_source_of_a_citation_has_words_and_a_place_of_its_own():
    assert works("It is so [see @a, chap. 3; also -@b:2; @{c/d}].") == [
        CitedWork("a", "see", "chapter", "3"),
        CitedWork("b:2", "also", without_author=True),
        CitedWork("c/d"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Write to [me@press.example].",
        "[follow @baker](https://x.example)",
        "[follow @baker][there]\n\n[there]: https://x.example",
        r"[see \@a]",
        "`[@a, p. 2]`",
        "[@a; and more]",
    ],
)
def test_what_only_looks_like_a_citation_is_none(text):
    assert works(text, {"a", "press"}) == []


def test_a_sentence_names_a_source_that_the_guide_has():
    assert works("As @a [p. 33] says, @a, not @b.", {"a"}) == [
        CitedWork("a", "", "page", "33", without_author=True),
        CitedWork("a", without_author=True),
    ]


@pytest.mark.parametrize("text", ["jo@a.example", r"\@a", "@baker", "x/@a", "@a-team"])
def test_addresses_and_names_elsewhere_stay_as_they_are(text):
    assert works(text, {"a"}) == []
    assert words(text, {"a"}) == text.replace("\\", "")


def test_brackets_behind_a_named_source_are_its_place_or_stay():
    assert words("As @a [sic] says", {"a"}) == "As  [sic] says"


def test_each_source_and_each_mark_in_the_words_has_its_place():
    text = "First [@b].\n\nThen [*see* @a; @b] and [@b]."
    assert named(text, "source") == [("b", 1, 7), ("a", 3, 13), ("b", 3, 17), ("b", 3, 25)]
    assert named(text, "stray") == [("*see*", 3, 13)]


def test_endless_brackets_are_read_in_no_time():
    text = "[see " * 3_000
    assert parse(text, ENGLISH).findings == ()
