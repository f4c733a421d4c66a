"""The mosaic of tools on a cover, and the marks it is made of."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from guidepub.themes.covers.clusters import shipped_clusters
from guidepub.themes.covers.marks import SIDE, icon, marks
from guidepub.themes.covers.mosaics import mosaic
from guidepub.themes.limits.elements import faults

SVG = "{http://www.w3.org/2000/svg}"
NURSING, COOKING = (shipped_clusters()[name] for name in ("health-care", "food-service"))
NUMBER = re.compile(r"-?\d*\.?\d+")


def drawn(slug: str = "nurse", cluster=NURSING) -> str:
    return mosaic(slug, cluster.tools, cluster.palette)


def rects(slug: str) -> list[tuple[int, ...]]:
    """Return the grounds of a mosaic's tiles: corner and side, in tiles."""
    whole, *tiles = etree.fromstring(drawn(slug)).iter(f"{SVG}rect")
    assert whole.get("width") == "432"
    return [tuple(int(tile.get(key)) // 72 for key in ("x", "y", "width")) for tile in tiles]


@pytest.mark.parametrize("name", marks())
def test_a_mark_is_a_drawing_that_a_leaf_may_hold_and_lies_in_its_square(name):
    drawing = etree.fromstring(icon(name, "#143d49"))
    assert not list(faults(drawing))
    assert drawing.get("aria-hidden") == "true"
    circles = list(drawing.iter(f"{SVG}circle"))
    for x, y, r in ([float(c.get(key)) for key in ("cx", "cy", "r")] for c in circles):
        assert r <= min(x, y, SIDE - x, SIDE - y)
    for path in drawing.iter(f"{SVG}path"):
        assert path.get("d").startswith("M")
        assert all(-SIDE <= float(number) <= SIDE for number in NUMBER.findall(path.get("d")))
    assert circles or drawing.find(f"{SVG}path") is not None


@pytest.mark.parametrize("number", range(40))
def test_tiles_fill_the_mosaic_once_and_the_large_ones_are_always_shown(number):
    found = rects(f"guide-{number}")
    cells = [(x + i, y + j) for x, y, span in found for i in range(span) for j in range(span)]
    assert sorted(cells) == [(x, y) for x in range(6) for y in range(6)]
    assert sorted(span for _, _, span in found)[-3:] == [1, 2, 3]
    assert all(y + span <= 4 for _, y, span in found if span > 1)


def test_a_guide_keeps_its_cover_and_no_two_are_alike():
    assert drawn() == drawn()
    assert len({drawn(f"guide-{number}") for number in range(1000)}) == 1000


def test_the_tools_are_those_of_the_field():
    nurse, cook = drawn("a"), drawn("a", COOKING)
    for name in NURSING.tools:
        mark = marks()[name]
        part = mark.lines or mark.fills
        assert part in nurse
        assert part not in cook


def test_a_mosaic_of_one_tool_can_be_drawn():
    assert marks()["tooth"].lines in mosaic("a", ["tooth"], NURSING.palette)
    assert not list(faults(etree.fromstring(drawn())))
