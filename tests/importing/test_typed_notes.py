"""Typed notes with marks become footnotes; lists and exponents are not changed."""

from __future__ import annotations

import pytest

TEXT = "The median was $41,200{} in 2023, and most own their van.{} The yard has 40 m²."


def page(*parts, language="en"):
    inner = "".join(parts)
    return f'<html lang="{language}"><body><h1>Farrier</h1><h2>Salary</h2>{inner}</body></html>'


@pytest.mark.parametrize(
    ("calls", "notes"),
    [
        (("<sup>1</sup>", "<sup>2</sup>"), "<h2>Notes</h2><ol><li>Survey.</li><li>Same.</li></ol>"),
        (("<sup>1</sup>", "<sup>2</sup>"), "<p><sup>1</sup> Survey.</p><p><sup>2</sup>Same.</p>"),
        (("<sup>(1)</sup>", "<sup>2</sup>"), "<p>1. Survey.</p><p>2. Same.</p><p>© 2023 Forge</p>"),
        (("[1]", " [2]"), "<h3>Sources</h3><p>[1] Survey.</p><p>[2] Same.</p>"),
    ],
)  # fmt: skip
def test_signs_and_notes_that_fit_are_notes(converted, calls, notes):
    made = converted(page(f"<p>{TEXT.format(*calls)}</p>", notes), "farrier.html")
    body = made.text.partition("\n---\n")[2].strip()
    assert "in 2023, and most own their van.[^2] The yard has 40 m²." in body
    assert body.endswith("[^1]: Survey.\n\n[^2]: Same.")
    assert {each.code for each in made.findings}.isdisjoint({"I013", "I019", "I023"})
    assert str(made.guide.facts["median_wage"].value) == "41200"


@pytest.mark.parametrize(
    "below",
    [
        "<h2>Steps</h2><ol><li>Finish school.</li><li>Find a farrier.</li></ol>",
        "<p>Do this:</p><ol><li>Finish school.</li><li>Find a farrier.</li></ol>",
        "<h2>Notes</h2><ol><li>Survey.</li></ol>",
        "<h2>Notes</h2><ol><li>Survey.</li><li>Same.</li><li>Nobody calls this.</li></ol>",
    ],
)
def test_what_does_not_fit_stays_as_it_is(body, below):
    shown = body(
        page(f"<p>{TEXT.format('<sup>1</sup>', '<sup>2</sup>')}</p>", below), "farrier.html"
    )
    assert "[^1]" not in shown
    assert "1. " in shown


def test_stars_call_notes_and_those_of_a_table_stay_below_it(body):
    shown = body(page("<p>Pay* is low†.</p><p>* Before tax.</p><p>† By a survey.</p>"))
    assert shown.endswith("[^sign-1]: Before tax.\n\n[^sign-2]: By a survey.")
    table = "<table><tr><th>Year</th><th>Pay*</th></tr><tr><td>2022</td><td>$40</td></tr></table>"
    shown = body(page("<p>Pay is low.</p>", table, "<p>* Before tax.</p>"))
    assert "| Pay\\* |" in shown
    assert shown.endswith("\\* Before tax.")


def test_lines_of_a_plain_text_that_begin_with_signs_are_notes(body):
    text = "Farrier\n\nSalary\n\nMost own a van[1] and an anvil.[2]\n\nNotes\n\n[1] Survey.\n[2] Same.\n"
    assert body(text, "farrier.txt").endswith("anvil.[^2]\n\n[^1]: Survey.\n\n[^2]: Same.")


def test_an_arrow_that_leads_back_is_no_word_of_a_note(body):
    shown = body(
        page(
            '<p>Pay is low.<sup id="r"><a href="#n">[1]</a></sup></p>',
            '<ol><li id="n">^ <a href="#r">a</a> <a href="#s">b</a> Survey.</li></ol>',
        )
    )
    assert shown.endswith("[^1]: Survey.")


def test_the_marks_of_emphasis_are_no_signs(body):
    shown = body(
        page(
            "<p>Farriers <b>earn</b>, on <em>average</em>, little.¹ They shoe <em>horses</em>.</p>",
            "<p>¹ Survey.</p>",
        )
    )
    assert "Farriers **earn**, on *average*, little.[^1] They shoe *horses*." in shown
