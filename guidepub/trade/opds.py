"""A catalogue's EPUBs as an OPDS 2.0 feed, for reading apps and libraries.

OPDS Catalog 2.0 (https://drafts.opds.io/opds-2.0) with the metadata of the Readium Web
Publication Manifest (https://readium.org/webpub-manifest/).
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, get_args

from guidepub.model import PersonRole
from guidepub.model.books.identity import epub_identifier
from guidepub.model.books.linked_data import without_empty
from guidepub.trade.products import TradeProduct

FEED = "opds.json"
"""The name of the feed in its folder."""

_ROLES: tuple[PersonRole, ...] = get_args(PersonRole)
_THEMA = "https://ns.editeur.org/thema/"
_BISAC = "https://www.bisg.org/#bisac"
_BUY = "http://opds-spec.org/acquisition/buy"
_GET = "http://opds-spec.org/acquisition"


@dataclass(frozen=True, slots=True)
class CoverLink:
    """A picture of a cover in the feed's folder: its name, and its size in pixels."""

    href: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Listed:
    """An EPUB in a feed, with the pictures of its cover, the largest first."""

    product: TradeProduct
    covers: Sequence[CoverLink]

    @property
    def href(self) -> str:
        """The name of the book's own file in the feed's folder."""
        return f"books/{self.product.shelf_mark}.json"


def feed(
    title: str, books: Sequence[Listed], modified: datetime.datetime, address: str | None = None
) -> dict[str, Any]:
    """Return a feed of books as plain data for JSON; `modified` is in UTC.

    `address` is that of its folder: by it the feed knows itself, as the manifest's rules ask.
    """
    moment = modified.strftime("%Y-%m-%dT%H:%M:%SZ")
    return {
        "metadata": {"title": title, "modified": moment, "numberOfItems": len(books)},
        "links": [{"rel": "self", "href": under(address, FEED), "type": "application/opds+json"}],
        "publications": [
            publication(book, under(address, book.href), under(address, "")) for book in books
        ],
    }


def under(address: str | None, name: str) -> str:
    """Return the address of a file of the feed's folder, or its relative path without one."""
    return name if address is None else f"{address.rstrip('/')}/{name}"


def publication(book: Listed, itself: str, up: str = "../") -> dict[str, Any]:
    """Return a book as plain data for JSON.

    `itself` is where it can be had by itself, `up` what leads from there to the feed's folder.
    """
    links = [
        {"rel": "self", "href": itself, "type": "application/opds-publication+json"},
        _acquisition(book.product),
    ]
    images = [
        {
            "href": f"{up}{cover.href}",
            "type": "image/jpeg",
            "width": cover.width,
            "height": cover.height,
        }
        for cover in book.covers
    ]
    return {"metadata": _metadata(book.product), "links": links, "images": images}


def _acquisition(product: TradeProduct) -> dict[str, Any]:
    """Return the link to where a book can be had; of several prices, the world's or the first."""
    link: dict[str, Any] = {"rel": _GET, "href": product.address, "type": "text/html"}
    properties: dict[str, Any] = {"indirectAcquisition": [{"type": "application/epub+zip"}]}
    costs = (price for price in product.prices if not price.is_free)
    prices = sorted(costs, key=lambda price: price.territory != "WORLD")
    if prices:
        currency, _, amount = prices[0].price.partition(" ")
        properties["price"] = {"value": float(amount), "currency": currency}
        link["rel"] = _BUY
    return {**link, "properties": properties}


def _metadata(product: TradeProduct) -> dict[str, Any]:
    guide, imprint = product.guide, product.imprint
    series = guide.trade.series
    codes = ((_THEMA, product.subjects.thema), (_BISAC, product.subjects.bisac))
    subjects = [
        {"name": code, "code": code, "scheme": scheme} for scheme, own in codes for code in own
    ]
    return without_empty(
        {
            "@type": "http://schema.org/Book",
            "identifier": epub_identifier(
                guide, imprint, product.product.name if product.product else ""
            ),
            "title": guide.title,
            "subtitle": guide.subtitle,
            "language": guide.language,
            **{role: [{"name": name} for name in guide.people(role)] for role in _ROLES},
            "publisher": imprint.holder,
            "imprint": imprint.name,
            "published": guide.published and guide.published.isoformat(),
            "description": guide.description and " ".join(guide.description.split()),
            "numberOfPages": product.pages,
            "subject": [*subjects, *product.keywords],
            "belongsTo": series
            and {"series": [without_empty({"name": series.title, "position": series.number})]},
        }
    )
