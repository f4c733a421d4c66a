"""The requirements of each printer: one TOML file per printer, with its sources and its date.

Builds for a printer and checks of any file use the same table. Whatever a printer does not state is
left out of its file; the defaults, which are common practice, then apply.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType
from typing import Annotated, Literal, get_args

from pydantic import Field

from guidepub.findings import did_you_mean
from guidepub.findings.errors import UsageError
from guidepub.model.formats.trim import TrimSize
from guidepub.model.validation.fields import IsoDate, Name, NonEmpty, Slug, WebAddress, WholeNumber
from guidepub.model.validation.frozen import Model
from guidepub.model.validation.lengths import Length

PDF_X = ("PDF/X",)
"""Any standard of the family ISO 15930."""

PressStandard = Literal["PDF/X-4", "PDF/X-1a:2001"]
"""What a press file is made as: ISO 15930-7, or ISO 15930-1 for printers that take no other."""

WRITTEN_STANDARDS: tuple[PressStandard, ...] = get_args(PressStandard)
"""The standards to which a press file can be made, the usual one first."""


class Gutter(Model):
    """The least distance of type from the spine in books of `to` pages at most."""

    to: WholeNumber
    inside: Length


class Paper(Model):
    """A paper: the thickness of one page (half a leaf), and how many pages of it can be bound."""

    page: Length
    least: WholeNumber | None = None
    most: WholeNumber | None = None


class Printer(Model):
    """A printer's requirements for the pages and the wrap of a book.

    Attributes:
        read: the day on which the sources were read.
        note: requirements that are not checked, or that the printer leaves open.
        bleed_at_spine: whether pages have a bleed on the side of the spine, too.
        bare: whether pages without bleed are accepted if nothing touches the trim.
        exact_sheet: whether a page's sheet ends where the bleed ends.
        trim_box: whether the file must state where pages are trimmed.
        standards: prefixes of the names of standards, one of which the file must state; if
            empty, every PDF is accepted.
        light: whether RGB and Lab are accepted.
        ink: the maximum total ink, in percent.
        resolution: the minimum resolution of a picture in pixels per inch.
        safe: the distance of type from the edges; `safe_with_bleed` on pages with a bleed.
        multiple: the page count must be a multiple of this.
        smallest, largest: the range of trim sizes.
        spine_extra: how much wider the spine is than the pages.
        spine_words_from: the page count from which words are allowed on the spine.
    """

    id: Slug
    name: Name
    sources: tuple[WebAddress, ...]
    read: IsoDate
    note: NonEmpty | None = None
    bleed: Length
    bleed_at_spine: bool = True
    bare: bool = False
    marks: bool = True
    exact_sheet: bool = False
    trim_box: bool = True
    standards: tuple[NonEmpty, ...] = PDF_X
    links: bool = False
    bookmarks: bool = True
    transparency: bool = True
    light: bool = False
    ink: Annotated[int, Field(ge=100, le=400)] = 300
    resolution: Annotated[int, Field(ge=72, le=1200)] = 150
    safe: Length = 9.0
    safe_with_bleed: Length | None = None
    gutters: tuple[Gutter, ...] = ()
    least: WholeNumber = 1
    most: WholeNumber | None = None
    multiple: Annotated[WholeNumber, Field(ge=1)] = 1
    smallest: TrimSize | None = None
    largest: TrimSize | None = None
    papers: Mapping[Slug, Paper] = {}
    spine_extra: Length = 0.0
    spine_words_from: WholeNumber = 0

    @property
    def standard(self) -> PressStandard | None:
        """The standard to which a file for this printer is made, or None if none fits."""
        if not self.standards:
            return WRITTEN_STANDARDS[0]
        return next((each for each in WRITTEN_STANDARDS if each.startswith(self.standards)), None)

    def inside(self, pages: int) -> float:
        """Return the distance of type from the spine in a book of so many pages, in points."""
        return next((g.inside for g in self.gutters if pages <= g.to), self.safe)

    def limits(self, paper: str | None = None) -> tuple[int, int | None]:
        """Return the minimum and maximum number of pages that are bound, for a paper or for any."""
        chosen = self.papers.get(paper) if paper else None
        least = (chosen and chosen.least) or self.least
        return least, (chosen and chosen.most) or self.most

    def thinnest_page(self) -> float | None:
        """Return the thickness of a page of the thinnest paper, or None where none is known."""
        return min((paper.page for paper in self.papers.values()), default=None)

    def thickest_page(self) -> float | None:
        """Return the thickness of a page of the thickest paper, or None where none is known."""
        return max((paper.page for paper in self.papers.values()), default=None)


ANY_PRESS = Printer.model_validate(
    {
        "id": "any",
        "name": "any press",
        "sources": [],
        "read": "2026-11-29",
        "bleed": "3mm",
    }
)
"""What is asked of a press file where no printer is named: the custom of the trade."""


@functools.cache
def printers() -> Mapping[str, Printer]:
    """Return all printers that are known, by their ids."""
    folder = resources.files(__name__)
    found = {}
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        name, dot, suffix = entry.name.rpartition(".")
        if dot and suffix == "toml":
            table = tomllib.loads(entry.read_text("utf-8"))
            found[name] = Printer.model_validate({"id": name, **table})
    return MappingProxyType(found)


def printer_named(name: str) -> Printer:
    """Return a printer by its id.

    Raises:
        UsageError: no printer has that id.
    """
    known = printers()
    if name not in known:
        raise UsageError(f"The printer “{name}” is unknown. {did_you_mean(name, known)}")
    return known[name]
