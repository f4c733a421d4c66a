"""EPUBs in readers that show them page by page, such as epub.js and foliate-js: nothing is lost.

They make columns of a document, each a page, and a window that is as wide as all of them.
"""

from __future__ import annotations

import io
import zipfile

import pytest

import guidepub
from guidepub import Catalog, Guide, Section
from guidepub.epub import write_epub

pytestmark = pytest.mark.xdist_group("narrow")

SCREENS = [(360, 640), (412, 915), (820, 1180)]
LONG = "Industrial machinery mechanics, maintenance workers and millwrights"
ROWS = "\n".join(f"| {LONG} {n} | 12,{n}00 | $4{n},940 | Certificate |" for n in range(10, 18))
WIDE = "\n".join(
    f"| Welders {n} | 1{n} | 2{n} | 3{n} | 4{n} | 5{n} | 6{n} |" for n in range(10, 17)
)
BODY = f"""
| Program | Places | Fees a year | Level |
|:--|--:|--:|:--|
{ROWS}

| Trade | One | Two | Three | Four | Five | Six |
|:--|--:|--:|--:|--:|--:|--:|
{WIDE}

Words.
"""
# The window is this wide, whatever the screen.
ALL_PAGES = 20000
COLUMNS = """
html {{ font-size: {percent}% }}
body {{
  box-sizing: border-box; column-fill: auto; column-gap: 24px; column-width: {column}px;
  height: {height}px; margin: 0 !important; overflow-y: hidden; padding: 20px 12px !important;
  width: {width}px;
}}
"""
# Texts of rows of which a part is on no page, under something else, or over two pages.
LOST = """([width, height]) => {
  const lost = [];
  for (const row of document.querySelectorAll('tbody tr, .bar-row, .entry')) {
    const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode.data.trim();
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      const boxes = [...range.getClientRects()];
      const seen = boxes.length && boxes.every((box) => {
        const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
        return hit && (row.contains(hit) || hit.contains(row)) && box.top > -5
          && box.bottom < height + 5
          && Math.floor(box.left / width) === Math.floor((box.right - 1) / width);
      });
      if (text && !seen) lost.push(text);
    }
  }
  return lost;
}"""


@pytest.fixture(scope="module", params=["classic", "school"])
def documents(request, samples, tmp_path_factory):
    """Return documents with tables, a chart and figures at a glance, in each theme."""
    theme = {"theme": request.param}
    guide = Guide(
        title="Welder", published="2026-11-24", sections=[Section(title="Pay", body=BODY)]
    )
    defaults = samples.defaults.model_copy(update=theme)
    catalog = samples.model_copy(update={"defaults": defaults})
    sample = guidepub.assemble(catalog["wind-turbine-technician"], catalog)
    folder = tmp_path_factory.mktemp("epub")
    for book in (sample, guidepub.assemble(guide, Catalog.of(guide, defaults=theme))):
        with zipfile.ZipFile(io.BytesIO(write_epub(book, b""))) as archive:
            archive.extractall(folder / book.slug)
    names = ["section-overview", "section-outlook"]
    sample_documents = [folder / sample.slug / "EPUB" / f"{name}.xhtml" for name in names]
    return [folder / "welder" / "EPUB" / "section-pay.xhtml", *sample_documents]


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_every_row_stands_on_some_page(browser, documents, width, height, percent):
    page = browser.new_page(viewport={"width": ALL_PAGES, "height": height})
    css = COLUMNS.format(percent=percent, column=width - 24, height=height, width=width)
    for document in documents:
        page.goto(document.as_uri())
        page.add_style_tag(content=css)
        assert page.evaluate("document.querySelectorAll('tr, .entry').length") > 3
        assert page.evaluate(LOST, [width, height]) == [], document.name
    page.close()
