"""Words that are marked for the index and for the glossary."""

import pytest

from guidepub.markdown import IndexEntry, passages, printed_words, references, title_words
from guidepub.markdown.parsed.marked_words import entries_of, index_marks, terms_in
from guidepub.markdown.parsed.parser import parse
from guidepub.markdown.printed.xhtml import prose_xhtml
from guidepub.phrases import phrases

ENGLISH = phrases("en").typography


class Book:
    """Answers prose that asks for terms alone."""

    def term(self, key: str) -> str:
        return f"glossary.xhtml#{key}"

    def link(self, target: str) -> str:
        return target

    def fact_source(self, key: str) -> None:
        return None


def xhtml(text: str) -> str:
    return prose_xhtml(parse(text, ENGLISH), Book(), "s").strip()


def entries(text: str) -> list[tuple[int, tuple[IndexEntry, ...]]]:
    return list(index_marks(parse(text, ENGLISH).tokens))


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("pay", [("single", ("pay",), "")]),
        ("pay;  by state", [("single", ("pay", "by state"), "")]),
        ("single: pay; by state", [("single", ("pay", "by state"), "")]),
        ("pair: pay; state", [("single", ("pay", "state"), ""), ("single", ("state", "pay"), "")]),
        ("start: shifts", [("start", ("shifts",), "")]),
        ("end: work; shifts", [("end", ("work", "shifts"), "")]),
        ("see: wages; pay", [("see", ("wages",), "pay")]),
        ("seealso: pay; hours", [("seealso", ("pay",), "hours")]),
        ("Note: a word", [("single", ("Note: a word",), "")]),
        ("note: a word", [("single", ("note: a word",), "")]),
        ("pair: pay", []),
        ("see: pay", []),
        ("a; b; c", []),
        ("triple: a; b; c", []),
        ("single: ;", []),
        ("", []),
    ],
)
def test_a_roles_text_names_its_entries(written, found):
    assert [(e.kind, e.words, e.other) for e in entries_of(written)] == found


def test_words_are_printed_and_stand_in_the_index():
    assert xhtml("The {index}`baker's *peel*` is long.") == (
        '<p>The <span class="index-mark" id="s_index_1">baker’s <em>peel</em></span> is long.</p>'
    )
    assert entries("{index}`peels <tools; peel>`")[0][1][0].words == ("tools", "peel")


def test_a_place_alone_prints_nothing_and_takes_its_space_along():
    text = "Bread {index}`single: dough; sour` rises {index}`single: dough`."
    assert xhtml(text) == (
        '<p>Bread<span class="index-mark" id="s_index_1"></span> rises'
        '<span class="index-mark" id="s_index_2"></span>.</p>'
    )


def test_what_only_sends_readers_on_leaves_nothing_behind():
    assert xhtml("{index}`see: loaf; bread`\n\n{index}`seealso: a; b`\n\nBread.") == "<p>Bread.</p>"


def test_the_first_use_of_a_term_is_a_link_unless_it_stands_in_one():
    text = xhtml("[A {term}`proof`](#s) and {term}`proofs <Proof>` of a {term}`proof`.")
    assert text.count("<a ") == 2
    assert '<a class="term" epub:type="glossref" role="doc-glossref"' in text
    assert 'href="glossary.xhtml#Proof">proofs</a> of a proof.' in text
    assert list(terms_in(parse("{term}`A  b` {term}`a b`", ENGLISH).tokens)) == ["a b", "a b"]


def test_a_term_can_stand_in_the_index():
    text = xhtml("{index}``{term}`proof` <dough; proof>``")
    assert text.startswith('<p><span class="index-mark" id="s_index_1"><a class="term"')


def test_marks_are_numbered_through_directives_and_notes():
    text = "{index}`a`[^n]\n\n:::{tip} {index}`b`\n{index}`c`\n:::\n\n[^n]: {index}`d`\n"
    words = [(number, found[0].words) for number, found in entries(text)]
    assert words == [(1, ("a",)), (2, ("b",)), (3, ("c",)), (4, ("d",))]


def test_the_words_of_a_text_are_those_without_marks():
    assert title_words("{index}`Pay <wages>` and {term}`hours`") == "Pay and hours"
    assert printed_words("{index}`single: a; b`Bread.") == "Bread."


def test_each_character_has_its_place():
    text = "Some {index}`long\nwords <a; b>` and {index}`single: a; b` {term}`proof <c>`, b."
    (passage,) = passages(parse(text, ENGLISH))
    assert passage.text == "Some long words and proof, b."
    assert passage.place(passage.text.index("words")) == (2, 1)
    assert passage.place(passage.text.index("proof")) == (2, 48)
    assert passage.place(passage.text.index(", b.")) == (2, 58)


def test_references_tell_the_place_of_each_mark():
    text = "A {index}`b` {term}`c <d>`\n{index}`single: e`."
    found = [(r.kind, r.name, r.line, r.column) for r in references(parse(text, ENGLISH))]
    assert found == [("index", "b", 1, 3), ("term", "d", 1, 14), ("index", "single: e", 2, 1)]


def test_a_role_that_is_escaped_or_in_code_is_none():
    assert "index-mark" not in xhtml("\\{index}`a` and `` {index}`a` ``")


@pytest.mark.parametrize("text", ["{index}`" * 3000, "{index}`a <" * 2000, "{term}`{" * 3000 + "`"])
def test_what_is_never_closed_takes_no_long_time(text):
    assert xhtml(text).startswith("<p>")
