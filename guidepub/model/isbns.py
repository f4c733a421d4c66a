"""The ledger of ISBNs: the ranges of a catalogue, and which product of which guide has which."""

from __future__ import annotations

import functools
from typing import Annotated

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from guidepub.model.fields import Isbn, Slug, WholeNumber
from guidepub.model.frozen import Model


class IsbnRange(Model):
    """Numbers that an agency has given to an imprint.

    `prefix` is what its ISBNs have in common, without hyphens; the digits behind it, without
    that of the check, are the numbers from `first` to `last`. Those below `next` were given.
    """

    prefix: Annotated[str, Field(pattern=r"^97[89][0-9]{2,8}$")]
    first: Annotated[WholeNumber, Field(ge=0)] = 0
    last: Annotated[WholeNumber, Field(ge=0)]
    next: Annotated[WholeNumber, Field(ge=0)] = 0
    imprint: Slug


class AssignedIsbn(Model):
    """That a product of a guide has an ISBN, as the book of an imprint.

    Without products in the catalogue, `product` is the edition. `line` is where it stands.
    """

    isbn: Isbn
    guide: Slug
    product: Slug
    imprint: Slug
    line: SkipJsonSchema[int] = Field(default=0, exclude=True, repr=False)


class IsbnLedger(Model):
    """All that was ever given. An ISBN that stands here is never given again."""

    ranges: Annotated[tuple[IsbnRange, ...], Field(max_length=1000)] = ()
    assigned: Annotated[tuple[AssignedIsbn, ...], Field(max_length=1_000_000)] = ()

    def isbn_of(self, guide: str, product: str, imprint: str) -> str | None:
        """Return the ISBN that was given to a product of a guide, or None."""
        return self._by_book.get((guide, product, imprint))

    @functools.cached_property
    def _by_book(self) -> dict[tuple[str, str, str], str]:
        return {(each.guide, each.product, each.imprint): each.isbn for each in self.assigned}
