"""A catalogue: the publisher's imprints, notices, tables and guides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Self, TypedDict, Unpack

from pydantic import AfterValidator, Field
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from guidepub.findings import Finding, Place, did_you_mean
from guidepub.findings.errors import UnknownNameError, UsageError
from guidepub.model.catalogs.accessibility import Accessibility
from guidepub.model.catalogs.clusters import ClusterSettings
from guidepub.model.catalogs.defaults import Defaults
from guidepub.model.catalogs.imprint import Imprint
from guidepub.model.catalogs.lint import LintSettings
from guidepub.model.catalogs.publishing import home_of, published
from guidepub.model.catalogs.rules import DefinitionRules, SectionRules
from guidepub.model.catalogs.website import Website
from guidepub.model.formats.editions import Edition
from guidepub.model.formats.screen import Screen
from guidepub.model.formats.trim import Trim
from guidepub.model.guides.facts import Fact, Source
from guidepub.model.guides.guide import FactKey, Guide, ListKind, NumberedKind, SourceKey
from guidepub.model.notices.notice import Notice
from guidepub.model.presses.press import Press
from guidepub.model.selling.isbns import IsbnLedger
from guidepub.model.selling.products import Product
from guidepub.model.selling.trade import TradeSettings
from guidepub.model.tables.data import DataTable
from guidepub.model.validation.fields import LanguageTag, Name, NonEmpty, Slug
from guidepub.model.validation.frozen import Model
from guidepub.phrases import Phrases, PhraseTable, languages, languages_with, phrases
from guidepub.phrases.judging import phrase_findings
from guidepub.themes.covers.clusters import Cluster, cluster_of, shipped_clusters, with_own_tools
from guidepub.words.languages import primary_language

CATALOG_FILE = "catalog.toml"
"""The name of a catalogue's file in its folder."""


@dataclass(frozen=True, slots=True)
class FileFindings:
    """The faults of one definition and of the files that its guide needs.

    If there is an error among the findings, the definition did not make a guide. `slug` and `title`
    are the guide's if they could be read; otherwise the slug comes from the file's name.
    """

    file: Path
    slug: str
    findings: tuple[Finding, ...]
    title: str = ""


def _judged(own: Mapping[str, PhraseTable]) -> Mapping[str, PhraseTable]:
    """Return a catalogue's own phrases; those from a file were validated, with places, when read."""
    for tag, table in own.items():
        code = primary_language(tag)
        is_addition = code in languages() or (tag != code and code in own)
        found = next(phrase_findings(table, _path_of, is_addition), None)
        if found is not None:
            where = ".".join(filter(None, (tag, found.place.path)))
            context = {"where": where, "what": found.message, "how": found.remedy}
            raise PydanticCustomError("phrase", "{where}: {what} {how}", context)
    return own


def _path_of(path: tuple[str | int, ...], _of_key: bool) -> Place:
    return Place(".".join(map(str, path)))


class CatalogSettings(TypedDict, total=False):
    """The settings that `Catalog.of` takes: models, or plain data as in `catalog.toml`."""

    imprint: Imprint | Mapping[str, object]
    imprints: Sequence[Imprint | Mapping[str, object]]
    defaults: Defaults | Mapping[str, object]
    print: Press | Mapping[str, object]
    screen: Screen | Mapping[str, object]
    accessibility: Accessibility | Mapping[str, object]
    web: Website | Mapping[str, object]
    products: Sequence[Product | Mapping[str, object]]
    trade: TradeSettings | Mapping[str, object]
    sections: SectionRules | Mapping[str, object]
    data: Mapping[str, object]
    facts: Mapping[str, Fact | Mapping[str, object]]
    sources: Mapping[str, Source | Mapping[str, object]]
    glossary: Mapping[str, Mapping[str, str]]
    notices: Sequence[Notice | Mapping[str, object]]
    lint: LintSettings | Mapping[str, object]
    definitions: DefinitionRules | Mapping[str, object]
    phrases: Mapping[str, PhraseTable]
    clusters: Mapping[str, ClusterSettings | Mapping[str, object]]
    pictures: Mapping[str, bytes]
    root: Path | str | None


class Catalog(Model, Mapping[str, Guide]):
    """A publisher's guides by slug, with everything that they share.

    `by_file` has the faults of the definitions; a guide with an error is not among the guides.
    """

    imprint: Imprint = Imprint(name="Independent")
    imprints: tuple[Imprint, ...] = ()
    defaults: Defaults = Defaults()
    print: Press = Press()
    screen: Screen = Screen()
    accessibility: Accessibility = Accessibility()
    web: Website = Website()
    products: Annotated[tuple[Product, ...], Field(max_length=100)] = ()
    """What is made of each guide; without any, the editions of the defaults."""
    trade: TradeSettings = TradeSettings()
    sections: SectionRules = SectionRules()
    data: Mapping[NonEmpty, DataTable] = {}
    facts: Mapping[FactKey, Fact] = {}
    """Facts that every guide has from the tables, unless it states them itself."""
    sources: Mapping[SourceKey, Source] = {}
    """Sources that a guide may cite without stating them."""
    glossary: Mapping[LanguageTag, Mapping[Name, NonEmpty]] = {}
    """Terms that guides may mark, and what they mean, by the language of both."""
    notices: tuple[Notice, ...] = ()
    lint: LintSettings = LintSettings()
    definitions: DefinitionRules = DefinitionRules()
    phrases: SkipJsonSchema[
        Annotated[Mapping[LanguageTag, Mapping[NonEmpty, object]], AfterValidator(_judged)]
    ] = Field(default={}, exclude=True, repr=False)
    """Its own phrases by the tags of their languages, which come before those of guidepub."""
    clusters: Annotated[Mapping[Slug, ClusterSettings], Field(max_length=200)] = {}
    """Clusters of occupations that look otherwise than guidepub's, or are the catalogue's own."""
    pictures: SkipJsonSchema[Mapping[NonEmpty, bytes]] = Field(default={}, exclude=True, repr=False)
    """Pictures that lie in no file, by the names that guides and imprints call them by."""
    guides: SkipJsonSchema[Mapping[str, Guide]] = Field(default={}, exclude=True, repr=False)
    by_file: SkipJsonSchema[tuple[FileFindings, ...]] = Field(default=(), exclude=True, repr=False)
    broken: SkipJsonSchema[Mapping[str, tuple[Finding, ...]]] = Field(
        default={}, exclude=True, repr=False
    )
    """What keeps a notice (by its `key`) or an imprint (by its id) from being used in any book."""
    ledger: SkipJsonSchema[IsbnLedger] = Field(default=IsbnLedger(), exclude=True, repr=False)
    """The ISBNs that were given to its books."""
    product: SkipJsonSchema[Product | None] = Field(default=None, exclude=True, repr=False)
    """The product as which its guides are made, or None in a catalogue as it is stated."""
    citation_style: SkipJsonSchema[str] = Field(default="", exclude=True, repr=False)
    """The style of `defaults.citations` as its file has it, or an empty text."""
    root: SkipJsonSchema[Path | None] = Field(default=None, exclude=True, repr=False)
    commit: SkipJsonSchema[str] = Field(default="", exclude=True, repr=False)
    """The Git commit that was checked out when the catalogue was read, or an empty string."""

    @classmethod
    def of(cls, *guides: Guide, **settings: Unpack[CatalogSettings]) -> Self:
        """Return a catalogue of guides that were made in Python, with settings as in `catalog.toml`.

        Guides that state no language get the default language. `root` is the folder of the tables
        and pictures; `pictures` has the bytes of pictures that are not files. `phrases` replaces
        guidepub's own words, by language: `{"es": {"sources": "Fuentes"}}`.

        Raises:
            UsageError: two guides share a slug, or an ISBN occurs twice; or something other than a
                guide is given, such as a list of guides.
        """
        # Not all callers check their types.
        kinds: list[type[object]] = [type(each) for each in guides]
        if other := next((kind for kind in kinds if not issubclass(kind, Guide)), None):
            message = (
                f"A catalogue is made from guides, and “{other.__name__}” is not one: of(*guides)."
            )
            raise UsageError(message)
        isbns: set[str] = set()
        by_slug: dict[str, Guide] = {}
        for guide in guides:
            if guide.slug in by_slug:
                raise UsageError(f"Two guides have the slug “{guide.slug}”.")
            by_slug[guide.slug] = guide
            for isbn in guide.stated_isbns.values():
                if isbn in isbns:
                    raise UsageError(
                        f"The ISBN {isbn} is used twice, the second time in “{guide.slug}”."
                    )
                isbns.add(isbn)
        made = cls.model_validate(settings)
        return made.with_guides(*map(made.with_defaults, by_slug.values()))

    def __contains__(self, slug: object) -> bool:
        # Without building the message below, which takes time.
        return slug in self.guides

    def __getitem__(self, slug: str) -> Guide:
        if slug not in self.guides:
            meant = did_you_mean(str(slug), self.guides)
            raise UnknownNameError(f"There is no guide “{slug}”. {meant}")
        return self.guides[slug]

    def __iter__(self) -> Iterator[str]:  # type: ignore[override]
        return iter(self.guides)

    def __len__(self) -> int:
        return len(self.guides)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All faults of the definitions, in the order of places; each finding once."""
        return tuple(sorted({finding for each in self.by_file for finding in each.findings}))

    @property
    def all_imprints(self) -> tuple[Imprint, ...]:
        """The catalogue's own imprint, and the others after it."""
        return (self.imprint, *self.imprints)

    def imprint_named(self, name: str | None) -> Imprint:
        """Return an imprint by id, or the catalogue's own.

        Raises:
            UsageError: no imprint has that id.
        """
        if name is None:
            return self.imprint
        known = {imprint.id: imprint for imprint in self.all_imprints}
        if name not in known:
            raise UsageError(f"The imprint “{name}” is unknown. {did_you_mean(name, known)}")
        return known[name]

    @property
    def languages(self) -> frozenset[str]:
        """The ISO 639 codes of the languages that its books can be made in."""
        return languages_with(self.phrases)

    def speaks(self, language: str) -> bool:
        """Return whether guidepub can make books in the language of a tag such as `en-US`."""
        return primary_language(language) in self.languages

    def phrases_in(self, language: str) -> Phrases:
        """Return the phrases for its books in a language.

        Raises:
            KeyError: there are no phrases in that language.
        """
        return phrases(language, self.phrases)

    def all_clusters(self) -> dict[str, Cluster]:
        """Return guidepub's clusters and the catalogue's own, by name."""
        own = {name: settings.cluster(name) for name, settings in self.clusters.items()}
        return {**shipped_clusters(), **own}

    def cluster_of(self, guide: Guide) -> Cluster:
        """Return the cluster of a guide: the one that it names, or the one of its occupation's code.

        Raises:
            UsageError: no cluster has the name.
        """
        known = self.all_clusters()
        if guide.cluster is not None and guide.cluster not in known:
            meant = did_you_mean(guide.cluster, known)
            raise UsageError(f"The cluster “{guide.cluster}” is unknown. {meant}")
        if guide.cluster is not None:
            return known[guide.cluster]
        cluster = cluster_of(guide.soc, known.values())
        settings = self.clusters.get(cluster.name)
        return cluster if settings and settings.tools else with_own_tools(cluster, guide.soc)

    # The product decides how a book is made, or else the guide, its imprint, or the catalogue.

    def theme_of(self, guide: Guide, imprint: Imprint) -> str:
        """Return the name of the theme for a guide's book under an imprint."""
        product_theme = self.product.theme if self.product else None
        return product_theme or guide.theme or imprint.theme or self.defaults.theme

    def trim_of(self, guide: Guide) -> Trim:
        """Return the size of the pages of a guide's book."""
        product_trim = self.product.trim if self.product else None
        return product_trim or guide.trim or self.defaults.trim

    def editions_of(self, guide: Guide) -> tuple[Edition, ...]:
        """Return the editions of a guide that are made unless others are requested."""
        if self.product is not None:
            return self.product.editions
        return tuple(dict.fromkeys(guide.editions or self.defaults.editions))

    def language_of_original(self, guide: Guide) -> str | None:
        """Return the language of a translated guide's original, without reading the original.

        If the translation does not state it, it is the catalogue's own, if that is a different one.
        """
        if guide.translation_of is None:
            return None
        usual = self.defaults.language
        is_own = primary_language(usual) == primary_language(guide.language)
        return guide.translation_of.language or (None if is_own else usual)

    def addresses_of(self, guide: Guide, imprint: Imprint) -> dict[str, str]:
        """Return the addresses of a guide's web edition and of its original's, by language.

        There are none without a website, or for an imprint other than the guide's own.
        """
        own = self.web.address_of(guide.slug)
        as_another = self.product is not None and self.product.suffix != ""
        if own is None or as_another or imprint.id != (guide.imprint or self.imprint.id):
            return {}
        language = self.language_of_original(guide)
        found = {guide.language: own}
        if language and guide.translation_of:
            found[language] = str(self.web.address_of(guide.translation_of.guide))
        return found

    def imprint_of(self, guide: Guide, asked: Imprint | str | None = None) -> Imprint:
        """Return the requested imprint, which may be given by id, or else that of a guide.

        Raises:
            UsageError: no imprint has that id.
        """
        if isinstance(asked, Imprint):
            return asked
        return self.imprint_named(asked or home_of(guide, self, self.product))

    def published_by(self, guide: Guide, imprint: Imprint) -> Guide:
        """Return a guide as published by an imprint.

        Its ISBNs, prices and first year only apply to the book under its own imprint, and to the
        product that the catalogue's guides are made as.
        """
        return published(guide, self, imprint.id)

    def products_of(self, guide: Guide) -> tuple[Product, ...]:
        """Return the products that a guide is made as, in the catalogue's order."""
        return tuple(
            product
            for product in self.products
            if guide.products.has(product.name) and product.is_of_language(guide.language)
        )

    def product_named(self, name: str) -> Product:
        """Return a product by its name.

        Raises:
            UsageError: no product has that name.
        """
        known = {product.name: product for product in self.products}
        if name not in known:
            remedy = did_you_mean(name, known) or (
                "The catalogue has no [[products]]. Add one with a name to catalog.toml."
            )
            raise UsageError(f"The product “{name}” is unknown. {remedy}")
        return known[name]

    def as_product(self, product: Product | str) -> Self:
        """Return the catalogue as it makes one of its products: with its theme, trim and press.

        Raises:
            UsageError: no product has that name.
        """
        if isinstance(product, str):
            product = self.product_named(product)
        update: dict[str, object] = {"product": product, "print": product.settings(self.print)}
        return self.model_copy(update=update)

    def lists_in(self, guide: Guide) -> tuple[ListKind, ...]:
        """Return what a guide's book has lists of, as set by the guide or else by the catalogue."""
        asked = self.defaults.lists if guide.lists is None else guide.lists
        return tuple(dict.fromkeys(asked))

    def numbered_in(self, guide: Guide) -> tuple[NumberedKind, ...]:
        """Return what is numbered throughout a guide's book; whatever is listed always is."""
        asked = self.defaults.numbered if guide.numbered is None else guide.numbered
        return tuple(dict.fromkeys((*asked, *self.lists_in(guide))))

    def with_defaults(self, guide: Guide) -> Guide:
        """Return a guide with the catalogue's language if it states none."""
        if "language" in guide.model_fields_set:
            return guide
        return guide.model_copy(update={"language": self.defaults.language})

    def with_guides(self, *guides: Guide) -> Self:
        """Return the same catalogue with only these guides."""
        return self.model_copy(update={"guides": {guide.slug: guide for guide in guides}})
