"""Which products a guide is made as, and what each bears of its own."""

from __future__ import annotations

import pytest
from definitions import guide

from guidepub.findings import InputError
from guidepub.findings.errors import UsageError
from guidepub.model import (
    AssignedIsbn,
    Catalog,
    GuideProducts,
    Imprint,
    IsbnLedger,
    Isbns,
    Press,
    Product,
    ProductTerms,
    RetailPrice,
    Trade,
)

FIRST, SECOND, THIRD, FOURTH = (
    "9780306406157",
    "9783161484100",
    "9781861972712",
    "9780262033848",
)
PRODUCTS = (
    Product(name="paperback", press="kdp-paperback", paper="cream", suffix=""),
    Product(name="large-print", theme="school-large", trim="us-letter", price="USD 24.95"),
    Product(name="ebook", edition="epub", suffix=""),
    Product(name="es", edition="epub", language="es"),
    Product(name="school", imprint="school", edition="epub", price="USD 5.00"),
)
SCHOOL = Imprint(id="school", name="School", theme="school")
GIVEN = AssignedIsbn(isbn=FOURTH, guide="baker", product="school", imprint="school")


def catalog(**settings: object) -> Catalog:
    given = {"products": PRODUCTS, "imprints": (SCHOOL,), "imprint": Imprint(id="own", name="Own")}
    return Catalog.of(**(given | settings))


def names(fields: dict[str, object], **settings: object) -> list[str]:
    return [each.name for each in catalog(**settings).products_of(guide(**fields))]


@pytest.mark.parametrize(
    ("products", "language", "expected"),
    [
        (GuideProducts(), "en-US", ["paperback", "large-print", "ebook", "school"]),
        (GuideProducts(), "es-US", ["paperback", "large-print", "ebook", "es", "school"]),
        (["ebook", "paperback"], "en", ["paperback", "ebook"]),
        ([], "en", []),
        (GuideProducts(without=("school",)), "fr", ["paperback", "large-print", "ebook"]),
    ],
)
def test_a_guide_chooses_or_leaves_out_and_its_language_decides(products, language, expected):
    assert names({"products": products, "language": language}) == expected


def test_a_printed_product_is_its_pages_and_its_wrap():
    assert PRODUCTS[1].file_names("baker") == (
        "baker-large-print-print.pdf",
        "baker-large-print-print-cover.pdf",
    )
    assert PRODUCTS[2].file_names("baker") == ("baker.epub",)


def test_a_catalogue_makes_a_product_with_its_theme_trim_and_press():
    whole = catalog()
    large = whole.as_product("large-print")
    baker, school = guide(), whole.imprint_named("school")
    assert (large.theme_of(baker, school), large.trim_of(baker).width) == ("school-large", 612)
    assert large.print == whole.print
    paperback = whole.as_product("paperback")
    assert (paperback.print.press, paperback.print.bleed_at_spine) == ("kdp-paperback", False)
    assert paperback.theme_of(baker, school) == "school"
    with pytest.raises(UsageError, match="Did you mean “paperback”"):
        whole.as_product("paperbak")


BAKER = guide(
    isbn=Isbns(print=FIRST, epub=SECOND),
    first_published=2020,
    trade=Trade(prices=(RetailPrice(price="USD 9.00"),)),
    products=GuideProducts(terms={"large-print": ProductTerms(isbn=THIRD, first_published=2024)}),
)


def borne(name: str, imprint: str | None = None) -> tuple[object, ...]:
    """Return what the book of a product bears."""
    made = catalog().model_copy(update={"ledger": IsbnLedger(assigned=(GIVEN,))}).as_product(name)
    own = made.published_by(BAKER, made.imprint_of(BAKER, imprint))
    assert own.products == GuideProducts()
    prices = [price.price for price in own.prices_of(made.product.edition)]
    return own.isbn.print, own.isbn.epub, prices, own.first_published


def test_each_product_bears_its_own_isbn_price_and_first_year():
    # The guide's own numbers are those of the first product of an edition, and the EPUB, whose
    # pages are those of the paperback, is its other form.
    assert borne("paperback") == (FIRST, SECOND, ["USD 9.00"], 2020)
    assert borne("ebook") == (FIRST, SECOND, ["USD 9.00"], 2020)
    assert borne("large-print") == (THIRD, None, ["USD 24.95"], 2024)


def test_another_imprint_s_book_bears_nothing_of_the_first_one_s():
    assert borne("school") == (None, FOURTH, ["USD 5.00"], None)
    assert borne("paperback", "school") == (None, None, [], None)


def test_without_products_the_ledger_fills_in_what_the_guide_does_not_state():
    given = [
        AssignedIsbn(isbn=THIRD, guide="baker", product="epub", imprint="own"),
        AssignedIsbn(isbn=FOURTH, guide="baker", product="print", imprint="school"),
    ]
    plain = catalog(products=()).model_copy(update={"ledger": IsbnLedger(assigned=given)})
    baker = guide(isbn=Isbns(print=FIRST))
    assert plain.published_by(baker, plain.imprint).isbn == Isbns(print=FIRST, epub=THIRD)
    assert plain.published_by(baker, SCHOOL).isbn == Isbns(print=FOURTH)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"paper": "cream"}, "named without a printer"),
        ({"press": "lulu", "paper": "cream"}, "is not a paper of"),
        ({"caliper": "0.1mm"}, "named without a printer"),
        ({"suffix": "../x"}, "suffix"),
        ({"name": "con"}, "device"),
        ({"edition": "print-cover"}, "edition"),
    ],
)
def test_what_no_product_can_be_is_refused(fields, message):
    with pytest.raises(InputError, match=message):
        Product(**({"name": "plain"} | fields))


def test_an_isbn_stands_once_in_a_catalogue_whoever_states_it():
    other = guide(title="Cook", products=GuideProducts(terms={"school": ProductTerms(isbn=FIRST)}))
    with pytest.raises(UsageError, match="is used twice"):
        Catalog.of(BAKER, other, products=PRODUCTS)


def test_what_a_product_states_of_its_sheet_comes_before_its_printer_and_the_catalogue():
    usual = Press(bleed="5mm", marks=True)
    plain = Product(name="own", bleed="0.25in", marks=False).settings(usual)
    assert (plain.bleed, plain.marks, plain.standard) == (18.0, False, "PDF/X-4")
    printed = Product(name="own", press="ingramspark", standard="PDF/X-4").settings(usual)
    asked = Product(name="own", press="ingramspark").settings(usual)
    assert (printed.standard, asked.standard) == ("PDF/X-4", "PDF/X-1a:2001")
    assert printed.bleed == asked.bleed
    assert Product(name="own").settings(usual) == usual
