"""Makes the record of an edition, and compares a record with what would be built now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from guidepub.assembly import assemble
from guidepub.assembly.released.snapshots import snapshot
from guidepub.batch.stale.keys import parts_of, reasons
from guidepub.batch.stale.views import ProductView, views_of
from guidepub.batch.work.claims import claimed, refuse_without_validators, settled
from guidepub.editions import Production
from guidepub.files import read_text, sha256
from guidepub.findings import RenderError
from guidepub.findings.errors import UsageError
from guidepub.loading import dumps
from guidepub.model import Book, Catalog, Edition, Guide, edition_file, file_name
from guidepub.model.formats.release import Release, ReleasedFile
from guidepub.pdf.finished.counting import page_count

_LONGEST = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class _MadeView:
    """A guide's files for one product, or for a catalogue without products.

    `pages` are the printed pages on which its leaves begin, by their ids.
    """

    product: str
    parts: Mapping[str, str]
    files: tuple[ReleasedFile, ...]
    pages: Mapping[str, str]


def freeze(guide: Guide, catalog: Catalog) -> Release:
    """Build all files of a guide that its catalogue requires, and return their record.

    Page numbers are those of the first of the catalogue's products.

    Raises:
        UsageError: the catalogue does not make any files of it.
        FindingsError: a file cannot be made.
    """
    made = _made_views(guide, catalog)
    release, pages = snapshot(assemble(guide, catalog)), made[0].pages
    leaves = (leaf.model_copy(update={"page": pages.get(leaf.id, "")}) for leaf in release.leaves)
    update = {
        "definition": _definition(guide),
        "parts": {each.product: each.parts for each in made},
        "files": tuple(file for each in made for file in each.files),
        "leaves": tuple(leaves),
    }
    return release.model_copy(update=update)


def differences(release: Release, guide: Guide, catalog: Catalog) -> list[str]:
    """Build the files of a released edition again, and return the differences in words.

    If there are none, all files are identical, byte by byte.

    Raises:
        UsageError, FindingsError: as `freeze`.
    """
    # Each file names the commit at which it was built, before its record was written.
    made = _made_views(guide, catalog.model_copy(update={"commit": release.commit}))
    files = {file.name: file.sha256 for each in made for file in each.files}
    found = [
        f"{was.name} has different content"
        if was.name in files
        else f"{was.name} is no longer built"
        for was in release.files
        if files.get(was.name) != was.sha256
    ]
    if not found:
        return []
    why = (
        reason
        for each in made
        for reason in reasons(release.parts.get(each.product, {}), each.parts, (), ())
    )
    return [*found, *dict.fromkeys(why)]


def _made_views(guide: Guide, catalog: Catalog) -> list[_MadeView]:
    made = [_made_view(guide, view) for view in views_of(catalog) if view.is_of(guide)]
    if not made:
        raise UsageError(f"“{guide.slug}” is not sold as any of the catalogue’s products.")
    return made


def _made_view(guide: Guide, view: ProductView) -> _MadeView:
    book = assemble(guide, view.catalog)
    production = Production(book)
    if book.accessibility.certify:
        refuse_without_validators(view.editions_of(guide))
    files = tuple(
        _file(view, edition, _data(book, production, edition), guide)
        for edition in view.editions_of(guide)
    )
    return _MadeView(view.product_name, parts_of(book), files, production.first_pages())


def _data(book: Book, production: Production, edition: Edition) -> bytes:
    """Return an edition's file as a build writes it.

    Raises:
        RenderError: it cannot be made, or a validator denies its claim (B008).
    """
    waiting = claimed(production, book, edition, file_name(book.slug, edition))
    if waiting is None:
        return production.file(edition)
    found = settled(waiting)
    if found.findings:
        raise RenderError(found.findings)
    return found.data


def _file(view: ProductView, edition: Edition, data: bytes, guide: Guide) -> ReleasedFile:
    return ReleasedFile(
        edition=edition,
        product=view.product_name,
        name=file_name(guide.slug + view.suffix, edition),
        size=len(data),
        sha256=sha256(data),
        pages=page_count(data) if edition_file(edition).medium == "pdf" else None,
    )


def _definition(guide: Guide) -> str:
    """Return a guide's definition as it is in its file, or else as `dumps` writes it."""
    if guide.origin is not None and guide.row is None:
        return read_text(Path(guide.origin), _LONGEST)
    return dumps(guide)
