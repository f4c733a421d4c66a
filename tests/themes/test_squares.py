"""A hundred squares: how shares are rounded, how they are told apart, on paper and on screens."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from guidepub.themes.drawings.bars import spread_charts
from guidepub.themes.drawings.charts import Bar
from guidepub.themes.drawings.drawing import ChartStyle
from guidepub.themes.drawings.squares import hundred_squares, squares_of
from guidepub.themes.leaves import body_of

SVG = "{http://www.w3.org/2000/svg}"
NURSES = (59, 19, 6, 5, 3, 8)


def drawn(*shares: int, rest=True, width=312.0) -> etree._Element:
    bars = [Bar(f"Place {n}", Decimal(share), f"{share}%") for n, share in enumerate(shares, 1)]
    style = ChartStyle("serif", "#111111", "#999999", "#1d4e5f", width)
    text = hundred_squares(bars, rest, "One in a hundred.", "Places", "Where.", "w-1", style)
    return etree.fromstring(text)


def cell(rect: etree._Element, x=0.0, y=0.0) -> tuple[int, int]:
    return int((float(rect.get("x")) - x) // 11), int((float(rect.get("y")) - y) // 11)


def form(rects, x=0.0, y=0.0) -> tuple[tuple[str, ...], ...]:
    """Return what a square is made of, wherever it lies."""
    return tuple(
        (f"{float(r.get('x')) - x:.2f}", f"{float(r.get('y')) - y:.2f}", *map(r.get, ("width", "height", "fill")))
        for r in rects
    )  # fmt: skip


def grid(drawing) -> dict[tuple[int, int], tuple[tuple[str, ...], ...]]:
    cells: dict[tuple[int, int], list[etree._Element]] = {}
    for rect in drawing.findall(f"{SVG}rect"):
        cells.setdefault(cell(rect), []).append(rect)
    return {at: form(rects, 11 * at[0], 11 * at[1]) for at, rects in cells.items()}


def key(drawing) -> list[tuple[tuple[str, ...], ...]]:
    found = []
    for group in drawing.findall(f"{SVG}g[@data-square]"):
        x, y, *_ = map(float, group.get("data-square").split())
        found.append(form(group.findall(f"{SVG}rect"), x, y))
    return found


@pytest.mark.parametrize(
    ("shares", "counts"),
    [
        (NURSES, list(NURSES)),
        (("33.4", "33.3", "33.3"), [34, 33, 33]),
        (("58.6", "18.7", "6.2", "4.9", "3.3", "8.3"), [59, 19, 6, 5, 3, 8]),
        (("50.4", "50.4"), [50, 50]),
        (("99.8", "0.2"), [100, 0]),
    ],
)
def test_squares_add_up_to_a_hundred_by_the_largest_remainders(shares, counts):
    assert squares_of(list(map(Decimal, shares))) == counts


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=7))
def test_no_share_is_off_by_a_whole_square(shares):
    counts = squares_of(list(map(Decimal, shares)))
    assert sum(counts) == 100
    for share, count in zip(shares, counts, strict=True):
        assert abs(count - 100 * share / sum(shares)) < 1


def test_each_share_has_its_squares_and_a_form_of_its_own():
    drawing = drawn(*NURSES)
    forms = key(drawing)
    assert len(set(forms)) == 6
    counted = Counter(grid(drawing).values())
    assert [counted[each] for each in forms] == list(NURSES)


def test_forms_can_be_distinguished_without_a_colour():
    plain = [tuple(piece[:4] for piece in each) for each in key(drawn(40, 20, 10, 10, 10, 5, 5))]
    assert len(set(plain)) == 7


def test_words_stand_beside_the_squares_or_below_them_where_there_is_no_room():
    wide, narrow = drawn(*NURSES), drawn(*NURSES, width=172.0)
    for drawing, below in ((wide, 0), (narrow, 108)):
        units, height = map(float, drawing.get("viewBox").split()[2:])
        for text in drawing.iter(f"{SVG}text"):
            assert below < float(text.get("y")) < height
            assert float(text.get("x")) < units
    words = [" ".join(t.text for t in g.findall(f"{SVG}text")) for g in wide.findall(f"{SVG}g")]
    assert words[0] == "Place 1 59%"
    assert words[-1] == "One in a hundred."
    # Below all, from the left edge: it is no share.
    note = wide.findall(f"{SVG}g")[-1].find(f"{SVG}text")
    assert float(note.get("x")) == 0
    assert float(note.get("y")) > 108


def test_on_a_screen_the_words_are_rows_of_text_with_their_square():
    leaf = body_of(f"<section>{etree.tostring(drawn(*NURSES)).decode()}</section>")
    spread_charts(leaf)
    (chart,) = leaf.findall(".//{*}div[@class='bars']")
    assert chart.get("aria-label") == "Where."
    squares, *rows = chart
    assert len({cell(rect) for rect in squares.iter(f"{SVG}rect")}) == 100
    assert ["".join(row.itertext()) for row in rows] == [
        *[f"Place {n} {share}%" for n, share in enumerate(NURSES, 1)], "One in a hundred.",
    ]  # fmt: skip
    assert [len(list(row.iter(f"{SVG}svg"))) for row in rows] == [1] * 6 + [0]
