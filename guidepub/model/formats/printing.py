"""The printing of an edition: its number, its date, and what was corrected in it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from guidepub.model.validation.fields import IsoDate, NonEmpty
from guidepub.model.validation.frozen import Model

# A printer's line has this many numbers; each printing removes one.
_NUMBERS = 10


class Printing(Model):
    """A printing by its `number`, from 1; `corrected` says what was corrected since the one before."""

    number: Annotated[int, Field(ge=1, le=999)]
    date: IsoDate | None = None
    corrected: NonEmpty | None = None

    if TYPE_CHECKING:

        def __init__(
            self, *, number: int, date: IsoDate | str | None = None, corrected: str | None = None
        ) -> None: ...

    @property
    def line(self) -> str:
        """The printer's line: its lowest number is the number of the printing."""
        return " ".join(str(number) for number in range(self.number, self.number + _NUMBERS))


def check_printing(printing: Printing | None, published: datetime.date | None) -> None:
    """Make sure that nothing is printed before it is published.

    Raises:
        PydanticCustomError: the date of the printing is earlier.
    """
    if printing and printing.date and published and printing.date < published:
        message = "The date of the printing is before the edition was published"
        raise PydanticCustomError("printing", message, {})


def _numbered(value: object) -> object:
    """A guide may give only the number."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return {"number": value} if is_number else value


StatedPrinting = Annotated[
    Printing, BeforeValidator(_numbered, json_schema_input_type=int | Printing)
]
