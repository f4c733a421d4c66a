from decimal import Decimal
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from guidepub.themes.drawings.charts import Bar, bar_chart, parted
from guidepub.themes.drawings.drawing import WIDTH, ChartStyle, chart_width
from guidepub.themes.drawings.lettering import labelled_lines

ROOT = Path(__file__).parent.parent

SVG = "{http://www.w3.org/2000/svg}"
STYLE = ChartStyle("serif", "#111111", "#999999")


def bar(value, label="Bakers", figure=None, is_highlighted=False):
    return Bar(label, Decimal(value), figure or str(value), is_highlighted)


def chart(*bars, title="Pay", alternative="Bar chart: Pay."):
    return etree.fromstring(bar_chart(bars, title, alternative, "chart-1", STYLE))


def rects(drawing, kind=None):
    """Return where the bars begin and how wide they are, or the marks of a kind."""
    drawn = [rect for rect in drawing.iter(f"{SVG}rect") if rect.get("class") == kind]
    return [(float(rect.get("x")), float(rect.get("width"))) for rect in drawn]


def texts(drawing):
    return ["".join(text.itertext()) for text in drawing.iter(f"{SVG}text")]


def lines(drawing):
    return [line.text for line in drawing.iter(f"{SVG}tspan")]


def height(drawing):
    return float(drawing.get("viewBox").split()[3])


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


def test_a_line_marks_zero_if_bars_go_to_both_sides_of_it():
    drawing = chart(bar(20), bar(-10))
    (gain, _), lines = rects(drawing), rects(drawing, "zero")
    assert [line[0] + line[1] / 2 for line in lines] == [pytest.approx(gain[0], abs=0.1)] * 2
    assert not rects(chart(bar(20), bar(10)), "zero")


def test_only_what_stands_out_is_in_full_ink():
    drawing = chart(bar(1), bar(1, is_highlighted=True))
    assert [rect.get("fill") for rect in drawing.iter(f"{SVG}rect")] == ["#999999", "#111111"]


@pytest.mark.parametrize("values", [[0], [0, 0], [-5], [5, 0]])
def test_a_bar_can_always_be_seen(values):
    assert all(width >= 0.5 for _, width in rects(chart(*map(bar, values))))


def test_a_chart_grows_by_a_row_a_bar():
    one, three = chart(bar(1)), chart(bar(1), bar(1), bar(1))
    assert height(three) == 3 * height(one)


def test_signs_of_xml_are_written_out():
    drawing = chart(bar(1, "R&D <b>", '"1"'), title="Pay & <i>", alternative="A & B")
    assert texts(drawing) == ["R&D <b>", '"1"']
    assert drawing.find(f"{SVG}title").text == "Pay & <i>"


@given(st.lists(st.decimals(-(10**15), 10**15, places=3), min_size=1, max_size=12))
def test_whatever_the_values_all_bars_stay_inside(values):
    for left, width in rects(chart(*[bar(value, figure="1,234") for value in values])):
        assert left >= -0.1
        assert left + width <= 312.6


SUPERVISORS = (
    "First-Line Supervisors of Transportation and Material Moving Workers, Except Aircraft "
    "Cargo Handling Supervisors"
)


def test_a_long_label_goes_on_in_a_second_line_and_the_bar_stands_below():
    drawing = chart(bar(1, SUPERVISORS), bar(1))
    assert texts(drawing)[0] == SUPERVISORS
    first, second = drawing.iter(f"{SVG}tspan")
    assert float(second.get("y")) - float(first.get("y")) == 12
    assert float(drawing.find(f"{SVG}rect").get("y")) > float(second.get("y"))
    assert height(drawing) == height(chart(bar(1), bar(1))) + 12


def real_width(text, face):
    """Return how wide a text is in one of the themes' faces, at the size of a chart."""
    font = TTFont(face)
    advances, glyphs = font["hmtx"], font.getBestCmap()
    return sum(advances[glyphs[ord(sign)]][0] for sign in text) * 9 / font["head"].unitsPerEm


@pytest.mark.parametrize(
    "face",
    ["classic/fonts/SourceSerif4-Regular.ttf", "school/fonts/SourceSans3-Regular.ttf"],
)
@pytest.mark.parametrize(
    "label",
    [
        SUPERVISORS,
        "Kaufmännische Fachkräfte für Groß- und Außenhandelsmanagement, Fachrichtung Außenhandel",
        "WWWW MMMM WWWW MMMM WWWW MMMM WWWW MMMM WWWW MMMM WWWW MMMM WWWW MMMM WWWW MMMM WWWW",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2,
        SUPERVISORS.upper(),
    ],
)
def test_no_line_of_a_label_is_wider_than_the_chart(face, label):
    for line in lines(chart(bar(1, label))):
        assert real_width(line, ROOT / "styles" / face) <= WIDTH


def test_a_figure_stands_beside_a_word_of_its_label():
    found = labelled_lines("Nursing and residential care facilities", "6%", 19)
    assert found == ["Nursing and residential care", "facilities 6%"]
    # A label of two words would only have another one alone.
    assert labelled_lines("10th percentile", "$24,960", 8) == ["10th percentile", "$24,960"]


def test_a_word_wider_than_the_chart_is_parted():
    drawing = chart(bar(1, "w" * 130))
    assert len(lines(drawing)) > 1
    assert "".join(lines(drawing)) == "w" * 130


def test_figures_too_long_for_a_bar_s_end_stand_over_it():
    figure = "1,234,567,890,123.45 dollars of the year 2024 for each inhabitant"
    drawing = chart(bar(10, "Bakers", figure), bar(5, "Cooks", "5"))
    assert texts(drawing) == ["Bakers", figure, "Cooks", "5"]
    (_, whole), (_, half) = rects(drawing)
    assert whole == pytest.approx(WIDTH, abs=0.1)
    assert half == pytest.approx(WIDTH / 2, abs=0.1)
    for text in drawing.iter(f"{SVG}text"):
        assert float(text.get("x")) == 0


def test_many_bars_are_parted_into_charts_that_are_not_too_high():
    bars = [bar(n, SUPERVISORS if n % 5 == 0 else "Bakers") for n in range(1, 61)]
    parts = parted(bars, 300)
    assert [each for part in parts for each in part] == bars
    drawings = [
        etree.fromstring(bar_chart(part, "Pay", "Pay.", "c", STYLE, among=bars)) for part in parts
    ]
    assert all(height(drawing) <= 300 for drawing in drawings)
    assert len(parts) <= 7
    # One scale for all of them.
    widths = [width for drawing in drawings for _, width in rects(drawing)]
    assert widths[9] == pytest.approx(widths[59] / 6, abs=0.1)


def test_a_chart_that_fits_is_not_parted_and_no_bar_stands_alone():
    bars = [bar(n) for n in range(11)]
    assert parted(bars, 28 * 11) == [bars]
    assert [len(part) for part in parted(bars, 28 * 10)] == [9, 2]


@pytest.mark.parametrize("points", [502, 344])
def test_words_of_a_chart_have_the_least_size_that_a_theme_asks_for(points):
    width = chart_width(18, points)
    style = ChartStyle("serif", "#111111", "#999999", width=width)
    bars = [bar(9, "Bakers of bread and of all that is made of dough"), bar(7)]
    drawing = etree.fromstring(bar_chart(bars, "Pay", "Pay.", "chart-1", style))
    units = float(drawing.get("viewBox").split()[2])
    assert float(drawing.get("font-size")) * points / units == pytest.approx(18, abs=0.05)
    assert max(left + length for left, length in rects(drawing)) < units
    assert chart_width(0, points) == chart_width(1, points) == WIDTH
