"""Tables that can become cards: each cell knows its column, and its role outlives `display`."""

from __future__ import annotations

import pytest
from lxml import etree

from guidepub.themes.cards import label_cells

ROW = "<tr><td>Rye</td><td>4</td></tr>"
HEAD = "<thead><tr><th scope='col'>Loaf <em>kind</em></th><th scope='col'>Hours</th></tr></thead>"


def table(inner: str) -> etree._Element:
    found = etree.fromstring(f'<table xmlns="http://www.w3.org/1999/xhtml">{inner}</table>')
    label_cells(found)
    return found


def test_cells_name_their_columns():
    found = table(f"{HEAD}<tbody>{ROW}</tbody>")
    assert found.get("class") == "cards"
    cells = list(found.iter("{*}td"))
    assert [cell.get("data-column") for cell in cells] == ["Loaf kind", "Hours"]
    assert ["".join(cell.itertext()) for cell in cells] == ["Rye", "4"]
    assert [cell.get("role") for cell in cells] == ["cell", "cell"]
    assert {each.get("role") for each in found.iter("{*}th")} == {"columnheader"}


def test_a_cell_that_heads_its_row_still_does_on_a_card():
    row = ROW.replace("<td>", "<td role='rowheader'>", 1)
    found = table(f"{HEAD}<tbody>{row}</tbody>")
    assert [cell.get("role") for cell in found.iter("{*}td")] == ["rowheader", "cell"]


def test_a_column_without_a_name_gives_no_label():
    head = HEAD.replace("Loaf <em>kind</em>", "")
    first, second = table(f"{head}<tbody>{ROW}</tbody>").iter("{*}td")
    assert first.get("data-column") is None
    assert second.get("data-column") == "Hours"


def test_many_columns_become_cards_on_wider_screens():
    head, row = "<th>H</th>" * 5, "<td>C</td>" * 5
    found = table(f"<thead><tr>{head}</tr></thead><tbody><tr>{row}</tr></tbody>")
    assert found.get("class") == "cards many"


@pytest.mark.parametrize(
    "inner",
    [
        f"<tbody>{ROW}</tbody>",
        f"{HEAD}<tbody><tr><td colspan='2'>Rye</td></tr></tbody>",
        f"{HEAD}<tbody><tr><td>Rye</td></tr></tbody>",
        f"{HEAD}<tbody>{ROW}</tbody><tfoot>{ROW}</tfoot>",
        HEAD.replace("</tr></thead>", f"</tr>{ROW}</thead>") + f"<tbody>{ROW}</tbody>",
    ],
)
def test_what_is_no_plain_grid_stays_a_table(inner):
    found = table(inner)
    assert found.get("class") == "plain"
    assert not any(each.get("role") == "cell" for each in found.iter("*"))
