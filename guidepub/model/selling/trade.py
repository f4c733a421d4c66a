"""What records for shops contain besides what a book prints: series, subjects, keywords, prices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from guidepub.figures.locales import countries, currencies_in_use
from guidepub.model.validation.fields import (
    Day,
    IsoDate,
    Name,
    Several,
    Slug,
    Text,
    WebAddress,
    WholeNumber,
)
from guidepub.model.validation.frozen import Model


def _in_currency(price: str) -> str:
    if price[:3] not in currencies_in_use():
        raise PydanticCustomError(
            "currency", "“{code}” is not a current currency", {"code": price[:3]}
        )
    return price


Price = Annotated[
    str, Field(pattern=r"^[A-Z]{3} [0-9]{1,7}(\.[0-9]{2})?$"), AfterValidator(_in_currency)
]
"""A retail price with its currency, as in `USD 14.95`; one of 0 is free of charge."""

Thema = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]{0,7}$")]
"""A code of the Thema subject categories, as in `VSC`."""
Bisac = Annotated[str, Field(pattern=r"^[A-Z]{3}[0-9]{6}$")]
"""A code of the BISAC subject headings, as in `BUS012000`."""
SocGroup = Annotated[str, Field(pattern=r"^[0-9]{2}(-[0-9]{1,4})?$")]
"""The beginning of a SOC code: a major group such as `29`, or more of it."""

Audience = Literal["general", "young-adult", "school", "college", "professional", "adult-education"]
"""The readers a book is meant for."""


def _in_order(ages: tuple[int, int]) -> tuple[int, int]:
    if ages[0] > ages[1]:
        raise PydanticCustomError("ages", "The lowest is above the highest", {})
    return ages


BookAddress = Annotated[
    str, Field(pattern=r"^https://[^\s{}]+(\{(slug|language)\}[^\s{}]*)+$", max_length=500)
]
"""Where books can be had on the web, with `{slug}` or `{language}` for those of each."""


def filled_address(template: BookAddress, slug: str, language: str) -> str:
    """Return the address of a book."""
    return template.replace("{slug}", slug).replace("{language}", language)


Age = Annotated[WholeNumber, Field(le=99)]
Grade = Annotated[WholeNumber, Field(ge=1, le=12)]

Need = Literal[
    "isbn", "description", "contributor", "subject", "keywords", "price", "published", "audience"
]
"""What a sales channel may ask of a record."""

NEEDS: tuple[Need, ...] = ("isbn", "description", "contributor", "subject", "price", "published")
"""What shops usually ask of a record."""


class Series(Model):
    """A series, and the number of a book in it."""

    title: Name
    number: WholeNumber | None = None


class SubjectCodes(Model):
    """The subjects of a book, by the codes of the trade; the first of each is the main one."""

    thema: tuple[Thema, ...] = ()
    bisac: tuple[Bisac, ...] = ()

    if TYPE_CHECKING:

        def __init__(self, *, thema: Several[str] = (), bisac: Several[str] = ()) -> None: ...


def _on_the_map(territory: str) -> str:
    if territory != "WORLD" and territory not in countries():
        raise PydanticCustomError("country", "“{code}” is not a country", {"code": territory})
    return territory


class RetailPrice(Model):
    """A price in a territory: a country by ISO 3166-1, or `WORLD`; of one edition or of all."""

    price: Price
    territory: Annotated[str, Field(pattern=r"^([A-Z]{2}|WORLD)$"), AfterValidator(_on_the_map)] = (
        "WORLD"
    )
    edition: Literal["print", "epub"] | None = None
    tax_included: Annotated[bool, Field(strict=True)] = False

    @property
    def is_free(self) -> bool:
        """Whether the book is free of charge."""
        return float(self.price[4:]) == 0


def _each_once(prices: tuple[RetailPrice, ...]) -> tuple[RetailPrice, ...]:
    """Refuse two prices in the same currency for the same territory, which would be ambiguous."""
    known: dict[tuple[str, str, bool], set[str | None]] = {}
    for each in prices:
        where = (each.price[:3], each.territory, each.tax_included)
        editions = known.setdefault(where, set())
        if editions and (each.edition in editions or None in (each.edition, *editions)):
            code = {"currency": where[0], "territory": where[1]}
            raise PydanticCustomError(
                "prices", "There are two prices in {currency} for {territory}", code
            )
        editions.add(each.edition)
    return prices


RetailPrices = Annotated[tuple[RetailPrice, ...], Field(max_length=300), AfterValidator(_each_once)]
"""The prices of a book, of which no two hold at once."""


class TradeDates(Model):
    """Days other than that of publication: when a book may be announced, sold and reviewed."""

    announced: IsoDate | None = None
    on_sale: IsoDate | None = None
    reviews: IsoDate | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            announced: Day | None = None,
            on_sale: Day | None = None,
            reviews: Day | None = None,
        ) -> None: ...


class Trade(Model):
    """The content of a guide's record for shops; without `prices` it has the guide's price.

    `ages` are the lowest and highest age in years, `grades` those of U.S. schools.
    """

    series: Series | None = None
    subjects: SubjectCodes = SubjectCodes()
    keywords: Annotated[tuple[Text, ...], Field(max_length=100)] = ()
    audience: Audience | None = None
    ages: Annotated[tuple[Age, Age], AfterValidator(_in_order)] | None = None
    grades: Annotated[tuple[Grade, Grade], AfterValidator(_in_order)] | None = None
    dates: TradeDates = TradeDates()
    prices: RetailPrices = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            series: Series | None = None,
            subjects: SubjectCodes = ...,
            keywords: Several[str] = (),
            audience: Audience | None = None,
            ages: Several[int] | None = None,
            grades: Several[int] | None = None,
            dates: TradeDates = ...,
            prices: Several[RetailPrice] = (),
        ) -> None: ...


class Channel(Model):
    """A sales channel, and what it requires of each record."""

    needs: tuple[Need, ...] = NEEDS

    if TYPE_CHECKING:

        def __init__(self, *, needs: Several[Need] = NEEDS) -> None: ...


class TradeSettings(Model):
    """The settings for all books of a catalogue that do not set anything else.

    `subjects` are for occupations, by the beginning of their SOC codes; the longest match wins.
    `address` is where each book is offered, `feed` the address of the folder in which the feed of
    all books is published.
    """

    address: BookAddress | None = None
    feed: WebAddress | None = None
    audience: Audience = "general"
    subjects: Mapping[SocGroup, SubjectCodes] = {}
    channels: Mapping[Slug, Channel] = {}

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            address: str | None = None,
            feed: str | None = None,
            audience: Audience = "general",
            subjects: Mapping[str, SubjectCodes] = ...,
            channels: Mapping[str, Channel] = ...,
        ) -> None: ...

    def subjects_of(self, soc: str | None) -> SubjectCodes:
        """Return the subjects of an occupation's books, or None."""
        fitting = [group for group in self.subjects if soc and soc.startswith(group)]
        return self.subjects[max(fitting, key=len)] if fitting else SubjectCodes()
