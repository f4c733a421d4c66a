"""Tables in the tagged structure: heads, row headers, captions (ISO 14289-1, 7.5)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from structures import Element, screen_pdf, structure

from guidepub import Fact

ROWS = [f"| Row {n} | cell {n} | more |\n" for n in range(70)]
BODY = """:::{{table}} A caption
:row-headers: {}

| Name | Second | Third |
|---|---|---|
{}:::
"""


@pytest.fixture(scope="module")
def tables() -> Iterator[list[Element]]:
    """One table over two pages whose rows have headers, and one of which they have none."""
    pdf = screen_pdf(BODY.format("yes", "".join(ROWS)), BODY.format("no", ROWS[0]))
    with pdf:
        yield structure(pdf).all("Table")


def names(cells: list[Element]) -> list[str]:
    return [str(cell.object.ID) for cell in cells]


def test_a_cell_names_its_column_and_the_first_of_its_row(tables):
    table, _ = tables
    rows = table.all("TR")
    assert len(rows) == 71
    assert {str(cell.object.A.Scope) for cell in rows[0].kids} == {"/Column"}
    for row in rows[1:]:
        first, *others = row.kids
        assert (first.kind, str(first.object.A.Scope)) == ("TH", "/Row")
        for cell, column in zip(others, rows[0].kids[1:], strict=True):
            assert list(map(str, cell.object.A.Headers)) == names([first, column])


def test_cells_are_no_headers_unless_they_are_marked_as_such(tables):
    _, table = tables
    assert len(table.all("TH")) == 3
    assert all(len(list(cell.object.A.Headers)) == 1 for cell in table.all("TD"))


def test_a_caption_stands_in_its_table_once(tables):
    for table in tables:
        assert [kid.kind for kid in table.kids] == ["Caption", "THead", "TBody"]


def test_a_head_that_is_printed_again_is_an_artifact(tables):
    (head,) = tables[0].all("THead")
    pages = {cell.object.Pg.objgen for cell in tables[0].all("TH")}
    assert len(pages) > 1
    assert {cell.object.Pg.objgen for cell in head.all("TH")} < pages


def test_a_picture_holds_its_caption_and_a_list_says_how_it_is_numbered():
    drawn = ":::{chart} Pay\n:facts: pay\n:::\n\n1. one\n2. two\n\n- a\n- b"
    pdf = screen_pdf(drawn, facts={"pay": Fact(value=51000, unit="USD/year", as_of=2024)})
    tree = structure(pdf)
    (figure,) = (each for each in tree.all("Figure") if each.all("Caption"))
    assert "51,000" in str(figure.object.Alt)
    kinds = [str(each.object.A.ListNumbering) for each in tree.all("L")]
    assert kinds[-2:] == ["/Decimal", "/Disc"]
    entries = tree.all("TOCI")
    assert entries
    assert all([kid.kind for kid in entry.kids] == ["Reference"] for entry in entries)
