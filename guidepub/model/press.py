"""How a printer wants its files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from guidepub.model.fields import WholeNumber
from guidepub.model.frozen import Model

_POINTS = {"pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 720 / 25.4}
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?|\.\d+)\s*(in|mm|cm|pt)\s*", re.I)


def _length(value: object) -> object:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value == 0:
        return 0.0
    if match := _LENGTH.fullmatch(str(value)):
        return float(match[1]) * _POINTS[match[2].lower()]
    raise PydanticCustomError("length", "“{value}” is no length", {"value": str(value)})


Length = Annotated[float, BeforeValidator(_length, json_schema_input_type=str)]
"""A length with its unit (`3mm`, `0.125in`), kept in points."""


class Press(Model):
    """The sheet and the paper: `bleed` beyond the trim, `caliper` of one leaf, in points.

    `signature` is the number of pages that the page count must be a multiple of.
    """

    bleed: Annotated[Length, Field(ge=0, le=36)] = 9.0
    marks: Annotated[bool, Field(strict=True)] = True
    signature: Annotated[WholeNumber, Field(ge=1, le=64)] = 2
    caliper: Annotated[Length, Field(gt=0, le=3)] = 0.324

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            bleed: str | Literal[0] = "0.125in",
            marks: bool = True,
            signature: int = 2,
            caliper: str = "0.0045in",
        ) -> None: ...

    def padded(self, pages: int) -> int:
        """Return a page count with the blank pages that fill its last signature."""
        return pages + -pages % self.signature

    def spine(self, pages: int) -> float:
        """Return the width of the spine in points: two pages are one leaf."""
        return pages / 2 * self.caliper
