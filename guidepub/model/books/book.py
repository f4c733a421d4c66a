"""A book: one guide assembled under one imprint, as an ordered list of leaves."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Literal

from pydantic import Field

from guidepub.findings import Place
from guidepub.model.books.showing import CoverCard, notebook_html
from guidepub.model.catalogs.accessibility import Accessibility, Claims
from guidepub.model.catalogs.imprint import Imprint
from guidepub.model.formats.editions import Bearer, Edition, edition_named
from guidepub.model.formats.screen import Screen
from guidepub.model.formats.trim import Trim
from guidepub.model.guides.guide import Guide
from guidepub.model.guides.sections import SECTION_KINDS, BookPart, SectionKind
from guidepub.model.notices.terms import MachineTerms, stated_terms
from guidepub.model.presses.press import Press
from guidepub.model.tables.lineage import PrintedFigure
from guidepub.model.validation.frozen import Model
from guidepub.phrases import Phrases
from guidepub.themes import Theme
from guidepub.themes.covers.clusters import Cluster, Palette
from guidepub.themes.covers.covers import colour_of_book, palette
from guidepub.words.languages import primary_language
from guidepub.words.manuscript import LeafManuscript
from guidepub.words.wording import paragraphs_of

LeafKind = Literal[
    SectionKind,
    "cover",
    "title-page",
    "imprint-page",
    "dedication",
    "handout",
    "notice",
    "contents",
    "list",
    "glossary",
    "sources",
    "index",
    "about-publisher",
    "changes",
    "accessibility",
]


_MATTER = SECTION_KINDS - {"section"} | {"dedication"}


class Leaf(Model):
    """A part of a book, as the XHTML fragment that every edition uses.

    `title` is plain text; `heading` is the same as XHTML, if it has markup, without note calls,
    citations and links. `part` is the EPUB structure it belongs to. `in_contents` says whether the
    contents list it, and `level` how deep: 2 inside a part of the book. `label` is the text before
    its title, such as `Appendix A`.
    """

    kind: LeafKind
    id: str
    title: str
    part: Literal["cover"] | BookPart
    xhtml: str
    in_contents: bool = False
    heading: str = ""
    label: str = ""
    level: int = 1
    text: LeafManuscript | None = Field(default=None, exclude=True, repr=False)
    """What the leaf must print, whatever its template makes of it."""

    @property
    def listed(self) -> str:
        """The title as XHTML, the way the contents list it."""
        heading = self.heading or escape(self.title)
        return f"{escape(self.label)}. {heading}" if self.label else heading

    @property
    def entry(self) -> str:
        """The same as plain text."""
        return f"{self.label}. {self.title}" if self.label else self.title

    @property
    def file_name(self) -> str:
        """The name of the leaf's own document."""
        return f"{self.id}.xhtml"


class OwedNotice(Model):
    """A notice that a book owes, with its final wording.

    `editions` are those that have it; empty means all. `min_size` is in points,
    `min_contrast` a ratio from 1 to 21.
    """

    id: str
    version: int
    language: str
    placement: Literal["imprint-page", "front", "back"]
    title: str | None
    wording: str
    editions: tuple[Bearer, ...] = ()
    min_size: float = 6.0
    min_contrast: float = 4.5
    machine: MachineTerms | None = None

    @property
    def name(self) -> str:
        """The id with the version, as in `disclaimer@3`."""
        return f"{self.id}@{self.version}"

    def is_foreign(self, language: str) -> bool:
        """Return whether the wording is in a different language from a book's."""
        return primary_language(self.language) != primary_language(language)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of the wording, each with its white space collapsed."""
        return paragraphs_of(self.wording)


class Picture(Model):
    """An image that a book shows: its name inside the book, its type and its file."""

    href: str
    media_type: str
    path: Path


class Book(Model):
    """One guide under one imprint, ready for the renderers.

    The plain texts of `guide` have typographic quotation marks and dashes; `guide_hash` is the hash
    of the guide as it was defined. `published` is the date in the files, whatever the day of the
    build; `rights` is the copyright line, and `years` the years in it. `product` is the name of the
    catalogue's product, if any. `cluster` is that of the occupation. `revision` is the catalogue's
    commit, if any.
    """

    guide: Guide
    guide_hash: str
    imprint: Imprint
    phrases: Phrases
    theme: Theme
    cluster: Cluster
    product: str = ""
    trim: Trim
    press: Press
    screen: Screen
    published: datetime.date
    rights: str
    years: str
    revision: str
    cover_alternative: str
    leaves: tuple[Leaf, ...]
    notices: tuple[OwedNotice, ...]
    pictures: tuple[Picture, ...] = ()
    addresses: Mapping[str, str] = {}
    """Where its web edition can be read, and that of the guide that it translates, by language."""
    figures: tuple[PrintedFigure, ...] = Field(default=(), exclude=True, repr=False)
    """The figures of tables that its leaves print, in the order in which they first do."""
    accessibility: Accessibility = Accessibility()
    claims: Claims = "usual"
    """What its files claim; `certified` is for callers that validate them before they write them."""
    statement: tuple[Leaf, ...] = Field(default=(), exclude=True, repr=False)
    """The contents and the statement on accessibility that a certified EPUB has besides its leaves."""

    def claiming(self, claims: Claims) -> Book:
        """Return the book with another claim of accessibility."""
        return self.model_copy(update={"claims": claims})

    @property
    def slug(self) -> str:
        """The name that the book's files have."""
        return self.guide.slug

    @property
    def colour(self) -> str:
        """The one strong colour inside and out: the imprint's, or else the cluster's."""
        return colour_of_book(self.cluster, self.imprint.colour)

    @property
    def palette(self) -> Palette:
        """The four colours of the cover."""
        return palette(self.cluster, self.imprint.colour)

    @property
    def language(self) -> str:
        """The BCP 47 tag of the book's language."""
        return self.guide.language

    @property
    def has_matter(self) -> bool:
        """Whether it has leaves that most books do not have: a dedication, a foreword, an appendix."""
        return any(leaf.kind in _MATTER for leaf in self.leaves)

    @property
    def place(self) -> Place:
        """Where the book's faults are reported: its definition, or its slug if it has no file."""
        return Place(self.guide.known_by)

    def _repr_html_(self) -> str:
        authors = ", ".join(self.guide.people("author"))
        cover = CoverCard(
            title=self.guide.title,
            lines=(self.guide.subtitle or "", authors, self.imprint.name),
            colour=self.colour,
            alternative=self.cover_alternative,
            xhtml="".join(leaf.xhtml for leaf in self.leaves if leaf.kind == "cover"),
        )
        contents = (leaf.listed for leaf in self.leaves if leaf.in_contents)
        return notebook_html(cover, contents, self.language)

    def notices_in(self, edition: Edition) -> tuple[OwedNotice, ...]:
        """Return the notices that a file of an edition has; the cover's sheet has none.

        Raises:
            UsageError: there is no such edition.
        """
        edition = edition_named(edition)
        if edition == "print-cover":
            return ()
        return tuple(n for n in self.notices if not n.editions or edition in n.editions)

    def terms_in(self, edition: Edition) -> dict[str, str]:
        """Return the machine-readable terms of an edition's file, by names such as `tdm:reservation`.

        Raises:
            UsageError: as `notices_in`.
        """
        return stated_terms(notice.machine for notice in self.notices_in(edition))
