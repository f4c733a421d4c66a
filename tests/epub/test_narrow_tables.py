"""Tables of an EPUB on a phone: nothing is wider than the screen, and no figure is broken."""

from __future__ import annotations

import io
import zipfile

import pytest

import guidepub
from guidepub import Catalog, Guide, Section
from guidepub.epub import write_epub

pytestmark = pytest.mark.xdist_group("narrow")

GRID = """
| Region | Jobs | Median pay a year | Requirement | Where most people in the trade work |
|:--|--:|--:|:-:|--:|
| North | 12,300 | $48,940 | diploma | manufacturing and repair shops |
| South of the river | 1,234,000 | $148,940 | none | construction of commercial buildings |
"""
# The lines on which each of some texts stands.
LINES = """texts => texts.map(text => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(text);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + text.length);
    return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size;
  }
})"""


@pytest.fixture(scope="module", params=["classic", "school"])
def document(request, tmp_path_factory):
    """Return the file of a section with a table of five columns."""
    guide = Guide(
        title="Welder", published="2026-11-24", sections=[Section(title="Pay", body=GRID)]
    )
    book = guidepub.assemble(guide, Catalog.of(guide, defaults={"theme": request.param}))
    folder = tmp_path_factory.mktemp("epub")
    with zipfile.ZipFile(io.BytesIO(write_epub(book, b""))) as archive:
        archive.extractall(folder)
    return folder / "EPUB" / "section-pay.xhtml"


@pytest.mark.parametrize("width", [360, 600, 800])
def test_a_table_has_room_on_every_screen(browser, document, width):
    page = browser.new_page(viewport={"width": width, "height": 640})
    page.goto(document.as_uri())
    wide = "[...document.querySelectorAll('*')].filter(e => e.scrollWidth > innerWidth).length"
    assert page.evaluate(wide) == 0
    assert page.evaluate(LINES, ["12,300", "1,234,000", "$148,940", "diploma"]) == [1, 1, 1, 1]
    page.close()


def test_cells_say_what_column_they_are_of(document):
    text = document.read_text("utf-8")
    assert text.count('data-column="Region"') == 2
    assert text.count('data-column="Jobs"') == 2
