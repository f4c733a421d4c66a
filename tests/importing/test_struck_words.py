"""Struck-out words are kept if they can be distinguished, and state no facts."""

from __future__ import annotations

import pytest
from words import codes

PAGE = "<html lang=en><head><title>Welder</title></head><body><h1>Welder</h1><h2>Pay</h2>{}</body></html>"
LEAD = "<p>They join metal parts with heat, and mend ships.</p>"
WAGE = "<p>The median annual wage of welders was {} $48,100 in May 2024.</p>"


@pytest.mark.parametrize(
    "struck",
    [
        "<s>$41,000</s>",
        "<del>$41,000</del>",
        "<strike>$41,000</strike>",
        "<span style='color: red; text-decoration: line-through'>$41,000</span>",
        "<s style='text-decoration-line:line-through'>$41,000</s>",
        "<s>$48,100</s>",
    ],
)
def test_a_figure_that_is_struck_out_is_no_fact(converted, struck):
    made = converted(PAGE.format(LEAD + WAGE.format(struck)), "a.html")
    assert "median_wage: {value: 48100," in made.text
    old = "$48,100" if "48,100" in struck else "$41,000"
    assert f"was ~~{old}~~ {{fact}}`median_wage` in May 2024." in made.text
    assert codes(made) == ["I030"]


def test_struck_out_words_of_markdown_state_nothing(converted):
    text = "# Welder\n\n## Pay\n\nThey join parts.\n\nThe median wage was ~~$41,000~~ $48,100 in 2024.\n"
    assert "value: 48100," in converted(text, "a.md").text


@pytest.mark.parametrize(
    "struck",
    [
        "<p><s>The median annual wage of welders was $41,000 in May 2022.</s></p>",
        "<ul><li><s>Median pay: $41,000 (2022)</s></li><li>Helmets are worn.</li></ul>",
        "<table><tr><th>Measure</th><th>2022</th></tr><tr><td>Median pay</td><td><s>$41,000</s></td></tr></table>",
        "<table><tr><th>Measure</th><th>2022</th></tr><tr><td>Median pay</td><td style='text-decoration: line-through'>$41,000</td></tr></table>",
        "<p style='color:red;text-decoration:line-through'>The median annual wage of welders was $41,000 in May 2022.</p>",
        "<div style='text-decoration:line-through'><p>The median annual wage of welders was <b>$41,000</b>.</p></div>",
        "<ul><li style='text-decoration:line-through'>Median pay: $41,000 (2022)</li><li>Helmets are worn.</li></ul>",
    ],
)
def test_what_is_struck_out_as_a_whole_is_kept_and_states_nothing(converted, struck):
    made = converted(PAGE.format(LEAD + struck), "a.html")
    assert "facts:" not in made.text
    assert "$41,000" in made.text
    assert made.text.count("~~") == 2
    assert "I019" not in codes(made)


def test_cells_and_items_state_what_is_not_struck_out(converted):
    items = "<ul><li>Median pay: <s>$41,000</s> $48,100 (2024)</li><li>Growth, 2024–34: <s>5 percent</s> 3 percent</li></ul>"
    row = "<tr><td>Annual openings</td><td><s>40,000</s> 42,600</td></tr>"
    table = f"<table><tr><th>Measure</th><th>2024</th></tr>{row}</table>"
    made = converted(PAGE.format(LEAD + items + table), "a.html")
    for fact in ("median_wage: {value: 48100,", "projected_growth: {value: 3,"):
        assert fact in made.text
    assert "value: 40000" not in made.text
    assert "I019" not in codes(made)


def test_rich_text_leaves_struck_out_words_out_and_tells_them(converted):
    text = r"{\rtf1\ansi Welder\par Pay\par They join parts.\par Pay was {\strike $41,000} \striked1 low\striked0  $48,100 in May 2024.\par}"
    made = converted(text, "a.rtf")
    assert "41,000" not in made.text
    assert "low" not in made.text
    assert codes(made).count("I053") == 2
