"""Labels and figures in plain texts: lines of dots, lines above prose, headings with a place."""

from __future__ import annotations

import pytest
from words import codes

TOP = "Boilermaker\n\nBoilermakers build boilers.  They rivet drums.\n\n"


def facts_of(made) -> dict[str, object]:
    return {fact.key: fact.value for fact in made.facts}


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            "Median annual earnings ......... $58,260\nMiddle 50 percent earned between $46,480 and $73,310\n"
            "Lowest 10 percent, less than ...... $38,210\nMedian hourly earnings ......... $28.01",
            {"median_wage": 58260, "wage_p10": 38210, "median_hourly_wage": 28.01,
             "wage_p25": 46480, "wage_p75": 73310},
        ),
        (
            "Figures of the Bureau for May 2024, for the United States:\n\n"
            "Annual mean wage . . . . . . $76,150\nLowest tenth, less than. . . . $48,620",
            {"mean_wage": 76150, "wage_p10": 48620},
        ),
        # A place narrows what it leads to.
        ("Figures for Ohio:\n\nLowest tenth . . . . . . $40,000\nHighest tenth. . . . . . $90,000", {}),
        # Lines of labels stay lines above prose.
        (
            "New jobs by 2034: 13,800\nOpenings each year: 24,400\nDiners want fresher food, and inns\nhire cooks.",
            {"employment_change": 13800, "annual_openings": 24400},
        ),
        ("£22,000\nStarter", {}),
    ],
)  # fmt: skip
def test_lines_of_labels_and_figures_state_them(converted, lines, found):
    made = converted(f"{TOP}SALARY\n\n{lines}\n")
    assert {key: float(value) for key, value in facts_of(made).items()} == found


def test_hard_wrapped_prose_with_a_colon_is_no_list(body):
    prose = "They have two tasks: boilers and\ntanks of 3 sorts, and one aim: no\nleak in 10 years."
    assert "- " not in body(f"{TOP}DUTIES\n\n{prose}\n")


def test_numbers_in_letters_of_headings_are_no_lost_words(converted):
    made = converted(
        "BOILERMAKER\n\nI.   DUTIES\n\nThey weld.  They rivet.\n\nII.  EARNINGS\n\nBy the hour."
    )
    assert "I019" not in codes(made)
    assert made.guide is not None


@pytest.mark.parametrize("heading", ["Outlook: Ohio", "Wages — Statewide", "Pay in Texas"])
def test_a_place_in_the_heading_of_a_section_stays_and_narrows_its_figures(converted, heading):
    text = f"# Welder\n\n## Overview\n\nWelders join metal.\n\n## {heading}\n\nMedian wage: $50,000\n\nEmployment is projected to grow 5 percent from 2024 to 2034.\n"
    made = converted(text, "a.md")
    assert f"## {heading}" in made.text
    assert facts_of(made) == {}


def test_below_a_heading_of_the_whole_country_a_table_states_its_figures(converted):
    rows = "\n\n| | Hourly | Annual |\n|---|---|---|\n| Median | {} | {} |\n\n"
    text = (
        "# Welder\n\n## Overview\n\nWelders join metal.\n\n## Wages — Statewide"
        + rows.format("$29.40", "$61,150")
        + "## Wages — United States"
        + rows.format("$30.08", "$62,580")
    )
    assert {str(value) for value in facts_of(converted(text, "a.md")).values()} == {
        "30.08",
        "62580",
    }


def test_cells_of_a_spreadsheet_are_as_they_were_typed(body):
    text = (
        "Occupation\tMechanic\nOverview\tMechanics mend cold rooms, ice machines and display cases in shops and on ships.\n"
        'Education\t"Schools say ""six to twelve months"".\nEmployers hire in spring, and train those whom they hire for a year."\n'
        'Salary\tA 24" screen helps, and pay depends on the shop, the season and the hour of the night.\n'
    )
    made = body(text, "a.txt")
    assert 'Schools say "six to twelve months". Employers hire in spring' in made
    assert 'A 24" screen helps' in made


def test_lines_of_dots_right_below_a_heading_are_no_headings(converted):
    made = converted(
        f"{TOP}Job outlook\n  Jobs in 2024 ............. 12,200\n  Growth ................... 5%\n\n"
        "Salary\n  Median ................... $72,830\n  Highest 10 percent ....... $99,700\n",
        "a.txt",
    )
    assert [section.title for section in made.guide.sections][1:] == ["Career Outlook", "Salary"]
    assert facts_of(made) == {
        "employment": 12200,
        "projected_growth": 5,
        "median_wage": 72830,
        "wage_p90": 99700,
    }


def test_dots_lead_to_words_as_they_lead_to_figures(body):
    text = (
        "MASON\n\nSALARY\n\nMedian ........... $25.88 hourly / $53,830 annually (May 2023)\n"
        "Overtime ......... time and a half after 8 hrs/day\n"
    )
    assert "- Overtime: time and a half after 8 hrs/day" in body(text, "mason.txt")


def test_who_asks_and_who_answers_begin_paragraphs(body):
    text = (
        "Dental Assistant\n\nOverview\n\nQ: Is it loud?\nA: No, it hums.\nQ: And the pay? It is low\nat first.\n"
        "A: It rises.\n\nAna Ruiz: We like it.\nHost: Why is that?\nShe laughs.\nAna Ruiz: It is calm.\n"
    )
    paragraphs = body(text, "talk.txt").split("\n\n")
    assert paragraphs[-6:] == [
        "A: No, it hums.",
        "Q: And the pay? It is low at first.",
        "A: It rises.",
        "Ana Ruiz: We like it.",
        "Host: Why is that? She laughs.",
        "Ana Ruiz: It is calm.",
    ]
