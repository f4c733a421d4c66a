"""The lines of a page: its words, where they stand, and words that two lines share."""

from __future__ import annotations

import pytest
from definitions import guide

import guidepub
from guidepub import Catalog
from guidepub.pdf.finished.lines_of_text import text_lines

WORDS = "Internationalization of apprenticeships characterizes responsibilities everywhere. " * 4
TABLE = ":::{table} Hours\n| Place | Hour |\n|---|---|\n| Oven | four |\n:::\n"


@pytest.fixture(scope="module")
def page():
    made = guide(f"{WORDS}\n\n{TABLE}")
    catalog = Catalog.of(made, defaults={"trim": "digest"})
    data = guidepub.render(guidepub.assemble(made, catalog), "screen")
    pages = [text_lines(data, number) for number in range(2, 6)]
    return next(lines for lines in pages if any("Oven" in line.words for line in lines))


def joined(lines):
    return "".join(line.words if line.goes_on else f"{line.words} " for line in lines)


def test_words_are_whole_and_in_their_order(page):
    assert any(line.goes_on for line in page)
    assert WORDS.strip() in joined(page)


def test_cells_stand_apart(page):
    assert {"Oven", "four"} <= {line.words for line in page}


def test_lines_stand_below_each_other_within_the_page(page):
    first, second = [line for line in page if line.height < 20][1:3]
    assert 0 < first.top < second.top < 612
    assert all(line.left >= 0 and line.left + line.width <= 396 for line in page)
