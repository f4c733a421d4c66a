"""Worksheets: what their lists and tables become, and what is told of them."""

from __future__ import annotations

import pytest
from definitions import guide, leaf
from finished import words_of, xhtml

from guidepub import Book, Catalog, InputError
from guidepub.assembly import assemble
from guidepub.markdown import parse
from guidepub.themes.blanks import blanks
from guidepub.words.typography import Typography

TIP = ":::{tip} Ask the school\n- Is it *accredited*?[^1]\n- What does it cost?\n:::\n\n[^1]: By whom?\n\n"
PLAIN = Typography(quotes=('"', '"', "'", "'"))


def made(body: str, language: str = "en-US") -> Book:
    own = guide(body, language=language)
    return assemble(own, Catalog.of(own))


def sheet(*lines: str, before: str = "", language: str = "en-US"):
    """Return the block of a worksheet, given the lines below its first one."""
    book = made(before + "\n".join([":::{worksheet} A sheet", *lines, ":::"]), language)
    (found,) = xhtml(leaf(book, "section-part-1")).findall(".//div[@role='group']")
    return found


def asked(block) -> list[str]:
    return [blank.label for _, blank in blanks(block)]


def grid(block) -> list[list[str]]:
    return [[words_of(cell) for cell in row] for row in block.iter("tr")]


def test_items_are_rows_of_the_columns():
    block = sheet(":columns: First | Second", "- Town", "- Whole *cost*")
    assert grid(block) == [["", "First", "Second"], ["Town", "", ""], ["Whole cost", "", ""]]
    assert asked(block) == [
        "Town – First",
        "Town – Second",
        "Whole cost – First",
        "Whole cost – Second",
    ]
    assert [cell.get("scope") for cell in block.iter("th")] == ["col", "col", "row", "row"]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        ([":columns: 3", "- Town"], [["", "A", "B", "C"], ["Town", "", "", ""]]),
        ([":columns: 1", "- Town"], [["", "A"], ["Town", ""]]),
        ([":columns: Name", ":rows: 2"], [["Name"], [""], [""]]),
        ([":rows: 1", "- Town"], [["Town", ""], ["", ""]]),
        ([":columns: 2", ":rows: 1", "- Town"], [["", "A", "B"], ["Town", "", ""], ["", "", ""]]),
        (
            [":columns: 1", "- One", "", "Words.", "", "- Two"],
            [["", "A"], ["One", ""], ["", "A"], ["Two", ""]],
        ),
    ],
)
def test_rows_and_columns(lines, rows):
    assert grid(sheet(*lines)) == rows


def test_items_without_columns_have_lines():
    block = sheet(":lines: 3", "- What did I like?", "- What not?")
    assert asked(block) == ["What did I like?", "What not?"]
    assert [len(element) for element, _ in blanks(block)] == [3, 3]


def test_a_worksheet_may_be_lines_alone():
    block = sheet(":lines: 4")
    assert asked(block) == ["A sheet"]


def test_many_lines_are_several_fields_that_fit_on_a_page():
    block = sheet(":lines: 24")
    assert asked(block) == ["A sheet", "A sheet (2)", "A sheet (3)"]
    assert [len(element) for element, _ in blanks(block)] == [10, 10, 4]


def test_a_table_with_a_caption_is_filled_in():
    inner = ["::::{worksheet} A sheet", ":::{table} Costs", "| A | B |", "|---|---|", "| x | |"]
    book = made("\n".join([*inner, ":::", "::::"]))
    assert asked(xhtml(leaf(book, "section-part-1"))) == ["x – B"]


def test_boxes_are_ticked():
    block = sheet("- [ ] A day in a bakery", "- [ ] The *whole* cost")
    found = list(blanks(block))
    assert [blank.is_tick for _, blank in found] == [True, True]
    assert asked(block) == ["A day in a bakery", "The whole cost"]
    assert "[" not in words_of(block)


def test_boxes_and_rows_may_stand_in_one_list():
    block = sheet(":columns: 1", "- Town", "- [ ] Done")
    assert asked(block) == ["Town – A", "Done"]


def test_a_numbered_list_is_a_timeline():
    block = sheet("1. Now", "2. Then")
    assert asked(block) == ["Now", "Then"]
    assert block.find(".//ol").get("class") == "timeline"


def test_empty_cells_of_a_table_are_filled_in():
    block = sheet(":rows: 1", "| What | A year |", "|---|--:|", "| Books | |", "| Bus | $4 |")
    assert asked(block) == ["Books – A year", "Row 3 – What", "Row 3 – A year"]
    heads = [cell for cell in block.iter("td") if cell.get("role") == "rowheader"]
    assert [words_of(cell) for cell in heads] == ["Books", "Bus"]


def test_the_questions_of_a_box_are_rows():
    block = sheet(":questions: Ask the school", ":columns: 1", "- More", before=TIP)
    assert grid(block)[1:] == [["Is it accredited?", ""], ["What does it cost?", ""], ["More", ""]]
    assert not list(block.iter("a"))


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("Ask the scool", "Did you mean “Ask the school”?"),
        ("Fees", "Choose from: Ask the school."),
    ],
)
def test_a_box_that_is_not_there_is_reported(name, remedy):
    with pytest.raises(InputError) as caught:
        sheet(f":questions: {name}", before=TIP)
    (finding,) = caught.value.findings
    assert (finding.code, finding.remedy) == ("D033", remedy)
    assert f"“{name}”" in finding.message


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([], "The worksheet has nothing to fill in."),
        ([":columns: 3"], "The worksheet has nothing to fill in."),
        ([":columns: 7", "- a"], "The option “columns” cannot be “7”."),
        ([":columns: a|b|c|d|e|f|g", "- a"], "The option “columns” cannot be “a|b|c|d|e|f|g”."),
        ([":rows: 100"], "The option “rows” cannot be “100”."),
        ([":lines: 0", "- a"], "The option “lines” cannot be “0”."),
        (["- [x] a"], "A box of a worksheet is already ticked."),
    ],
)
def test_what_cannot_be_a_worksheet_is_reported(lines, message):
    found = parse("\n".join([":::{worksheet} A sheet", *lines, ":::"]), PLAIN).findings
    assert [finding.message for finding in found] == [message]


def test_a_box_to_tick_elsewhere_is_still_reported():
    (found,) = parse("- [ ] a", PLAIN).findings
    assert found.code == "D036"


def test_a_row_without_words_is_named_in_the_language_of_the_book():
    block = sheet(":columns: Nombre", ":rows: 1", language="es")
    assert asked(block) == ["Fila 1 – Nombre"]


def test_a_worksheet_is_referred_to_by_its_title():
    named = ":::{worksheet} My *costs*\n:name: costs\n:lines: 2\n:::\n"
    section = xhtml(leaf(made(f"See {{ref}}`costs`.\n\n{named}"), "section-part-1"))
    (link,) = [each for each in section.iter("a") if words_of(each) == "“My costs”"]
    target = link.get("href", "").partition("#")[2]
    assert [each.get("role") for each in section.iter() if each.get("id") == target] == ["group"]


def test_the_ids_of_two_worksheets_differ():
    one = ":::{worksheet} A\n:lines: 2\n:::\n\n"
    names = [b.name for _, b in blanks(xhtml(leaf(made(one * 2), "section-part-1")))]
    assert len(set(names)) == 2
