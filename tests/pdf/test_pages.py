"""The PDF as a reader sees it: text, outline, numbers, running heads, notes, fonts."""

from __future__ import annotations

import pypdfium2.raw as pdfium
import pytest
from definitions import guide
from finished import Pdf, folded
from pages import bookmark_faults, contents_faults, font_faults, head_faults, label_faults

import guidepub
from guidepub import Book, Catalog
from guidepub.assembly import assemble
from guidepub.model import Person

FILLER = "\n\n".join(f"Paragraph {n}. " + "Dough rests and rises slowly. " * 12 for n in range(14))


def rendered(*bodies: str, **fields) -> tuple[Book, Pdf]:
    made = guide(*bodies, **fields)
    book = assemble(made, Catalog.of(made))
    return book, Pdf(guidepub.render(book, "screen"))


@pytest.fixture(scope="module")
def pdf(baker_pdf) -> Pdf:
    return Pdf(baker_pdf)


@pytest.fixture(scope="module")
def long() -> tuple[Book, Pdf]:
    """Return a book with sections of several pages each."""
    return rendered(FILLER, FILLER + "\n\nThe end.", title="Slow Bread")


def test_the_text_of_every_leaf_is_on_the_pages(pdf):
    text = folded(" ".join(pdf.text(page) for page in range(len(pdf))))
    for words in (
        "Baker & Pastry Cook",
        "by Ada Crumb and Ben Loaf",
        "Copyright © 2021–2026 Oven Press & Sons, Ltd",
        "Ovens are hot. Nothing in this guide replaces training.",
        "Bakers begin at four",
        "An oven burns at 230 °C.",
        "Source: Bureau of Labor, Wage Statistics, 2024 [1].",
        "Hotels $41,200",
        "Sourdough State",
        "A Book Nobody Cites",
        "It promises nothing.",
        "Write to us.",
    ):
        assert words in text.replace("\N{NO-BREAK SPACE}", " "), words


def test_metadata_tell_of_the_book(pdf):
    metadata = pdf.document.get_metadata_dict()
    assert metadata["Title"] == "Baker & Pastry Cook"
    assert metadata["Author"] == "Ada Crumb, Ben Loaf, Cy Editor"
    assert metadata["Subject"] == "What bakers do, and how one becomes a baker."
    assert metadata["Keywords"] == "food"
    assert metadata["Creator"] == "guidepub"
    # Dated by the edition, not by the clock.
    assert metadata["CreationDate"].startswith("D:20261124000000")
    assert metadata["ModDate"].startswith("D:20261124000000")


def test_the_pdf_is_tagged_and_names_its_language(pdf):
    assert pdfium.FPDFCatalog_IsTagged(pdf.document.raw)
    assert pdf.language() == "en-US"


def test_bookmarks_are_the_books_parts(pdf, baker_book):
    assert list(bookmark_faults(pdf, baker_book)) == []
    assert [mark.title for mark in pdf.bookmarks() if mark.level == 1] == ["A night’s work"]


def test_front_matter_and_body_are_numbered_apart(pdf, baker_book):
    assert list(label_faults(pdf, baker_book)) == []


def test_the_title_page_is_a_right_page(pdf, baker_book):
    (page,) = [p for p in pdf.pages_with("by Ada Crumb") if p > 1]
    assert pdf.label(page) == "i"
    assert page % 2 == 0


def test_the_contents_name_the_pages_where_leaves_begin(pdf, baker_book, long):
    assert list(contents_faults(pdf, baker_book)) == []
    assert list(contents_faults(long[1], long[0])) == []


def test_running_heads_name_section_and_guide_but_not_on_openings(long):
    book, pages = long
    assert list(head_faults(pages, book)) == []
    # The check has seen pages of both kinds.
    heads = [pages.head(page).casefold() for page in range(len(pages))]
    assert sum("part 1" in head for head in heads) >= 1
    assert sum("part 2" in head for head in heads) >= 1
    assert sum("slow bread" in head for head in heads) >= 2


def test_a_wrong_head_would_be_seen(long):
    book, pages = long
    other = book.model_copy(update={"guide": book.guide.model_copy(update={"title": "Fast Bread"})})
    assert any("slow bread" in fault.casefold() for fault in head_faults(pages, other))


def test_footnotes_stand_at_the_foot_of_the_page_that_calls_them():
    notes = "[^one]: The first note, which is here.\n[^two]: The second note, with *stress*."
    body = f"{FILLER}\n\nCalled late[^one] and again[^two] here.\n\n{FILLER}\n\n{notes}"
    _, pages = rendered(body)
    (page,) = pages.pages_with("The first note")
    assert [page] == pages.pages_with("Called late1 and again2 here.")
    assert [page] == pages.pages_with("The second note, with stress.")
    assert folded(pages.text(page)).endswith(
        "1. The first note, which is here. 2. The second note, with stress."
    )
    first, second = (
        pages.height_of(page, "The first note"),
        pages.height_of(page, "The second note"),
    )
    assert pages.height_of(page, "Called late") < first < second
    assert second > 0.8
    # What leads back in an EPUB has no use here.
    assert "↩" not in "".join(pages.whole(page) for page in range(len(pages)))


def test_all_fonts_are_the_themes_and_embedded(pdf):
    assert list(font_faults(pdf)) == []


@pytest.mark.parametrize(
    ("trim", "size"),
    [("us-trade", (432, 648)), ("a4", (595.276, 841.89)), ("5in x 8in", (360, 576))],
)
def test_pages_have_the_trim_size(trim, size):
    made = guide("Bread.")
    catalog = Catalog.of(made, defaults={"trim": trim})
    document = Pdf(guidepub.render(assemble(made, catalog), "screen")).document
    for page in document:
        assert page.get_size() == pytest.approx(size, abs=0.02)


def test_links_between_leaves_lead_to_pages_of_the_book(baker_pdf):
    # No link is left that only an EPUB could follow.
    assert b".xhtml" not in baker_pdf


def test_an_editor_is_named_in_the_metadata_and_on_the_title_page():
    _, pages = rendered("Bread.", authors=[Person(name="Cy Editor", role="editor")])
    assert pages.document.get_metadata_dict()["Author"] == "Cy Editor"
    assert pages.pages_with("edited by Cy Editor") == [2]
    assert pages.pages_with("Cy Editor") == [2]


def test_the_cover_image_is_large_enough_for_stores(baker_book):
    import io

    from PIL import Image

    from guidepub.pdf import BookPages

    with Image.open(io.BytesIO(BookPages(baker_book).cover_image())) as image:
        assert (image.format, image.height) == ("PNG", 2560)
        assert image.width == pytest.approx(2560 * 432 / 648, abs=1)


@pytest.mark.parametrize(("bare", "full", "broken"), [("en", "en-US", "knowl-")])
def test_a_language_without_a_region_is_hyphenated_as_in_its_likely_one(bare, full, broken):
    # In British English the word is parted otherwise: know-ledge.
    words = "\n\n".join(f"{'a' * n} {'knowledge ' * 60}" for n in range(1, 9))
    texts = []
    for language in (bare, full):
        _, pdf = rendered(words, language=language)
        texts.append([pdf.text(page) for page in range(len(pdf))])
    assert texts[0] == texts[1]
    whole = (
        " ".join(texts[0]).replace("\N{HYPHEN}", "-").replace("\ufffe", "-").replace("\x02", "-")
    )
    assert broken in whole
    assert "know-l" not in whole
