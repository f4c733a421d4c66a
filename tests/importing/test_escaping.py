"""Words print as they are, whatever characters they contain."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml import safe_load

from guidepub.importing.definitions import definition_text
from guidepub.importing.figures.facts import FoundFact
from guidepub.importing.originals.escaping import (
    LONGEST,
    escaped,
    escaped_line,
    pieces,
    spaced,
    verified_markdown,
)
from guidepub.markdown import label, parse, printed_words, references
from guidepub.words.characters import FORBIDDEN
from guidepub.words.typography import Typography

ENGLISH = Typography("en", ("“", "”", "‘", "’"))
SIGNS = "*_`~[](){}<>#|\\!&;:@^-+=.,$%\"'/ 0123456789abé\n"
texts = st.text(SIGNS, max_size=60).map(lambda text: spaced(FORBIDDEN.sub("", text)))


def plain(text: str) -> str:
    """Return what a reader sees, without the typographer's changes to quotes and dots."""
    return re.sub(r"[\"'“”‘’.…,!?–—\s-]", "", text)


@given(texts)
def test_words_print_as_they_are(text):
    markdown = escaped_line(escaped(text))
    assert plain(printed_words(markdown)) == plain(text)


@given(texts)
def test_words_refer_to_nothing(text):
    prose = parse(escaped_line(escaped(text)), ENGLISH)
    assert [reference for reference in references(prose) if reference.kind != "link"] == []
    assert prose.findings == ()


@pytest.mark.parametrize(
    "text",
    ["H~2~O", "x^2^", "a^[b]", "==a==", "{#a .b}", "{a=b}", "$x^2$", "$$a$$", "$\\pi r$", "[a][b]",
     "[@a, p. 3]", "[see @a; -@b, chap. 2]", "[a](b)", "+---+", "| a |", "(a)=", "!!! note", "[!NOTE]", "[ ] a", "--- ---",
     "*[A]: b", "**a", "a ` b", "$5 to $6"],
)  # fmt: skip
def test_marks_of_other_dialects_are_words(text):
    markdown = escaped_line(escaped(text))
    prose = parse(markdown, ENGLISH)
    assert list(references(prose)) == []
    assert prose.findings == ()
    assert plain(printed_words(markdown)) == plain(text)


@pytest.mark.parametrize(
    ("words", "markdown"),
    [
        ("snake_case stays", "snake_case stays"),
        ("2 * 3 <b> [x]", "2 \\* 3 \\<b> \\[x]"),
        ("AT&T &amp; more", "AT&T \\&amp; more"),
        ("section 501(c)", "section 501\\(c)"),
        ("{fact}`wage`", "\\{fact}\\`wage\\`"),
        ("$5 to $6 ~ 3 = 3", "$5 to $6 ~ 3 = 3"),
    ],
)
def test_only_signs_that_mean_something_are_escaped(words, markdown):
    assert escaped(words) == markdown


@pytest.mark.parametrize(
    ("line", "markdown"),
    [
        ("# Heading", "\\# Heading"),
        ("- item", "\\- item"),
        ("12. item", "12\\. item"),
        (":::{note}", "\\:::{note}"),
        ("---", "\\---"),
        ("#1 of all", "#1 of all"),
        ("1.5 hours", "1.5 hours"),
    ],
)
def test_a_line_begins_as_words(line, markdown):
    assert escaped_line(line) == markdown


def test_marks_that_would_cost_words_are_left_out():
    assert verified_markdown("***one* two**", "one two") == "***one* two**"
    assert verified_markdown("a**(b)**c", "a(b)c") == "a(b)c"


@given(st.text("ab. ", min_size=1, max_size=40))
def test_a_long_text_is_parted_without_losing_words(text):
    long = text * (3 * LONGEST // len(text))
    parts = pieces(long)
    assert all(len(part) <= LONGEST for part in parts)
    assert "".join("".join(parts).split()) == "".join(long.split())


def test_a_label_is_written_as_words():
    found = FoundFact("tools", "many", None, None, None, None, "Tools of the *trade*", "Tools.", 1)
    text = definition_text({"title": "C"}, [found], {}, [("Overview", "Text.")], "c.txt")
    written = safe_load(text.split("---")[1])["facts"]["tools"]["label"]
    assert label(written, ENGLISH).plain == "Tools of the *trade*"
