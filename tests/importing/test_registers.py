"""Texts in registers of all kinds: headings in any words, labelled lines, pay said twice."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guidepub.importing.headings import guide_title, known_section
from guidepub.importing.section_words import section_by_words


@pytest.mark.parametrize(
    ("section", "language", "heading", "text"),
    [
        ("outlook", "en", "Is Anyone Hiring?", "Yes, nearly everybody is."),
        ("salary", "en", "So How Well Are They Paid?", "Quite well."),
        ("education", "en", "Hitting those books", "A diploma will do."),
        ("salary", "es", "Hablemos de sueldos", "Depende de la casa."),
        ("outlook", "fr", "Et l’avenir, alors ?", "Il est clair."),
        ("overview", "de", "Darum geht es hier", "Gläser werden geschliffen."),
        # Two sections, another one's words below, and no words at all.
        ("", "en", "Schools that pay", "They are rare."),
        ("", "en", "Paid in smiles", "A diploma, a course and an exam at a college come first."),
        ("", "en", "My cat", "It sleeps."),
    ],
)
def test_a_heading_in_its_own_words_points_to_a_section(section, language, heading, text):
    assert section_by_words(text, language, (), heading) == section


def test_numbers_of_chapters_and_questions_are_no_words_of_a_heading():
    assert known_section("12.3 Earnings") == known_section("Q: Earnings") == "salary"
    assert guide_title("Chapter 12: Social Worker") == "Social Worker"
    assert guide_title("Part-Time Nurse") == "Part-Time Nurse"


def test_words_before_a_colon_head_their_paragraphs(converted):
    text = (
        "Florist\n\nWORK: Florists tie bouquets and sell them.\n\n"
        "EARNINGS: They earned $30,000 at best in 1992.\n\n"
        "OUTLOOK: Few people buy flowers in a recession.\n\nNote: this is all."
    )
    guide = converted(text).guide
    bodies = {known_section(section.title): section.body for section in guide.sections}
    assert bodies["salary"].strip() == "They earned $30,000 at best in 1992."
    assert "Note: this is all." in bodies["outlook"]


def test_one_label_alone_is_no_heading(converted):
    text = "# Florist\n\n## Overview\n\nA trade.\n\nPay: they earn what they can in a small town."
    guide = converted(text, "text.md").guide
    assert [section.title for section in guide.sections] == ["Overview and Job Duties"]


LIST = """# Loan Officer

## Key figures

- Median pay: $74,180 per year
- Entry-level education: Bachelor's degree
- Number of jobs: 302,000
- Job growth, 2024-34: 2% to 4%
- Annual openings: 20,300 or more
- Starting pay: $40,000 in Ohio
"""


def test_labelled_lines_of_a_list_state_facts_but_ranges_limits_and_places(converted):
    facts = {fact.key: fact.value for fact in converted(LIST, "text.md").facts}
    assert facts == {
        "median_wage": Decimal(74180), "entry_education": "bachelor", "employment": Decimal(302000)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "yearly", "hourly"),
    [
        ("Barbers made a median of $18.73 an hour, which works out to $38,960 a year.", 38960, "18.73"),
        ("The median pay of barbers is $38,960 a year, or $18.73 an hour.", 38960, "18.73"),
        ("The median pay of barbers is $38,960 a year ($18.73 an hour).", 38960, "18.73"),
        ("The median pay of barbers is $38,960 a year, beside $18.73 an hour for guests.", 38960, None),
    ],
)  # fmt: skip
def test_pay_said_again_by_the_hour_is_the_same_measure(converted, sentence, yearly, hourly):
    facts = {
        f.key: f.value for f in converted(f"# Barber\n\n## Pay\n\n{sentence}", "text.md").facts
    }
    assert facts.get("median_wage") == yearly
    assert facts.get("median_hourly_wage") == (hourly and Decimal(hourly))
