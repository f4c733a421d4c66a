"""How reading systems darken a book, and whether its words and drawings are seen then."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page

_PREVIEW = Path(__file__).parents[2] / "guidepub" / "preview" / "page" / "reader-dark.css"
_PAGE = "background-color: #121212; color: #dcdcdc"
_FORCED = "background-color: #121212 !important; color: #dcdcdc !important"


class Night(NamedTuple):
    """What a reading system puts in front of a book's own styles, and behind them."""

    before: str
    after: str = ""
    prefers: bool = False


NIGHTS = {
    # Asks for dark colours, and gives the page those that a book leaves open.
    "preferred": Night(f"html {{ {_PAGE} }}", prefers=True),
    "page": Night("", f"html, body {{ {_FORCED} }}"),
    "words": Night("", f"html, body {{ {_FORCED} }} * {{ color: #dcdcdc !important }}"),
    "inherited": Night(
        "",
        f"html {{ {_FORCED} }} * {{ color: inherit !important; background-color: transparent "
        "!important; border-color: currentcolor !important }",
    ),
    "everything": Night("", f"* {{ {_FORCED} }}"),
    "preview": Night("", _PREVIEW.read_text("utf-8")),
}
"""The ways of reading systems, by what they set."""

# Texts and drawn shapes whose contrast with what is painted under them is too low, with it. What
# lies under a text is what the elements around it paint; a shape is compared with its drawing's.
_FAINT = """(least) => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const parts = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = '#000';
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], under) =>
    [r, g, b].map((part, i) => part * a + under[i] * (1 - a)).concat(1);
  const ground = (element) => {
    const layers = [];
    for (let each = element; each; each = each.parentElement) {
      layers.push(parts(getComputedStyle(each).backgroundColor));
      if (layers.at(-1)[3] === 1) break;
    }
    return layers.reduceRight((under, layer) => over(layer, under), [255, 255, 255, 1]);
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (ink, paper) => {
    const [low, high] = [light(over(ink, paper)), light(paper)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const shown = (element) => element.checkVisibility() && element.getBoundingClientRect().width > 1;
  const found = [];
  const note = (ink, element, need, what) => {
    const is = contrast(parts(ink), ground(element));
    if (is < need) found.push(`${is.toFixed(2)} ${element.className?.baseVal ?? element.className} ${what}`);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || element.closest('title, desc') || !shown(element)) continue;
    const style = getComputedStyle(element);
    note(element.ownerSVGElement ? style.fill : style.webkitTextFillColor, element, least[0], texts.currentNode.data.trim());
  }
  for (const shape of document.querySelectorAll('svg rect')) {
    const style = getComputedStyle(shape);
    const [r, g, b, a] = parts(style.fill);
    note(`rgba(${r}, ${g}, ${b}, ${a * style.fillOpacity * style.opacity})`, shape.ownerSVGElement, least[1], 'shape');
  }
  for (const each of document.querySelectorAll('body, body *')) {
    if (!shown(each) || each.closest('svg') || each.tagName === 'img') continue;
    const paper = parts(getComputedStyle(each).backgroundColor);
    if (paper[3] > 0.5 && light(paper) > least[2]) found.push(`glaring ${each.className}`);
  }
  return found;
}"""
_LEAST_OF_WORDS, _LEAST_OF_SHAPES, _MOST_LIGHT = 4.5, 3.0, 0.25


def faint(page: Page, document: Path, nights: Mapping[str, Night]) -> list[str]:
    """Return what of a document is hardly seen by some nights, or glares, each with its contrast.

    The document is opened once, and darkened while it is read.
    """
    page.goto(document.as_uri())
    page.evaluate(
        """() => ['prepend', 'append'].forEach((way) => {
          const style = document.createElement('style');
          style.className = 'reader';
          document.head[way](style);
        })"""
    )
    found = []
    for name, night in nights.items():
        page.emulate_media(color_scheme="dark" if night.prefers else "light")
        page.evaluate(
            """(texts) => document.querySelectorAll('style.reader').forEach((style, i) => {
              style.textContent = texts[i];
            })""",
            [night.before, night.after],
        )
        seen = page.evaluate(_FAINT, [_LEAST_OF_WORDS, _LEAST_OF_SHAPES, _MOST_LIGHT])
        found += [f"{document.name}, {name}: {each}" for each in seen]
    return found
