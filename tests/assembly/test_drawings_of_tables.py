"""Related occupations and days of work in a book: rows of a table by level and one after another."""

from __future__ import annotations

import pytest
from definitions import definition, leaf, write
from finished import words_of, xhtml

from guidepub import Book, InputError, load, render
from guidepub.assembly import assemble
from guidepub.themes.drawings.bars import spread_charts
from guidepub.themes.leaves import body_of

RELATED = ":::{related} Near\n:table: rows\n:label: what\n:value: number\n:unit: USD/year\n:level: level\n:::"
NEAR = "Cook,30000,high-school\nBaker,36650,3\nChef,60000,Bachelor's degree\nWaiter,30500,high-school\n"
DAY = ":::{day} Shift\n:table: rows\n:label: what\n:value: number\n:unit: hours\n:start: 22:30\n:::"
SHIFT = "Knead,1.5,\nBake,3,\n"


def book(folder, body=RELATED, rows=NEAR, language="en-US") -> Book:
    files = {
        "catalog.toml": '[data]\nrows = "rows.csv"\n',
        "rows.csv": f"what,number,level\n{rows}",
        "baker.md": definition(body, f"language: {language}"),
    }
    catalog = load(write(folder, files))
    assert not catalog.findings
    return assemble(catalog["baker"], catalog)


def drawing(made: Book):
    return xhtml(leaf(made, "section-overview")).find(".//figure[@class='chart']")


def description(made: Book) -> str:
    return " ".join(words_of(drawing(made).find(".//{*}desc")).split())


def test_related_occupations_lie_in_bands_from_the_longest_preparation_down(tmp_path):
    assert description(book(tmp_path)) == (
        "Related occupations by preparation: Near. Job zone 3 of 5: Baker $36,650, "
        "Bachelor’s degree: Chef $60,000, and High school diploma: Cook $30,000 and Waiter $30,500."
    )


def test_dots_lie_by_the_pay_and_no_words_on_others(tmp_path):
    groups = {g.get("data-label"): g for g in drawing(book(tmp_path)).iter("{*}g")}
    dots = {name: group.find("{*}rect") for name, group in groups.items() if group.get("data-part")}
    middle = {n: float(d.get("x")) + float(d.get("width")) / 2 - 4 for n, d in dots.items()}
    assert middle["Cook"] / middle["Chef"] == pytest.approx(0.5, abs=0.01)
    # Cooks and waiters earn nearly the same: the second has a line of its own.
    assert float(dots["Waiter"].get("y")) - float(dots["Cook"].get("y")) == 12
    assert float(dots["Baker"].get("width")) > float(dots["Cook"].get("width"))


def test_on_screens_each_occupation_is_a_row_below_its_level(tmp_path):
    page = body_of(leaf(book(tmp_path), "section-overview"))
    spread_charts(page)
    rows = page.findall(".//{*}div[@class='bars']/{*}div")
    assert ["".join(row.itertext()) for row in rows] == [
        "Job zone 3 of 5", "Baker $36,650", "Bachelor’s degree", "Chef $60,000",
        "High school diploma", "Cook $30,000", "Waiter $30,500",
    ]  # fmt: skip
    assert [row.get("class") == "bar-row bar-level" for row in rows] == [True, False] * 3 + [False]


def test_parts_of_a_day_begin_where_the_one_before_ends(tmp_path):
    made = book(tmp_path, DAY, SHIFT)
    assert (
        description(made) == "Bars of a day: Shift. 22:30 Knead: 1.5 hours and 0:00 Bake: 3 hours."
    )
    first, second = drawing(made).iter("{*}rect")
    assert float(second.get("x")) == pytest.approx(float(first.get("width")), abs=0.1)
    assert float(second.get("width")) == pytest.approx(2 * float(first.get("width")), abs=0.1)


@pytest.mark.parametrize(
    ("body", "rows", "message", "remedy"),
    [
        (RELATED, "Cook,1,whatever\n", "“whatever” is not a level of preparation.", "high-school"),
        (
            f"{RELATED[:-3]}:here: Chief\n:::",
            NEAR,
            "No row of the drawing is called “Chief”.",
            ":here:",
        ),
        (RELATED, "Cook,-1,master\n", "The pay of “Cook” is below zero.", "Check the figure"),
        (
            RELATED,
            "Cook,1,master\n" * 25,
            "The drawing has 25 occupations; there is room for at most 24.",
            ":where:",
        ),
        (DAY, "Knead,25,\n", "The day has more than 24 hours.", ":unit:"),
        (DAY, "Knead,0,\n", "A part of the day takes no time.", ":skip:"),
    ],
)
def test_rows_that_cannot_be_drawn_are_reported(tmp_path, body, rows, message, remedy):
    with pytest.raises(InputError) as caught:
        book(tmp_path, body, rows)
    (finding,) = caught.value.findings
    assert finding.message == message
    assert remedy in finding.remedy


def test_a_drawing_of_a_table_says_what_it_lacks(tmp_path):
    body = ":::{day} A\n:table: rows\n:label: what\n:value: number\n:::"
    with pytest.raises(InputError, match="lacks :unit:, :start:") as caught:
        load(write(tmp_path, {"baker.md": definition(body)}) / "baker.md")
    remedy = "Name each: the unit of the figures, the time at which the day begins."
    assert remedy in [finding.remedy for finding in caught.value.findings]


@pytest.mark.parametrize(("body", "rows", "language"), [(RELATED, NEAR, "de"), (DAY, SHIFT, "fr")])
def test_finished_files_have_the_words_of_the_drawings(tmp_path, body, rows, language):
    made = book(tmp_path, body, rows, language)
    # Each is compared with the guide's own words before it is returned.
    for edition in ("screen", "epub", "web"):
        assert render(made, edition)
