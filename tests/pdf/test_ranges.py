"""No line of a page ends inside of a range of figures."""

from __future__ import annotations

import pytest
from definitions import guide
from finished import Pdf
from lxml import etree

import guidepub
from guidepub import Catalog
from guidepub.pdf.leaves.ranges import hold_ranges

JOINER = "\N{WORD JOINER}"


def test_a_range_at_a_lines_end_is_not_parted():
    # Of words that grow by a letter, one puts the dash at the end of a line.
    body = "\n\n".join(
        f"The word {'i' * n} and the years of the projection, 2024-2034." for n in range(20, 44)
    )
    made = guide(body)
    pdf = Pdf(guidepub.render(guidepub.assemble(made, Catalog.of(made)), "screen"))
    lines = [line.rstrip() for page in range(len(pdf)) for line in pdf.text(page).splitlines()]
    assert sum("2024–2034" in line for line in lines) == 24
    assert not [line for line in lines if line.endswith("2024–")]


@pytest.mark.parametrize("text", ["2024–34", "$40–$60", "5–7"])
def test_ranges_are_held(text):
    element = etree.fromstring(f"<p>{text} <i>{text}</i> {text}</p>")
    hold_ranges(element)
    held = text.replace("–", f"–{JOINER}")
    assert "".join(element.itertext()) == f"{held} {held} {held}"


@pytest.mark.parametrize("markup", ["<p>Dallas–Houston – 3 hours</p>", "<h2>2024–34</h2>"])
def test_names_asides_and_headings_stay_as_they_are(markup):
    element = etree.fromstring(markup)
    hold_ranges(element)
    assert etree.tostring(element, encoding="unicode") == markup
