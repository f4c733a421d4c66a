"""Pages are filled: short sections run on, and text goes on around what has no room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from definitions import guide

import guidepub
from guidepub import Catalog, Fact, Source
from guidepub.assembly import assemble
from guidepub.model import Book
from guidepub.pdf import BookPages
from guidepub.pdf.layout.laying import Laid
from guidepub.pdf.leaves.sequences import sequences

LINE = "The shop opens early, and workers set out their tools for the day. "
ROWS = "\n".join(f"| Row {n} | {n} |" for n in range(1, 8))
TABLE = f":::{{table}} Tools\n| Tool | Count |\n|:--|--:|\n{ROWS}\n:::"
SOURCES = {"ooh": Source(title="OOH", publisher="BLS")}
FACTS = {
    "projected_growth": Fact(value=5, unit="percent", period=[2024, 2034], source="ooh"),
    "all_growth": Fact(value=3, unit="percent", period=[2024, 2034], source="ooh"),
    "employment": Fact(value=4000, unit="jobs", as_of=2024),
    "projected_employment": Fact(value=5000, unit="jobs", period=[2024, 2034]),
    "employment_change": Fact(value=1000, unit="jobs", period=[2024, 2034]),
}
BOX = ":::{tip} Ask\n" + f"- {LINE}\n" * 6 + "- Last.\n:::"
# What fills the first page but for some lines.
MOST = f"{LINE * 15}\n\n"


def book_of(*bodies: str, **theme: str) -> Book:
    made = guide(*bodies)
    book = assemble(made, Catalog.of(made))
    return book.model_copy(update={"theme": book.theme.model_copy(update=theme)})


def laid_out(book: Book) -> Laid:
    pages = BookPages(book)
    with pages.attended():
        return pages.laid_out("screen")


@pytest.mark.parametrize(("lines", "ends"), [(8, (0, 1)), (11, (1, 1)), (41, (1, 2))])
def test_the_career_in_figures_is_seen_at_once(lines, ends):
    # It goes on behind a recto only if half of that would be empty; from a verso, on the page beside.
    made = guide(
        f"{LINE * lines}\n\n:::{{figures}}\n:::", facts=FACTS, at_a_glance=[], sources=SOURCES
    )
    pages = texts(laid_out(assemble(made, Catalog.of(made))))
    parts = ("The Career in Figures", "Expected to Change", "Jobs Now and Then", "Source: ")
    found = [next(n for n, text in enumerate(pages) if part in text) for part in parts]
    assert found == [ends[0], ends[0], ends[1], ends[1]]


def texts(laid: Laid) -> list[str]:
    """Return what stands on each page of the body, without its running heads and notes."""
    found = []
    for page, names in zip(laid.document.pages, laid.names, strict=True):
        if any(name.startswith("section-") for name in names):
            text, *_ = page._page_box.children
            # A word and its number stand on one line in a cell.
            found.append("".join(box.text for box in _texts(text)).replace("\u00a0", " "))
    return found


def _texts(box: Any) -> Iterator[Any]:
    return (each for each in box.descendants(placeholders=True) if hasattr(each, "text"))


def test_short_sections_follow_each_other_and_notices_do_not():
    book = book_of("Ovens are hot.", "Bread is made.", "Flour is dear.")
    kinds = [[leaf.kind for leaf in leaves] for leaves in sequences(book)]
    assert ["section", "section", "section"] in kinds
    assert ["imprint-page"] in kinds
    assert sum(map(len, kinds)) == len(book.leaves)


@pytest.mark.parametrize(
    ("body", "theme"), [("Bread.", {"sections": "new-page"}), (f"{LINE * 150}\n\n{LINE * 150}", {})]
)
def test_each_section_opens_a_page_where_a_theme_says_so_or_sections_are_long(body, theme):
    book = book_of(body, body, **theme)
    assert all(len(leaves) == 1 for leaves in sequences(book))


def test_the_contents_lead_to_the_page_on_which_a_section_follows():
    # The file is compared with the book before it is returned: titles, page numbers, links.
    book = book_of("Ovens are hot.", "Bread is made.[^a]\n\n[^a]: Of flour.", LINE * 60)
    laid = laid_out(book)
    names = next(names for names in laid.names if "section-part-1" in names)
    assert {"section-part-2", "section-part-3"} <= set(names)
    assert guidepub.render(book, "screen")


def test_a_section_that_would_have_a_few_lines_below_its_title_begins_the_next_page():
    first, second = texts(laid_out(book_of(LINE * 29, LINE * 4)))
    assert "Part 2" not in first
    assert "Part 2" in second


def test_text_goes_on_before_a_table_that_has_no_room():
    first, second, *_ = texts(laid_out(floating_book()))
    assert "Behind the table." in first
    assert "Row 1" not in first
    assert second.index("Row 7") < second.index("Last.")
    assert guidepub.render(floating_book(), "screen")


def floating_book() -> Book:
    return book_of(f"{MOST}{TABLE}\n\nBehind the table. {LINE * 6}\n\nLast. {LINE * 20}")


def test_a_paragraph_that_has_gone_before_a_table_has_the_indent_of_others():
    laid = laid_out(floating_book())
    page = next(
        page for page, text in zip(body(laid), texts(laid), strict=True) if "Behind" in text
    )
    lines = [box for box in _texts(page._page_box) if box.text.startswith(("Behind", "The shop"))]
    left = min(box.position_x for box in lines)
    (behind,) = [box for box in lines if box.text.startswith("Behind")]
    assert behind.position_x > left + 10


@pytest.mark.parametrize(
    "block",
    [
        ":::{quote} Ana Ruiz\nOne word at a time.\n:::",
        "| Tool | Size |\n|---|---|\n| Lathe | 3 |",
        ":::{columns}\n- Lathe\n- Vise\n:::",
        "---",
    ],
)
def test_a_paragraph_has_no_indent_behind_what_parts_it_from_others(block):
    laid = laid_out(book_of(f"First. {LINE}\n\nNext. {LINE}\n\n{block}\n\nBehind. {LINE}"))
    lines = [box for page in body(laid) for box in _texts(page._page_box)]
    first, second, behind = (
        next(box.position_x for box in lines if box.text.startswith(word))
        for word in ("First", "Next", "Behind")
    )
    assert first == behind < second - 10


def body(laid: Laid) -> list[Any]:
    return [
        page
        for page, names in zip(laid.document.pages, laid.names, strict=True)
        if any(name.startswith("section-") for name in names)
    ]


def test_a_table_stays_with_the_words_that_lead_to_it():
    body_text = f"{MOST}{LINE * 2}These are all of our tools:\n\n{TABLE}\n\nBehind. {LINE * 9}"
    text = "".join(texts(laid_out(book_of(body_text))))
    assert text.index("tools:") < text.index("Row 1") < text.index("Row 7") < text.index("Behind.")


def test_notes_stay_in_order_around_a_table_that_has_no_room():
    table = TABLE.replace("Row 7", "Row 7[^t]")
    body_text = (
        f"{MOST}{table}\n\nBehind.[^b] {LINE * 9}\n\n[^t]: Of the table.\n\n[^b]: Of the text."
    )
    assert guidepub.render(book_of(body_text), "screen")
    laid = laid_out(book_of(body_text))
    notes = ["".join(box.text for box in _texts(page._page_box)) for page in body(laid)]
    notes_text = "".join(notes)
    assert notes_text.index("Of the table.") < notes_text.index("Of the text.")


@pytest.mark.parametrize(("block", "last"), [(TABLE, "Row 7"), (BOX, "Last.")])
def test_what_no_text_goes_before_breaks_rather_than_leave_the_page_empty(block, last):
    body_text = f"{MOST}{block}"
    first, second, *_ = texts(laid_out(book_of(body_text)))
    head = "Tools" if block == TABLE else "Ask"
    assert head in first
    assert last in second
