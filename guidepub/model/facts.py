"""Facts and the sources that stand for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal, Self, get_args

from pydantic import AfterValidator, model_validator
from pydantic_core import PydanticCustomError

from guidepub.model.fields import (
    Day,
    FigureValue,
    IsoDate,
    LanguageTag,
    Model,
    Name,
    NonEmpty,
    Several,
    Text,
    Unit,
    WebAddress,
    Year,
)

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

# A number as Python and JSON write it, of at most so many digits as a figure may have.
_DIGITS = re.compile(r"-?(?:0|[1-9][0-9]{0,15})(?:\.[0-9]{1,30})?")
EDUCATION_LEVELS: tuple[str, ...] = get_args(EducationLevel)


def _in_order(period: tuple[int, int]) -> tuple[int, int]:
    if period[0] >= period[1]:
        raise PydanticCustomError("period", "The period ends before it begins", {})
    return period


class Source(Model):
    """A citable work; `language` is that of its title and publisher, if not the guide's."""

    title: Name
    publisher: Name
    url: WebAddress | None = None
    retrieved: IsoDate | None = None
    year: Year | None = None
    language: LanguageTag | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            title: str,
            publisher: str,
            url: str | None = None,
            retrieved: Day | None = None,
            year: int | None = None,
            language: str | None = None,
        ) -> None: ...


class Fact(Model):
    """A figure or a short text with its unit, its year and its source.

    `period` is the first and the last year of a projection.
    """

    value: FigureValue
    unit: Unit | None = None
    as_of: Year | None = None
    period: Annotated[tuple[Year, Year], AfterValidator(_in_order)] | None = None
    source: Text | None = None
    label: NonEmpty | None = None
    note: NonEmpty | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            value: Decimal | float | str,
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
        """Read `"24.50"` as a number, which keeps its digits where JSON's own would not."""
        if isinstance(data, Mapping) and data.get("unit") is not None:
            value = data.get("value")
            if isinstance(value, str) and _DIGITS.fullmatch(value):
                return {**data, "value": Decimal(value)}
        return data

    @model_validator(mode="after")
    def _a_unit_needs_a_number(self) -> Self:
        if self.unit is not None and not isinstance(self.value, Decimal):
            raise PydanticCustomError(
                "number", "“{value}” is no number, yet it has a unit", {"value": self.value}
            )
        return self
