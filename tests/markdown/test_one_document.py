"""Sections are one document: definitions serve all of them, and notes have one sequence."""

from __future__ import annotations

import re

import pytest
from lxml import etree
from renderers import ENGLISH, PlainRenderer

from guidepub.markdown import Text, parse_line, parse_sections, prose_xhtml, references, rich_text
from guidepub.words.typography import AS_WRITTEN

OPS = 'xmlns:epub="http://www.idpf.org/2007/ops"'


def sections(*bodies, titles=()):
    """Return texts as the sections of one document."""
    titles = [Text(title, 1, ("title", n)) for n, title in enumerate(titles)]
    titles += [None] * (len(bodies) - len(titles))
    texts = [Text(body, 1, ("body", number)) for number, body in enumerate(bodies)]
    return parse_sections(list(zip(titles, texts, strict=True)), ENGLISH)


def made(*bodies, titles=()):
    """Return the XHTML of some sections, each under its id `s0`, `s1`, …"""
    parsed = sections(*bodies, titles=titles)
    return [
        prose_xhtml(prose, PlainRenderer(), f"s{number}") for number, prose in enumerate(parsed)
    ]


def reported(*bodies, titles=()):
    """Return section, line and code of each fault."""
    return [
        (number, finding.place.line, finding.code)
        for number, prose in enumerate(sections(*bodies, titles=titles))
        for finding in prose.findings
    ]


def calls(xhtml):
    """Return the numbers of the calls, and where each leads."""
    body = etree.fromstring(f"<body {OPS}>{xhtml}</body>")
    return [(a.text, a.get("href")) for a in body.iter("a") if a.get("class") == "noteref"]


def notes(xhtml):
    """Return the notes behind a text: number, and words without the way back."""
    body = etree.fromstring(f"<body {OPS}>{xhtml}</body>")
    found = ["".join(note.itertext()) for note in body.iter("aside")]
    return [re.sub(r"\s+", " ", note).replace(" ↩", "").strip() for note in found]


def test_a_link_is_defined_anywhere_in_the_document():
    first, _ = made("See [the page][p] and [p].", "End.\n\n[p]: https://a.example")
    assert first.count('href="https://a.example"') == 2


def test_a_link_is_defined_inside_of_a_directive_too_and_serves_another():
    first, _ = made(":::{note}\n[a][p]\n:::", ":::{tip}\nb\n\n[p]: https://a.example\n:::")
    assert 'href="https://a.example"' in first


def test_a_section_s_own_definitions_go_before_those_of_others():
    bodies = [f"[a][p] b[^1]\n\n[p]: https://{n}.example\n\n[^1]: Note {n}." for n in "cd"]
    first, second = made(*bodies)
    assert 'href="https://c.example"' in first
    assert 'href="https://d.example"' in second
    assert notes(first) == ["1. Note c."]
    assert notes(second) == ["2. Note d."]
    assert reported(*bodies) == []


def test_a_note_that_another_section_defines_stands_where_it_is_called():
    first, second = made("One[^a].", "Two.\n\n[^a]: Note *A*.")
    assert calls(first) == [("1", "#s0_note_1")]
    assert notes(first) == ["1. Note A."]
    assert notes(second) == []


def test_notes_are_numbered_through_all_sections():
    first, second = made("a[^x] b[^y]\n\n[^x]: X\n[^y]: Y", "c[^z] d[^y]\n\n[^z]: Z")
    assert notes(first) == ["1. X", "2. Y"]
    assert notes(second) == ["3. Z"]
    assert calls(second) == [("3", "#s1_note_3"), ("2", "#s0#s0_note_2")]


def test_a_title_calls_the_first_note_of_its_section():
    (prose,) = sections("b[^2]\n\n[^1]: One.\n[^2]: Two.", titles=["A[^1]"])
    title = rich_text(prose.title, PlainRenderer(), "s0")
    assert calls(title.xhtml) == [("1", "#s0_note_1")]
    assert notes(prose_xhtml(prose, PlainRenderer(), "s0")) == ["1. One.", "2. Two."]


def test_notes_of_a_directive_are_numbered_in_the_order_of_the_print():
    text = (
        "a[^1]\n\n:::{table} T[^2]\n:note: N[^4]\n\n| a[^3] |\n|---|\n| b |\n\n[^3]: Three.\n:::\n\n"
        "c[^5]\n\n[^5]: Five.\n[^4]: Four.\n[^2]: Two.\n[^1]: One."
    )
    (xhtml,) = made(text)
    assert notes(xhtml) == ["1. One.", "2. Two.", "3. Three.", "4. Four.", "5. Five."]


def test_a_note_that_a_note_calls_stands_behind_it():
    (xhtml,) = made("a[^1] b[^2]\n\n[^1]: One[^3].\n[^2]: Two.\n[^3]: Three[^1].")
    assert notes(xhtml) == ["1. One2.", "2. Three1.", "3. Two."]


def test_notes_that_call_each_other_come_to_an_end():
    chain = "\n".join(f"[^{n}]: {n}[^{n + 1}]" for n in range(3000))
    (xhtml,) = made(f"a[^0]\n\n{chain}\n[^3000]: end[^0]")
    assert len(notes(xhtml)) == 3001


def test_a_note_can_be_written_where_it_is_called():
    (xhtml,) = made('An inline^[note with *marks* and "quotes"] here[^b], again^[c].\n\n[^b]: B')
    assert calls(xhtml) == [("1", "#s0_note_1"), ("2", "#s0_note_2"), ("3", "#s0_note_3")]
    assert notes(xhtml) == ["1. note with marks and “quotes”", "2. B", "3. c"]
    assert "<em>marks</em>" in xhtml


def test_a_call_inside_a_link_stands_behind_it():
    (xhtml,) = made("[a^[One.] {fact}`cited` b](#d) e")
    assert re.search(r"=cited=</span> b</a><a class=.noteref.[^>]*>1</a><sup>bls</sup> e", xhtml)


@pytest.mark.parametrize(
    ("note", "last"),
    [
        ("One.\n\n    Two.", "<p>Two. <a "),
        ("One.\n\n    - a\n    - b", "<li>b <a "),
        ("One.\n\n    > a", "<p>a <a "),
        ("One.\n\n    | a |\n    |---|\n    | b |", "</table>\n<p>\n <a "),
        ("One.\n\n        code", "</pre>\n<p>\n <a "),
    ],
)
def test_a_note_of_several_blocks_leads_back_from_its_end(note, last):
    (xhtml,) = made(f"a[^1]\n\n[^1]: {note}")
    (aside,) = etree.fromstring(f"<body {OPS}>{xhtml}</body>").iter("aside")
    assert last in xhtml
    assert {child.tag for child in aside} <= {"span", "p", "ul", "blockquote", "table", "pre"}


def test_abbreviations_serve_all_sections():
    first, second = made("The BLS, not BLSX. `BLS`", "*[BLS]: Bureau of Labor Statistics")
    assert first.count('<abbr title="Bureau of Labor Statistics">BLS</abbr>') == 1
    assert "<code>BLS</code>" in first
    assert second == ""


def test_of_two_abbreviations_the_longer_one_is_read():
    (xhtml,) = made("US DOL\n\n*[US]: States\n*[US DOL]: Department")
    assert xhtml.startswith('<p><abbr title="Department">US DOL</abbr></p>')


def test_what_is_defined_in_vain_is_reported_where_it_is_defined():
    assert sorted(reported("a", "b\n\n[^a]: A", "c\n\n[^b]: B\n[^b]: B")) == [
        (1, 3, "D037"), (2, 3, "D037"), (2, 4, "D037"),
    ]  # fmt: skip


def test_a_note_called_by_none_but_itself_is_reported():
    assert reported("a\n\n[^a]: b[^a]") == [(0, 3, "D037")]


def test_a_reference_in_a_note_has_the_place_of_its_definition():
    first, _ = sections("One[^a].", "Two.\n\n[^a]: A {fact}`x`.")
    (fact,) = [found for found in references(first) if found.kind == "fact"]
    assert (fact.origin, fact.line, fact.column) == (("body", 1), 3, 9)


def test_references_of_titles_and_of_what_a_directive_says_have_their_places():
    body = ":::{table} Pay {fact}`a`\n:note: See [@b] and [c](#d).\n\n| a |\n|---|\n| b |\n:::"
    (prose,) = sections(body, titles=["What {fact}`t` is"])
    found = [(r.kind, r.name, r.origin[0], r.line, r.column) for r in references(prose)]
    assert found == [
        ("fact", "t", "title", 1, 6), ("directive", "table", "body", 1, 1),
        ("fact", "a", "body", 1, 16), ("source", "b", "body", 2, 12), ("link", "#d", "body", 2, 25),
    ]  # fmt: skip


LINE = '*A* `b` {fact}`cited` [c](#d)[^1] [@e] H~2~O &amp; \\# "f" -- g...'


def test_a_line_is_printed_with_marks_for_a_list_and_in_plain_words():
    (prose,) = sections("x\n\n[^1]: One.", titles=[LINE])
    line = rich_text(prose.title, PlainRenderer(), "s")
    assert line.plain == "A b =cited= c H2O & # “f” – g…"
    assert line.bare == (
        '<em>A</em> <code>b</code> <span class="fact">=cited=</span> c H<sub>2</sub>O &amp; # “f” – g…'
    )
    assert '<a href="#d">c</a>' in line.xhtml
    assert "<sup>e</sup>" in line.xhtml
    assert "<sup>bls</sup>" not in line.xhtml


def test_a_line_is_never_a_block():
    for text in ("1. First", "# A", "- b", "> c", "a\n---", ":::{note}"):
        line = rich_text(parse_line(Text(text), AS_WRITTEN), PlainRenderer(), "s")
        assert line.plain.split() == text.split()


@pytest.mark.parametrize(
    ("text", "xhtml"),
    [
        ("H~2~O and 10^6^", "H<sub>2</sub>O and 10<sup>6</sup>"),
        ("~5 to ~10, a~b, c^d", "~5 to ~10, a~b, c^d"),
        ("~~a~~ b~c d~", "<s>a</s> b~c d~"),
        ("H\\~2~O", "H~2~O"),
        ("3~4/5~6, x1~2~, C~6~H", "3~4/5~6, x1<sub>2</sub>, C<sub>6</sub>H"),
        ("(a)^b^", "(a)<sup>b</sup>"),
    ],
)
def test_words_are_lowered_and_raised(text, xhtml):
    assert made(text) == [f"<p>{xhtml}</p>\n"]
