"""The record of what a book prints, for a release."""

from __future__ import annotations

from collections.abc import Iterator

from guidepub.assembly.shared.evidence import Evidence, year_of
from guidepub.files import sha256
from guidepub.model import Book, OwedNotice
from guidepub.model.formats.release import Release, ReleasedFact, ReleasedLeaf, ReleasedNotice


def snapshot(book: Book) -> Release:
    """Return a record of what a book prints, without files, page numbers and fingerprints."""
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
        # The contents say what the leaves are called, which these say themselves; and what has
        # changed since an edition before is not a part of what this one is compared by.
        if leaf.text is None or leaf.kind in ("cover", "title-page", "contents", "changes"):
            continue
        notes = (passage for note in leaf.text.notes for passage in note.passages)
        texts = tuple(
            passage.text
            for passage in (*leaf.text.passages, *notes)
            # Of the imprint page, what is not its notices differs with each edition.
            if leaf.kind != "imprint-page" or passage.notice
        )
        yield ReleasedLeaf(id=leaf.id, title=leaf.title, passages=texts)
