"""Facts and the sources that stand for them."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, Self, get_args

from pydantic import AfterValidator, model_validator
from pydantic_core import PydanticCustomError

from guidepub.model.fields import (
    FigureValue,
    IsoDate,
    Model,
    NonEmpty,
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

EDUCATION_LEVELS: tuple[str, ...] = get_args(EducationLevel)


def _in_order(period: tuple[int, int]) -> tuple[int, int]:
    if period[0] >= period[1]:
        raise PydanticCustomError("period", "The period ends before it begins", {})
    return period


class Source(Model):
    """A citable work."""

    title: NonEmpty
    publisher: NonEmpty
    url: WebAddress | None = None
    retrieved: IsoDate | None = None
    year: Year | None = None


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

    @model_validator(mode="after")
    def _a_unit_needs_a_number(self) -> Self:
        if self.unit is not None and not isinstance(self.value, Decimal):
            raise PydanticCustomError(
                "number", "“{value}” is no number, yet it has a unit", {"value": self.value}
            )
        return self
