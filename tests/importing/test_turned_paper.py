"""PDFs with words that run upwards, downwards or upside down: wide tables and heads of columns."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from guidepub.importing.originals.citations import Citations
from guidepub.importing.pdf.reader import read_pdf

LINE = "Florists arrange flowers for weddings, and sell them in small shops."
ROWS = (("State", "Median wage"), ("Ohio", "$30,100"), ("Maine", "$31,200"), ("Utah", "$29,900"))
LEVEL = "1 0 0 1"
UPWARDS, DOWNWARDS, UPSIDE_DOWN = "0 1 -1 0", "0 -1 1 0", "-1 0 0 -1"


def shown(text, left, foot, way=LEVEL, size=10):
    return f"BT /F {size} Tf {way} {left} {foot} Tm ({text}) Tj ET "


def blocks(content, way=LEVEL, rotate=0):
    """Return the blocks of a page whose content runs as it is told, about the page's middle."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(700, 700))
    face = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F=face))
    turned = f"1 0 0 1 350 350 cm {way} 0 0 cm 1 0 0 1 -350 -350 cm {content}"
    page.Contents = pdf.make_stream(turned.encode())
    page.Rotate = rotate
    buffer = io.BytesIO()
    pdf.save(buffer)
    return read_pdf(buffer.getvalue(), "x.pdf", Citations(), "en").blocks


@pytest.mark.parametrize(
    ("way", "rotate"),
    [(LEVEL, 0), (UPWARDS, 0), (UPWARDS, 90), (DOWNWARDS, 0), (DOWNWARDS, 270), (UPSIDE_DOWN, 180)],
)
def test_a_page_is_read_along_its_words_whichever_way_they_run(way, rotate):
    page = shown(LINE, 72, 640) + shown("They open early.", 72, 628)
    for number, (state, wage) in enumerate(ROWS):
        page += shown(state, 72, 590 - 14 * number) + shown(wage, 300, 590 - 14 * number)
    text, table = blocks(page, way, rotate)
    assert text.text == f"{LINE} They open early."
    assert table.grid.words == ROWS


@pytest.mark.parametrize(("way", "foot"), [(UPWARDS, 600), (DOWNWARDS, 660)])
def test_heads_that_run_along_their_columns_keep_their_words_apart(way, foot):
    page = shown("Median wage", 150, foot, way) + shown("Mean wage", 250, foot, way)
    page += shown(LINE, 72, 560) + shown("They open early.", 72, 548)
    words = " ".join(block.text for block in blocks(page))
    assert "Median wage Mean wage" in words
    assert f"{LINE} They open early." in words


def test_letters_of_a_negative_size_that_a_matrix_turns_back_are_level():
    page = f"BT /F -10 Tf -1 0 0 -1 72 640 Tm ({LINE}) Tj ET"
    assert [block.text for block in blocks(page)] == [LINE]
