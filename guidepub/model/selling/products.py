"""Products: what a catalogue sells of each guide, and what a guide says of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from guidepub.model.formats.editions import EDITION_FILES, Bearer, Edition, file_name
from guidepub.model.formats.trim import Trim, TrimSize
from guidepub.model.presses.press import Press, PrinterName, check_paper
from guidepub.model.presses.printers import PressStandard
from guidepub.model.selling.trade import Price, RetailPrice, RetailPrices
from guidepub.model.validation.fields import (
    FileSlug,
    Isbn,
    LanguageTag,
    NonEmpty,
    Several,
    Slug,
    Year,
)
from guidepub.model.validation.frozen import Model
from guidepub.model.validation.lengths import Length
from guidepub.words.languages import serves

SOLD: tuple[Bearer, ...] = ("print", "epub")
"""The editions that have an ISBN of their own (ISO 2108)."""


class Product(Model):
    """What is made of each guide of a catalogue, and sold by itself.

    What it does not state, it has from the catalogue. A printed one is two files: its pages and
    the sheet that wraps them.

    Attributes:
        edition: what it is made as.
        press: the printer by whose rules it is made; `paper` and `caliper` are as in `[print]`.
        bleed, marks, standard: as in `[print]`, where it is to be otherwise than its printer asks.
        imprint: who publishes it, if not each guide's own imprint.
        language: that of the guides of which it is made; `es` stands for `es-US`, too.
        price, prices: what it costs, where the guide says nothing else of it.
        suffix: what its files' names have behind the guide's slug.
    """

    name: FileSlug
    edition: Bearer = "print"
    theme: NonEmpty | None = None
    trim: TrimSize | None = None
    press: PrinterName | None = None
    paper: Slug | None = None
    caliper: Annotated[Length, Field(gt=0, le=3)] | None = None
    bleed: Annotated[Length, Field(ge=0, le=36)] | None = None
    marks: Annotated[bool, Field(strict=True)] | None = None
    standard: PressStandard | None = None
    imprint: Slug | None = None
    language: LanguageTag | None = None
    price: Price | None = None
    prices: RetailPrices = ()
    suffix: Annotated[str, Field(pattern=r"^(-[a-z0-9]+)*$", max_length=60)] = ""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str,
            edition: Bearer = "print",
            theme: str | None = None,
            trim: Trim | str | None = None,
            press: str | None = None,
            paper: str | None = None,
            caliper: str | None = None,
            bleed: str | Literal[0] | None = None,
            marks: bool | None = None,
            standard: PressStandard | None = None,
            imprint: str | None = None,
            language: str | None = None,
            price: str | None = None,
            prices: Several[RetailPrice] = (),
            suffix: str = "",
        ) -> None: ...

    @model_validator(mode="before")
    @classmethod
    def _is_called_by_its_name(cls, value: object) -> object:
        if isinstance(value, Mapping) and isinstance(name := value.get("name"), str):
            return {"suffix": f"-{name.strip()}", **value}
        return value

    @model_validator(mode="after")
    def _paper_is_of_its_press(self) -> Self:
        check_paper(self.press, self.paper)
        if self.caliper is not None and self.press is None:
            raise PydanticCustomError(
                "printer",
                "The thickness of the paper is stated without its printer",
                {"remedy": "Name press, too, or state caliper in [print].", "path": ["caliper"]},
            )
        return self

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The editions of which its files are."""
        return tuple(e for e, file in EDITION_FILES.items() if file.text_of == self.edition)

    @property
    def is_sold(self) -> bool:
        """Whether it has an ISBN of its own."""
        return self.edition in SOLD

    def file_names(self, slug: str) -> tuple[str, ...]:
        """Return the names of its files of a guide."""
        return tuple(file_name(slug + self.suffix, edition) for edition in self.editions)

    def is_of_language(self, tag: str) -> bool:
        """Return whether it is made of guides in a language."""
        return self.language is None or serves(self.language, tag)

    def settings(self, usual: Press) -> Press:
        """Return how its printer wants its files, or the usual settings where it names none.

        What it states itself comes before either.
        """
        own = {"bleed": self.bleed, "marks": self.marks, "standard": self.standard}
        update = {name: value for name, value in own.items() if value is not None}
        if self.press is None:
            return usual.model_copy(update=update)
        caliper = {} if self.caliper is None else {"caliper": f"{self.caliper:f}pt"}
        stated = {"press": self.press, "paper": self.paper}
        asked = Press.model_validate({k: v for k, v in stated.items() if v} | caliper)
        return asked.model_copy(update=update)


class ProductTerms(Model):
    """What a guide says of one of its products, which then holds for that alone."""

    isbn: Isbn | None = None
    price: Price | None = None
    prices: RetailPrices = ()
    first_published: Year | None = None


class GuideProducts(Model):
    """Which of the catalogue's products a guide is made as, and what it says of them.

    A list of names stands for `only`. `terms` are by the product's name.
    """

    only: tuple[Slug, ...] | None = None
    without: tuple[Slug, ...] = ()
    terms: Mapping[Slug, ProductTerms] = {}

    @model_validator(mode="before")
    @classmethod
    def _a_list_is_a_choice(cls, value: object) -> object:
        return {"only": value} if isinstance(value, (list, tuple)) else value

    def has(self, name: str) -> bool:
        """Return whether a product is among those of the guide."""
        return (self.only is None or name in self.only) and name not in self.without
