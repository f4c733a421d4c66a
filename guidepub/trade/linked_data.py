"""A book that is sold, as JSON-LD by schema.org: its formats, ISBNs, pages and offers."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from guidepub.model import RetailPrice
from guidepub.model.books.linked_data import book_data, without_empty
from guidepub.model.notices.terms import LICENSE
from guidepub.trade.products import SoldEdition, TradeProduct

_FORMATS: dict[SoldEdition, str] = {
    "print": "https://schema.org/Paperback",
    "epub": "https://schema.org/EBook",
}


def sold_book_data(products: Sequence[TradeProduct], today: datetime.date) -> dict[str, Any]:
    """Return the linked data of a book, of which these are the products, one at least.

    What is published after `today` can be ordered in advance.
    """
    guide, imprint = products[0].guide, products[0].imprint
    years = [guide.first_published, guide.published and guide.published.year]
    first = min((year for year in years if year), default=None)
    words = products[0].catalog.phrases_in(guide.language)
    data = book_data(guide, imprint, words, guide.published, first)
    keywords = list(products[0].keywords)
    examples = [_format(product, today) for product in products]
    more = {
        "keywords": keywords,
        "url": products[0].address,
        "license": products[0].terms.get(LICENSE),
        "workExample": examples,
    }
    return data | without_empty(more)


def _format(product: TradeProduct, today: datetime.date) -> dict[str, Any]:
    return without_empty(
        {
            "@type": "Book",
            "bookFormat": _FORMATS[product.edition],
            "isbn": product.isbn,
            "numberOfPages": product.pages if product.edition == "print" else None,
            "offers": [_offer(product, price, today) for price in product.prices],
        }
    )


def _offer(product: TradeProduct, price: RetailPrice, today: datetime.date) -> dict[str, Any]:
    currency, _, amount = price.price.partition(" ")
    published = product.guide.published
    is_out = published is not None and published <= today
    cost: dict[str, Any] = {
        "@type": "PriceSpecification",
        "price": amount,
        "priceCurrency": currency,
        "valueAddedTaxIncluded": price.tax_included,
    }
    return without_empty(
        {
            "@type": "Offer",
            "price": amount,
            "priceCurrency": currency,
            "priceSpecification": cost,
            "eligibleRegion": "" if price.territory == "WORLD" else price.territory,
            "availability": f"https://schema.org/{'InStock' if is_out else 'PreOrder'}",
            "url": product.address,
        }
    )
