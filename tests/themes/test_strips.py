"""Strips of wages: where marks lie, what is left open, and that no line crosses a word."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from guidepub.themes.drawings.bars import spread_charts
from guidepub.themes.drawings.drawing import SIZE, ChartStyle
from guidepub.themes.drawings.lettering import width_of
from guidepub.themes.drawings.strips import WageMark, WageScale, own_end, wage_strip
from guidepub.themes.leaves import body_of

SVG = "{http://www.w3.org/2000/svg}"
STYLE = ChartStyle("serif", "#111111", "#999999", "#1d4e5f")
POINTS = ("p10", "p25", "median", "p75", "p90", "all")


def mark(value, *, point="p10", is_least=False) -> WageMark:
    figure = "not published" if value is None else f"${value:,}"
    return WageMark(
        f"Wage {point}", figure, None if value is None else Decimal(value), is_least=is_least
    )


def marks(*values, least=()) -> dict[str, WageMark]:
    """Return marks in the order of `POINTS`; None is a figure that is not published."""
    return {
        point: mark(value, point=point, is_least=point in least)
        for point, value in zip(POINTS, values, strict=False)
    }


def drawn(wages, high=None, style=STYLE) -> etree._Element:
    end = Decimal(high) if high else own_end(wages)
    scale = WageScale(end, "$0", f"${end:,.0f}")
    return etree.fromstring(wage_strip(wages, scale, "Pay", "What they earn.", "wages-1", style))


def rects(drawing, kind) -> list[tuple[float, float]]:
    """Return from where to where the rectangles of a kind go."""
    found = (r for r in drawing.findall(f"{SVG}rect") if r.get("class") == kind)
    return [(float(r.get("x")), float(r.get("x")) + float(r.get("width"))) for r in found]


def words(drawing) -> list[str]:
    return [
        " ".join(t.text for t in group.findall(f"{SVG}text")) for group in drawing.iter(f"{SVG}g")
    ]


NURSES = marks(66030, 78610, 93600, 107960, 135320, 49500)


def test_each_mark_has_its_words_with_the_figure():
    assert words(drawn(NURSES)) == [
        "$0 $150,000", "Wage p10 $66,030", "Wage p25 $78,610", "Wage median $93,600",
        "Wage p75 $107,960", "Wage p90 $135,320", "Wage all $49,500",
    ]  # fmt: skip


def test_bands_and_marks_lie_where_their_values_are_on_the_scale():
    drawing = drawn(NURSES)
    left = min(float(rect.get("x")) for rect in drawing.findall(f"{SVG}rect"))

    def at(value):
        return pytest.approx(left + value / 150000 * (312 - left), abs=0.2)

    assert rects(drawing, "thin") == [(at(66030), at(135320))]
    assert rects(drawing, "thick") == [(at(78610), at(107960))]
    ((begin, end),) = rects(drawing, "tall")
    assert (begin + end) / 2 == at(93600)
    dashes = rects(drawing, "dashed")
    assert len(dashes) > 2
    assert all((begin + end) / 2 == at(49500) for begin, end in dashes)


def test_two_strips_on_one_scale_can_be_compared():
    one, other = drawn(NURSES, 160000), drawn(marks(66030, 70000, 80000, 90000, 93600), 160000)
    (median,), (highest,) = rects(one, "tall"), rects(other, "thin")
    assert sum(median) / 2 == pytest.approx(highest[1], abs=0.2)


@pytest.mark.parametrize(
    ("wages", "high"),
    [
        (marks(67000, 99000, 120000, 180000, 239200, least=("p90",)), None),
        (marks(67000, 99000, 120000, 180000, 239200), 200000),
    ],
    ids=["or more", "beyond the scale"],
)
def test_a_band_whose_end_is_not_on_the_scale_breaks_up_and_stays_inside(wages, high):
    band = rects(drawn(wages, high), "thin")
    assert len(band) == 4
    assert all(before[1] < after[0] for before, after in pairwise(band))
    assert band[-1][1] <= 312


def test_a_figure_that_is_the_least_it_may_be_begins_no_band_and_is_no_median():
    drawing = drawn(marks(67000, 239200, 239200, 239200, 239200, least=POINTS[1:5]))
    assert (rects(drawing, "thick"), rects(drawing, "tall")) == ([], [])
    assert len(rects(drawing, "thin")) == 4
    assert "Wage median $239,200" in words(drawing)


def test_what_is_not_published_is_reported_and_not_drawn():
    drawing = drawn(marks(38130, 45480, 51000, 62000, None))
    assert words(drawing)[-1] == "Wage p90 not published"
    (whole,), (half,) = rects(drawing, "thin"), rects(drawing, "thick")
    assert whole[1] == pytest.approx(half[1], abs=0.1)


@given(
    st.lists(st.integers(0, 10**9), min_size=6, max_size=6),
    st.sampled_from([172.0, 240.0, 312.0]),
)
def test_no_line_crosses_words_and_all_stays_inside(values, width):
    *own, everyone = values
    drawing = drawn(marks(*sorted(own), everyone), style=ChartStyle("serif", "#1", "#2", "", width))
    height = float(drawing.get("viewBox").split()[3])
    lines = [rect for group in drawing.iter(f"{SVG}g") for rect in group.iter(f"{SVG}rect")]
    assert len(lines) == 6
    for text in drawing.iter(f"{SVG}text"):
        foot = float(text.get("y"))
        begin, end = extent(text)
        assert -0.1 <= begin <= end <= width + 0.1
        assert 0 < foot <= height
        # Words stand beside their own line: neither that nor any other goes through them.
        for line in lines:
            top = float(line.get("y"))
            if top < foot - 1 < top + float(line.get("height")) and text.getparent().get(
                "data-mark"
            ):
                assert not begin < float(line.get("x")) < end


def extent(text) -> tuple[float, float]:
    """Return from where to where words go, as far as their letters are reckoned."""
    x, wide = float(text.get("x")), width_of(text.text) * SIZE
    return (x - wide, x) if text.get("text-anchor") == "end" else (x, x + wide)


def test_words_stand_on_the_side_where_they_break_less_often():
    def anchors(wages):
        groups = drawn(wages, 250000).findall(f"{SVG}g[@data-mark]")
        return {text.get("text-anchor") for group in groups for text in group.iter(f"{SVG}text")}

    assert anchors(marks(22620, 27150, 30480, 35440, 38800, 49500)) == {"start"}
    assert anchors(marks(79850, 103050, 133080, 169000, 211450, 49500)) == {"end"}


def test_on_a_screen_the_words_are_rows_of_text_with_a_piece_of_their_mark():
    leaf = body_of(f"<section><figure>{etree.tostring(drawn(NURSES)).decode()}</figure></section>")
    spread_charts(leaf)
    (chart,) = leaf.findall(".//{*}div[@class='bars']")
    assert (chart.get("role"), chart.get("aria-label")) == ("img", "What they earn.")
    ends, *rows = ["".join(row.itertext()) for row in chart]
    assert ends == "$0 $150,000"
    assert rows[0] == "Wage p10 $66,030"
    assert rows[-1] == "Wage all $49,500"
    strip, *swatches = chart.iter(f"{SVG}svg")
    assert not list(chart.iter(f"{SVG}text"))
    assert strip.get("viewBox").split()[3] == "22"
    pieces = [{rect.get("class") for rect in swatch} for swatch in swatches]
    assert pieces == [{"thin"}, {"thick"}, {"tall"}, {"thick"}, {"thin"}, {"dashed"}]
