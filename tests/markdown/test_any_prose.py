"""Whatever a text is, it becomes XML, and nothing of it is lost unsaid."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from renderers import ENGLISH, PlainRenderer, faults, xhtml

from guidepub.markdown import parse, prose_xhtml, references, split_sections

PIECES = [
    "\n", "\n\n", " ", "    ", "\t", "a", "word ", "# ", "## A\n", "> ", "- ", "1. ", ": ", ":::", "::::",
    "{note}", "{figure} x\n:alt: y\n", "{chart} T\n:facts: a\n", "`", "```", "*", "**", "_", "~~", "[", "]",
    "(", ")", "](", "![", "<", ">", "&", "&amp;", "&#12;", "&#xD800;", '"', "'", "\\", "|", "|-", "[^a]",
    "[^a]: ", "[@a]", "[@a; @b]", "{fact}`a`", "{x}`y`", "[a]: b\n", "https://x.example", "<b>", "é", "🥖",
    "\0", "\f", "\ud800", "--", "...", "(c)", "---\n", "===\n", "5 percent", "javascript:",
]  # fmt: skip

markdown = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def body(text):
    prose = parse(text, ENGLISH)
    made = prose_xhtml(prose, PlainRenderer(), "s")
    return prose, etree.fromstring(f'<body xmlns:epub="http://www.idpf.org/2007/ops">{made}</body>')


@given(st.one_of(markdown, st.text(max_size=200)))
@example("&#12;&#x1;&#xFFFE;&#xD800;&#0;&#99999999;")
@example('[x](&#12; "&#12;")')
@example("![{fact}`a` [@b]](<c>)")
@example("a[^b]\n\n[^b]: c[^b]")
@example("| a |\n|---|")
@example("[^a]: > [^a]: ")
@example("[^a]: [^b]: [^c]: d\n\n[^a] [^b] [^c]")
def test_any_text_becomes_well_formed_xml(text):
    body(text)


@given(markdown)
@example("## Note 1\n\n## Ref 1\n\na[^a]\n\n[^a]: b")
@example("## A 2\n\n## A\n\n## A")
def test_without_a_fault_every_id_is_there_once_and_every_note_leads_somewhere(text):
    prose, element = body(text)
    undefined = [found for found in references(prose) if found.kind == "footnote"]
    if prose.findings or undefined:
        return
    assert not element.xpath("//a//a")
    ids = element.xpath("//@id")
    assert len(ids) == len(set(ids))
    called = element.xpath("//a[@class='noteref']/@href")
    assert {target.removeprefix("#") for target in called} <= set(ids)


@given(markdown)
def test_any_text_can_be_asked_for_its_references(text):
    lines = text.split("\n")
    for found in references(parse(text, ENGLISH)):
        assert 1 <= found.line <= len(lines)
        assert 1 <= found.column <= len(lines[found.line - 1]) + 1


@given(markdown)
def test_the_faults_of_any_text_lie_inside_it(text):
    lines = text.split("\n")
    for finding in parse(text, ENGLISH).findings:
        assert 1 <= finding.place.line <= len(lines)
        assert 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1


@given(markdown)
def test_any_text_can_be_split_without_losing_a_line(text):
    before, sections = split_sections(text)
    lines = text.split("\n")
    starts = [section.heading_line for section in sections] + [len(lines) + 1]
    for section, following in zip(sections, starts[1:], strict=True):
        own = lines[section.body_line - 1 : following - 1]
        assert section.body == "\n".join(own)
    assert before == "\n".join(lines[: starts[0] - 1])


# Each would take minutes without a limit on the length of what is looked for.
SLOW = {
    "brackets": "[" * 300_000,
    "images": "![" * 150_000,
    "citations": "[@" * 150_000,
    "notes": "[^" * 150_000,
    "quotes": '"' * 300_000,
    "stars": "*a " * 100_000,
    "roles": "{a}`" * 80_000,
    "braces": "{" * 300_000,
    "directive": ":::{note} " + "a " * 150_000 + "\n:::",
    "space": ":::{note} a" + " " * 300_000 + "b\n:alt: c" + " " * 300_000 + "d\n:::",
    "lines": "a\n" * 150_000,
    "items": "* a\n" * 80_000,
    "fences": ":::\n" * 80_000,
}  # fmt: skip


@pytest.mark.parametrize("name", SLOW)
def test_a_text_made_to_take_long_is_refused_at_once(name):
    begun = time.process_time()
    prose, _ = body(SLOW[name])
    list(references(prose))
    assert time.process_time() - begun < 10
    assert prose.findings


@pytest.mark.parametrize(
    "opening",
    [
        "[",
        "![",
        "[@",
        "[^",
        "^[",
        "a~b",
        "a^",
        "$a_",
        "{#a",
        "a==",
        '"',
        "*a ",
        "{a}`",
        "<a",
        "a**b",
    ],
)
def test_a_paragraph_of_the_longest_length_does_not_take_its_square(opening):
    text = (opening * 20_000)[:20_000]
    begun = time.process_time()
    # Most of these are one word to a reader, which is told.
    assert {finding.code for finding in parse(text, ENGLISH).findings} <= {"D002"}
    assert time.process_time() - begun < 10


def test_a_paragraph_that_is_too_long_is_reported_with_its_line():
    text = "a\n\n" + "word " * 4001
    assert faults(text) == ["3:1 D002 The paragraph is longer than 20,000 characters. Split it."]


def test_code_may_be_longer_than_a_paragraph():
    assert faults("```\n" + "word " * 8000 + "\n```") == []


def test_a_text_of_too_many_lines_is_reported():
    assert faults("a\n\n" * 10_001) == [
        "1 D002 The text has more than 20,000 lines. Split the guide."
    ]


@pytest.mark.parametrize(
    ("deep", "line"),
    [("> " * 21 + "a", 1), ("- " * 11 + "a", 1), ("a\n\n" + "> - " * 9 + "a", 3)],
)
def test_what_is_nested_so_deep_that_it_would_be_lost_is_reported(deep, line):
    (fault,) = faults(deep)
    assert fault.startswith(f"{line}:1 D007 Lists and quotations are nested too deeply")


@pytest.mark.parametrize("text", ["> " * 19 + "deep", "- " * 9 + "deep", "> - " * 6 + "deep"])
def test_what_is_nested_less_deep_is_kept(text):
    assert faults(text) == []
    assert "deep" in xhtml(text)


@pytest.mark.parametrize("text", ["![" * 4000 + "a" + "](b)" * 2000, "[a](" * 5000])
def test_brackets_in_brackets_come_to_an_end(text):
    body(text)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a[^a]\n\n[^a]: b[^b]\n\n    [^b]: c\n\nd[^e]\n\n[^e]: f", [5]),
        ("[^a]: > [^b]: [^c]: d\n\n[^a]", [1, 1]),
    ],
)
def test_a_footnote_inside_another_is_reported(text, rows):
    expected = "1 D007 Footnotes are nested too deeply for a book. Flatten them."
    assert faults(text) == [f"{row}:{expected}" for row in rows]


@pytest.mark.parametrize(("depth", "refused"), [(50, False), (51, True), (2000, True)])
def test_emphasis_is_refused_before_it_is_too_deep_for_xml(depth, refused):
    prose = parse("*a " * depth + "b* " * depth, ENGLISH)
    assert bool(prose.findings) is refused
    if refused:
        assert "D007 Emphasis and links are nested too deeply" in str(prose.findings[0])
    else:
        body("*a " * depth + "b*" * depth)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n b\0", "2:3 D008 The character U+0000 is not allowed in a book. Delete it."),
        ("a &#12;", "1:3 D008 The character &#12; is not allowed in a book. Delete it."),
        ("a \\\\&#8238;", "1:5 D008 The character &#8238; is not allowed in a book. Delete it."),
        ("a\nb &#xD83E;", "2:3 D008 The character &#xD83E; is not allowed in a book. Delete it."),
        ("&#1114112;", "1:1 D008 The character &#1114112; is not allowed in a book. Delete it."),
    ],
)
def test_a_character_that_no_book_can_carry_is_reported(text, expected):
    assert faults(text) == [expected]


@pytest.mark.parametrize(
    "text", ["&#233;", "\\&#0;", "\\\\\\&#x202e;", "&#x1F956;", "&copy;", "&#10;", "&nope;", "&#;"]
)
def test_other_numbered_and_named_characters_are_fine(text):
    assert faults(text) == []


@pytest.mark.parametrize(
    "text",
    ["x" * 1001, "x" * 600 + "*" + "x" * 600 + "*", f"`{'x' * 1001}`", f"```\n{'x' * 1001}\n```"],
)
def test_a_word_that_takes_too_long_to_set_is_reported(text):
    (fault,) = faults("Bread.\n\n" + text)
    assert fault.startswith(
        "3:1 D002 The word “xxxxxxxxxxxxxxxxxxxx…” has more than 1,000 characters."
    )


@pytest.mark.parametrize(
    "text",
    ["x" * 1000, f"[a](https://a.example/{'x' * 2000})", "麵" * 2000, "x" * 900 + "\n" + "y" * 900],
)
def test_other_words_are_as_long_as_they_like(text):
    assert faults(text) == []


def chain_of_notes(depth: int) -> str:
    notes = (f"[^{n}]: Note {n}.[^{n + 1}]" for n in range(1, depth))
    return "\n\n".join(["A.[^1]", *notes, f"[^{depth}]: The last."])


def test_notes_call_notes_to_a_depth_that_a_page_can_hold():
    assert faults(chain_of_notes(5)) == []
    for depth in (6, 400):
        (fault,) = faults(chain_of_notes(depth))
        assert fault.startswith("13:1 D007 Notes call notes more than 5 deep")


def test_notes_that_call_themselves_or_each_other_come_to_an_end():
    assert faults("A.[^a]\n\n[^a]: B.[^a]") == []
    assert faults("A.[^a]\n\n[^a]: B.[^b]\n\n[^b]: C.[^a]") == []
