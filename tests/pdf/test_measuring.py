"""Boxes whose lengths are worked out once are as WeasyPrint measures each."""

from __future__ import annotations

import contextlib

from guidepub.pdf.engine.weasyprint import (
    CSS,
    HTML,
    Box,
    FontConfiguration,
    block,
    inline,
    paging,
    tabling,
)
from guidepub.pdf.shortcuts.measuring import LENGTHS, lengths_are_resolved_once
from guidepub.themes.folders.shipped import shipped_folder

FACE = shipped_folder("styles") / "school" / "fonts" / "SourceSans3-Regular.ttf"
RULES = (
    f"@font-face {{ font-family: Own; src: url({FACE.as_uri()}) }}"
    "@page { size: 200pt 300pt; margin: 5%; @bottom-center { content: counter(page) } }"
    "body { font: 9pt Own } .half { width: 50%; padding: 1em 5% } .big { font-size: 20pt }"
    ".calc { margin-left: calc(1em + 5%); border: 1pt solid }"
    ".sized { box-sizing: border-box; width: 80pt; padding: 4pt; max-height: 40%; min-width: 10% }"
    ".tall { height: 100pt } .tall > p { height: 50%; max-height: 30pt }"
    ".joined { border-collapse: collapse } td { border: 3pt solid; padding: 2% }"
    ".side { float: left; margin: 2pt }"
)
TEXT = "Offices keep <b>1,234</b> difficult <i>files</i>, of which some stand near each other. "
BODY = (
    f"<p>{TEXT * 3}</p><p class='half'>{TEXT}</p><p class='half big'>{TEXT}</p>"
    f"<p class='calc'>{TEXT}</p><p class='calc big'>{TEXT}</p><div class='sized'>{TEXT}</div>"
    f"<div class='tall'><p>{TEXT}</p></div><div class='half'><p class='half'>{TEXT}</p></div>"
    "<table class='joined'><tr><td>one<td>two<tr><td colspan=2>three</table>"
    "<table><tr><td>four<td class='half'>five</table>"
    f"<div class='side half'>{TEXT}</div><p class='sized'>{TEXT}</p>"
)
MODULES = (block, inline, paging, tabling)


def measures() -> list[dict[str, object]]:
    """Return the numbers of all boxes of a document that is laid out, in their order."""
    fonts = FontConfiguration()
    sheet = CSS(string=RULES, font_config=fonts)
    document = HTML(string=f"<html lang='en'><body>{BODY}").render(
        stylesheets=[sheet], font_config=fonts
    )
    boxes = [box for page in document.pages for box in page._page_box.descendants()]
    return [
        {name: repr(value) for name, value in vars(box).items() if isinstance(value, int | float)}
        for box in boxes
    ]


def test_boxes_have_the_lengths_of_the_long_way(monkeypatch):
    asked = []
    long_way = block.resolve_percentages

    def noted(box, containing_block):
        asked.append(box)
        long_way(box, containing_block)

    for module in MODULES:
        monkeypatch.setattr(module, "resolve_percentages", noted)
    found, counts = [], []
    for way in (contextlib.nullcontext, lengths_are_resolved_once):
        asked.clear()
        with way():
            found.append(measures())
        counts.append(len(asked))
    assert found[0] == found[1]
    assert 0 < counts[1] < counts[0] / 2
    assert all(module.resolve_percentages is noted for module in MODULES)


def test_all_that_is_worked_out_is_kept(monkeypatch):
    long_way, given = block.resolve_percentages, set()

    def given_to(box, name, value):
        given.add(name)
        object.__setattr__(box, name, value)

    def noted(box, containing_block):
        with monkeypatch.context() as patched:
            patched.setattr(Box, "__setattr__", given_to, raising=False)
            long_way(box, containing_block)

    for module in MODULES:
        monkeypatch.setattr(module, "resolve_percentages", noted)
    measures()
    assert given == set(LENGTHS)
