"""The terms that a guide may mark, from its own glossary and its catalogue's."""

from __future__ import annotations

from guidepub.markdown import term_key
from guidepub.model.catalogs.catalog import Catalog
from guidepub.model.guides.guide import Guide


def terms_of(guide: Guide, catalog: Catalog) -> dict[str, tuple[str, str]]:
    """Return the terms that a guide may mark, with their meanings, by their keys.

    These are the catalogue's terms in the guide's language; the guide's own take precedence. A
    volume has the terms of its guides; its own take precedence.
    """
    known: dict[str, tuple[str, str]] = {}
    for member in guide.members:
        known |= terms_of(member, catalog)
    tags = (guide.language.partition("-")[0], guide.language)
    for terms in (*(catalog.glossary.get(tag, {}) for tag in tags), guide.glossary):
        known |= {term_key(term): (term, meaning) for term, meaning in terms.items()}
    return known
