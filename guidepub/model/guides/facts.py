"""Facts and their sources."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal, Self, get_args
from urllib.parse import quote

from pydantic import AfterValidator, AliasChoices, ConfigDict, Field, model_validator
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from guidepub.model.validation.fields import (
    Day,
    FigureValue,
    IsoDate,
    LanguageTag,
    Name,
    NonEmpty,
    Several,
    Text,
    Unit,
    WebAddress,
    Year,
)
from guidepub.model.validation.frozen import Carried, Model
from guidepub.model.tables.lineage import Lineage

EducationLevel = Literal[
    "none",
    "high-school",
    "some-college",
    "certificate",
    "associate",
    "bachelor",
    "master",
    "doctoral",
    "professional",
]
"""The levels of education that a fact can state, from the lowest up."""

# A number as written in Python and JSON, with no more digits than a figure may have.
_DIGITS = re.compile(r"-?(?:0|[1-9][0-9]{0,15})(?:\.[0-9]{1,30})?")
# Fields of a fact that come from a table, never from a file.
_OUTCOME = ("amount", "of_whom", "lineage", "other_cells", "stated")
EDUCATION_LEVELS: tuple[str, ...] = get_args(EducationLevel)


def _in_order(period: tuple[int, int]) -> tuple[int, int]:
    if period[0] >= period[1]:
        raise PydanticCustomError("period", "The period does not end after it begins", {})
    return period


SourceType = Literal[
    "article-journal", "article-magazine", "article-newspaper", "bill", "book", "chapter",
    "dataset", "document", "entry-dictionary", "entry-encyclopedia", "interview", "legislation",
    "manuscript", "pamphlet", "paper-conference", "post-weblog", "regulation", "report", "review",
    "speech", "standard", "thesis", "webpage",
]  # fmt: skip
"""What a work is, in the words of the Citation Style Language (CSL 1.0.2)."""


class Contributor(Model):
    """A contributor to a work: a person by `family` and `given`, or an organisation by its `name`.

    A plain string is a name that styles never invert.
    """

    name: Name | None = None
    family: Name | None = None
    given: Name | None = None
    suffix: Name | None = None

    @property
    def shown(self) -> str:
        """The name in its natural order."""
        return self.name or " ".join(filter(None, (self.given, self.family, self.suffix)))

    @property
    def short(self) -> str:
        """The short form of the name, for use in a sentence."""
        return self.name or self.family or ""

    @model_validator(mode="before")
    @classmethod
    def _a_bare_text_is_a_name(cls, value: object) -> object:
        return {"name": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _it_has_one_name(self) -> Self:
        if (self.name is None) == (self.family is None) or (
            self.name and (self.given or self.suffix)
        ):
            message = "A contributor needs a name, or a family and a given name"
            raise PydanticCustomError("contributor", message, {})
        return self


# Those of a DOI that are in an address as they are (DOI Handbook, 3.5).
_SIGNS_OF_DOI = "!$&'()*+,-./:;=@_~"


class Source(Model):
    """A citable work; `language` is that of its title and publisher, if not the guide's.

    The publisher may be missing if the authors are known, or the work that it is `within`: a
    journal, a book, a website. `date` is the day or month of its issue, `year` only the year.
    """

    title: Name
    publisher: Name | None = None
    url: WebAddress | None = None
    retrieved: IsoDate | None = None
    year: Year | None = None
    language: LanguageTag | None = None
    type: SourceType | None = None
    authors: Annotated[tuple[Contributor, ...], Field(max_length=200)] = ()
    editors: Annotated[tuple[Contributor, ...], Field(max_length=200)] = ()
    within: Name | None = None
    volume: Name | None = None
    issue: Name | None = None
    number: Name | None = None
    pages: Name | None = None
    edition: Name | None = None
    place: Name | None = None
    doi: Annotated[str, Field(pattern=r"^10\.[0-9]{4,9}/[!-~]{1,200}$")] | None = None
    date: Annotated[str, Field(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])(-[0-3][0-9])?$")] | None = None

    @property
    def by(self) -> tuple[str, ...]:
        """The names of its authors, in natural order."""
        return tuple(author.shown for author in self.authors)

    @property
    def issuer(self) -> str:
        """Whose work it is, in one name: its publisher, or the work it is within, or its authors."""
        return self.publisher or self.within or ", ".join(self.by)

    @property
    def address(self) -> str:
        """Where it can be read, if known: its address, or that of its DOI."""
        doi = f"https://doi.org/{quote(self.doi, safe=_SIGNS_OF_DOI)}" if self.doi else ""
        return self.url or doi

    @model_validator(mode="before")
    @classmethod
    def _a_date_has_a_year(cls, data: object) -> object:
        if isinstance(data, Mapping) and data.get("year") is None:
            date = data.get("date")
            if isinstance(date, str) and date[:4].isdecimal():
                return {**data, "year": int(date[:4])}
        return data

    @model_validator(mode="after")
    def _it_is_somebodys(self) -> Self:
        if not self.issuer:
            message = "A source needs a publisher, authors, or the work that it is within"
            raise PydanticCustomError("nobodys", message, {})
        if self.date and self.date[:4] != str(self.year):
            message = "The date and the year disagree"
            raise PydanticCustomError("two_years", message, {})
        return self

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            title: str,
            publisher: str | None = None,
            url: str | None = None,
            retrieved: Day | None = None,
            year: int | None = None,
            language: str | None = None,
            type: SourceType | None = None,  # noqa: A002 - the name that it has in a file
            authors: Sequence[Contributor | str | Mapping[str, str]] = (),
            editors: Sequence[Contributor | str | Mapping[str, str]] = (),
            within: str | None = None,
            volume: str | None = None,
            issue: str | None = None,
            number: str | None = None,
            pages: str | None = None,
            edition: str | None = None,
            place: str | None = None,
            doi: str | None = None,
            date: str | None = None,
        ) -> None: ...


class OtherColumn(Model):
    """The column that a fact is taken from if its own has no figure.

    It is another figure, so it has its own `label`, and its own unit if that differs.
    """

    column: NonEmpty
    label: NonEmpty
    unit: Unit | None = None


class Fact(Model):
    """A figure or a short text with its unit, its year and its source.

    `period` is the first and the last year of a projection.

    Instead of a `value`, a fact may name the `table` (in a file: `from`) and the `column` to take
    it from. The row is found by the `key`: a text in the table's key column, or texts by column;
    `{soc}`, `{onet}` and `{slug}` stand for the guide's own. `where` is a further condition on the
    row. `otherwise` is used if the cell has no figure. `broad` lets a SOC code without a row use
    that of its broad group, and is printed to say whom the figure then describes; `{…}` stands for
    the row's cell in a column.
    """

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["value"]}, {"required": ["from", "column"]}]}
    )

    value: FigureValue = ""
    table: NonEmpty | None = Field(
        default=None, validation_alias=AliasChoices("from", "table"), serialization_alias="from"
    )
    key: NonEmpty | Mapping[NonEmpty, NonEmpty | None] | None = None
    column: NonEmpty | None = None
    where: NonEmpty | None = None
    otherwise: OtherColumn | None = None
    broad: NonEmpty | None = None
    unit: Unit | None = None
    as_of: Year | None = None
    period: Annotated[tuple[Year, Year], AfterValidator(_in_order)] | None = None
    source: Text | None = None
    label: NonEmpty | None = None
    note: NonEmpty | None = None
    amount: SkipJsonSchema[Decimal | None] = Field(default=None, exclude=True, repr=False)
    """The least that a figure is which its table gives as “this or more”."""
    of_whom: SkipJsonSchema[str] = Field(default="", exclude=True, repr=False)
    """Of whom a figure is that was taken from the row of a broad group, as printed after it."""
    lineage: SkipJsonSchema[Lineage | None] = Field(default=None, exclude=True, repr=False)
    """Where its value was taken from, or None for one that the guide states itself."""
    other_cells: SkipJsonSchema[tuple[Lineage, ...]] = Field(default=(), exclude=True, repr=False)
    """The other cells that its value was made of, where that is more than one."""
    stated: SkipJsonSchema[Fact | None] = Field(default=None, exclude=True, repr=False)
    """The fact as it was stated, before it had what its cell has."""

    _unwritten = _OUTCOME
    # A fact from a table has no value before it is filled.
    _optional = ("value",)

    def _as_stated(self) -> Fact:
        return self.stated or self

    @property
    def is_words(self) -> bool:
        """Whether it is a text, rather than words in place of a figure that its table withholds."""
        is_code = self.lineage is not None and self.lineage.standing != "value"
        return isinstance(self.value, str) and not is_code

    @property
    def least(self) -> Decimal | None:
        """The figure, or its minimum if the table says “this or more”; None if there is no figure."""
        return self.value if isinstance(self.value, Decimal) else self.amount

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            value: Decimal | float | str = "",
            table: str | None = None,
            key: str | Mapping[str, str | None] | None = None,
            column: str | None = None,
            where: str | None = None,
            otherwise: OtherColumn | None = None,
            broad: str | None = None,
            unit: str | None = None,
            as_of: int | None = None,
            period: Several[int] | None = None,
            source: str | None = None,
            label: str | None = None,
            note: str | None = None,
        ) -> None: ...

    @model_validator(mode="before")
    @classmethod
    def _a_quoted_number_of_a_unit_is_one(cls, data: object) -> object:
        """Read `"24.50"` as a number: unlike JSON's own numbers, it keeps its digits."""
        if isinstance(data, Mapping) and data.get("unit") is not None:
            value = data.get("value")
            if isinstance(value, str) and _DIGITS.fullmatch(value):
                return {**data, "value": Decimal(value)}
        return data

    @model_validator(mode="before")
    @classmethod
    def _a_file_states_no_outcome(cls, data: object) -> object:
        """Refuse values that only a table can provide, like any unknown key."""
        # A file has plain data, so it cannot contain a lineage that guidepub made.
        if isinstance(data, Mapping) and isinstance(data.get("lineage"), Carried):
            return data
        if isinstance(data, Mapping) and (key := next(filter(data.__contains__, _OUTCOME), None)):
            raise PydanticCustomError("outcome", "The key “{key}” is unknown", {"key": key})
        return data

    @model_validator(mode="after")
    def _it_has_a_value_or_a_cell(self) -> Self:
        stated = "value" in self.model_fields_set
        if self.table is None and not stated:
            raise PydanticCustomError("no_value", "The fact has no value", {})
        if self.table is not None and stated and self.lineage is None:
            message = "The fact has both a value and a table, “{table}”, to take it from"
            raise PydanticCustomError("two_values", message, {"table": self.table})
        if (self.table is None) != (self.column is None):
            raise PydanticCustomError(
                "half_cell", "A fact from a table needs both a table and a column", {}
            )
        return self

    @model_validator(mode="after")
    def _a_unit_needs_a_number(self) -> Self:
        if self.table is None and self.unit is not None and not isinstance(self.value, Decimal):
            raise PydanticCustomError(
                "number", "“{value}” is not a number, but it has a unit", {"value": self.value}
            )
        return self
