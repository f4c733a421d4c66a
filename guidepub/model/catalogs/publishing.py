"""A guide as published by an imprint: the ISBNs, prices and first year of this very book."""

from __future__ import annotations

from typing import Any, Protocol

from guidepub.model.catalogs.imprint import Imprint
from guidepub.model.guides.guide import Guide, Isbns
from guidepub.model.selling.isbns import IsbnLedger
from guidepub.model.selling.products import GuideProducts, Product, ProductTerms


class Seller(Protocol):
    """What has to be known about a catalogue: its imprint, its products, and its ISBNs."""

    @property
    def imprint(self) -> Imprint:
        """The imprint of guides that do not name one."""

    @property
    def product(self) -> Product | None:
        """The product that its guides are made as."""

    @property
    def ledger(self) -> IsbnLedger:
        """The ISBNs that were assigned to its books."""

    def products_of(self, guide: Guide) -> tuple[Product, ...]:
        """Return the products that a guide is made as."""


def published(guide: Guide, catalog: Seller, imprint_id: str) -> Guide:
    """Return a guide as published by an imprint, as the catalogue's product if there is one.

    Whatever was stated for the book of another imprint is left out.
    """
    product = catalog.product
    is_own = imprint_id == home_of(guide, catalog, None)
    trade = guide.trade if is_own else guide.trade.model_copy(update={"prices": ()})
    known: dict[str, Any] = {"products": GuideProducts(), "trade": trade}
    known["price"] = guide.price if is_own else None
    known["first_published"] = guide.first_published if is_own else None
    if product is None:
        known["isbn"] = Isbns(
            print=_usual_isbn(guide, catalog, "print", imprint_id),
            epub=_usual_isbn(guide, catalog, "epub", imprint_id),
        )
    elif imprint_id == home_of(guide, catalog, product):
        known |= _product_values(guide, catalog, product, known)
    else:
        known |= {"isbn": Isbns(), "price": None, "first_published": None}
    changed = {name: value for name, value in known.items() if value != getattr(guide, name)}
    return guide.model_copy(update=changed) if changed else guide


def home_of(guide: Guide, catalog: Seller, product: Product | None) -> str:
    """Return the id of the imprint that publishes a guide, or one of its products."""
    product_imprint = product.imprint if product else None
    return product_imprint or guide.imprint or catalog.imprint.id


def isbn_of(guide: Guide, catalog: Seller, product: Product) -> str | None:
    """Return the ISBN of a product of a guide.

    The ISBN that the guide states for the product comes first, then the one in the ledger. The ISBN
    that the guide states for an edition belongs to its first product in this edition.
    """
    if not product.is_sold:
        return None
    terms, imprint_id = _terms(guide, product), home_of(guide, catalog, product)
    if isbn := terms.isbn or catalog.ledger.isbn_of(guide.slug, product.name, imprint_id):
        return isbn
    first = next(p for p in catalog.products_of(guide) if p.edition == product.edition)
    is_first = first.name == product.name and imprint_id == home_of(guide, catalog, None)
    return _stated(guide, product.edition) if is_first else None


def other_form(guide: Guide, catalog: Seller, product: Product) -> Product | None:
    """Return the printed book of an EPUB, or the EPUB of a printed book, if there is one.

    It has the same imprint and the same pages: the page list of an EPUB names the printed book that
    the pages belong to.
    """
    home = home_of(guide, catalog, product)
    return next(
        (
            other
            for other in catalog.products_of(guide)
            if other.is_sold
            and other.edition != product.edition
            and home_of(guide, catalog, other) == home
            and (other.theme, other.trim) == (product.theme, product.trim)
        ),
        None,
    )


def _product_values(
    guide: Guide, catalog: Seller, product: Product, known: dict[str, Any]
) -> dict[str, Any]:
    """Return the values of a product's own book, given those of the guide."""
    terms = _terms(guide, product)
    found: dict[str, Any] = {
        "isbn": _isbns(guide, catalog, product),
        "first_published": terms.first_published or known["first_published"],
    }
    for stated in (terms, product):
        if stated.price or stated.prices:
            found["price"] = stated.price
            found["trade"] = known["trade"].model_copy(update={"prices": stated.prices})
            break
    return found


def _isbns(guide: Guide, catalog: Seller, product: Product) -> Isbns:
    """Return the ISBNs of a product and of its other form."""
    forms = [product, *filter(None, [other_form(guide, catalog, product)])]
    numbers = {each.edition: isbn_of(guide, catalog, each) for each in forms}
    return Isbns(print=numbers.get("print"), epub=numbers.get("epub"))


def _terms(guide: Guide, product: Product) -> ProductTerms:
    return guide.products.terms.get(product.name, ProductTerms())


def _stated(guide: Guide, edition: str) -> str | None:
    return guide.isbn.print if edition == "print" else guide.isbn.epub


def _usual_isbn(guide: Guide, catalog: Seller, edition: str, imprint_id: str) -> str | None:
    """Return the ISBN of an edition in a catalogue without products."""
    is_own = imprint_id == home_of(guide, catalog, None)
    stated = _stated(guide, edition) if is_own else None
    return stated or catalog.ledger.isbn_of(guide.slug, edition, imprint_id)
