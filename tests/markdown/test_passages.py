"""Running text of prose: what is a passage, and where each of its characters stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guidepub.markdown import FIGURE, parse, passages
from guidepub.words.typography import AS_WRITTEN


def read(text):
    return list(passages(parse(text, AS_WRITTEN)))


def kinds(text):
    return [(passage.kind, passage.text) for passage in read(text)]


def test_every_block_is_a_passage_of_its_kind():
    text = (
        "## Head\n\nText.\n\n- One\n- Two\n\n> Said.\n\nTerm\n: Meaning\n\n| A | B |\n|--|--|\n| c | d |\n\n"
        ":::{note} Title\nInside.\n:::\n\n```\ncode\n```\n\nNote[^1].\n\n[^1]: Below.\n"
    )
    assert kinds(text) == [
        ("heading", "Head"), ("paragraph", "Text."), ("item", "One"), ("item", "Two"),
        ("quotation", "Said."), ("term", "Term"), ("definition", "Meaning"), ("head", "A"),
        ("head", "B"), ("cell", "c"), ("cell", "d"), ("caption", "Title"), ("paragraph", "Inside."),
        ("code", "code"), ("paragraph", "Note."), ("footnote", "Below."),
    ]  # fmt: skip


def test_marks_are_left_out_and_what_they_meant_is_kept():
    (passage,) = read("Half *earn* {fact}`wage`, **more** [@a; @b] than [here](https://a.b) `x`.")
    assert passage.text == f"Half earn {FIGURE}, more than here x."
    spans = [(s.kind, passage.text[s.start : s.end], s.value) for s in passage.spans]
    assert spans == [
        ("fact", FIGURE, "wage"), ("strong", "more", ""), ("source", "", "a"), ("source", "", "b"),
        ("link", "here", "https://a.b"), ("code", "x", "x"),
    ]  # fmt: skip


def test_an_image_is_a_span_with_its_alternative():
    (passage,) = read("![An oven](images/my%20oven.png) glows.")
    (span,) = passage.spans_of("image")
    assert (span.value, span.alternative, passage.text) == (
        "images/my oven.png",
        "An oven",
        " glows.",
    )


def test_escapes_and_entities_are_read_and_placed():
    (passage,) = read(r"O\*NET &amp; co &#8212; x\_y end")
    assert passage.text == "O*NET & co — x_y end"
    assert passage.place(passage.text.index("NET")) == (1, 4)
    assert passage.place(passage.text.index("co")) == (1, 14)
    assert passage.place(passage.text.index("end")) == (1, 30)


def test_a_passage_of_several_lines_knows_them_all():
    (passage,) = read("> One\n> *two*\n> three")
    assert passage.text == "One two three"
    assert [passage.place(passage.text.index(word)) for word in ("One", "two", "three")] == [
        (1, 3), (2, 4), (3, 3),
    ]  # fmt: skip


def test_a_word_that_stands_in_an_address_too_is_placed_in_the_text():
    (passage,) = read("[Go](https://x.y/end) to the end")
    assert passage.place(passage.text.index("end")) == (1, 30)


def test_text_is_as_the_author_wrote_it():
    (passage,) = read('"Bakers" -- they\'re up at 3... (c)')
    assert passage.text == '"Bakers" -- they\'re up at 3... (c)'


@given(st.text("ab*_`[](){}<>&;!|:>-#\\\n .", max_size=60))
def test_every_place_lies_in_the_text(text):
    lines = text.split("\n")
    for passage in read(text):
        for offset in range(len(passage.text)):
            line, column = passage.place(offset)
            assert 1 <= line <= len(lines)
            assert 1 <= column <= len(lines[line - 1]) + 1


@given(
    st.lists(
        st.sampled_from(["word", "*em*", "**strong**", "[a](b)", "`c`", "$5,000"]),
        min_size=1,
        max_size=12,
    )
)
def test_every_letter_is_placed_where_it_stands(words):
    text = " ".join(words)
    (passage,) = read(text)
    for offset, sign in enumerate(passage.text):
        line, column = passage.place(offset)
        assert text.split("\n")[line - 1][column - 1] == sign
