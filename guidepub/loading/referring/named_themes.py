"""A theme that a catalogue or a guide names: whether it is there, and can be used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from guidepub.findings import Finding, InputError, Place
from guidepub.findings.errors import GuidepubError
from guidepub.loading.pictures.images import check_image
from guidepub.model import EDITION_FILES, Catalog, Guide
from guidepub.themes import ThemeError, find_theme, shipped_themes, theme_pictures, theme_warnings


def theme_findings(name: str, place: Place, root: Path | None) -> Iterator[Finding]:
    """Yield the faults of a theme: at `place`, where it is named, or in its own files."""
    try:
        theme = find_theme(name, root)
    except ThemeError as error:
        yield Finding(place, "C003", str(error), error.remedy)
        return
    except InputError as error:
        yield from error.findings
        return
    for path, at in theme_pictures(theme).items():
        try:
            check_image(path)
        except InputError as error:
            yield from (replace(finding, place=at) for finding in error.findings)


def face_warnings(guide: Guide, catalog: Catalog) -> Iterator[Finding]:
    """Yield the faces that a guide's PDFs lack, since its themes name them and declare none.

    A theme that cannot be used is reported elsewhere.
    """
    for name in dict.fromkeys(_themes_of_pdfs(guide, catalog)):
        is_own = catalog.root is not None and (catalog.root / "themes" / name).is_dir()
        if not is_own and name in shipped_themes():
            continue
        try:
            yield from theme_warnings(find_theme(name, catalog.root))
        except GuidepubError:
            continue


def _themes_of_pdfs(guide: Guide, catalog: Catalog) -> Iterator[str]:
    """Yield the names of the themes in which PDFs of a guide are set."""
    imprint = next(
        (each for each in catalog.all_imprints if each.id == guide.imprint), catalog.imprint
    )
    views = [catalog.as_product(product) for product in catalog.products_of(guide)]
    for view in views or [catalog]:
        editions = view.editions_of(guide)
        if any(each in EDITION_FILES and EDITION_FILES[each].medium == "pdf" for each in editions):
            yield view.theme_of(guide, imprint)
