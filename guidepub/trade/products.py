"""The products of a catalogue: each edition of a guide that is sold by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from guidepub.model import Catalog, Guide, Imprint, RetailPrice, SubjectCodes
from guidepub.model.trade import Audience, filled_address
from guidepub.trade.licences import epub_terms
from guidepub.trade.relatives import NONE, Relatives, relatives
from guidepub.trade.subjects import subjects_of

SoldEdition = Literal["print", "epub"]
"""An edition that has an ISBN of its own (ISO 2108)."""

SOLD: tuple[SoldEdition, ...] = ("print", "epub")


@dataclass(frozen=True, slots=True)
class TradeProduct:
    """An edition of a guide as its imprint sells it, with what the catalogue says about it.

    `pages` are those of the print edition, or None where it has not been made.
    """

    guide: Guide
    edition: SoldEdition
    catalog: Catalog
    imprint: Imprint
    pages: int | None = None
    relatives: Relatives = NONE
    terms: Mapping[str, str] = field(default_factory=dict)
    """What the book's notices say to machines, by names as in `tdm:reservation`."""

    @property
    def isbn(self) -> str | None:
        """The ISBN as 13 digits."""
        return isbn_of(self.guide, self.edition)

    @property
    def reference(self) -> str:
        """What a record is called by its sender, the same for as long as it is sold."""
        return f"{self.imprint.id}.{self.guide.slug}.{self.guide.language}.{self.edition}"

    @property
    def address(self) -> str | None:
        """Where the book can be had, if the catalogue says so."""
        template = self.catalog.trade.address
        return template and filled_address(template, self.guide.slug, self.guide.language)

    @property
    def subjects(self) -> SubjectCodes:
        """The guide's own subjects, or those for its occupation."""
        return subjects_of(self.guide, self.catalog.trade, self.audience)

    @property
    def keywords(self) -> tuple[str, ...]:
        """The guide's own keywords, or its tags."""
        return self.guide.trade.keywords or self.guide.tags

    @property
    def audience(self) -> Audience:
        """For whom the book is."""
        return self.guide.trade.audience or self.catalog.trade.audience

    @property
    def states_audience(self) -> bool:
        """Whether the guide or the catalogue says for whom the book is, rather than a default."""
        return bool(self.guide.trade.audience) or "audience" in self.catalog.trade.model_fields_set

    @property
    def prices(self) -> tuple[RetailPrice, ...]:
        """The prices of this edition; the guide's single one holds for all of the world."""
        stated = self.guide.trade.prices
        if not stated and self.guide.price:
            return (RetailPrice(price=self.guide.price),)
        return tuple(price for price in stated if price.edition in (None, self.edition))


def isbn_of(guide: Guide, edition: SoldEdition) -> str | None:
    """Return the ISBN of an edition of a guide as 13 digits."""
    return guide.isbn.print if edition == "print" else guide.isbn.epub


def products(catalog: Catalog, pages: Mapping[str, int | None]) -> Iterator[TradeProduct]:
    """Yield the products of a catalogue in the order of its guides.

    A guide has one for each ISBN; without any, for each of the catalogue's editions that could
    have one. `pages` has by slug how many pages the print edition has.
    """
    related = relatives(catalog)
    for guide in catalog.values():
        imprint = catalog.imprint_named(guide.imprint)
        isbns = {"print": guide.isbn.print, "epub": guide.isbn.epub}
        usual = [edition for edition in SOLD if edition in catalog.defaults.editions]
        chosen = [edition for edition in SOLD if isbns[edition]] or usual
        printed, terms = pages.get(guide.slug), epub_terms(guide, catalog, imprint)
        for edition in chosen:
            yield TradeProduct(
                guide, edition, catalog, imprint, printed, related[guide.slug], terms
            )
