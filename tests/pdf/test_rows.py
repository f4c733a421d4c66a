"""Tables of high rows: their head stands on every page, and rows break where a page ends."""

from __future__ import annotations

import io

import pikepdf
import pytest
from definitions import guide
from finished import Pdf
from pagelist import page_list_faults
from structures import Element, held, structure

import guidepub
from guidepub import Catalog
from guidepub.assembly import assemble
from guidepub.model import PRESETS

pytestmark = pytest.mark.xdist_group("high rows")

NUMBERS = ("one", "two", "three", "four")


def sentences(count: int, word: str) -> str:
    letters = (chr(97 + n % 26) + chr(97 + n // 26) for n in range(count))
    return " ".join(f"Sentence {word} {pair} of a long cell." for pair in letters)


def table(*rows: tuple[str, ...]) -> str:
    lines = [("Step", *(f"Column {n}" for n, _ in enumerate(rows[0][1:], 1)))]
    lines += [("---",) * len(rows[0]), *rows]
    return "Opening words.\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in lines)


# A row as high as a third of a page, half of one, nearly one, and more than one.
SIZES = {"third": 26, "half": 40, "near": 78, "more": 150}
TABLES = {
    name: table(*((word, sentences(count, word)) for word in NUMBERS[: 2 if count > 99 else 4]))
    for name, count in SIZES.items()
}
TABLES["in a box"] = f":::{{note}} A box\n{TABLES['third']}\n:::"
TABLES["with a caption"] = "Opening words.\n\n:::{{table}} A caption\n{}\n:::".format(
    TABLES["third"].partition("\n\n")[2]
)
TABLES["side by side"] = table(
    *((sentences(40, word), sentences(60, f"{word}s")) for word in NUMBERS[:2])
)


def book_in(theme: str, *bodies: str):
    """Return a book with a section for each body, in a shipped theme's own trim size."""
    made = guide(*bodies)
    catalog = Catalog.of(made)
    trim = PRESETS[{"classic": "us-trade", "school": "us-letter", "school-large": "a4"}[theme]]
    defaults = catalog.defaults.model_copy(update={"theme": theme, "trim": trim})
    return assemble(made, catalog.model_copy(update={"defaults": defaults}))


@pytest.fixture(scope="module")
def book():
    return book_in("classic", *TABLES.values())


@pytest.fixture(scope="module")
def screen(book) -> bytes:
    return guidepub.render(book, "screen")


def head_faults(data: bytes) -> list[str]:
    """Return the pages of tables on which their head is not printed, or is heard again."""
    faults, printed = [], Pdf(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        tables = structure(pdf).all("Table")
        there = [(pages[page], each) for each in tables for page in pages_of(each)]
        assert len(there) > 4
        faults += [f"page {page}" for page, _ in there if "Column 1" not in printed.text(page)]
        faults += [each.outline() for each in tables if each.outline().count("THead") != 1]
    return faults


def pages_of(table: Element) -> set[tuple[int, int]]:
    """Return the pages that a table's cells are on."""
    cells = [each.object for cell in table.all("TD") for each in (cell, *cell.walk())]
    parts = [kid for cell in cells for kid in held(cell) if "/MCID" in kid]
    return {each.Pg.objgen for each in (*cells, *parts)}


def test_a_table_has_its_head_on_every_page(screen):
    assert head_faults(screen) == []


@pytest.mark.parametrize("theme", ["school", "school-large"])
def test_a_table_has_its_head_on_every_page_in_every_theme(theme):
    # Their pages hold more.
    bodies = (TABLES["near"].replace("Sentence", "A longer sentence"), TABLES["more"])
    assert head_faults(guidepub.render(book_in(theme, *bodies), "screen")) == []


def test_no_page_stays_half_empty_before_a_high_row(screen, book):
    pdf = Pdf(screen)
    for leaf in (each for each in book.leaves if each.kind == "section"):
        *pages, _last = pdf.leaf_pages(leaf.title)
        for page in pages:
            lines = [line for line in pdf.text(page).splitlines() if line.strip()]
            assert pdf.height_of(page, lines[-1].strip()) > 0.75, f"{leaf.title}, page {page}"


def test_a_page_number_leads_to_the_words_that_the_page_begins_with(book):
    epub, printed = guidepub.render(book, "epub"), guidepub.render(book, "print")
    # The contents of so small a book have too few letters to be told apart.
    faults = [f for f in page_list_faults(epub, printed) if not f.startswith("page iii ")]
    assert faults == []


def test_low_rows_stay_whole():
    rows = (("a", sentences(3, f"row{n}")) for n in range(40))
    pdf = Pdf(guidepub.render(book_in("classic", table(*rows)), "screen"))
    pages = [" ".join(pdf.text(page).split()) for page in range(len(pdf))]
    for number in range(40):
        first, last = f"row{number} aa", f"row{number} ca"
        assert sum(first in page and last in page for page in pages) == 1
