"""The career in figures: which drawings a guide has facts for, what they say, and their sources."""

from __future__ import annotations

import re

import pytest
from definitions import definition, guide, leaf, write
from finished import words_of, xhtml

from guidepub import Book, Catalog, Fact, InputError, Source, load, render
from guidepub.assembly import assemble

SOURCES = {
    "oews": Source(title="OEWS", publisher="BLS"),
    "ooh": Source(title="OOH", publisher="BLS"),
}
PERIOD = [2024, 2034]
PAY = {"wage_p10": 27000, "median_wage": 36650, "wage_p90": 50170, "all_median_wage": 49500}
SHARES = {"share_shops": 60, "share_hotels": "12.5"}
INTERESTS = "realistic investigative artistic social enterprising conventional".split()
FACTS = {
    **{key: Fact(value=value, unit="USD/year", as_of=2024, source="oews") for key, value in PAY.items()},
    **{key: Fact(value=value, unit="percent", as_of=2024, source="ooh") for key, value in SHARES.items()},
    "projected_growth": Fact(value=-5, unit="percent", period=PERIOD, source="ooh"),
    "cooks_growth": Fact(value=7, unit="percent", period=PERIOD, source="ooh"),
    "all_growth": Fact(value=3, unit="percent", period=PERIOD, source="ooh"),
    "employment": Fact(value=200000, unit="jobs", as_of=2024, source="ooh"),
    "projected_employment": Fact(value=190100, unit="jobs", period=PERIOD, source="ooh"),
    "employment_change": Fact(value=-9900, unit="jobs", period=PERIOD, source="ooh"),
    "step_head": Fact(value=61000, unit="USD/year", label="Head baker", as_of=2024, source="oews"),
    "step_head_time": Fact(value="five years", source="ooh"),
    **{
        f"interest_{name}": Fact(value=value, unit="points", source="ooh")
        for name, value in zip(INTERESTS, ("5.5", 2, 7, 1, 3, "4.25"), strict=True)
    },
    "annual_openings": Fact(value=30600, unit="openings/year", period=PERIOD, source="ooh"),
}  # fmt: skip
TITLES = [
    "What the Work Pays",
    "How the Number of Jobs Is Expected to Change",
    "Jobs Now and Then",
    "Openings a Year, and Why They Open",
    "Where People Work",
    "From Step to Step",
    "Which Interests the Work Meets",
]
ALL = ":::{figures}\n:::"


def book(body=ALL, facts=FACTS, **fields) -> Book:
    made = guide(body, facts=facts, sources=SOURCES, at_a_glance=[], **fields)
    return assemble(made, Catalog.of(made))


def without(*keys):
    return {key: fact for key, fact in FACTS.items() if key not in keys}


def drawings(made: Book):
    return xhtml(leaf(made, "section-part-1")).findall(".//figure[@class='chart']")


def titles(made: Book) -> list[str]:
    return [words_of(drawing.find("figcaption")) for drawing in drawings(made)]


def description(drawing) -> str:
    return " ".join(words_of(drawing.find(".//{*}desc")).split())


def test_all_drawings_stand_below_one_heading_and_above_one_line_of_sources():
    made = book()
    assert titles(made) == TITLES
    shown = xhtml(leaf(made, "section-part-1"))
    assert [words_of(head) for head in shown.findall(".//h2")] == ["The Career in Figures"]
    (line,) = shown.findall(".//p[@class='evidence']")
    assert words_of(line) == "Source: BLS, OEWS, 2024 [1]; BLS, OOH, 2024, 2024–2034 [2]."
    assert words_of(xhtml(leaf(book(":::{figures} Bread\n:::"), "section-part-1")).find(".//h2")) == "Bread"  # fmt: skip


@pytest.mark.parametrize(
    ("lacking", "left"),
    [
        (["wage_p10", "wage_p90"], TITLES[1:]),
        (["projected_growth"], [TITLES[0], *TITLES[2:]]),
        (["cooks_growth", "all_growth"], [TITLES[0], *TITLES[2:]]),
        (["projected_employment"], [*TITLES[:2], *TITLES[3:]]),
        (["employment_change"], [*TITLES[:3], *TITLES[4:]]),
        (["share_shops"], [*TITLES[:4], *TITLES[5:]]),
        (["step_head"], [*TITLES[:5], TITLES[6]]),
        (["interest_social"], TITLES[:6]),
    ],
)
def test_a_drawing_whose_facts_are_not_there_is_left_out(lacking, left):
    assert titles(book(facts=without(*lacking))) == left


def test_a_guide_with_none_of_the_facts_prints_nothing_and_has_a_finding(tmp_path):
    write(tmp_path, {"baker.md": definition(f"Bread.\n\n{ALL}")})
    catalog = load(tmp_path)
    (found,) = catalog.findings
    assert (found.code, found.severity.value, found.place.line) == ("D033", "warning", 9)
    shown = xhtml(leaf(assemble(catalog["baker"], catalog), "section-overview"))
    assert shown.find(".//figure") is None
    assert shown.find(".//h2") is None


@pytest.mark.parametrize(
    ("key", "fact", "message"),
    [
        ("wage_p10", FACTS["wage_p90"], "The wage “wage_p10” is above “median_wage”"),
        ("employment", Fact(value=-1, unit="jobs"), "The fact “employment” is below zero"),
        ("employment", Fact(value="many"), "The fact “employment” is not a number"),
        ("employment_change", Fact(value=9, unit="jobs"), "The fact “employment_change” has no period"),
        ("interest_social", Fact(value=8, unit="points"), "“interest_social” is not a number from 1 to 7"),
    ],
)  # fmt: skip
def test_facts_that_cannot_be_drawn_are_reported_and_not_left_out(key, fact, message):
    with pytest.raises(InputError, match=message):
        book(facts=FACTS | {key: fact})


@pytest.mark.parametrize("key", ["employment", "interest_social"])
def test_a_drawing_is_left_out_where_a_table_withholds_its_figure(key):
    unit = "jobs" if key == "employment" else "points"
    stated = Fact(table="rows", key="1", column="figure", unit=unit, source="ooh")
    made = guide(ALL, facts=FACTS | {key: stated}, sources=SOURCES, at_a_glance=[])
    rows = {"rows": [{"id": "1", "figure": "*"}], "key": "id", "suppressed": ["*"]}
    lacking = "Jobs Now and Then" if key == "employment" else TITLES[-1]
    catalog = Catalog.of(made, data={"rows": rows})
    assert titles(assemble(made, catalog)) == [title for title in TITLES if title != lacking]


@pytest.mark.parametrize("language", ["en-US", "de", "es", "fr"])
def test_every_number_that_is_described_is_printed_beside_the_drawing(language):
    made = book(language=language)
    assert len(drawings(made)) == len(TITLES)
    for drawing in drawings(made):
        words = "".join("".join(text.itertext()) + "\n" for text in drawing.iter("{*}text"))
        numbers = re.findall(r"[−-]?\d+(?:[.,\s]\d+)*", description(drawing))
        assert numbers
        printed = " ".join(words.split())
        for number in numbers:
            assert number in printed, (number, printed)


def test_jobs_go_on_from_each_other_to_the_projected_ones():
    rects = drawings(book())[2].iter("{*}rect")
    now, change, then = [(float(r.get("x")), float(r.get("width"))) for r in rects]
    assert change[0] + change[1] == pytest.approx(now[1], abs=0.2)
    assert change[0] == pytest.approx(then[1], abs=0.2)
    assert description(drawings(book())[2]) == (
        "Bars of jobs: Jobs Now and Then. Jobs, 2024: 200,000, Change in jobs: −9,900, "
        "and Projected jobs, 2034: 190,100."
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (-9900, "who leave: about 31,600, Less jobs that are lost: about −1,000, and Openings a year: 30,600."),
        (166100, "who leave: about 14,000, For new jobs: about 16,600, and Openings a year: 30,600."),
    ],
)  # fmt: skip
def test_openings_are_those_of_who_leaves_and_of_jobs_that_come_or_go(change, words):
    fact = Fact(value=change, unit="jobs", period=PERIOD, source="ooh")
    assert description(drawings(book(facts=FACTS | {"employment_change": fact}))[3]).endswith(words)


def test_a_ladder_rises_with_the_pay_and_shows_times_and_the_place_of_the_guide():
    facts = FACTS | {"step_helper": Fact(value=30000, unit="USD/year", label="Helper")}
    assert description(drawings(book(":::{ladder} Up\n:::", facts))[0]) == (
        "Ladder: Up. Helper: $30,000, Baker (you are here): $36,650, "
        "and Head baker, five years: $61,000."
    )
    named = ":::{ladder} Up\n:facts: step_head, wage_p10\n:::"
    assert description(drawings(book(named))[0]).startswith(
        "Ladder: Up. Lowest tenth earn under: $27,000"
    )


def test_what_has_no_room_on_a_page_is_not_drawn():
    growth, pay = FACTS["cooks_growth"], FACTS["step_head"]
    many = FACTS | {f"n{n}_growth": growth for n in range(20)}
    assert description(drawings(book(facts=many))[1]).count("7%") == 9
    with pytest.raises(InputError, match="The ladder has 22 steps; there is room for at most 12"):
        book(facts=FACTS | {f"step_{n}": pay for n in range(20)})


def test_bars_may_be_ranked_and_only_the_first_drawn():
    body = ":::{chart} Pay\n:facts: wage_p10, wage_p90, median_wage\n:sort: falling\n:most: 2\n:::"
    assert description(drawings(book(body))[0]) == (
        "Bar chart: Pay. Highest tenth earn over: $50,170 and Median pay a year: $36,650."
    )


def test_rows_of_growth_are_called_by_whose_growth_it_is():
    cooks = FACTS["cooks_growth"].model_copy(update={"label": "Projected growth, cooks in schools"})
    assert description(drawings(book(facts=FACTS | {"cooks_growth": cooks}))[1]).endswith(
        "Baker: −5%, Cooks in schools: 7%, and All occupations: 3%."
    )


def test_interests_lie_on_the_spokes_of_their_letters_beside_an_empty_hexagon():
    (drawing,) = drawings(book(":::{interests} Suits\n:::"))
    assert description(drawing).endswith(
        "Suits. Realistic: 5.5, Investigative: 2, Artistic: 7, Social: 1, Enterprising: 3, "
        "and Conventional: 4.25."
    )
    letters = [text.text for text in drawing.find(".//{*}svg").findall("{*}text")]
    assert letters == [*"RIASEC"] * 2
    shape, *lines = drawing.iter("{*}polygon")
    assert shape.get("fill") not in {line.get("fill") for line in lines}
    corners = [tuple(map(float, each.split(","))) for each in shape.get("points").split()]
    left, right = corners[3], corners[0]
    # The first spoke points upwards, the fourth down, and the middle lies between by the scores.
    assert left[0] == right[0] == 49
    assert (49 - right[1]) / (left[1] - 49) == pytest.approx(5.5, rel=0.05)


@pytest.mark.parametrize(
    ("changed", "body", "message"),
    [
        ({"employment": None}, ":::{jobs} A\n:::", "The drawing lacks its fact “now”."),
        (
            {},
            ":::{jobs} A\n:now: words\n:::",
            "The fact “words” is not a number, and cannot be drawn.",
        ),
        (
            {"step_head": None},
            ":::{ladder} A\n:::",
            "A ladder needs at least 2 steps, but this one has 0.",
        ),
        (
            {"interest_social": None},
            ":::{interests} A\n:::",
            "The drawing lacks its fact “social”.",
        ),
        (
            {"interest_social": 8},
            ":::{interests} A\n:::",
            "The interest “interest_social” is not a number from 1 to 7.",
        ),
        ({"employment": -1}, ":::{jobs} A\n:::", "The fact “employment” is below zero."),
        (
            {},
            ":::{openings} A\n:change: employment\n:::",
            "The fact “employment” has no period, so the change per year is unknown.",
        ),
    ],
)
def test_jobs_and_openings_that_cannot_be_drawn_are_reported(changed, body, message):
    facts = {**FACTS, "words": Fact(value="many")}
    for key, value in changed.items():
        del facts[key]
        if value is not None:
            facts[key] = Fact(value=value, unit="jobs")
    with pytest.raises(InputError) as caught:
        book(body, facts)
    assert [finding.message for finding in caught.value.findings] == [message]


def test_finished_files_have_all_words_of_the_figures():
    made = book(language="de")
    # Each is compared with the guide's own words before it is returned.
    for edition in ("screen", "epub", "web"):
        assert render(made, edition)
