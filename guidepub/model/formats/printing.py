"""Which printing of an edition a book is: when it was printed, and what was mended in it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from guidepub.model.validation.fields import IsoDate, NonEmpty
from guidepub.model.validation.frozen import Model

# A printer's line has so many numbers, of which a plate loses one at each printing.
_NUMBERS = 10


class Printing(Model):
    """A printing by its `number`, from 1; `corrected` says what was mended since the one before."""

    number: Annotated[int, Field(ge=1, le=999)]
    date: IsoDate | None = None
    corrected: NonEmpty | None = None

    if TYPE_CHECKING:

        def __init__(
            self, *, number: int, date: IsoDate | str | None = None, corrected: str | None = None
        ) -> None: ...

    @property
    def line(self) -> str:
        """The printer's line: its lowest number is that of the printing."""
        return " ".join(str(number) for number in range(self.number, self.number + _NUMBERS))


def check_printing(printing: Printing | None, published: datetime.date | None) -> None:
    """Make sure that nothing is printed before it is published.

    Raises:
        PydanticCustomError: it is.
    """
    if printing and printing.date and published and printing.date < published:
        message = "The printing is of a day before the edition was published"
        raise PydanticCustomError("printing", message, {})


def _numbered(value: object) -> object:
    """A guide may give the number alone."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return {"number": value} if is_number else value


StatedPrinting = Annotated[
    Printing, BeforeValidator(_numbered, json_schema_input_type=int | Printing)
]
