"""Lines that only announce a text, in texts whose lines are not set apart."""

import pytest

TEXT = """Taxidermist

Overview
Taxidermists mount skins of birds.
Click or tap here to enter text.

Education
TBD
Two-week courses exist.

Job Outlook
Lorem ipsum dolor sit amet, consectetur adipiscing elit.
Museums hire seldom; hunters come every autumn.

Jobs
Taxidermists held about 5.3K jobs in 2024.

Choose an item.
"""


def test_they_are_left_out_and_the_text_around_them_is_kept(converted):
    made = converted(TEXT, "a.txt").text
    for words in ("Click or tap", "TBD", "Lorem ipsum", "Choose an item"):
        assert words not in made.split("---\n", 2)[2]
    for words in ("mount skins", "Two-week courses exist", "Museums hire seldom"):
        assert words in made


def test_a_heading_of_one_word_is_no_part_of_the_name_below_it(converted):
    made = converted(TEXT, "a.txt")
    assert made.guide.facts["employment"].value == 5300


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("El pago de las horas de mayo queda\npendiente. Nadie lo reclama.", "pendiente"),
        ("Advertise on this page only. The shop sees who comes.", "The shop sees"),
        ("Advertise here with care: the trade needs its own words.", "Advertise here with care"),
        ("Lorem ipsum is what printers set to fill a page. They do so daily.", "They do so daily"),
    ],
)
def test_the_end_of_a_sentence_announces_nothing(converted, words, kept):
    assert kept in converted(f"Florist\n\nOverview\n{words}\n", "a.txt").text


@pytest.mark.parametrize(
    "sentence",
    [
        "Some sites say that welders need a bachelor's degree.",
        "Há quem diga que o soldador precisa de ter o 12.º ano.",
    ],
)
def test_what_others_merely_say_is_no_requirement(converted, sentence):
    made = converted(f"Welder\n\nEducation\n\n{sentence}\n", "a.txt")
    assert "entry_education" not in made.text
