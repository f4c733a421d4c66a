"""Works that are cited, as other programs keep them, and what is printed of them by a style.

Alone to know bibtexparser, pylatexenc and citeproc. Whatever it is read from, a work is first an item of
CSL-JSON, and then the data of a `guidepub.model.Source`.
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
