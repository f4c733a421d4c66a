"""Cards of a page, whose parts are separated by stylesheets, become lines of words."""

from __future__ import annotations

import pytest


def page(inner: str) -> str:
    return (
        f"<html><body><main><h1>Machinist</h1><h2>Pay</h2>{inner}"
        "<p>Machinists set up tools and cut parts of metal to a drawing.</p></main></body></html>"
    )


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<div><small>Median</small><strong>$57,840</strong></div>", "Median **$57,840**"),
        ("<div><b>$57,840</b><span>median wage</span></div>", "**$57,840** median wage"),
        ("<li><b>3.205 €</b><i>brutto</i></li>", "**3.205 €** *brutto*"),
        ("<div><span>$29,640</span><span>$37,910</span></div>", "$29,640 $37,910"),
    ],
)
def test_a_figure_beside_its_label_stands_apart(body, html, line):
    html = f"<ul>{html}</ul>" if html.startswith("<li>") else html
    assert line in body(page(html), untouched=True).replace("\\", "")


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("<p><span>W</span><span>elders</span> bend 2 rods.</p>", "Welders bend 2 rods."),
        ("<div><span>45</span><span>000</span></div>", "45000"),
        ("<div><span>45</span><span>.50</span></div>", "45.50"),
        ("<div><span>$</span><span>45</span></div>", "$45"),
        ("<div><b>45</b><span>K</span></div>", "**45**K"),
        ("<div><b>Weld</b><span>ing</span></div>", "**Weld**ing"),
    ],
)
def test_parts_of_one_word_or_figure_stay_together(body, html, line):
    assert line in body(page(html)).replace("\\", "")


CARD = "<div><b>{}</b><p>{}</p></div>"


def test_cards_in_blocks_are_lines(converted):
    cards = [("$57,840", "Median wage a year"), ("299,600", "Jobs in the United States in 2024.")]
    imported = converted(page("".join(CARD.format(*card) for card in cards)), "text.html")
    assert "**{fact}`median_wage`** Median wage a year" in imported.text
    assert {"median_wage", "employment"} <= {fact.key for fact in imported.facts}


def test_a_block_that_stands_alone_is_no_card(body):
    assert "299,600\n\nJobs of all" in body(page("<div><p>299,600</p><p>Jobs of all</p></div>"))
