"""Texts in Latin script in a book from right to left: which side they begin on, and their stops."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from guidepub.assembly.leftward import with_directions
from guidepub.model import Leaf
from guidepub.themes.leaves import body_of

CITED = 'Welders earn more.<a class="citation" href="#s">[1]</a>'
LONG = "1" * 80


def directed(xhtml):
    leaf = Leaf(
        kind="section", id="a", title="A", part="bodymatter", xhtml=f"<section>{xhtml}</section>"
    )
    (section,) = body_of(with_directions(leaf).xhtml)
    text = etree.tostring(section, encoding="unicode")
    return re.sub(r"^<section[^>]*>(.*)</section>$", r"\1", text)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        # Sentences are a paragraph of the other direction, with what stands in them.
        ("<p>It <em>holds</em>.</p>", '<p dir="ltr">It <em>holds</em>.</p>'),
        (f"<p>{CITED}</p>", f'<p dir="ltr">{CITED}</p>'),
        # A name, a heading, an item and a cell keep their place, with their stop.
        ("<p>Lakeside College</p>", '<p><span dir="ltr">Lakeside College</span></p>'),
        ("<h2>Is it?</h2>", '<h2><span dir="ltr">Is it?</span></h2>'),
        (f"<ul><li>{CITED}</li></ul>", f'<ul><li><span dir="ltr">{CITED}</span></li></ul>'),
        (
            "<ul><li><p>It holds.</p></li></ul>",
            '<ul><li><p><span dir="ltr">It holds.</span></p></li></ul>',
        ),
        # A title behind a label is a text of its own.
        (
            '<p class="box-title"><span class="box-kind">ملاحظة</span> <b>Is it?</b></p>',
            '<p class="box-title"><span class="box-kind">ملاحظة</span> '
            '<b><span dir="ltr">Is it?</span></b></p>',
        ),
        # The stop of an Arabic sentence is its own, whatever is before it, a mark as well.
        ("<p>هو TIG.</p>", '<p>هو <span dir="ltr">TIG</span>.</p>'),
        (
            '<p>هو<a class="citation">[1]</a> TIG.</p>',
            '<p>هو<a class="citation">[1]</a> <span dir="ltr">TIG</span>.</p>',
        ),
        ("<p>2024.</p>", "<p>2024.</p>"),
        # A line of the other direction keeps it.
        ("<p>It holds.<br/>هو يمسك.</p>", '<p><span dir="ltr">It holds.</span><br/>هو يمسك.</p>'),
        (
            "<p>It holds.<br/>And well.</p>",
            '<p dir="ltr">It holds.<br/><span dir="ltr">And well.</span></p>',
        ),
        # A long number behind a stop takes no time.
        (f"<p>No. {LONG} x</p>", f'<p><span dir="ltr">No. {LONG} x</span></p>'),
    ],
)
def test_a_latin_text_has_its_stop_at_its_own_end(text, marked):
    assert directed(text) == marked
