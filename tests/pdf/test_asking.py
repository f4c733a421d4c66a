"""What is asked of boxes by a short way is answered as WeasyPrint answers it."""

from __future__ import annotations

import contextlib

import pytest

from guidepub.pdf.engine.weasyprint import (
    CSS,
    HTML,
    Box,
    FontConfiguration,
    ParentBox,
    background,
    inline,
)
from guidepub.pdf.shortcuts.asking import boxes_are_asked_shortly
from guidepub.pdf.shortcuts.grounds import grounds_are_looked_for_once
from guidepub.themes.folders.shipped import shipped_folder

FACE = shipped_folder("styles") / "school" / "fonts" / "SourceSans3-Regular.ttf"
TEXT = "Offices keep <b>1,234</b> difficult <i>files</i>, of which some stand near each other. "
RULES = (
    f"@font-face {{ font-family: Own; src: url({FACE.as_uri()}) }}"
    "@page { size: 200pt 300pt; margin: 20pt; background: #eee }"
    "@page wide { size: 300pt 200pt; @top-center { content: 'wide'; background: red } }"
    "body { font: 9pt Own } .wide { page: wide } .left { float: left; width: 40pt }"
    ".right { float: right } .out { position: absolute; top: 5pt; right: 5pt }"
    ".moved { position: relative; left: 3pt } .note { float: footnote } .clear { clear: both }"
    ".head { position: running(head) } .leftward { direction: rtl } .in { margin: 0 2pt 0 7.3pt }"
    ".round { border-radius: 3pt } .ground { background: #ddd } .own { background: currentcolor }"
    ".shade { box-shadow: 1pt 1pt red } .unseen { visibility: hidden; background: blue }"
    ".shine { background: linear-gradient(red, blue) } .framed { border: 1pt solid }"
    ".image { border: 2pt solid; border-image: linear-gradient(red, blue) 1 }"
)
BODY = (
    f"<p>{TEXT}</p><p class='head'>{TEXT}</p><div class='left round'>{TEXT}</div>"
    f"<p class='in'>{TEXT * 2}</p><p class='right'>right</p><p class='clear ground'>{TEXT}</p>"
    f"<div class='moved'><p>{TEXT}</p><div class='out shade'>out</div></div>"
    f"<p>{TEXT}<span class='note own'>A <em>note</em>.</span></p><p class='leftward'>{TEXT}</p>"
    f"<section class='wide'><div class='left'>first</div><p class='unseen'>{TEXT}</p></section>"
    f"<section><section class='wide'><p class='shine'>{TEXT}</p></section>"
    f"<p class='framed'>{TEXT}</p></section><p class='image'>{TEXT}</p>"
    "<table class='ground'><tr><td>one<td class='round'>two<tr><td colspan=2>three</table>"
)


def laid_out() -> list[object]:
    """Return all that is known of all boxes of a document, and what is painted behind each."""
    fonts = FontConfiguration()
    sheet = CSS(string=RULES, font_config=fonts)
    document = HTML(string=f"<html lang='en'><body>{BODY}").render(
        stylesheets=[sheet], font_config=fonts
    )
    return [known(box) for page in document.pages for box in page._page_box.descendants()]


def known(box: Box) -> object:
    """Return the numbers of a box, and its ground with each of its layers."""
    numbers = {n: repr(v) for n, v in vars(box).items() if isinstance(v, int | float)}
    corners = [repr(getattr(box, name)) for name in vars(box) if name.endswith("_radius")]
    ground = getattr(box, "background", None)
    layers = ground and [(layer.painting_area, layer.size) for layer in ground.layers]
    return box.element_tag, numbers, corners, ground and repr(ground.color), repr(layers)


@pytest.mark.parametrize("way", [boxes_are_asked_shortly, grounds_are_looked_for_once])
def test_pages_are_those_of_the_long_way(way):
    long_way = laid_out()
    with way():
        assert laid_out() == long_way


def test_all_boxes_answer_as_before():
    fonts = FontConfiguration()
    sheet = CSS(string=RULES, font_config=fonts)
    document = HTML(string=f"<html lang='en'><body>{BODY}").render(
        stylesheets=[sheet], font_config=fonts
    )
    roots = [page._page_box for page in document.pages]

    def answers() -> tuple[list[Box], list[Box], list[list[Box]], list[tuple[bool, object]]]:
        boxes = [box for root in roots for box in root.descendants(placeholders=True)]
        shown = [box for root in roots for box in root.descendants()]
        inner = [list(box.descendants()) for box in boxes]
        reported = [(box.is_in_normal_flow(), box.page_values()) for box in boxes]
        return boxes, shown, inner, reported

    before = answers()
    with boxes_are_asked_shortly():
        assert answers() == before
    assert {flows for flows, _ in before[3]} == {True, False}
    assert len({names for _, names in before[3]}) > 2


def test_what_is_bare_is_looked_at_once(monkeypatch):
    asked = []
    long_way = background.layout_box_backgrounds

    def noted(page, box, *arguments):
        asked.append(box)
        long_way(page, box, *arguments)

    monkeypatch.setattr(background, "layout_box_backgrounds", noted)
    counts = []
    for way in (contextlib.nullcontext, grounds_are_looked_for_once):
        asked.clear()
        with way():
            laid_out()
        counts.append(len(asked))
    assert 0 < counts[1] < counts[0] / 2


def test_weasyprint_has_its_own_ways_again():
    before = Box.is_in_normal_flow, Box.descendants, ParentBox.page_values, inline.avoid_collisions
    with boxes_are_asked_shortly():
        assert inline.avoid_collisions is not before[3]
    after = Box.is_in_normal_flow, Box.descendants, ParentBox.page_values, inline.avoid_collisions
    assert after == before
