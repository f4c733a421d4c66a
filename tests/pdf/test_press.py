"""What a press gets: boxes, marks, padded pages, inks, the wrap and its bar code."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from guidepub.model import Press
from guidepub.model.guides.guide import Isbns
from guidepub.pdf import BookPages
from guidepub.pdf.covers.barcodes import price_digits
from guidepub.pdf.press import gutters
from guidepub.pdf.press.inks import ink
from guidepub.pictures import is_rich_black


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def box(page: pikepdf.Page, name: str) -> list[float]:
    return [float(number) for number in page[f"/{name}"]]


@pytest.fixture(scope="module")
def interior(baker_book):
    return BookPages(baker_book).file("print")


@pytest.fixture(scope="module")
def wrap(baker_book):
    return BookPages(baker_book).file("print-cover")


def test_every_page_has_its_boxes_to_the_point(interior, baker_book):
    bleed = baker_book.press.bleed
    for page in opened(interior).pages:
        assert box(page, "TrimBox") == [0, 0, baker_book.trim.width, baker_book.trim.height]
        left, bottom, right, top = box(page, "BleedBox")
        assert (left, bottom) == (-bleed, -bleed)
        assert right == pytest.approx(baker_book.trim.width + bleed)
        assert top == pytest.approx(baker_book.trim.height + bleed)


def test_the_file_says_what_it_is_for(interior):
    file = opened(interior)
    intent = file.Root.OutputIntents[0]
    assert str(intent.OutputConditionIdentifier) == "FOGRA39"
    assert str(intent.S) == "/GTS_PDFX"
    assert b"PDF/X-4" in bytes(file.Root.Metadata.read_bytes())


def test_nothing_in_an_interior_is_a_link(interior):
    assert not any("/Annots" in page for page in opened(interior).pages)


def test_pages_are_padded_to_the_signature(baker_book):
    book = baker_book.model_copy(update={"press": Press(signature=16, marks=False)})
    pages = opened(BookPages(book).file("print")).pages
    assert len(pages) % 16 == 0
    assert box(pages[-1], "TrimBox") == [0, 0, book.trim.width, book.trim.height]


def test_the_body_begins_on_a_right_page_with_1(interior):
    labels = [page.label for page in opened(interior).pages]
    assert labels.index("1") % 2 == 0
    assert labels[:2] == ["i", "ii"]


def test_a_thick_book_gets_a_wider_gutter():
    assert [gutters.gutter(pages) for pages in (24, 150, 151, 300, 301, 501, 900)] == [
        0, 0, 9, 9, 18, 27, 36,
    ]  # fmt: skip


def test_the_spine_is_as_wide_as_the_paper_makes_it(baker_book, interior, wrap):
    sheet = opened(wrap)
    spine = baker_book.press.spine(len(opened(interior).pages))
    width = box(sheet.pages[0], "TrimBox")[2]
    assert width == pytest.approx(2 * baker_book.trim.width + spine, abs=0.01)


def test_a_spine_bears_words_only_where_they_fit(baker_book, wrap):
    title = baker_book.guide.title
    thin = pypdfium2.PdfDocument(wrap)[0].get_textpage().get_text_range().count(title)
    thick = baker_book.model_copy(update={"press": Press(caliper="3pt")})
    text = (
        pypdfium2.PdfDocument(BookPages(thick).file("print-cover"))[0]
        .get_textpage()
        .get_text_range()
    )
    assert text.count(title) == thin + 1


def test_the_same_book_makes_the_same_bytes(baker_book, interior):
    copy = baker_book.model_copy()
    assert BookPages(copy).file("print") == interior


@pytest.mark.parametrize(
    ("colour", "made"),
    [("#2d2a26", (0, 0, 0, 1)), ("#5a5550", (0, 0, 0, 0.667))],
)
def test_what_is_all_but_grey_and_deep_is_black_ink_alone(colour, made):
    assert ink(tuple(bytes.fromhex(colour[1:])), {}) == made


@pytest.mark.parametrize(
    "colour",
    ["#002147", "#1b1f4b", "#4a0d2b", "#0b3d2e", "#6b3f12", "#3a2a1a", "#500000", "#14213d"],
)
def test_a_deep_brand_keeps_its_colour_and_is_no_black(colour):
    inks = ink(tuple(bytes.fromhex(colour[1:])), {})
    assert sum(inks[:3]) > 0.5
    assert not is_rich_black(inks)


@pytest.mark.parametrize(
    "inks", [(0.4, 0.3, 0.3, 1), (0.6, 0.4, 0.4, 1), (0.75, 0.68, 0.67, 0.9), (0.3, 0.3, 0.3, 0.6)]
)
def test_a_black_of_several_inks_is_known(inks):
    assert is_rich_black(inks)


def test_a_grey_is_black_ink_alone_and_a_dark_one_is_solid():
    assert ink((0, 0, 0), {}) == (0, 0, 0, 1)
    assert ink((26, 26, 26), {}) == (0, 0, 0, 1)
    assert ink((128, 128, 128), {}) == (0, 0, 0, 0.498)
    assert ink((255, 255, 255), {}) == (0, 0, 0, 0)


def test_a_swatch_is_a_colours_recipe():
    assert ink((29, 78, 95), {(29, 78, 95): (0.9, 0.4, 0.3, 0.3)}) == (0.9, 0.4, 0.3, 0.3)


def test_another_makers_reader_reads_the_bar_code_off_the_printed_sheet(baker_book):
    sold = {"isbn": Isbns(print="978-1-4028-9462-6"), "price": "USD 14.95"}
    book = baker_book.model_copy(update={"guide": baker_book.guide.model_copy(update=sold)})
    (sheet,) = pypdfium2.PdfDocument(BookPages(book).file("print-cover"))
    read = zxingcpp.read_barcodes(
        sheet.render(scale=4).to_pil(), ean_add_on_symbol=zxingcpp.EanAddOnSymbol.Require
    )
    assert [code.text for code in read] == ["9781402894626" + "51495"]


@pytest.mark.parametrize(
    ("price", "digits"),
    [
        (None, None),
        ("USD 14.95", "51495"),
        ("USD 9", "50900"),
        ("USD 120.00", "90000"),
        ("CHF 20.00", "90000"),
    ],
)
def test_a_price_becomes_five_digits(price, digits):
    assert price_digits(price) == digits


def test_a_gutter_moves_the_text_away_from_the_spine_and_nothing_else(baker_book, monkeypatch):
    thin = pypdfium2.PdfDocument(BookPages(baker_book.model_copy()).file("print"))
    monkeypatch.setattr(gutters, "gutter", lambda _: 9.0)
    thick = pypdfium2.PdfDocument(BookPages(baker_book.model_copy()).file("print"))
    pages = [(lines(before), lines(after)) for before, after in zip(thin, thick, strict=True)]
    assert {number % 2 for number, (before, _) in enumerate(pages) if before} == {0, 1}
    for number, (before, after) in enumerate(pages):
        distance = 9.0 if number % 2 == 0 else -9.0
        for (text, left, bottom), moved in zip(before, after, strict=True):
            assert moved == (text, pytest.approx(left + distance, abs=0.01), pytest.approx(bottom))


def lines(page: pypdfium2.PdfPage) -> list[tuple[str, float, float]]:
    """Return each letter of a page with its left and lower edge."""
    text = page.get_textpage()
    letters = text.get_text_range(0, text.count_chars())
    boxes = [text.get_charbox(index) for index in range(text.count_chars())]
    return [(letters[n : n + 1], box[0], box[1]) for n, box in enumerate(boxes)]
