"""The settings for a printer's files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from guidepub.findings import did_you_mean
from guidepub.model.presses.printers import ANY_PRESS, PressStandard, Printer, printers
from guidepub.model.validation.fields import Slug, WholeNumber
from guidepub.model.validation.frozen import Model
from guidepub.model.validation.lengths import Length

# A leaf has two pages.
_LEAF = 2


def _is_printer(name: str) -> str:
    if name not in printers():
        raise PydanticCustomError(
            "printer",
            "The printer “{value}” is unknown",
            {"value": name, "remedy": did_you_mean(name, printers())},
        )
    return name


PrinterName = Annotated[Slug, AfterValidator(_is_printer)]
"""The id of a printer, whose rules are known."""


def check_paper(press: str | None, paper: str | None) -> None:
    """Make sure that a paper is one of its printer.

    Raises:
        PydanticCustomError: it is not, or it is named without a printer.
    """
    if paper is None:
        return
    if press is None:
        raise PydanticCustomError(
            "printer",
            "The paper “{value}” is named without a printer",
            {
                "value": paper,
                "remedy": 'Name the printer as well, as in press = "lulu", or leave out the paper.',
                "path": ["paper"],
            },
        )
    printer = printers()[press]
    if paper not in printer.papers:
        raise PydanticCustomError(
            "printer",
            "“{value}” is not a paper of {name}",
            {
                "value": paper,
                "name": printer.name,
                "remedy": did_you_mean(paper, printer.papers) or "Leave it out, and state caliper.",
                "path": ["paper"],
            },
        )


class Press(Model):
    """The sheet and the paper: `bleed` beyond the trim, `caliper` of one leaf, in points.

    `press` names a printer, and `paper` one of its papers: whatever is not stated is then as that
    printer requires. `signature` is the number of pages that the page count must be a multiple of.
    `bleed_at_spine` says whether pages have a bleed on the side of the spine, too.
    """

    press: PrinterName | None = None
    paper: Slug | None = None
    bleed: Annotated[Length, Field(ge=0, le=36)] = 9.0
    bleed_at_spine: Annotated[bool, Field(strict=True)] = True
    marks: Annotated[bool, Field(strict=True)] = True
    signature: Annotated[WholeNumber, Field(ge=1, le=64)] = _LEAF
    caliper: Annotated[Length, Field(gt=0, le=3)] = 0.324
    standard: PressStandard = "PDF/X-4"

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            press: str | None = None,
            paper: str | None = None,
            bleed: str | Literal[0] = "0.125in",
            bleed_at_spine: bool = True,
            marks: bool = True,
            signature: int = 2,
            caliper: str = "0.0045in",
            standard: PressStandard = "PDF/X-4",
        ) -> None: ...

    @model_validator(mode="before")
    @classmethod
    def _as_the_printer_asks(cls, value: object) -> object:
        named = value.get("press") if isinstance(value, Mapping) else None
        # Without a printer, as in most catalogues, no table is read.
        printer = printers().get(named.strip()) if isinstance(named, str) else None
        if not isinstance(value, Mapping) or printer is None:
            return value
        asked: dict[str, object] = {
            "bleed": f"{printer.bleed:f}pt",
            "bleed_at_spine": printer.bleed_at_spine,
            "marks": printer.marks,
            "signature": max(_LEAF, printer.multiple),
        }
        if printer.standard:
            asked["standard"] = printer.standard
        chosen = value.get("paper")
        if chosen is None:
            chosen = next(iter(printer.papers), None)
        paper = printer.papers.get(chosen.strip()) if isinstance(chosen, str) else None
        if paper is not None:
            asked["caliper"] = f"{_LEAF * paper.page:f}pt"
        return {**asked, **value}

    @model_validator(mode="after")
    def _paper_is_the_printers(self) -> Self:
        check_paper(self.press, self.paper)
        return self

    @property
    def printer(self) -> Printer:
        """The requirements of the printer that `press` names, or else of any press."""
        return printers()[self.press] if self.press else ANY_PRESS

    def padded(self, pages: int) -> int:
        """Return a page count including the blank pages that a printer needs.

        They fill the last signature, and books that are too thin to be bound.
        """
        count = max(pages, self.printer.limits(self.paper)[0])
        return count + -count % self.signature

    def spine(self, pages: int) -> float:
        """Return the width of the spine in points: two pages are one leaf."""
        return pages / _LEAF * self.caliper + self.printer.spine_extra
