"""Bibliographies of other programs, and citations in a CSL style.

No other package uses bibtexparser, pylatexenc or citeproc. A work from any format becomes an item
of CSL-JSON first, and then the data of a `guidepub.model.Source`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepub.exports import lazily

if TYPE_CHECKING:
    from guidepub.bibliography.bibtex import read_bibtex as read_bibtex
    from guidepub.bibliography.entries import BibliographyEntry as BibliographyEntry
    from guidepub.bibliography.entries import Trouble as Trouble
    from guidepub.bibliography.items import item_of as item_of
    from guidepub.bibliography.items import source_data as source_data
    from guidepub.bibliography.processor import StyleError as StyleError
    from guidepub.bibliography.processor import StyleProcessor as StyleProcessor
    from guidepub.bibliography.processor import plain_text as plain_text
    from guidepub.bibliography.processor import xhtml_of as xhtml_of
    from guidepub.bibliography.styles import style_troubles as style_troubles

_HOMES = {
    "BibliographyEntry": "entries",
    "StyleError": "processor",
    "StyleProcessor": "processor",
    "Trouble": "entries",
    "item_of": "items",
    "plain_text": "processor",
    "read_bibtex": "bibtex",
    "source_data": "items",
    "style_troubles": "styles",
    "xhtml_of": "processor",
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - every name is a text

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, _HOMES)
