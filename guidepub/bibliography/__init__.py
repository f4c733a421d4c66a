"""Bibliographies of other programs, and citations in a CSL style.

No other package uses bibtexparser, pylatexenc or citeproc. A work from any format becomes an item
of CSL-JSON first, and then the data of a `guidepub.model.Source`.
"""

from guidepub.bibliography.bibtex import read_bibtex
from guidepub.bibliography.entries import BibliographyEntry, Trouble
from guidepub.bibliography.items import item_of, source_data
from guidepub.bibliography.processor import StyleError, StyleProcessor, plain_text, xhtml_of
from guidepub.bibliography.styles import style_troubles

__all__ = [
    "BibliographyEntry",
    "StyleError",
    "StyleProcessor",
    "Trouble",
    "item_of",
    "plain_text",
    "read_bibtex",
    "source_data",
    "style_troubles",
    "xhtml_of",
]
