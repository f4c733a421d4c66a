"""The ledger of ISBNs: the ranges of a catalogue, and the ISBN of each product of each guide."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from guidepub.model.validation.fields import Isbn, Slug, format_isbn
from guidepub.model.validation.frozen import Model

LEDGER_OF_ISBNS = "isbn.toml"
"""The name of the ledger in a catalogue's folder."""

# Digits of an ISBN without the check digit.
_DIGITS = 12
_Number = Annotated[int, Field(strict=True, ge=0, le=10**7)]


def _bare(value: object) -> object:
    return value.replace("-", "").replace(" ", "") if isinstance(value, str) else value


Prefix = Annotated[
    str, BeforeValidator(_bare, json_schema_input_type=str), Field(pattern=r"^97[89][0-9]{2,8}$")
]
"""What the ISBNs of a publisher begin with, as bare digits."""


class IsbnRange(Model):
    """Numbers that an agency has assigned to an imprint.

    The digits between the `prefix` and the check digit are the numbers from `first` to `last`;
    those below `next` are in use.
    """

    prefix: Prefix
    first: _Number = 0
    last: _Number
    next: _Number = 0
    imprint: Slug

    @model_validator(mode="after")
    def _numbers_fit(self) -> IsbnRange:
        most = 10 ** (_DIGITS - len(self.prefix)) - 1
        if not self.first <= self.last <= most:
            raise PydanticCustomError(
                "range",
                "The numbers from {first} to {last} are not between 0 and {most}",
                {"first": self.first, "last": self.last, "most": most, "path": ["last"]},
            )
        return self

    @property
    def shown_prefix(self) -> str:
        """The prefix with hyphens, as far as their places are known."""
        shown, digits = format_isbn(self.isbn(self.first)), 0
        for place, sign in enumerate(shown):
            digits += sign.isdecimal()
            if digits == len(self.prefix):
                return shown[: place + 1]
        return self.prefix

    def isbn(self, number: int) -> str:
        """Return the ISBN for a number, as 13 digits including the check digit."""
        from stdnum import ean

        digits = f"{self.prefix}{number:0{_DIGITS - len(self.prefix)}d}"
        return f"{digits}{ean.calc_check_digit(digits)}"

    def left(self) -> Iterator[int]:
        """Yield the free numbers, from the lowest up."""
        yield from range(max(self.first, self.next), self.last + 1)

    def overlaps(self, other: IsbnRange) -> bool:
        """Return whether any ISBN is in both ranges."""
        mine, yours = ((r.isbn(r.first)[:-1], r.isbn(r.last)[:-1]) for r in (self, other))
        return mine[0] <= yours[1] and yours[0] <= mine[1]


class AssignedIsbn(Model):
    """The assignment of an ISBN to a product of a guide under an imprint.

    If the catalogue has no products, `product` is the edition. `line` is its line in the ledger.
    """

    isbn: Isbn
    guide: Slug
    product: Slug
    imprint: Slug
    line: SkipJsonSchema[int] = Field(default=0, exclude=True, repr=False)


class IsbnLedger(Model):
    """All ISBNs that were ever assigned. An ISBN in this list is never assigned again."""

    ranges: Annotated[tuple[IsbnRange, ...], Field(max_length=1000)] = ()
    assigned: Annotated[tuple[AssignedIsbn, ...], Field(max_length=1_000_000)] = ()

    def isbn_of(self, guide: str, product: str, imprint: str) -> str | None:
        """Return the ISBN that was assigned to a product of a guide, or None."""
        return self._by_book.get((guide, product, imprint))

    def owner_of(self, isbn: str) -> AssignedIsbn | None:
        """Return the assignment of an ISBN, or None."""
        return self._by_isbn.get(isbn)

    @functools.cached_property
    def _by_book(self) -> dict[tuple[str, str, str], str]:
        return {(each.guide, each.product, each.imprint): each.isbn for each in self.assigned}

    @functools.cached_property
    def _by_isbn(self) -> dict[str, AssignedIsbn]:
        return {each.isbn: each for each in self.assigned}
