"""Pins: a line from zero with a head, compared with one value, on paper and on screens."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from guidepub.themes.drawings.bars import spread_charts
from guidepub.themes.drawings.charts import Bar, ChartForm, bar_chart, parted
from guidepub.themes.drawings.drawing import ChartStyle
from guidepub.themes.leaves import body_of

SVG = "{http://www.w3.org/2000/svg}"
STYLE = ChartStyle("serif", "#111111", "#999999", "#1d4e5f")
ALL = Bar("All occupations", Decimal(3), "3%")


def pin(value, label="Bakers", *, is_highlighted=False, is_known=True) -> Bar:
    return Bar(label, Decimal(value), f"{value}%", is_highlighted, is_known)


def drawn(*pins: Bar, against: Bar | None = ALL, width=312.0) -> etree._Element:
    rows = [*pins, *filter(None, [against])]
    form = ChartForm(pins=True, against=against)
    style = ChartStyle("serif", "#111111", "#999999", "#1d4e5f", width)
    return etree.fromstring(bar_chart(rows, "Jobs", "Growth.", "growth-1", style, rows, form))


def rects(drawing) -> list[dict[str, float]]:
    keys = ("x", "y", "width", "height", "rx")
    return [{key: float(r.get(key, "0")) for key in keys} for r in drawing.iter(f"{SVG}rect")]


def heads(drawing) -> list[float]:
    """Return where the heads of pins have their middle."""
    return [rect["x"] + rect["width"] / 2 for rect in rects(drawing) if rect["rx"]]


def zeros(drawing) -> set[float]:
    return {rect["x"] for rect in rects(drawing) if rect["height"] == 13}


def dashes(drawing) -> set[float]:
    return {rect["x"] + rect["width"] / 2 for rect in rects(drawing) if rect["height"] == 3}


def test_heads_lie_as_far_from_zero_as_their_values():
    drawing = drawn(pin(20), pin(-10), pin(5))
    (zero,) = zeros(drawing)
    twenty, minus_ten, five = (head - zero for head in heads(drawing))
    assert minus_ten == pytest.approx(-twenty / 2, abs=0.2)
    assert five == pytest.approx(twenty / 4, abs=0.2)


def test_each_row_has_a_mark_where_the_value_lies_that_all_are_held_against():
    drawing = drawn(pin(6), pin(12))
    (at,) = dashes(drawing)
    assert at == pytest.approx(heads(drawing)[0] / 2, abs=0.2)
    assert len([rect for rect in rects(drawing) if rect["height"] == 3]) == 3 * 3
    assert len(heads(drawing)) == 2


def test_what_stands_out_is_larger_and_not_only_of_another_colour():
    drawing = drawn(pin(6), pin(12, is_highlighted=True))
    usual, own = [rect["width"] for rect in rects(drawing) if rect["rx"]]
    assert own > usual


def test_a_value_that_is_not_known_has_words_and_no_pin():
    drawing = drawn(pin(6), Bar("Cooks", Decimal(), "not published", is_known=False))
    assert len(heads(drawing)) == 1
    texts = ["".join(text.itertext()) for text in drawing.iter(f"{SVG}text")]
    assert texts == ["Bakers", "6%", "Cooks", "not published", "All occupations", "3%"]


@given(st.lists(st.integers(-99, 400), min_size=1, max_size=8), st.sampled_from([172.0, 312.0]))
def test_whatever_the_values_all_stays_inside_and_no_figure_lies_on_a_mark(values, width):
    drawing = drawn(*map(pin, values), width=width)
    span = float(drawing.get("data-span"))
    for rect in rects(drawing):
        assert rect["x"] >= -0.6
        assert rect["x"] + rect["width"] <= span + 0.6
    (at,) = dashes(drawing)
    for text in drawing.iter(f"{SVG}text"):
        left = float(text.get("x"))
        # A figure of so many signs is at least as wide as this.
        if text.get("x") != "0":
            assert not left < at < left + 9 * 0.4 * len(text.text)


def test_pins_that_are_parted_keep_their_scale_and_their_marks():
    rows = [pin(n) for n in range(1, 21)]
    form = ChartForm(pins=True, against=ALL)
    parts = parted([*rows, ALL], 200, form=form)
    first, *_, last = (
        etree.fromstring(bar_chart(part, "Jobs", "J.", "g", STYLE, [*rows, ALL], form))
        for part in parts
    )
    assert len(parts) > 2
    assert dashes(first) == dashes(last)
    assert float(first.get("viewBox").split()[3]) <= 200


def test_on_a_screen_each_pin_stands_below_its_words_and_is_cut_nowhere():
    drawing = drawn(pin(20, "Cooks"), pin(-10, is_highlighted=True))
    leaf = body_of(f"<section>{etree.tostring(drawing).decode()}</section>")
    spread_charts(leaf)
    (chart,) = leaf.findall(".//{*}div[@class='bars']")
    assert ["".join(row.itertext()) for row in chart] == [
        "Cooks 20%", "Bakers -10%", "All occupations 3%",
    ]  # fmt: skip
    for row in chart:
        (picture,) = row.iter(f"{SVG}svg")
        assert picture.get("viewBox") is None
        for rect in picture:
            assert 0 <= float(rect.get("x").rstrip("%")) < 100
            assert float(rect.get("height").removesuffix("em")) <= 1
    heads_of = [[r for r in row.iter(f"{SVG}rect") if r.get("rx")] for row in chart]
    assert [len(each) for each in heads_of] == [1, 1, 0]
    assert heads_of[0][0].get("width") == heads_of[0][0].get("height")


@pytest.mark.parametrize("value", ["0", "0.1", "1"])
def test_no_figure_lies_on_the_head_of_its_pin(value):
    drawing = drawn(pin(value, is_highlighted=True), pin(50))
    head = next(rect for rect in rects(drawing) if rect["rx"])
    words = next(text for text in drawing.iter(f"{SVG}text") if text.text == f"{value}%")
    assert float(words.get("x")) >= head["x"] + head["width"] + 3.9
