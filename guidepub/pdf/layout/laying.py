"""Leaves of a book laid out by WeasyPrint, with the book's styles and pictures and whole notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple, Protocol

from guidepub.loading.pictures.drawings import embedded_picture
from guidepub.model import Book
from guidepub.pdf.engine.fetching import BOOK, ClosedFetcher
from guidepub.pdf.engine.weasyprint import Document, LayoutSource
from guidepub.pdf.layout.illustrations import BookPictures
from guidepub.pdf.layout.styles import book_styles
from guidepub.pdf.leaves.document import is_block_name
from guidepub.pdf.leaves.shells import Shell
from guidepub.pdf.press.sheets import PressSheet
from guidepub.pdf.seams.continuing import FIRST, Continuing, Standing
from guidepub.pdf.seams.footnotes import render_with_notes
from guidepub.pdf.seams.overruns import NO_OVERRUNS, Overruns, overruns
from guidepub.pdf.shortcuts.rematching import KeptRules
from guidepub.themes.stylesheets.layouts import PagedLayout


class Laid(NamedTuple):
    """Leaves laid out, and where what has an id lies on each of their pages, in CSS pixels."""

    html: str
    document: Document
    places: tuple[Mapping[str, tuple[float, ...]], ...]
    overruns: Overruns
    standings: Mapping[str, Standing] = MappingProxyType({})
    """Where each unit stands, by the id of its first leaf."""

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """The ids of what lies on each page."""
        return tuple(tuple(found) for found in self.places)


class Setting(Protocol):
    """The setting that all layouts of a book share."""

    book: Book
    pictures: BookPictures
    kept_rules: KeptRules | None
    """The rules of units that are laid out again and again, if this is for a draft."""


@dataclass(frozen=True, slots=True)
class Among:
    """The surroundings of leaves that are laid out: the pages and the leaves before and after."""

    continuing: Continuing = field(default_factory=lambda: Continuing(FIRST, lambda _name: None))
    before: Sequence[Shell] = ()
    after: Sequence[Shell] = ()


def lay_out_pages(
    setting: Setting,
    layout: PagedLayout,
    html: str,
    more: str = "",
    given: Overruns = NO_OVERRUNS,
    among: Among | None = None,
) -> Laid:
    """Lay HTML out with a book's styles and pictures, and `more` CSS.

    `given` is what notes are given; the HTML has the pages for them already. `among` is where
    its leaves are in their book; alone they are by themselves.
    """
    book, among = setting.book, among or Among()
    margin = PressSheet(book.press.bleed, book.press.marks).margin
    more += f"@page {{ bleed: {margin:.3f}pt }}"
    fetcher = ClosedFetcher(BOOK, setting.pictures.read, embedded_picture)
    source = LayoutSource(html, BOOK, fetcher, given.full, (among.before, among.after))
    source.kept_rules = setting.kept_rules
    styles = book_styles(book, layout, more)
    document = render_with_notes(
        source,
        among.continuing,
        stylesheets=styles.sheets,
        font_config=styles.fonts,
        cache=setting.pictures.drawn,
    )
    places = tuple(dict(page.anchors) for page in document.pages)
    for page in document.pages:
        # They have served their purpose; no reader needs such destinations.
        for name in filter(is_block_name, list(page.anchors)):
            del page.anchors[name]
    # The layout of the whole unit shows what the notes of a stretch need.
    is_whole = among.continuing.stretch is None
    needed = overruns(source, document, places, given) if is_whole else given
    return Laid(html, document, places, needed)
