"""EPUBs on screens of every width and in type of every size: charts, figures, lines."""

from __future__ import annotations

import io
import zipfile

import pytest

import guidepub
from guidepub.epub import write_epub

pytestmark = pytest.mark.xdist_group("narrow")

# What a reading system adds to a page.
ROOM = "body { margin: 0 16px !important }"
SIZES = """() => ['.bars span', 'p:not([class])'].map((path) =>
  parseFloat(getComputedStyle(document.querySelector(path)).fontSize))"""
# The heads of tables that are shown as cards are for who listens alone.
WIDE = """() => [...document.querySelectorAll('body *')].filter((each) =>
  each.scrollWidth > innerWidth && !each.closest('thead')).length"""
# The most characters that a line of running text holds.
LONGEST = """() => Math.max(...[...document.querySelectorAll('.leaf > p, .wording p')].map((words) => {
  const range = document.createRange();
  range.selectNodeContents(words);
  const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.bottom / 8))).size;
  return lines > 2 ? words.innerText.length / lines : 0;
}))"""
COLUMNS = """() => new Set([...document.querySelectorAll('.at-a-glance .entry')].map(
  (entry) => Math.round(entry.getBoundingClientRect().left))).size"""


@pytest.fixture(scope="module", params=["classic", "school"])
def folder(request, samples, tmp_path_factory):
    """Return the documents of a sample with charts, in each theme."""
    defaults = samples.defaults.model_copy(update={"theme": request.param})
    catalog = samples.model_copy(update={"defaults": defaults})
    book = guidepub.assemble(catalog["wind-turbine-technician"], catalog)
    unpacked = tmp_path_factory.mktemp("epub")
    with zipfile.ZipFile(io.BytesIO(write_epub(book, b""))) as archive:
        archive.extractall(unpacked)
    return unpacked / "EPUB"


@pytest.fixture
def opened(browser, folder):
    """Yield a function that opens a document on a screen, its type enlarged."""
    pages = []

    def open_document(name: str, width: int, percent: int = 100):
        page = browser.new_page(viewport={"width": width, "height": 800})
        pages.append(page)
        page.goto((folder / name).as_uri())
        page.add_style_tag(content=f"{ROOM} html {{ font-size: {percent}% }}")
        return page

    yield open_document
    for page in pages:
        page.close()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_words_of_charts_grow_with_the_type_and_stay_on_the_screen(opened, percent):
    page = opened("section-outlook.xhtml", 360, percent)
    chart_size, text_size = page.evaluate(SIZES)
    assert text_size == pytest.approx(16 * percent / 100)
    assert chart_size >= 0.85 * text_size
    assert page.evaluate(WIDE) == 0


@pytest.mark.parametrize("name", ["section-overview.xhtml", "notices.xhtml"])
def test_lines_end_at_some_75_characters_on_wide_screens(opened, name):
    # Those of notices are set a little smaller.
    assert 50 <= opened(name, 1600).evaluate(LONGEST) <= (88 if "notices" in name else 78)


@pytest.mark.parametrize(("percent", "columns"), [(100, 2), (200, 1)])
def test_figures_stand_two_beside_each_other_on_a_telephone(opened, percent, columns):
    page = opened("section-overview.xhtml", 360, percent)
    assert page.evaluate(COLUMNS) == columns
    assert page.evaluate(WIDE) == 0
