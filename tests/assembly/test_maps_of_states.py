"""Maps of states in a book: which state a row is about, what is said of it, and gaps."""

from __future__ import annotations

import re

import pytest
from definitions import definition, leaf, write
from finished import words_of, xhtml

from guidepub import Book, InputError, load, render
from guidepub.assembly import assemble
from guidepub.themes.drawings.bars import spread_charts
from guidepub.themes.drawings.tiles import PLACES
from guidepub.themes.leaves import body_of

MAP = (
    ":::{states} Pay\n:table: pay\n:label: state\n:value: wage\n:unit: USD/year\n:skip: *\n"
    ":where: state != Guam\n:::"
)
ROWS = "Ohio,40000\nTexas,50000\nDC,70000\nMaine,*\nNew Mexico,30000\nVirginia,45000\nWest Virginia,35000\nGuam,1\n"


def book(folder, rows=ROWS, language="en-US") -> Book:
    files = {
        "catalog.toml": '[data]\npay = "pay.csv"\n',
        "pay.csv": f"state,wage\n{rows}",
        "baker.md": definition(MAP, f"language: {language}"),
    }
    catalog = load(write(folder, files))
    assert not catalog.findings
    return assemble(catalog["baker"], catalog)


def drawing(made: Book):
    return xhtml(leaf(made, "section-overview")).find(".//figure[@class='chart']")


def description(made: Book) -> str:
    return " ".join(words_of(drawing(made).find(".//{*}desc")).split())


def tiles(made: Book) -> dict[str, float]:
    """Return how long the bar of each state is that has one, by its letters."""
    svg = drawing(made).find(".//{*}svg")
    place, found = "", {}
    for part in svg:
        if part.tag.endswith("}text"):
            place = part.text or ""
        elif part.tag.endswith("}rect"):
            found.setdefault(place, float(part.get("width")))
    return found


def test_every_state_has_a_place_of_its_own():
    assert len(PLACES) == len(set(PLACES.values())) == 51


def test_a_bar_is_as_long_as_the_figure_and_a_state_without_one_is_a_gap(tmp_path):
    lengths = tiles(book(tmp_path))
    assert set(lengths) == {"OH", "TX", "DC", "NM", "VA", "WV"}
    assert lengths["VA"] / lengths["DC"] == pytest.approx(45 / 70, abs=0.01)


@pytest.mark.parametrize("language", ["en-US", "de", "es", "fr"])
def test_all_figures_are_described_and_stand_in_the_rows_on_screens(tmp_path, language):
    made = book(tmp_path, language=language)
    page = body_of(leaf(made, "section-overview"))
    spread_charts(page)
    (shown,) = page.findall(".//{*}div[@class='bars']")
    printed = " ".join(" ".join(shown.itertext()).split())
    numbers = re.findall(r"\d+(?:[.,\s]\d+)*", description(made))
    assert len(numbers) == 6
    assert all(number in printed for number in numbers)


def test_the_highest_comes_first_and_five_are_printed_on_paper(tmp_path):
    made = book(tmp_path)
    assert description(made).startswith(
        "Map of states: Pay. DC: $70,000, Texas: $50,000, Virginia:"
    )
    words = words_of(drawing(made))
    assert "A state without a line has no figure here." in words
    printed = "".join("".join(text.itertext()) + "\n" for text in drawing(made).iter("{*}text"))
    assert "West Virginia $35,000" in printed
    assert "New Mexico" not in printed


@pytest.mark.parametrize(
    ("rows", "message", "remedy"),
    [
        ("Ohoi,1\n", "The map of states has no place for “Ohoi”.", "state != Guam"),
        ("Ohio,1\nOH,2\n", "The map has 2 rows of one state, OH.", ":where:"),
        ("Ohio,-1\n", "The figure of “Ohio” is below zero.", "Use a chart"),
    ],
)
def test_rows_that_make_no_map_are_reported(tmp_path, rows, message, remedy):
    with pytest.raises(InputError) as caught:
        book(tmp_path, rows)
    (finding,) = caught.value.findings
    assert finding.message == message
    assert remedy in finding.remedy


def test_finished_files_have_the_words_of_the_map(tmp_path):
    made = book(tmp_path)
    # Each is compared with the guide's own words before it is returned.
    for edition in ("screen", "epub", "web"):
        assert render(made, edition)
