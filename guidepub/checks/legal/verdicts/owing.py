"""The notices that a finished file should have, as far as its book is known.

`guidepub.notices` decides what is owed; this module finds out the facts about a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from guidepub.checks.legal.verdicts.sightings import Examination
from guidepub.model import BEARERS, EDITION_FILES, Catalog, Guide
from guidepub.model.notices.notice import COPYRIGHT
from guidepub.notices import (
    Circumstances,
    Owing,
    directives_of,
    guide_owings,
    owings,
)

# A PDF that does not name its edition may be either.
_PDF_EDITIONS = frozenset(each for each in BEARERS if EDITION_FILES[each].medium == "pdf")


@dataclass(frozen=True, slots=True)
class Expected:
    """A notice that a file should have, in which version and language.

    Without a version the register has none that the file could have; `reason` says why.
    """

    id: str
    version: int
    language: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Debts:
    """The notices that files owe by a catalogue; a guide's prose is read once for all its files."""

    catalog: Catalog
    _directives: dict[str, frozenset[str]] = field(default_factory=dict)

    def expected(
        self, examination: Examination, edition: str, guide: Guide | None
    ) -> list[Expected]:
        """Return the notices that a file should have, in the register's order.

        A file whose guide is unknown is only expected to have what every book owes.
        """
        imprint = examination.mark.imprint if examination.mark else ""
        if guide is not None:
            language = guide.language
            owed = list(guide_owings(guide, self.catalog, imprint, self._directives_of))
        else:
            language = examination.language or _spoken(examination)
            imprints = frozenset({imprint}) if imprint else None
            owed = list(owings(Circumstances(language, imprints=imprints), self.catalog.notices))
        expected = list(_expected(owed, language, edition))
        # Who else published the guide may have had another line.
        is_ours = guide is not None and examination.mark is not None
        is_bare = is_ours and not any(owing.id == COPYRIGHT for owing in owed)
        if is_bare and self.catalog.speaks(language):
            expected.insert(0, Expected(COPYRIGHT, 0, language))
        return expected

    def _directives_of(self, guide: Guide) -> frozenset[str]:
        if guide.slug not in self._directives:
            self._directives[guide.slug] = directives_of(guide)
        return self._directives[guide.slug]


def guide_of(examination: Examination, catalog: Catalog) -> Guide | None:
    """Return the guide that a file was made from, by its mark or else by ISBN, or None.

    A guide that has changed since does not count.
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


def _expected(owed: list[Owing], language: str, edition: str) -> Iterator[Expected]:
    for owing in owed:
        notice = owing.notice
        if notice is None:
            yield Expected(owing.id, 0, language, owing.gap)
        elif not owing.editions or _is_of(edition, frozenset(owing.editions)):
            yield Expected(owing.id, notice.version, notice.language)


def _is_of(edition: str, editions: frozenset[str]) -> bool:
    return editions >= _PDF_EDITIONS if edition == "pdf" else edition in editions


def _spoken(examination: Examination) -> str:
    """Return the language of the notices in a file that does not state its language."""
    return next((each.language for each in examination.sightings if each.language), "")
