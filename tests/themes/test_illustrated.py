"""The illustrated theme: a tab at the fore-edge, bands with icons, figures beside the text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest

import guidepub
from guidepub.editions import Production
from guidepub.model import Book
from guidepub.model.formats.trim import PRESETS
from guidepub.themes import find_theme
from guidepub.themes.covers.clusters import tab_top
from guidepub.themes.limits.notices import notice_faults

BAKERY = Path(__file__).parents[1] / "bakery"
LETTER = PRESETS["us-letter"]
# Points from the page's edges, as in paged.css.
HEAD, TAB, BEYOND = 54, 46, 15
# The first page of the body, counted from 0.
OPENING = 6


def book(theme: str = "illustrated") -> Book:
    """Return a book on letter, in the colours of its cluster."""
    catalog = guidepub.load(BAKERY)
    defaults = catalog.defaults.model_copy(update={"theme": theme, "trim": LETTER})
    catalog = catalog.model_copy(update={"defaults": defaults})
    plain = catalog.imprint.model_copy(update={"colour": None})
    return guidepub.assemble(catalog["baker"], catalog, plain)


@pytest.fixture(scope="module")
def made() -> Book:
    return book()


@pytest.fixture(scope="module")
def pages(made: Book) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(Production(made).file("screen"))


def colour_at(page: Any, x: float, y: float) -> str:
    """Return the colour of a page at a point, in points from its upper left corner."""
    parts = page.render(scale=1).to_pil().convert("RGB").getpixel((int(x), int(y)))
    return "#" + "".join(f"{part:02x}" for part in parts)


def with_words(pages: pypdfium2.PdfDocument, words: str, others: str = "") -> tuple[int, Any]:
    """Return the first page after the contents that has some words, and its number."""
    for number in range(5, len(pages)):
        text = pages[number].get_textpage().get_text_range()
        if words in text and others in text:
            return number, pages[number]
    raise LookupError(words)


def test_the_rules_keep_to_what_a_theme_may_say_of_notices():
    assert list(notice_faults(find_theme("illustrated"))) == []


def test_a_font_that_it_lacks_is_that_of_another_shipped_theme():
    theme = find_theme("illustrated")
    own = find_theme("classic").file("fonts/SourceSerif4-Regular.ttf")
    assert theme.file("fonts/SourceSerif4-Regular.ttf") == own
    with pytest.raises(guidepub.UsageError):
        theme.file("fonts/../book.css/none.ttf")


def test_the_tab_stands_at_the_fore_edge_where_the_cluster_has_its_place(made, pages):
    field = made.palette.field
    middle = HEAD + tab_top(made.cluster.place) + TAB / 2
    for number in range(OPENING + 1, len(pages)):
        page = pages[number]
        outer, inner = (3, LETTER.width - 3) if number % 2 else (LETTER.width - 3, 3)
        assert colour_at(page, outer, middle) == field
        assert colour_at(page, inner, middle) != field
        assert colour_at(page, outer, middle + TAB) != field


def test_pages_of_the_front_matter_and_the_first_opening_have_no_tab(made, pages):
    middle = HEAD + tab_top(made.cluster.place) + TAB / 2
    assert colour_at(pages[OPENING], LETTER.width - 3, middle) == "#ffffff"
    for number in (3, 4):
        assert colour_at(pages[number], 3, middle) == "#ffffff"
        assert colour_at(pages[number], LETTER.width - 3, middle) == "#ffffff"


def test_the_figures_stand_beside_the_text(pages):
    _, page = with_words(pages, "At a Glance")
    text = page.get_textpage()
    whole = text.get_text_range()
    panel = text.get_charbox(whole.index("At a Glance"))
    (first,) = (leaf for leaf in book().leaves if leaf.id == "section-overview")
    words = first.xhtml.split("</aside>", 1)[1].split("<p>", 1)[1][:20]
    prose = text.get_charbox(whole.index(words))
    assert panel[0] < 60
    assert prose[0] > 180
    # Nothing but a lead of a few points lies above either.
    assert abs(panel[3] - prose[3]) < 12


def test_an_opening_bears_the_icon_and_the_cover_the_tools(made):
    by_kind = {leaf.kind: leaf.xhtml for leaf in reversed(made.leaves)}
    assert 'class="icon"' in by_kind["section"]
    assert 'class="icon"' in by_kind["title-page"]
    assert "Career Guide · Production" in by_kind["title-page"]
    assert by_kind["cover"].count("scale(") > 6
    plain = {leaf.kind: leaf.xhtml for leaf in book("classic").leaves}
    assert 'class="icon"' not in "".join(plain.values())


def test_one_layout_serves_paper_and_screen(made):
    from guidepub.pdf.press.colouring import colouring

    assert colouring(made) is not None
