"""Which books have references: each sample as it is sold, and one in each other theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import guidepub
from guidepub.editions import SharedParts, unproved_file
from guidepub.model import EDITION_FILES, EDITIONS, Book, Catalog, Edition
from guidepub.model.formats.trim import PRESETS
from guidepub.themes import shipped_themes
from tools import ROOT
from tools.references.fingerprints import documents_of, looks_of
from tools.references.storage import Reference

FOLDER = ROOT / "tests" / "references"

# It has photos, drawings, charts, notes and a wide table.
_EVERYTHING = "wind-turbine-technician"


def names() -> list[str]:
    """Return the names of all references: a theme and a slug, as in `classic welder`."""
    catalog = _samples()
    own = catalog.defaults.theme
    others = [theme for theme in shipped_themes() if theme != own]
    return [f"{own} {slug}" for slug in catalog] + [f"{theme} {_EVERYTHING}" for theme in others]


def book_named(name: str) -> Book:
    """Return the book of a reference."""
    theme, _, slug = name.partition(" ")
    catalog = _samples()
    if theme != catalog.defaults.theme:
        defaults = catalog.defaults.model_copy(
            update={"theme": theme, "trim": PRESETS["us-letter"]}
        )
        catalog = catalog.model_copy(update={"defaults": defaults})
    return guidepub.assemble(catalog[slug], catalog)


@cache
def _samples() -> Catalog:
    return guidepub.load(ROOT / "guides")


def files_of(book: Book) -> dict[Edition, bytes]:
    """Return a book's files by their editions, not read back."""
    shared = SharedParts(book)
    return {edition: unproved_file(shared, edition) for edition in EDITIONS}


def reference_of(files: Mapping[Edition, bytes]) -> Reference:
    """Return what the files of a book look like now."""
    paged = [edition for edition in files if EDITION_FILES[edition].medium == "pdf"]
    return Reference(
        {edition: looks_of(files[edition]) for edition in paged},
        {edition: documents_of(files[edition]) for edition in files if edition not in paged},
    )


def path_of(name: str) -> Path:
    """Return the file of a reference."""
    return FOLDER / f"{name.replace(' ', '-')}.ref"


def stray_files() -> Iterator[Path]:
    """Yield the files of references that no book has any more."""
    wanted = {path_of(name) for name in names()}
    yield from (path for path in sorted(FOLDER.glob("*.ref")) if path not in wanted)
