"""A catalogue's products in its list and in its records: each with its own ISBN, pages and price."""

from __future__ import annotations

import datetime

import pytest
from definitions import guide
from lxml import etree

from guidepub.files.dates import midnight
from guidepub.model import (
    Catalog,
    Channel,
    GuideProducts,
    Isbns,
    Product,
    ProductTerms,
    Series,
    Trade,
)
from guidepub.trade.channels import incomplete
from guidepub.trade.isbns import numbered
from guidepub.trade.listing import MadeBook, as_csv, as_data, book_rows
from guidepub.trade.onix import NAMESPACE, message
from guidepub.trade.products import products
from guidepub.trade.series import shared_numbers

TODAY = datetime.date(2026, 11, 29)
LINE = (
    Product(name="paperback", suffix="", price="USD 14.95"),
    Product(name="ebook", edition="epub", suffix=""),
    Product(name="large-print", trim="us-letter", theme="school-large"),
    Product(name="page", edition="web", suffix=""),
    Product(name="school", edition="epub", imprint="school", price="USD 5.00"),
)
BAKER = guide(
    isbn=Isbns(print="9780306406157", epub="9783161484100"),
    price="USD 9.95",
    products=GuideProducts(terms={"large-print": ProductTerms(isbn="9781861972712")}),
)


@pytest.fixture(scope="module")
def line() -> Catalog:
    """Return a catalogue that sells a guide as five products, and another as one."""
    cook = guide(title="Cook", slug="cook", products=["ebook"])
    school = {"id": "school", "name": "School"}
    return Catalog.of(BAKER, cook, products=LINE, imprints=[school])


MADE = {
    "baker paperback": MadeBook(("print", "print-cover"), 96, 96),
    "baker large-print": MadeBook(("print", "print-cover"), 148, 148),
    "baker": MadeBook(("screen",), 80),
}


def test_the_list_has_a_row_for_each_product(line):
    rows = book_rows(line, made=MADE)
    columns = ("slug", "product", "state", "imprint", "isbn_print", "isbn_epub", "pages", "price")
    assert [row.cells(columns) for row in rows] == [
        ("baker", "paperback", "made", "imprint", "978-0-306-40615-7", "", "96", "USD 14.95"),
        ("baker", "ebook", "not made", "imprint", "", "978-3-16-148410-0", "", "USD 9.95"),
        ("baker", "large-print", "made", "imprint", "978-1-86197-271-2", "", "148", "USD 9.95"),
        ("baker", "page", "not made", "imprint", "", "", "", "USD 9.95"),
        ("baker", "school", "not made", "school", "", "", "", "USD 5.00"),
        ("cook", "ebook", "not made", "imprint", "", "", "", ""),
    ]
    assert as_csv(rows).startswith("slug,title,state,product,")


def test_without_products_the_list_is_as_it_was():
    rows = book_rows(Catalog.of(BAKER.model_copy(update={"products": GuideProducts()})))
    assert as_csv(rows).startswith("slug,title,state,language,")
    assert "product" not in as_data(rows)["books"][0]


def test_records_are_of_the_products_that_have_isbns(line):
    found = list(products(line, {name: book.printed_pages for name, book in MADE.items()}))
    reported = [(p.reference, p.isbn, p.pages, [price.price for price in p.prices]) for p in found]
    assert reported == [
        ("imprint.baker.en-US.paperback", "9780306406157", 96, ["USD 14.95"]),
        # An EPUB has the pages of the printed book that looks like it.
        ("imprint.baker.en-US.ebook", "9783161484100", 96, ["USD 9.95"]),
        ("imprint.baker.en-US.large-print", "9781861972712", 148, ["USD 9.95"]),
        ("school.baker.en-US.school", None, None, ["USD 5.00"]),
        ("imprint.cook.en-US.ebook", None, None, []),
    ]
    assert [p.isbn for p in found if p.guide.slug == "baker"] == [
        each.isbn for each in numbered(line, [line["baker"]])
    ]
    assert [p.shelf_mark for p in found] == [
        "baker", "baker", "baker.large-print", "baker.school", "cook",
    ]  # fmt: skip


def test_onix_has_each_product_with_its_own_size_and_isbn(line):
    data = message(products(line, {}), line.imprint, midnight(TODAY), TODAY)
    records = etree.fromstring(data).findall(f"{{{NAMESPACE}}}Product")
    read = [
        (
            record.findtext(".//{*}IDValue"),
            [each.text for each in record.findall(".//{*}Measurement")],
            record.findtext(".//{*}ImprintName"),
            record.findtext(".//{*}RelatedProduct/{*}ProductIdentifier/{*}IDValue"),
        )
        for record in records
    ]
    assert read == [
        ("9780306406157", ["9", "6"], "Independent", "9783161484100"),
        ("9783161484100", [], "Independent", "9780306406157"),
        ("9781861972712", ["11", "8.5"], "Independent", None),
        ("school.baker.en-US.school", [], "School", None),
        ("imprint.cook.en-US.ebook", [], "Independent", None),
    ]


def test_a_channel_says_which_product_lacks_what_and_where_it_is_stated(line):
    found = products(line, {})
    reported = {
        (each.message.partition(" lacks ")[2], each.remedy.partition(". ")[0])
        for each in incomplete(found, Channel(needs=("isbn", "price")))
    }
    assert reported == {
        ("an ISBN of its product “school”.", "Add it: products: {terms: {school: {isbn: …}}}"),
        ("an ISBN of its product “ebook”.", "Add it: products: {terms: {ebook: {isbn: …}}}"),
        (
            "a price of its product “ebook”.",
            "State it: products: {terms: {ebook: {price: USD 14.95}}}, or as the price of the"
            " product in catalog.toml.",
        ),
    }


def test_two_books_of_a_series_with_one_number_are_reported_and_a_translation_is_none():
    third = Trade(series=Series(title="Trades", number=3))
    made = Catalog.of(
        guide(title="Baker", slug="baker", trade=third),
        guide(title="Cook", slug="cook", trade=third),
        guide(title="Panadero", slug="panadero", language="es", trade=third),
        guide(title="Miller", slug="miller", trade=Trade(series=Series(title="Trades"))),
        guide(title="Smith", slug="smith", trade=Trade(series=Series(title="Trades"))),
    )
    (reported,) = shared_numbers(made)
    assert (reported.code, reported.message) == (
        "O004",
        "“Cook” is number 3 of “Trades”, like “Baker”.",
    )
