"""An edition to its record, and a record held against what is made now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guidepub.assembly import assemble
from guidepub.assembly.evidence import Evidence, year_of
from guidepub.batch.keys import parts_of, reasons
from guidepub.editions import Production
from guidepub.files import read_text, sha256
from guidepub.loading import dumps
from guidepub.model import EDITION_FILES, Book, Catalog, Guide, OwedNotice, file_name
from guidepub.pdf.counting import page_count
from guidepub.releases.records import (
    Release,
    ReleasedFact,
    ReleasedFile,
    ReleasedLeaf,
    ReleasedNotice,
)

_LONGEST = 2 * 1024 * 1024


def snapshot(book: Book) -> Release:
    """Return what a book prints as a record without files, page numbers and fingerprints."""
    guide = book.guide
    return Release(
        guide=book.slug,
        title=guide.title,
        edition=guide.edition,
        language=guide.language,
        imprint=book.imprint.id,
        published=book.published,
        commit=book.revision.removeprefix("git:"),
        notices=tuple(map(_notice, book.notices)),
        facts=_facts(book),
        leaves=tuple(_leaves(book)),
    )


def freeze(guide: Guide, catalog: Catalog) -> Release:
    """Make all editions of a guide that its catalogue asks for, and return the record of them.

    Raises:
        FindingsError: a file of it cannot be made.
    """
    book = assemble(guide, catalog)
    production = Production(book)
    files = tuple(_files(book, production, catalog))
    pages = production.first_pages()
    release = snapshot(book)
    leaves = (leaf.model_copy(update={"page": pages[leaf.id]}) for leaf in release.leaves)
    update = {
        "definition": _definition(guide),
        "parts": parts_of(book),
        "files": files,
        "leaves": tuple(leaves),
    }
    return release.model_copy(update=update)


def differences(release: Release, guide: Guide, catalog: Catalog) -> list[str]:
    """Make the files of a released edition again, and return in words what is not as it was.

    Nothing means that all files are the same to the byte.

    Raises:
        FindingsError: a file of it cannot be made.
    """
    # Each file names the commit that it was made at, which was before its record was written.
    catalog = catalog.model_copy(update={"commit": release.commit})
    book = assemble(guide, catalog)
    made = {file.name: file.sha256 for file in _files(book, Production(book), catalog)}
    found = [
        f"{was.name} has other bytes" if was.name in made else f"{was.name} is no longer made"
        for was in release.files
        if made.get(was.name) != was.sha256
    ]
    return [*found, *reasons(release.parts, parts_of(book), (), ())] if found else []


def _files(book: Book, production: Production, catalog: Catalog) -> Iterator[ReleasedFile]:
    for edition in catalog.defaults.editions:
        data = production.file(edition)
        yield ReleasedFile(
            edition=edition,
            name=file_name(book.slug, edition),
            size=len(data),
            sha256=sha256(data),
            pages=page_count(data) if EDITION_FILES[edition].medium == "pdf" else None,
        )


def _definition(guide: Guide) -> str:
    """Return a guide's definition as it stands in its file, or else as `dumps` writes it."""
    if guide.origin is not None and guide.row is None:
        return read_text(Path(guide.origin), _LONGEST)
    return dumps(guide)


def _notice(notice: OwedNotice) -> ReleasedNotice:
    return ReleasedNotice(
        id=notice.id,
        version=notice.version,
        language=notice.language,
        title=notice.title or "",
        sha256=sha256(notice.wording.encode()),
    )


def _facts(book: Book) -> dict[str, ReleasedFact]:
    guide, evidence = book.guide, Evidence(book.guide, book.phrases)
    return {
        key: ReleasedFact(
            label=evidence.label(key).plain,
            printed=evidence.figure(key),
            when=year_of(fact),
            source=guide.sources[fact.source].title if fact.source else "",
        )
        for key, fact in guide.facts.items()
    }


def _leaves(book: Book) -> Iterator[ReleasedLeaf]:
    for leaf in book.leaves:
        # The contents say what the leaves are called, which these say themselves.
        if leaf.text is None or leaf.kind in ("cover", "title-page", "contents"):
            continue
        notes = (passage for note in leaf.text.notes for passage in note.passages)
        texts = tuple(
            passage.text
            for passage in (*leaf.text.passages, *notes)
            # Of the imprint page, what is not its notices differs with each edition.
            if leaf.kind != "imprint-page" or passage.notice
        )
        yield ReleasedLeaf(id=leaf.id, title=leaf.title, passages=texts)
