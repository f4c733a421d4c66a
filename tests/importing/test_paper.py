"""Texts copied from paper: divided words, page numbers, running heads."""

from __future__ import annotations

import os

import pytest
from words import codes

from guidepub.importing.plain.divided_words import LineJoiner
from guidepub.importing.plain.page_furniture import is_page_number


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("They examine pa-\ntients for dis-\nease.", "They examine patients for disease."),
        ("It is well-\nknown.", "It is well-known."),
        ("For the self-\nemployed.", "For the self-employed."),
        ("For full-\nand part-\ntime work.", "For full- and part-time work."),
        ("Talk face-\nto-face.", "Talk face-to-face."),
        ("From 2024-\n2034 and $1-\n$2.", "From 2024-2034 and $1-$2."),
        ("An x-\nray and/\nor a scan.", "An x-ray and/or a scan."),
        ("Anglo-\nSaxon.", "Anglo-Saxon."),
        ("A dash -\nwith spaces.", "A dash - with spaces."),
        ("Soft\u00ad\nware and soft\u00adware.", "Software and software."),
        ("The o\ufb03ce pa\u2010\ntients.", "The office patients."),
        ("A grotsel-\nwumper here, a grotselwumper there.", "A grotselwumper here, a grotselwumper there."),
        ("A zorble-\nflank here, a zorble-flank there.", "A zorble-flank here, a zorble-flank there."),
        ("plain\nwords", "plain words"),
    ],
)  # fmt: skip
def test_what_a_line_s_end_parts_is_joined(lines, text):
    joiner = LineJoiner(lines, "en-US")
    assert joiner.joined(lines.split("\n")) == text
    assert joiner.unsure == []


@pytest.mark.parametrize(
    ("language", "lines", "text"),
    [
        ("de-DE", "Das Kran-\nkenhaus.", "Das Krankenhaus."),
        ("es", "Los pa-\ncientes.", "Los pacientes."),
        ("fr-FR", "Les pa-\ntients.", "Les patients."),
        ("de-DE", "Vor-\nund Nachteile.", "Vor- und Nachteile."),
    ],
)
def test_other_languages_have_lists_of_their_own(language, lines, text):
    assert LineJoiner(lines, language).joined(lines.split("\n")) == text


@pytest.mark.parametrize(
    ("language", "text", "unsure"),
    [("en-US", "A grotselwumper.", "grotselwumper"), ("pl", "A grotsel-wumper.", "grotsel-wumper")],
)
def test_a_word_that_nobody_knows_is_reported(converted, language, text, unsure):
    joiner = LineJoiner("", language)
    assert joiner.joined(["A grotsel-", "wumper."]) == text
    assert joiner.unsure == [unsure]
    imported = converted("Overview\n\nA grotsel-\nwumper stood there.", "a.txt")
    assert [f.message for f in imported.findings if f.code == "I055"] == [
        "Words divided at the ends of lines may be joined wrongly: grotselwumper"
    ]
    assert "I055" not in codes(converted("Overview\n\nThe pa-\ntients stood there.", "a.txt"))


@pytest.mark.parametrize(
    "line",
    ["Page 2 of 9", "page 12", "2 | Page", "Page | 2", "- 2 -", "– 14 –", "P. 3/9", "Seite 4 von 9",
     "Página 3 de 10", "Page iv", "[ 7 ]"],
)  # fmt: skip
def test_a_number_of_a_page_is_no_text(body, line):
    assert is_page_number(line)
    text = (
        f"A Title\n\nOverview\n\nOne begins here\n{line}\n\nand ends here. So.\n\nTwo stands alone."
    )
    got = body(text, "a.txt").partition("\n\n")[2]
    assert got == "One begins here and ends here. So.\n\nTwo stands alone."


@pytest.mark.parametrize("line", ["Page turners of 9", "2", "Page 2 tells of pay", "2 Pages", "-2"])
def test_other_lines_are_text(line):
    assert not is_page_number(line)


def test_numbers_of_pages_in_pages_and_word_files_are_left_out_too(converted):
    prose = "<p>" + "Welders join parts of metal with heat. " * 5 + "</p>"
    imported = converted(
        f"<body><h2>Overview</h2>{prose}<h3>Page 2 of 9</h3>{prose}</body>", "a.html"
    )
    assert "Page 2" not in imported.text
    assert [p.fate for p in imported.passages if p.text == "Page 2 of 9"] == ["metadata"]


def test_heads_that_run_over_the_pages_are_left_out_and_reported(converted):
    pages = [
        f"Baker Guide\n\nBread rises on day {n}. " + "It is baked. " * 8 + f"\n\nPage {n} of 3\n"
        for n in (1, 2, 3)
    ]
    imported = converted("A Title\n\nOverview\n\n" + "\n".join(pages), "a.txt")
    assert "Baker Guide" not in imported.text
    assert imported.text.count("Bread rises") == 3
    assert [p.fate for p in imported.passages if p.text == "Baker Guide"] == ["furniture"] * 3


def test_lines_of_a_list_beside_numbers_of_pages_are_text(body):
    pages = [
        f"{city} College\nLevel: associate\nLength: {n} months\n\nPage {n}\n\nLevel: master\nYears: {n + 3}"
        for n, city in enumerate(["Akron", "Boston", "Camden"], 1)
    ]
    text = body("A Title\n\nOverview\n\n" + "\n\n".join(pages), "a.txt")
    assert text.count("Level: associate") == text.count("Level: master") == 3
    assert all(f"Length: {n} months" in text and f"Years: {n + 3}" in text for n in (1, 2, 3))


def test_numbers_alone_are_pages_only_if_they_count_through_the_text(converted):
    prose = "\n".join(f"Line {n} of a text that goes on and on here." for n in range(20))
    text = f"A Title\n\nOverview\n\n{prose}\n\n3\n\n{prose}\n\n4\n\n{prose}"
    got = converted(text, "a.txt").text
    assert "\n3\n" not in got
    kept = converted("A Title\n\nOverview\n\nScores:\n\n3\n\n4\n\nare good.", "a.txt").text
    assert "\n3\n" in kept


def test_a_word_that_a_page_s_end_parts_is_joined(body):
    text = "A Title\n\nOverview\n\nThey examine pa-\n\nPage 1 of 2\n\ntients with care."
    assert body(text, "a.txt").endswith("They examine patients with care.")


@pytest.mark.parametrize(
    ("text", "markdown", "expected"),
    [
        ("3. c\n4. d", "3. c\n4. d", False),
        ("1. c\n1. d", "1. c\n2. d", False),
        ("1. c\n3. d", "1. c\n3) d", False),
        ("a) c\nb) d", "1. c\n2. d", True),
        ("1. pa-\n   tients\n2. d", "1. patients\n2. d", False),
    ],
)
def test_a_list_of_a_text_keeps_its_numbers(converted, text, markdown, expected):
    imported = converted(f"A Title\n\nOverview\n\nWords first.\n\n{text}", "a.txt")
    assert imported.text.endswith(f"Words first.\n\n{markdown}\n")
    assert ("I057" in codes(imported)) == expected


@pytest.mark.parametrize(
    "line", ["a-", "- 2 -", "Page ", "a" * 99 + "-", " " * 90, "1. a-", "|" * 99]
)
def test_a_text_made_to_keep_the_program_busy_is_soon_read(line):
    from guidepub.importing.plain.page_furniture import without_page_furniture

    begin = os.times().user
    lines = [(n, line) for n in range(20_000)]
    kept, _ = without_page_furniture(lines)
    LineJoiner("\n".join(text for _, text in lines), "en-US").joined([text for _, text in kept])
    assert os.times().user - begin < 5


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("They see pa-\ntients for dis-\nease.\nMore.", "They see patients for disease. More."),
        ("- pa-\n  tients\n- well-\n  known", "- patients\n- well-known"),
        ("```\npa-\ntients\n```", "```\npa-\ntients\n```"),
        ("A full-\nand part-time job", "A full- and part-time job"),
        ("- a-\n- b", "- a-\n- b"),
    ],
)
def test_words_of_markdown_are_made_whole_too(body, markdown, text):
    assert body(f"# Overview\n\n{markdown}\n", "a.md").partition("\n\n")[2] == text


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("They han¬\ndle panes.", "They handle panes."),
        ("They also re-\n\n12\n\npair old frames.", "They also repair old frames."),
        ("They cut.\n\n12\n\nThen they rest.", "They cut.\n\n12\n\nThen they rest."),
        (
            "They also re-\n\n- 3 -\n\nTrades at work          Glazier\n\npair frames.",
            "They also repair frames.",
        ),
        ("A class helps. • one • two", "A class helps.\n\n- one\n- two"),
        ("They go to York • Hull • Ely, by road.", "They go to York • Hull • Ely, by road."),
    ],
)
def test_what_a_page_s_end_puts_into_a_sentence_of_a_copied_text_is_taken_out(body, text, whole):
    head = "Trades at work          Glazier\n\nGlazier\n\nOverview\n\nGlaziers cut.\n\n"
    made = body(f"{head}{text}\n\nSalary\n\nBy the hour.\n\n- 4 -\n", "a.txt")
    assert f"Glaziers cut.\n\n{whole}\n\n" in made


HEADED = """Weaver

Duties

Weavers warp a loom and throw a shuttle, and mend what broke in the night.

{}

Pay

By the yard, and by the pattern.

{}

Training

At the loom of somebody else.
"""


@pytest.mark.parametrize(
    "feet",
    [
        ("214  Trades of the Valley", "Trades of the Valley  215"),
        ("214 Trades of the Valley", "Trades of the Valley 215"),
        ("Trades of the Valley          31", "Trades of the Valley          32"),
        ("31 | Trades of the Valley", "32 | Trades of the Valley"),
    ],
)
def test_feet_of_pages_with_their_numbers_are_no_text(body, feet):
    text = body(HEADED.format(*feet), "weaver.txt")
    assert "Valley" not in text
    assert "By the yard, and by the pattern." in text


def test_numbered_headings_of_one_word_are_no_feet_of_pages(body):
    text = body(HEADED.format("Step 1", "Step 2"), "weaver.txt")
    assert "Step 1" in text
    assert "Step 2" in text


def test_lines_that_count_in_capitals_are_a_list_and_initials_are_none(body):
    text = "Actuary\n\nDuties\n\nA.  Define the problem.\nB.  Gather the data.\nC.  Test it.\n"
    assert "1. Define the problem.\n2. Gather the data.\n3. Test it." in body(text, "text.txt")
    text = "Actuary\n\nDuties\n\nA. Smith defined the problem.\nC. Jones gathered the data.\n"
    assert "A. Smith defined the problem. C. Jones" in body(text, "text.txt")


def test_a_number_alone_in_the_middle_of_a_page_is_the_page_s(body):
    text = "Guarda\n\nFunções\n\nO guarda percorre as matas e\navisa os bombeiros.\n\n{}12\n\nFormação\n\nUm curso.\n"
    assert "12" not in body(text.format(" " * 25), "x.txt")
    assert "12" in body(text.format(""), "x.txt")


def test_a_sign_of_copyright_counts_no_items(body):
    text = "Pilot\n\nOverview\n\nPilots steer ships.\n\n(c) the harbor office\n\nSalary\n\nBy the hour.\n"
    assert "© the harbor office" in body(text, "x.txt")
    items = text.replace("(c) the harbor office", "(a) steer\n(b) signal\n(c) moor")
    assert "3. moor" in body(items, "x.txt")


def test_running_heads_with_a_page_number_on_the_other_side_are_left_out(converted):
    gap = " " * 30
    text = (
        f"Job Guide 14{gap}Page 3\nSURVEYOR\n\nDuties.  Surveyors measure land.\n"
        f"Page 4{gap}Job Guide 14\n\nEarnings.  They are paid by the hour.\n"
    )
    made = converted(text)
    assert made.guide.title == "Surveyor"
    assert "Guide" not in made.text.split("---\n", 2)[2]


def test_a_running_head_of_two_lines_is_left_out_whole(converted):
    gap = " " * 30

    def head(page: int) -> str:
        return f"Job Guide 14{gap}Page {page} of 3\nSurveyors{gap}Training Council\n____________\n"

    text = (
        f"{head(1)}\nSURVEYORS\n\nWHAT THEY DO\n\nSurveyors measure land.\n\n"
        f"{head(2)}\nWHAT THEY EARN\n\nThey are paid by the hour.\n\n"
        f"{head(3)}\nHOW TO ENTER\n\nA license is needed.\n"
    )
    made = converted(text)
    assert made.guide.title == "Surveyors"
    assert "Council" not in made.text.split("---\n", 2)[2]


def test_rows_of_contents_with_page_numbers_are_no_running_heads(converted):
    gap = " " * 30
    text = f"Surveyor\n\nDuties\nSurveyors measure land.\n\nDeeds{gap}page 3\nMaps{gap}page 9\n"
    assert "Deeds" in converted(text).text
