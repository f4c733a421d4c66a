"""Lists of pages keep their numbers, and lists of terms their terms."""

from __future__ import annotations

import pytest
from words import codes

PROSE = (
    "<p>" + "Welders join parts of metal with heat, and check each seam for flaws. " * 3 + "</p>"
)


def page(inner: str) -> str:
    return f"<!DOCTYPE html><html><body><h2>Overview</h2>{inner}{PROSE}</body></html>"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ('<ol start="3"><li>a<li>b</ol>', "3. a\n4. b"),
        ('<ol start="0"><li>a<li>b</ol>', "0. a\n1. b"),
        ('<ol start="-2"><li>a</ol>', "0. a"),
        ('<ol start="x"><li>a</ol>', "1. a"),
        ('<ol start="9999999999999"><li>a</ol>', "1. a"),
        ("<ol><li>a<li value=4>b<li>c</ol>", "1. a\n4) b\n5) c"),
        ("<ol reversed><li>a<li>b</ol>", "2. a\n1) b"),
        ("<ol><li>a</ol><p>p</p><ol start=2><li>b</ol>", "1. a\n\np\n\n2. b"),
        ("<ol><li>a</ol><ol><li>b</ol>", "1. a\n\n1) b"),
        ("<ol start=10><li>a<ul><li>b</ul><li>c</ol>", "10. a\n    - b\n11. c"),
        ("<ol><li>a</li><ol><li>n</ol><li>b</ol>", "1. a\n   1. n\n2. b"),
        ("<dl><dt>Arc</dt><dd>A discharge.</dd><dt>Bead</dt><dd>One.</dd><dd>Two.</dd></dl>",
         "Arc\n: A discharge.\n\nBead\n: One.\n\n: Two."),
        ("<dl><dt>A</dt><dt><b>B</b></dt><dd>Both.</dd></dl>", "A, **B**\n: Both."),
        ("<dl><div><dt>A</dt><dd><p>x</p><p>- y</p><ol start=4><li>z</ol></dd></div></dl>",
         "A\n: x\n\n  \\- y\n\n  4. z"),
        ("<dl><dt>A</dt><dd>x</dd><dt>Bare</dt></dl>", "A\n: x\n\nBare"),
        ("<dl><dd>x</dd></dl>", "x"),
        ("<dl><dt>A</dt><dd><h3>T</h3><p>x</p></dd></dl>", "A\n\n## T\n\nx"),
        ("<dl>First <dt>A</dt><dd>x</dd> then <dt>B</dt></dl>", "First\n\nA\n\nx\n\nthen\n\nB"),
        ("<ul>Ask <b>one</b> of us.<li>a</li>or <i>two</i><li>b</ul>",
         "- Ask **one** of us.\n- a\n- or *two*\n- b"),
        ("<ul><li><p>a</p><p>b</p><ul><li>c</ul></li></ul>", "- a\n\n  b\n  - c"),
        ("<p>![a](b) and [c] (d)</p>", "!\\[a\\](b) and \\[c] (d)"),
        ("<ul><li>a<table><tr><td>b<td>c</table>d</ul>", "- a b c d"),
        ("<p>soft&shy;hyphen o&#xFB03;ce</p>", "softhyphen office"),
    ],
)  # fmt: skip
def test_html_becomes_markdown(converted, html, markdown):
    got = converted(page(html), "a.html").text.partition("\n---\n")[2].strip()
    assert got.partition("\n\n")[2].rpartition("\n\nWelders join")[0].strip() == markdown


def test_letters_that_become_numbers_are_reported(converted):
    imported = converted(page('<ol type="a"><li>x<li>y</ol>'), "a.html")
    assert "I057" in codes(imported)
    assert "I057" not in codes(converted(page("<ol><li>x<li>y</ol>"), "a.html"))


@pytest.mark.parametrize(
    ("rows", "head"),
    [
        ([("Industry", "2024", "2034"), ("Shops", "10", "12")], "| Industry | 2024 | 2034 |"),
        ([("Tool", "Use"), ("Torch", "Cutting"), ("Vise", "Holding")], "| Tool | Use |"),
        ([("Shops", "10", "12"), ("Yards", "9", "11")], None),
        ([("Median pay", "good"), ("Work week", "long")], None),
        ([("Hours:", "long"), ("Pay:", "good")], None),
        ([("Only", "row")], None),
    ],
)
def test_a_first_row_that_nothing_marks_may_be_taken_for_the_head(converted, rows, head):
    cells = "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in rows)
    imported = converted(page(f"<table>{cells}</table>"), "a.html")
    reported = [finding for finding in imported.findings if finding.code == "I054"]
    if head is None:
        assert not reported
        assert "| --" not in imported.text
    elif head == "| Industry | 2024 | 2034 |":
        # Words above figures are a head without any doubt.
        assert f"{head}\n| ---" in imported.text
    else:
        assert f"{head}\n| ---" in imported.text
        assert [finding.place.line for finding in reported] == [1]


@pytest.mark.parametrize("shown", ["1. A note.", "[1] A note.", "1) A note.", "A note."])
def test_a_note_s_own_number_is_not_printed_twice(converted, shown):
    note = f'<p>Text.<sup><a href="#n">1</a></sup></p><p id="n">{shown}</p>'
    assert "[^1]: A note.\n" in converted(page(note), "a.html").text


def test_items_with_headings_of_sections_are_sections(body):
    text = (
        "<h1>Gardener</h1><ol><li><h2>What gardeners do</h2>Gardeners plant and mow.</li>"
        "<li><h2>What gardeners earn</h2><dl><dt>Median</dt><dd>$38,090 a year</dd></dl></li>"
        "<li><h2>Training</h2><ul><li>Learn at work</li><li>Take a course</li></ul></li></ol>"
    )
    made = body(text)
    for title in ("Overview and Job Duties", "Salary", "Educational Requirements"):
        assert f"# {title}\n" in made


def test_steps_keep_their_numbers_and_their_headings_stand_out(body):
    text = (
        "<h1>Gardener</h1><h2>Training</h2><ol><li><h3>Finish school</h3><p>A diploma helps.</p></li>"
        "<li><h3>Find a job</h3>Ask at nurseries.</li></ol>"
    )
    assert "1. **Finish school** A diploma helps.\n2. **Find a job** Ask at nurseries." in body(
        text
    )
