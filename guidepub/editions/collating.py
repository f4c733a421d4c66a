"""Compares finished files with the guides that they were made from.

Collation is a printer's term for comparing a copy with its original. A build does this for each
book; this module does it for any file, whenever it was made.
"""

from __future__ import annotations

import functools
from pathlib import Path

from guidepub.assembly import assemble
from guidepub.checks import finished_files
from guidepub.checks.text.holding import collated, marks_of
from guidepub.editions.production import manuscript
from guidepub.files.folders import Paths
from guidepub.findings import Finding, Place, did_you_mean
from guidepub.findings.errors import UsageError
from guidepub.model import Book, Catalog, Edition, Mark, edition_of_file, edition_of_name
from guidepub.words.manuscript import Manuscript


def check_text(paths: Paths, catalog: Catalog, guide: str | None = None) -> list[Finding]:
    """Return findings on text that finished files lack of their guides, sorted by place.

    Args:
        paths: a finished file, a folder of them, or several of these.
        catalog: the guides.
        guide: the slug of the guide that all files belong to. By default, each file's metadata or
            else its name says which guide it belongs to.

    Raises:
        UsageError: a path does not exist or has no finished files, or there is no such guide.
        InputError, RenderError: the guide cannot be assembled.
    """
    if guide is not None and guide not in catalog:
        raise UsageError(f"There is no guide “{guide}”. {did_you_mean(guide, catalog)}")
    found = finished_files(paths)
    findings = list(found.findings)
    wanted: dict[Path, tuple[Edition, Manuscript]] = {}
    imprints = {imprint.id for imprint in catalog.all_imprints}

    # The editions of a book are usually next to each other.
    @functools.lru_cache(maxsize=1)
    def book_of(slug: str, imprint: str | None) -> Book:
        return assemble(catalog[slug], catalog, imprint)

    for file, mark in marks_of(found.files).items():
        slug = guide or _slug(file, mark, catalog)
        if slug is None:
            message = (
                f"The file does not belong to any guide of this catalogue{_guide_of_mark(mark)}."
            )
            remedy = "Name its guide: --guide SLUG."
            findings.append(Finding(Place(str(file)), "T008", message, remedy))
            continue
        edition = edition_of_file(file, mark.edition) or "screen"
        book = book_of(slug, mark.imprint if mark.imprint in imprints else None)
        # One that is certified has a page on that.
        claiming = book.claiming("certified" if mark.claim else "usual")
        wanted[file] = edition, manuscript(claiming, edition)
    return sorted([*findings, *collated(wanted)])


def _slug(file: Path, mark: Mark, catalog: Catalog) -> str | None:
    names = (mark.guide,) if mark.guide else (file.stem, edition_of_name(file)[0])
    return next((name for name in names if name in catalog), None)


def _guide_of_mark(mark: Mark) -> str:
    return f"; it names “{mark.guide}”" if mark.guide else ""
