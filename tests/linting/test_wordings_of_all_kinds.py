"""Faults in words that are in no list of examples, each beside what only looks like one."""

from __future__ import annotations

import pytest
from linting.linted import codes


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("You can count on making $60,000 in your first year.", "M002"),
        ("Six figures are within easy reach of a baker.", "M002"),
        ("The job is practically yours.", "M001"),
        ("Your success is our guarantee.", "M001"),
        ("As of this writing in 2014, no school teaches it.", "S003"),
        ("Applicants fax the form to the district office.", "S007"),
        ("Beginning next fall, the course takes two years.", "S007"),
        ("Boys who love engines will find this a fine trade.", "G003"),
        ("It takes a real man to climb a tower.", "G003"),
        ("Older workers often struggle with software.", "G003"),
        ("Postmen walk ten miles.", "G003"),
        ("The nurse should tell her patient what she does.", "G003"),
        ("Cliquez ici pour en savoir plus.", "X006"),
        ("Hier klicken, um mehr zu erfahren.", "X006"),
        ("Lire la suite", "X006"),
        ("Zuletzt aktualisiert: 3. März 2020", "X006"),
        ("The course takes as little is four months.", "G005"),
        ("Kommentar schreiben", "X006"),
    ],
)
def test_a_fault_is_reported_in_new_words(body, code):
    assert code in codes(body)


@pytest.mark.parametrize(
    "body",
    [
        "Some bakers earn six figures.",
        "Students begin the spring term in May.",
        "The women who work here formed a union.",
        "A woman will find the shelter at the end of the street.",
        "What was known as a fireman is a firefighter.",
        "The term manpower appears in older contracts.",
        "The loaf is round | oval | long, and the dough is soft.",
        "The rope must be twenty feet long. Anyone of 18 may climb.",
        "The tire must be 32 psi. Anyone of 18 may drive.",
        "The program serves young people and older adults.",
        "Everyone starts full time. Some work part time.",
        "The exam has 100 questions. Seventy of the 100 questions are on law.",
        "The school has 12 teachers. Three of the 40 students are bakers.",
    ],
)
def test_what_only_looks_like_one_is_not_reported(body):
    assert [code for code in codes(body) if code[0] in "MQSGX"] == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("The trade is dying out. Employment is projected to grow 8 percent by 2034.", "Q004"),
        ("You must be at least 18. Anyone over 16 may begin.", "Q007"),
        ("Bakers need no diploma. A high school diploma is required.", "Q001"),
        ("The shop has 12 looms. Two of the 15 looms are new.", "Q006"),
        ("They work only outdoors. The work takes place in an office.", "Q008"),
        ("Applicants as young as 18 are accepted. You must be twenty-one to apply.", "Q007"),
        ("Half of the bakers are men. Ninety percent are women.", "Q008"),
        ("Bakers work in crews of four. They work entirely alone.", "Q008"),
        ("The job requires no travel. Expect to travel two weeks a month.", "Q008"),
    ],
)
def test_contradictions_are_reported_in_new_words(body, code):
    assert code in codes(body)


def test_a_person_in_a_picture_is_one():
    assert codes("The male nurse in the photo checks a chart.") == []
    assert codes("The male nurse checks a chart.") == ["G003", "G003"]
