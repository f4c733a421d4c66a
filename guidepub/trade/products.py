"""The products of a catalogue: each edition of a guide that is sold by itself."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from guidepub.findings.errors import GuidepubError
from guidepub.model import Catalog, Guide, Imprint, Person, Product, RetailPrice, SubjectCodes
from guidepub.model.catalogs.accessibility import Certificate
from guidepub.model.catalogs.publishing import other_form
from guidepub.model.selling.trade import Audience, filled_address
from guidepub.themes import find_theme
from guidepub.trade.licences import epub_terms
from guidepub.trade.relatives import NONE, Relatives, relatives
from guidepub.trade.subjects import subjects_of

SoldEdition = Literal["print", "epub"]
"""An edition that has an ISBN of its own (ISO 2108)."""

_NO_CERTIFICATES: Mapping[str, Certificate] = MappingProxyType({})

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
    certificate: Certificate | None = None
    """What the EPUB claims about its accessibility, if the file is as it was certified."""

    @property
    def isbn(self) -> str | None:
        """The ISBN as 13 digits."""
        return isbn_of(self.guide, self.edition)

    @property
    def reference(self) -> str:
        """The sender's reference for the record, the same for as long as the product is sold."""
        kind = self.product.name if self.product else self.edition
        return f"{self.imprint.id}.{self.guide.slug}.{self.guide.language}.{kind}"

    @property
    def product(self) -> Product | None:
        """Which of the catalogue's products it is, or None where it names none."""
        return self.catalog.product

    @property
    def name(self) -> str:
        """The name of its book, by `book_name`."""
        return book_name(self.guide.slug, self.product.name if self.product else "")

    @property
    def shelf_mark(self) -> str:
        """The name of its cover's and data's files: the slug, with the suffix of its files.

        Forms of a book whose files are distinguished by their endings alone have the same.
        """
        suffix = self.product.suffix if self.product else ""
        return f"{self.guide.slug}.{suffix[1:]}" if suffix else self.guide.slug

    @property
    def edition_types(self) -> tuple[str, ...]:
        """What kind of edition it is by EDItEUR's list 21: a printed one in large type.

        Large is from 14 points, ultra large from 20.
        """
        if self.edition != "print":
            return ()
        least = _least_type(self.catalog.theme_of(self.guide, self.imprint), self.catalog.root)
        return ("ULP",) if least >= 20 else ("LTE",) if least >= 14 else ()

    @property
    def address(self) -> str | None:
        """The address at which the book is offered, if the catalogue states one."""
        template = self.catalog.trade.address
        return template and filled_address(template, self.guide.slug, self.guide.language)

    @property
    def people(self) -> list[list[Person]]:
        """The people of the guide, each with all the parts that they had in it.

        Two of one name are the same person unless their ORCID iDs differ.
        """
        people: list[list[Person]] = []
        for person in self.guide.authors:
            same = next((known for known in people if _is_same(known, person)), None)
            if same is None:
                people.append([person])
            elif all(person.role != part.role for part in same):
                same.append(person)
        return people

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
        return self.guide.prices_of(self.edition)


def _is_same(known: Sequence[Person], person: Person) -> bool:
    ids = {each.orcid for each in (*known, person) if each.orcid}
    return known[0].name == person.name and len(ids) <= 1


@functools.lru_cache(maxsize=64)
def _least_type(theme: str, root: Path | None) -> float:
    """Return the points that no type of a theme's PDFs goes below, or 0 where it does not say."""
    try:
        return float(find_theme(theme, root).least_type or 0)
    except GuidepubError:
        return 0.0


def isbn_of(guide: Guide, edition: SoldEdition) -> str | None:
    """Return the ISBN of an edition of a guide as 13 digits."""
    return guide.isbn.print if edition == "print" else guide.isbn.epub


def products(
    catalog: Catalog,
    pages: Mapping[str, int | None],
    certificates: Mapping[str, Certificate] = _NO_CERTIFICATES,
) -> Iterator[TradeProduct]:
    """Yield the products of a catalogue in the order of its guides.

    They are those that the catalogue names, as far as they have ISBNs. Where it names none, a guide
    has one for each ISBN; without any, for each of its editions that could have one. `pages` has
    the page count of the print edition, and `certificates` the claim of the EPUB, both by
    `book_name`.
    """
    related = relatives(catalog)
    for guide in catalog.values():
        if catalog.products:
            for each in _catalogue_products(guide, catalog, pages, related[guide.slug]):
                yield _certified(each, certificates)
            continue
        imprint = catalog.imprint_of(guide)
        published = catalog.published_by(guide, imprint)
        kin = _as_published(related[guide.slug], catalog)
        usual = [edition for edition in SOLD if edition in catalog.editions_of(guide)]
        chosen = [edition for edition in SOLD if isbn_of(published, edition)] or usual
        printed, terms = pages.get(guide.slug), epub_terms(guide, catalog, imprint)
        for edition in chosen:
            made = TradeProduct(published, edition, catalog, imprint, printed, kin, terms)
            yield _certified(made, certificates)


def _certified(product: TradeProduct, certificates: Mapping[str, Certificate]) -> TradeProduct:
    if product.edition != "epub" or product.name not in certificates:
        return product
    return replace(product, certificate=certificates[product.name])


def _catalogue_products(
    guide: Guide, catalog: Catalog, pages: Mapping[str, int | None], related: Relatives
) -> Iterator[TradeProduct]:
    """Yield the products of a guide that its catalogue names."""
    for product in catalog.products_of(guide):
        if product.edition not in SOLD:
            continue
        seen = catalog.as_product(product)
        imprint = seen.imprint_of(guide)
        published = seen.published_by(guide, imprint)
        printed = product if product.edition == "print" else other_form(guide, catalog, product)
        count = pages.get(book_name(guide.slug, printed.name)) if printed else None
        kin, terms = _as_published(related, seen), epub_terms(guide, seen, imprint)
        yield TradeProduct(published, product.edition, seen, imprint, count, kin, terms)


def _as_published(related: Relatives, catalog: Catalog) -> Relatives:
    """Return relatives as they are published, without those that are not the same product."""

    def published(guides: tuple[Guide, ...]) -> tuple[Guide, ...]:
        return tuple(
            catalog.published_by(guide, catalog.imprint_of(guide))
            for guide in guides
            if catalog.product is None or catalog.product in catalog.products_of(guide)
        )

    return Relatives(published(related.translations), published(related.series))


def book_name(slug: str, product: str = "") -> str:
    """Return the name of a guide's book: the slug, and the catalogue's product if it is one."""
    return f"{slug} {product}".rstrip()
