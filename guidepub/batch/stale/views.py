"""A catalogue as seen by each of its products: what was requested, and for which guides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guidepub.batch.kept.records import ProductRecord
from guidepub.findings.errors import UsageError
from guidepub.model import Catalog, Edition, Guide, Imprint


@dataclass(frozen=True, slots=True)
class ProductView:
    """A catalogue as it makes one of its products, and the requested editions, if any.

    A catalogue without products has a single view of everything.
    """

    catalog: Catalog
    editions: tuple[Edition, ...] | None = None

    @property
    def product_name(self) -> str:
        """The name of the product, or an empty text."""
        return self.catalog.product.name if self.catalog.product else ""

    @property
    def suffix(self) -> str:
        """The part of its files' names after a guide's slug."""
        return self.catalog.product.suffix if self.catalog.product else ""

    def editions_of(self, guide: Guide) -> tuple[Edition, ...]:
        """Return the editions to make for a guide."""
        return self.editions or self.catalog.editions_of(guide)

    def is_of(self, guide: Guide) -> bool:
        """Return whether a guide is made as this."""
        return self.catalog.product is None or self.catalog.product in self.catalog.products_of(
            guide
        )


def views_of(
    catalog: Catalog, editions: Sequence[Edition] | None = None, products: Sequence[str] = ()
) -> tuple[ProductView, ...]:
    """Return the views of a catalogue: one for each requested product.

    Raises:
        UsageError: a requested product does not exist, or none has a requested edition.
    """
    if not catalog.products and not products:
        return (ProductView(catalog, tuple(dict.fromkeys(editions)) if editions else None),)
    named = [catalog.product_named(name) for name in dict.fromkeys(products)]
    views = []
    for product in named or catalog.products:
        chosen = tuple(e for e in product.editions if editions is None or e in editions)
        if chosen:
            views.append(ProductView(catalog.as_product(product), chosen))
    if not views:
        asked = ", ".join(editions or ())
        message = f"None of the requested products has the edition {asked}."
        raise UsageError(f"{message} Each product has its own edition.")
    return tuple(views)


def product_record(
    guide: Guide, catalog: Catalog, imprint: Imprint | str | None
) -> ProductRecord | None:
    """Return the record of a guide's book as a product of the catalogue, or None.

    Raises:
        UsageError: no imprint has the name.
    """
    product = catalog.product
    if product is None:
        return None
    by = catalog.imprint_of(guide, imprint)
    published = catalog.published_by(guide, by)
    isbns = {"print": published.isbn.print, "epub": published.isbn.epub}
    return ProductRecord(
        name=product.name,
        edition=product.edition,
        imprint=by.id,
        suffix=product.suffix,
        press=product.press or (catalog.print.press if product.edition == "print" else None),
        isbn=isbns.get(product.edition),
        prices=published.prices_of(product.edition),
    )
