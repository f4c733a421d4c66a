from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from guidepub.charts import Bar, Style, bar_chart

SVG = "{http://www.w3.org/2000/svg}"
STYLE = Style("serif", "#111111", "#999999")


def bar(value, label="Bakers", figure=None, stands_out=False):
    return Bar(label, Decimal(value), figure or str(value), stands_out)


def chart(*bars, title="Pay", alternative="Bar chart: Pay."):
    return etree.fromstring(bar_chart(bars, title, alternative, "chart-1", STYLE))


def rects(drawing):
    return [(float(rect.get("x")), float(rect.get("width"))) for rect in drawing.iter(f"{SVG}rect")]


def texts(drawing):
    return [text.text for text in drawing.iter(f"{SVG}text")]


def test_a_chart_has_a_title_and_a_text_alternative_that_it_is_labelled_by():
    drawing = chart(bar(1))
    title, description = drawing.find(f"{SVG}title"), drawing.find(f"{SVG}desc")
    assert drawing.get("role") == "img"
    assert drawing.get("aria-labelledby").split() == [title.get("id"), description.get("id")]
    assert (title.text, description.text) == ("Pay", "Bar chart: Pay.")


def test_each_bar_has_its_label_above_and_its_figure_behind():
    drawing = chart(bar(10, "Bakers", "$10"), bar(5, "Cooks", "$5"))
    assert texts(drawing) == ["Bakers", "$10", "Cooks", "$5"]
    rows = [float(text.get("y")) for text in drawing.iter(f"{SVG}text")]
    assert rows == sorted(rows)


def test_bars_are_as_long_as_their_values():
    (_, whole), (_, half), (_, quarter) = rects(chart(bar(100), bar(50), bar(25)))
    assert half == pytest.approx(whole / 2, abs=0.1)
    assert quarter == pytest.approx(whole / 4, abs=0.1)


def test_the_longest_bar_and_its_figure_fill_the_width():
    ((left, width),) = rects(chart(bar(100, figure="100")))
    assert left == 0
    assert 280 < width < 300


def test_negative_values_lie_left_of_where_the_others_begin():
    (gain, loss) = rects(chart(bar(20), bar(-10)))
    assert loss[0] == 0
    assert loss[0] + loss[1] == pytest.approx(gain[0], abs=0.1)
    assert gain[1] == pytest.approx(2 * loss[1], abs=0.1)


def test_only_what_stands_out_is_in_full_ink():
    drawing = chart(bar(1), bar(1, stands_out=True))
    assert [rect.get("fill") for rect in drawing.iter(f"{SVG}rect")] == ["#999999", "#111111"]


@pytest.mark.parametrize("values", [[0], [0, 0], [-5], [5, 0]])
def test_a_bar_can_always_be_seen(values):
    assert all(width >= 0.5 for _, width in rects(chart(*map(bar, values))))


def test_a_chart_grows_by_a_row_a_bar():
    one, three = chart(bar(1)), chart(bar(1), bar(1), bar(1))
    height = [float(drawing.get("viewBox").split()[3]) for drawing in (one, three)]
    assert height[1] == 3 * height[0]


def test_signs_of_xml_are_written_out():
    drawing = chart(bar(1, "R&D <b>", '"1"'), title="Pay & <i>", alternative="A & B")
    assert texts(drawing) == ["R&D <b>", '"1"']
    assert drawing.find(f"{SVG}title").text == "Pay & <i>"


@given(st.lists(st.decimals(-(10**15), 10**15, places=3), min_size=1, max_size=12))
def test_whatever_the_values_all_bars_stay_inside(values):
    for left, width in rects(chart(*[bar(value, figure="1,234") for value in values])):
        assert left >= -0.1
        assert left + width <= 312.6
