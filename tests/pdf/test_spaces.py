"""Lines before words that are set apart are filled as others are."""

from __future__ import annotations

import pytest
from definitions import guide
from finished import Pdf
from lxml import etree

import guidepub
from guidepub import Catalog, Fact, Source
from guidepub.pdf.leaves.spaces import part_spaces

STRANDED = (
    "Text.\n\nSlow growth is not the same as few openings. In a trade this size, people who retire or "
    "move on have to be replaced every year. Automation is real in factories that repeat the same "
    "operation all day; repair, construction, and short production runs are much harder to hand to a "
    "robot, and employment is projected to grow by {fact}`projected_growth`."
)


def test_no_word_stands_alone_before_the_last_line():
    made = guide(
        STRANDED,
        facts={"projected_growth": Fact(value=2, unit="percent", source="ooh")},
        sources={"ooh": Source(title="H", publisher="B")},
    )
    pdf = Pdf(guidepub.render(guidepub.assemble(made, Catalog.of(made)), "screen"))
    (page,) = pdf.pages_with("Slow growth")
    lines = pdf.text(page).replace("\r", "").split("\n")
    begin = next(n for n, line in enumerate(lines) if line.startswith("Slow growth"))
    end = next(n for n, line in enumerate(lines) if "2%" in line)
    assert min(len(line.split()) for line in lines[begin:end]) > 5


def test_no_word_stands_alone_before_a_long_one():
    made = guide(
        "draws leather when shop shop sounds on one hangs when yet draws draws no covered hangs"
        " rounded high but sheet shop bench electroencephalographically in draws in a soldered"
        " sounds planed no is stop."
    )
    pdf = Pdf(guidepub.render(guidepub.assemble(made, Catalog.of(made)), "screen"))
    (page,) = pdf.pages_with("draws leather")
    lines = pdf.text(page).replace("\r", "").split("\n")
    begin = next(n for n, line in enumerate(lines) if line.startswith("draws leather"))
    end = next(n for n, line in enumerate(lines) if "stop." in line)
    assert min(len(line.split()) for line in lines[begin:end]) > 5


def test_no_line_begins_with_a_citation():
    shares = " ".join(f"Der Anteil {'sehr ' * (n % 7)}liegt bei {n},5 % [@ooh]." for n in range(60))
    made = guide(shares, language="de-DE", sources={"ooh": Source(title="H", publisher="B")})
    pdf = Pdf(guidepub.render(guidepub.assemble(made, Catalog.of(made)), "screen"))
    lines = [line for page in pdf.pages_with("Der Anteil") for line in pdf.text(page).splitlines()]
    assert "".join(lines).count("%[1]") == 60
    assert not [line for line in lines if line.startswith("[")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>a b <em>c</em></p>", "<p>a b<span> </span><em>c</em></p>"),
        ("<p>a <em>b</em> c d <a>e</a>f</p>", "<p>a <em>b</em> c d<span> </span><a>e</a>f</p>"),
        ("<p>a b<em> c</em> d\xa0<em>e</em></p>", "<p>a b<em> c</em> d\xa0<em>e</em></p>"),
    ],
)
def test_words_and_spaces_stay_what_they_are(before, after):
    leaf = etree.fromstring(f"<section>{before}</section>")
    part_spaces(leaf)
    assert etree.tostring(leaf, encoding="unicode") == f"<section>{after}</section>"
