"""Which notices a finished file should bear, as far as the catalogue can tell.

A guide of the catalogue owes what it owes. Of any other book it is only known that it owes
the notices which every book owes.
"""

from __future__ import annotations

from guidepub.checks.legal.sightings import Examination
from guidepub.model import Catalog, Guide, Notice, When


def guide_of(examination: Examination, catalog: Catalog) -> Guide | None:
    """Return the guide that a file was made of: as its mark says, else by ISBN.

    A guide that was changed since is another one.
    """
    mark = examination.mark
    if mark and mark.guide:
        guide = catalog.get(mark.guide)
        return guide if guide is not None and guide.content_hash == mark.guide_sha256 else None
    numbers = {*examination.stated_isbns, *examination.printed_isbns}
    for guide in catalog.values():
        if numbers & {guide.isbn.print, guide.isbn.epub}:
            return guide
    return None


def expected_notices(
    examination: Examination, edition: str, catalog: Catalog, guide: Guide | None
) -> dict[str, tuple[int, str]]:
    """Return the notices in force that a file owes, by id, with their version and language."""
    language = guide.language if guide else examination.language or _spoken(examination)
    owed: dict[str, tuple[int, str]] = {}
    for notice in catalog.notices:
        if notice.status_today != "approved" or not _serves(notice, language):
            continue
        when = notice.when
        if guide is not None and notice.id in {name.partition("@")[0] for name in guide.notices}:
            when = "always"
        if not _is_owed(when, edition, guide):
            continue
        other = owed.get(notice.id)
        if other is None or len(notice.language) > len(other[1]):
            owed[notice.id] = notice.version, notice.language
    return owed


def _is_owed(when: When | str, edition: str, guide: Guide | None) -> bool:
    """Tell whether a file surely owes a notice: what cannot be known is not held against it."""
    if isinstance(when, str):
        return True
    if when.editions and edition not in when.editions:
        return False
    if when.facts or when.directives or when.sources or when.imprints or when.languages:
        return False
    if when.tags:
        return guide is not None and not frozenset(guide.tags).isdisjoint(when.tags)
    return True


def _serves(notice: Notice, language: str) -> bool:
    return f"{language.lower()}-".startswith(f"{notice.language.lower()}-")


def _spoken(examination: Examination) -> str:
    """Return the language of the notices that stand in a file which does not say its own."""
    return next((sighting.language for sighting in examination.sightings), "")
