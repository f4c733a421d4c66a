"""A guide: facts and prose about one occupation."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from guidepub.files import sha256
from guidepub.findings import Place
from guidepub.model.formats.editions import Edition
from guidepub.model.guides.facts import EDUCATION_LEVELS, Fact, Source
from guidepub.model.formats.edition_fields import StatedEdition
from guidepub.model.validation.fields import (
    Day,
    FileSlug,
    Isbn,
    IsoDate,
    LanguageTag,
    Name,
    NonEmpty,
    Orcid,
    Several,
    Text,
    WholeNumber,
    Year,
    slug_of,
)
from guidepub.model.validation.frozen import Model
from guidepub.model.tables.lineage import PrintedFigure
from guidepub.model.formats.printing import Printing, StatedPrinting, check_printing
from guidepub.model.selling.products import GuideProducts
from guidepub.model.formats.release import Release
from guidepub.model.guides.sections import Section, SectionKind
from guidepub.model.selling.trade import Price, RetailPrice, Trade
from guidepub.model.formats.trim import Trim, TrimSize

FactKey = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
SourceKey = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.:-]*$")]


NumberedKind = Literal["figures", "tables", "boxes"]
"""What may be numbered throughout a book, whether references lead to it or not."""

ListKind = Literal["figures", "tables"]
"""What a book may have a list of."""

PersonRole = Literal["author", "editor", "illustrator", "translator"]
"""What somebody has done for a book."""


class Person(Model):
    """A person who worked on the guide, with their role.

    `language` is that of the name, if it differs from the guide's; `orcid` distinguishes them from
    others with the same name, as in `0000-0002-1825-0097`.
    """

    name: Name
    role: PersonRole = "author"
    language: LanguageTag | None = None
    orcid: Orcid | None = None


class Occupation(Model):
    """The occupation that the figures describe, by its public codes.

    `language` is that of the title, if it differs from the guide's.
    """

    soc: Annotated[str, Field(pattern=r"^[0-9]{2}-[0-9]{4}$")]
    onet: Annotated[str, Field(pattern=r"^[0-9]{2}-[0-9]{4}\.[0-9]{2}$")] | None = None
    title: Name | None = None
    language: LanguageTag | None = None


class CoverArt(Model):
    """A picture for the cover: its file, its text alternative, and its credit.

    It can also be given as just the file's name.
    """

    image: NonEmpty
    alt: NonEmpty | None = None
    credit: NonEmpty | None = None

    @model_validator(mode="before")
    @classmethod
    def _a_bare_name_is_a_file(cls, value: object) -> object:
        return {"image": value} if isinstance(value, str) else value


class TranslationOf(Model):
    """The guide of the catalogue that a guide translates, by its slug, and the `state` it was in.

    `language` is the original's, by default the catalogue's. It can also be given as just the slug.
    """

    guide: FileSlug
    state: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")] | None = None
    language: LanguageTag | None = None

    @model_validator(mode="before")
    @classmethod
    def _a_bare_name_is_a_guide(cls, value: object) -> object:
        return {"guide": value} if isinstance(value, str) else value


class Isbns(Model):
    """The ISBN of each edition that has one."""

    print: Isbn | None = None
    epub: Isbn | None = None


def _first_year(value: object) -> object:
    """A guide may state the day on which it first appeared, or only the year."""
    if isinstance(value, datetime.date):
        return value.year
    if isinstance(value, str) and len(value) == 10:
        try:
            return datetime.date.fromisoformat(value).year
        except ValueError:
            pass
    return value


def _name_of_notice(value: object) -> object:
    """A guide can only name a notice; its wording belongs to the catalogue."""
    if isinstance(value, Mapping):
        raise PydanticCustomError("override", "A guide cannot state the wording of a notice", {})
    return value


NoticeName = Annotated[
    str,
    Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(@[1-9][0-9]{0,3})?$"),
    BeforeValidator(_name_of_notice, json_schema_input_type=str),
]
"""A notice that a guide asks for: its id, or its id with a version as in `disclaimer@3`."""


class OtherGuide(Model):
    """What a guide knows about another guide of its catalogue that it mentions."""

    title: Name
    language: LanguageTag
    origin: Path | None = None


class Guide(Model):
    """One definition. Only a title and one section are needed."""

    title: Name
    subtitle: Name | None = None
    short_title: Name | None = None
    """What running heads and the spine call it, where its title is long."""
    dedication: NonEmpty | None = None
    slug: FileSlug = ""
    language: LanguageTag = "en-US"
    occupation: Occupation | None = None
    authors: Annotated[tuple[Person, ...], Field(max_length=200)] = ()
    edition: Annotated[WholeNumber, Field(ge=1)] = 1
    published: IsoDate | None = None
    printing: StatedPrinting | None = None
    first_published: Annotated[Year, BeforeValidator(_first_year)] | None = None
    isbn: Isbns = Isbns()
    price: Price | None = None
    products: GuideProducts = GuideProducts()
    theme: NonEmpty | None = None
    trim: TrimSize | None = None
    editions: Annotated[tuple[StatedEdition, ...], Field(min_length=1)] | None = None
    """What it is made as, and how, where the catalogue has no product that says otherwise."""
    trade: Trade = Trade()
    cover: CoverArt | None = None
    translation_of: TranslationOf | None = None
    changes_since: Annotated[WholeNumber, Field(ge=1)] | None = None
    description: NonEmpty | None = None
    tags: Annotated[tuple[NonEmpty, ...], Field(max_length=1000)] = ()
    imprint: Text | None = None
    cluster: Text | None = None
    notices: tuple[NoticeName, ...] = ()
    at_a_glance: Annotated[tuple[Text, ...], Field(max_length=6)] | None = None
    numbered: Annotated[tuple[NumberedKind, ...], Field(max_length=3)] | None = None
    lists: Annotated[tuple[ListKind, ...], Field(max_length=2)] | None = None
    facts: Mapping[FactKey, Fact] = {}
    sources: Mapping[SourceKey, Source] = {}
    glossary: Mapping[Name, NonEmpty] = {}
    """Terms that its prose marks, and what they mean; they go before the catalogue's."""
    guides: Annotated[tuple[FileSlug, ...], Field(max_length=100)] = ()
    """The slugs of the guides that a volume holds, in its order; any other guide has none."""
    sections: tuple[Section, ...]
    """Its text; a volume may have some of its own, or none."""
    origin: SkipJsonSchema[Path | None] = Field(default=None, exclude=True, repr=False)
    """Its definition's file; of a guide that a template makes of a row, that file with the guide's
    name after it, as if it were a folder."""
    row: SkipJsonSchema[Place | None] = Field(default=None, exclude=True, repr=False)
    """The row of a table of which a template made it."""
    row_figures: SkipJsonSchema[tuple[PrintedFigure, ...]] = Field(
        default=(), exclude=True, repr=False
    )
    """What a template prints in it straight from cells of tables, and no fact states."""

    others: SkipJsonSchema[Mapping[str, OtherGuide]] = Field(default={}, exclude=True, repr=False)
    """The guides of its catalogue that its prose names, by their slugs."""
    released: SkipJsonSchema[Release | None] = Field(default=None, exclude=True, repr=False)
    """The record of the edition `changes_since`, whose changes the book lists."""
    members: SkipJsonSchema[tuple[Guide, ...]] = Field(default=(), exclude=True, repr=False)
    """The guides that a volume holds, as they were read."""

    _unwritten = ("origin", "row", "row_figures", "released", "others", "members")
    # By default the catalogue's.
    _optional = ("language",)

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            title: str,
            sections: Several[Section],
            subtitle: str | None = None,
            short_title: str | None = None,
            dedication: str | None = None,
            slug: str = "",
            language: str = "en-US",
            occupation: Occupation | None = None,
            authors: Several[Person] = (),
            edition: int = 1,
            published: Day | None = None,
            printing: Printing | Mapping[str, object] | int | None = None,
            first_published: Day | int | None = None,
            isbn: Isbns = ...,
            price: str | None = None,
            products: GuideProducts | Several[str] = ...,
            theme: str | None = None,
            trim: Trim | str | None = None,
            editions: Several[Edition] | None = None,
            trade: Trade = ...,
            cover: CoverArt | str | None = None,
            translation_of: TranslationOf | str | None = None,
            changes_since: int | None = None,
            description: str | None = None,
            tags: Several[str] = (),
            imprint: str | None = None,
            cluster: str | None = None,
            notices: Several[str] = (),
            at_a_glance: Several[str] | None = None,
            numbered: Several[NumberedKind] | None = None,
            lists: Several[ListKind] | None = None,
            facts: Mapping[str, Fact] = ...,
            sources: Mapping[str, Source] = ...,
            glossary: Mapping[str, str] = ...,
            guides: Several[str] = (),
            origin: Path | None = None,
        ) -> None: ...

    def __eq__(self, other: object) -> bool:
        """Guides with the same content are equal, wherever they come from."""
        return isinstance(other, Guide) and self._stated() == other._stated()

    # Facts and sources are mappings, which have no hash.
    __hash__ = None  # type: ignore[assignment]

    def _stated(self) -> dict[str, object]:
        return {name: own for name, own in self.__dict__.items() if name not in self._unwritten}

    @property
    def is_volume(self) -> bool:
        """Whether its book is made of other guides."""
        return bool(self.guides)

    @property
    def content_hash(self) -> str:
        """As for any model; that of a volume changes with each guide in it."""
        own = super().content_hash
        if not self.members:
            return own
        return sha256(" ".join([own, *(each.content_hash for each in self.members)]).encode())

    @property
    def known_by(self) -> str:
        """The name that findings use: its file, or its slug if it has none."""
        return str(self.origin or self.slug)

    @classmethod
    def _known_as(cls, data: object) -> str:
        if isinstance(data, Mapping):
            for name in ("slug", "title"):
                if isinstance(data.get(name), str) and (slug := slug_of(data[name])):
                    return slug
        return cls.__name__

    @property
    def running_title(self) -> str:
        """The title for running heads and the spine."""
        return self.short_title or self.title

    @property
    def state(self) -> str:
        """Twelve hexadecimal digits that change whenever a translation has to be updated.

        They are a digest of the title, subtitle, description, sections and facts, as stated.
        """
        content = self.model_dump(mode="json", include={"title", "subtitle", "description"})
        content["sections"] = [section.content() for section in self.sections]
        facts = {key: fact.stated or fact for key, fact in self.facts.items()}
        content["facts"] = {key: fact.model_dump(mode="json") for key, fact in facts.items()}
        return sha256(json.dumps(content, sort_keys=True).encode())[:12]

    @property
    def folder(self) -> Path | None:
        """The folder of its pictures, or None for a guide made in Python."""
        home = self.origin.parent if self.origin and self.row else self.origin
        return home.parent if home else None

    def prices_of(self, edition: str) -> tuple[RetailPrice, ...]:
        """Return the prices of an edition; a single price applies worldwide."""
        stated = self.trade.prices
        if not stated and self.price:
            return (RetailPrice(price=self.price),)
        return tuple(price for price in stated if price.edition in (None, edition))

    @property
    def stated_isbns(self) -> dict[tuple[str, ...], str]:
        """The ISBNs that it states, by the path of keys to each in the definition."""
        by_edition = (("print", self.isbn.print), ("epub", self.isbn.epub))
        stated: dict[tuple[str, ...], str] = {
            ("isbn", edition): isbn for edition, isbn in by_edition if isbn
        }
        for name, terms in self.products.terms.items():
            if terms.isbn:
                stated["products", "terms", name, "isbn"] = terms.isbn
        return stated

    @property
    def kinds(self) -> tuple[SectionKind, ...]:
        """The kind of each of its sections."""
        return tuple(section.kind for section in self.sections)

    @property
    def soc(self) -> str | None:
        """The SOC code of its occupation, or None."""
        return self.occupation.soc if self.occupation else None

    def people(self, role: PersonRole) -> list[str]:
        """Return the names of the people with a role, in the guide's order."""
        return [person.name for person in self.of_role(role)]

    def of_role(self, role: PersonRole) -> list[Person]:
        """Return the people with a role, in the guide's order."""
        return [person for person in self.authors if person.role == role]

    @model_validator(mode="after")
    def _printed_once_published(self) -> Self:
        check_printing(self.printing, self.published)
        return self

    @model_validator(mode="after")
    def _slug_from_title(self) -> Self:
        if not self.slug:
            slug = slug_of(self.title)
            if not slug:
                raise PydanticCustomError(
                    "slug", "The title has no letters that could be part of a slug", {}
                )
            object.__setattr__(self, "slug", slug)
        return self

    @model_validator(mode="after")
    def _has_some_text(self) -> Self:
        if not self.sections and not self.guides:
            raise PydanticCustomError(
                "no_sections", "A guide needs at least one section", {"path": ["sections"]}
            )
        return self

    @model_validator(mode="after")
    def _education_is_of_the_vocabulary(self) -> Self:
        for key, fact in self.facts.items():
            if fact.table is None and is_education(key) and fact.value not in EDUCATION_LEVELS:
                known = ", ".join(EDUCATION_LEVELS)
                context = {"key": key, "value": str(fact.value), "known": known}
                raise PydanticCustomError(
                    "education",
                    "The fact “{key}” is not a level of education: “{value}”",
                    context | {"path": ["facts", key, "value"]},
                )
        return self


def is_education(fact_key: str) -> bool:
    """Return whether a fact with this key states a level of education."""
    return fact_key.endswith("_education")
