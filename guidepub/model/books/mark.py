"""The mark that a finished file has in its metadata: which notices it was given, and what it was made from.

A mark is a claim and proves nothing. docs/legal.md describes it for other programs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from guidepub.model.catalogs.accessibility import CLAIMING
from guidepub.model.formats.editions import EDITION_FILES, Edition
from guidepub.model.tables.lineage import PrintedFigure, read_figures, written_figures
from guidepub.model.validation.frozen import Model
from guidepub.words.wording import fingerprint

if TYPE_CHECKING:
    from guidepub.model.books.book import Book

NAMESPACE = "urn:uuid:e45b25ba-0dfe-595d-a541-3be8952551ed#"
"""The namespace of the properties that no standard has, in XMP and in a package document."""

PREFIX = "guidepub"

_NOTICE = re.compile(r"([a-z0-9-]{1,200})@([0-9]{1,4}) ([A-Za-z0-9-]{1,40}) sha256:([0-9a-f]{64})")
_GUIDE = re.compile(r"([a-z0-9-]{1,200}) sha256:([0-9a-f]{64})")
# A book has a few dozen notices at most; a larger number is an attempt to exhaust the reader.
_MOST = 500


class MarkedNotice(Model):
    """A notice that a file says it has; `sha256` is that of its normalised wording."""

    id: str
    version: int
    language: str
    sha256: str

    @property
    def name(self) -> str:
        """The id with the version, as in `disclaimer@3`."""
        return f"{self.id}@{self.version}"

    def __str__(self) -> str:
        return f"{self.name} {self.language} sha256:{self.sha256}"


class Mark(Model):
    """What a file states about itself. Whatever it does not state is empty."""

    notices: tuple[MarkedNotice, ...] = ()
    guide: str = ""
    guide_sha256: str = ""
    catalog: str = ""
    edition: str = ""
    product: str = ""
    press: str = ""
    imprint: str = ""
    years: str = ""
    holder: str = ""
    claim: str = ""
    """To which standard of accessibility it says that it conforms, and who answers for that."""
    figures: tuple[PrintedFigure, ...] = ()

    def properties(self) -> Iterator[tuple[str, str]]:
        """Yield the properties of guidepub's own namespace that are stated, by name."""
        for notice in self.notices:
            yield "notice", str(notice)
        yield "guide", f"{self.guide} sha256:{self.guide_sha256}"
        if self.catalog:
            yield "catalog", self.catalog
        yield "edition", self.edition
        if self.product:
            yield "product", self.product
        if self.press:
            yield "press", self.press
        yield "imprint", self.imprint
        yield "years", self.years
        if self.claim:
            yield "claim", self.claim
        yield from written_figures(self.figures)


def mark_of(book: Book, edition: Edition) -> Mark:
    """Return the mark of a book's file of an edition."""
    return Mark(
        notices=tuple(
            MarkedNotice(
                id=notice.id,
                version=notice.version,
                language=notice.language,
                sha256=fingerprint(notice.wording),
            )
            for notice in book.notices_in(edition)
        ),
        guide=book.slug,
        guide_sha256=book.guide_hash,
        catalog=book.revision,
        edition=edition,
        product=book.product,
        press=(book.press.press or "") if EDITION_FILES[edition].text_of == "print" else "",
        imprint=book.imprint.id,
        years=book.years,
        holder=book.imprint.holder,
        claim=_claim(book, edition),
        figures=() if edition == "print-cover" else book.figures,
    )


def _claim(book: Book, edition: Edition) -> str:
    if book.claims != "certified" or edition not in CLAIMING:
        return ""
    stated = book.accessibility
    standard = stated.standard if edition == "epub" else ", ".join(book.screen.standards)
    return f"{standard}; {stated.certified_by}"


def read_mark(properties: Iterable[tuple[str, str]], holder: str = "") -> Mark | None:
    """Return the mark in some properties of the namespace, or None if there are none.

    Anything that guidepub would not write like this is ignored.
    """
    properties = list(properties)
    values: dict[str, str] = {}
    notices: dict[str, MarkedNotice] = {}
    for name, written in properties:
        value = " ".join(written.split())
        if name == "notice":
            found = _NOTICE.fullmatch(value)
            if found and len(notices) < _MOST:
                notice_id, version, language, digest = found.groups()
                notices[value] = MarkedNotice(
                    id=notice_id, version=int(version), language=language, sha256=digest
                )
        elif name in (
            "guide",
            "catalog",
            "edition",
            "product",
            "press",
            "imprint",
            "years",
            "claim",
        ):
            values[name] = value[:300]
    if not notices and not values:
        return None
    guide = _GUIDE.fullmatch(values.pop("guide", ""))
    slug, digest = guide.groups() if guide else ("", "")
    return Mark(
        notices=tuple(notices.values()), guide=slug, guide_sha256=digest, holder=holder,
        figures=read_figures(properties), **values,
    )  # fmt: skip
