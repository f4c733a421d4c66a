"""Products: what a catalogue sells of each guide, and what a guide states about its own."""

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
    """A product that is made from each guide of a catalogue and sold separately.

    Whatever it does not state comes from the catalogue. A printed product has two files: its pages
    and the wrap of the cover.

    Attributes:
        edition: the edition that it is made as.
        press: the printer whose requirements it meets; `paper` and `caliper` are as in `[print]`.
        bleed, marks, standard: as in `[print]`, to differ from the printer's requirements.
        imprint: its publisher, if not each guide's own imprint.
        language: that of the guides it is made from; `es` includes `es-US`.
        price, prices: what it costs, unless the guide states otherwise.
        suffix: added to the guide's slug in its files' names.
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
                "The paper is named without a printer",
                {"remedy": "Name press, too, or state caliper in [print].", "path": ["caliper"]},
            )
        return self

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The editions of its files."""
        return tuple(e for e, file in EDITION_FILES.items() if file.text_of == self.edition)

    @property
    def is_sold(self) -> bool:
        """Whether it has an ISBN of its own."""
        return self.edition in SOLD

    def file_names(self, slug: str) -> tuple[str, ...]:
        """Return the names of its files for a guide."""
        return tuple(file_name(slug + self.suffix, edition) for edition in self.editions)

    def is_of_language(self, tag: str) -> bool:
        """Return whether it is made from guides in a language."""
        return self.language is None or serves(self.language, tag)

    def settings(self, usual: Press) -> Press:
        """Return the settings for its printer, or the usual ones if it does not name a printer.

        Its own settings take precedence over either.
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
    """What a guide states for only one of its products."""

    isbn: Isbn | None = None
    price: Price | None = None
    prices: RetailPrices = ()
    first_published: Year | None = None


class GuideProducts(Model):
    """The catalogue's products that a guide is made as, and what it states about them.

    A list of names means `only`. `terms` are by product name.
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
