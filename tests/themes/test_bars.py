"""Charts whose words are text of the page: what becomes of a drawing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from lxml import etree

from guidepub.themes.drawings.bars import bar_rules, spread_charts
from guidepub.themes.drawings.charts import Bar, bar_chart, parted
from guidepub.themes.drawings.drawing import ChartStyle
from guidepub.themes.leaves import body_of

HTML = "{http://www.w3.org/1999/xhtml}"
STYLE = ChartStyle("serif", "#111111", "#999999", "#1d4e5f")


def bar(value, label="Bakers", figure=None, is_highlighted=False) -> Bar:
    return Bar(label, Decimal(value), figure or str(value), is_highlighted)


def spread(*bars: Bar, among=()) -> etree._Element:
    """Return a leaf with a chart that was spread."""
    drawing = bar_chart(bars, "Pay", "Bar chart: Pay.", "chart-1", STYLE, among)
    leaf = body_of(f"<section><figure>{drawing} behind</figure></section>")
    spread_charts(leaf)
    return leaf


def rows(leaf: etree._Element) -> list[tuple[list[str], float, float]]:
    """Return the words of each bar, and from where to where it is drawn, in percent."""
    found = []
    for row in leaf.iter(f"{HTML}div"):
        if row.get("class") == "bar-row":
            (drawn,) = (rect for rect in row.iter("{*}rect") if not rect.get("class"))
            left, width = float(drawn.get("x")), float(drawn.get("width"))
            words = [span.text or "" for span in row.iter(f"{HTML}span")]
            found.append((words, left, left + width))
    return found


def test_labels_and_figures_are_text_and_bars_keep_their_proportions():
    leaf = spread(bar(100, "Bakers & cooks", "$100"), bar(25, "Waiters", "$25"))
    (first, second) = rows(leaf)
    assert (first[0], second[0]) == (["Bakers & cooks", "$100"], ["Waiters", "$25"])
    assert first[1:] == (0, pytest.approx(100, abs=0.2))
    assert second[1:] == (0, pytest.approx(25, abs=0.2))
    # Words are parted for who listens to them, and for who searches.
    assert "Bakers & cooks $100" in "".join(leaf.itertext())


def test_what_lies_below_zero_is_drawn_to_its_left():
    (loss, gain) = rows(spread(bar(-10), bar(30)))
    assert loss[1:] == (0, pytest.approx(25, abs=0.2))
    assert gain[1:] == (pytest.approx(25, abs=0.2), pytest.approx(100, abs=0.2))


def test_one_scale_holds_for_all_parts_of_a_chart():
    bars = [bar(100), bar(50), bar(20), bar(10)]
    parts = parted(bars, 60)
    assert len(parts) > 1
    assert rows(spread(*parts[-1], among=bars))[-1][2] == pytest.approx(10, abs=0.2)


def test_long_figures_and_labels_in_lines_stay_whole():
    label, figure = (
        "Installers and repairers of " * 4 + "lines",
        "much faster than the average of all",
    )
    (row,) = rows(spread(bar(5, label, figure)))
    assert row[0] == [label, figure]


def test_the_text_alternative_stands_at_the_whole():
    leaf = spread(bar(5, is_highlighted=True))
    (chart,) = leaf.findall(".//{*}div[@class='bars']")
    assert (chart.get("role"), chart.get("aria-label")) == ("img", "Bar chart: Pay.")
    assert chart.tail == " behind"
    assert [node.get("aria-hidden") for node in leaf.iter("{*}svg")] == ["true"]
    assert [node.get("fill") for node in leaf.iter("{*}rect")] == ["#1d4e5f"]


def test_other_drawings_stay_as_they_are():
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9"/></svg>'
    leaf = body_of(f"<section>{drawing}</section>")
    spread_charts(leaf)
    assert leaf.find(".//{*}rect") is not None


def test_rules_stay_in_their_frame():
    selectors = [line for line in bar_rules(".bound ").splitlines() if line.endswith("{")]
    assert selectors
    assert all(line.startswith(".bound ") for line in selectors)
