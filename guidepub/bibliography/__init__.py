"""Works that are cited, as other programs keep them: BibTeX, BibLaTeX and CSL-JSON.

Alone to know bibtexparser and pylatexenc. Whatever it is read from, a work is first an item of
CSL-JSON, and then the data of a `guidepub.model.Source`.
"""

from guidepub.bibliography.bibtex import read_bibtex
from guidepub.bibliography.entries import Entry, Trouble
from guidepub.bibliography.items import item_of, source_data

__all__ = ["Entry", "Trouble", "item_of", "read_bibtex", "source_data"]
