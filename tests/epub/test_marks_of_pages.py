"""Where the printed book's pages are marked in an EPUB's text."""

from __future__ import annotations

import re

import pytest

from guidepub.epub.pages import marked
from guidepub.model import Leaf
from guidepub.themes.leaves import PageStart


def leaf(inner: str) -> Leaf:
    return Leaf(kind="section", id="s", title="S", part="bodymatter", xhtml=f"<div>{inner}</div>")


@pytest.mark.parametrize(
    ("inner", "block", "letters"),
    [
        ("<p>Bread.</p><figure><p>A drawing.</p></figure>", 2, 0),
        ("<p>Bread.</p><h2>Dough</h2>", 2, 0),
        ("<p>Bread.</p><p>Dough.</p>", 2, 0),
        ('<p>Bread, <a href="x">and dough</a>.</p>', 1, 5),
        ("<p>Bread and dough.</p>", 1, 5),
    ],
)
def test_pages_that_begin_at_one_place_are_marked_in_their_order(inner, block, letters):
    starts = [PageStart(page, "s", block, letters) for page in ("7", "8", "9")]
    made = marked(leaf(inner), starts)
    assert re.findall(r'aria-label="(\w+)"', made) == ["7", "8", "9"]
    assert re.sub(r"<span[^>]*/>", "", made) == f"<div>{inner}</div>"


def test_text_between_two_marks_stays_there():
    inner = '<p>Bread <a href="x">and</a> dough <a href="y">too</a>.</p>'
    starts = [PageStart("7", "s", 1, 5), PageStart("8", "s", 1, 13)]
    made = marked(leaf(inner), starts)
    assert re.search(r'"7"/><a href="x">and</a> dough <span[^>]*"8"/><a href="y">', made)


def test_an_entry_with_others_below_it_has_the_mark_in_its_link():
    # In the contents of an EPUB nothing but a link and a list may stand in an entry.
    inner = '<ol><li><a href="x">Part I</a><ol><li><a href="y">Bread</a></li></ol></li></ol>'
    for block, name in ((1, "Part I"), (2, "Bread")):
        made = marked(leaf(inner), [PageStart("7", "s", block, 0)])
        assert re.search(rf'<a href="\w"><span[^>]*"7"/>{name}</a>', made)
