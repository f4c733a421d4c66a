"""A book compared with its reference: what differs, in words and as pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from guidepub.model import Edition
from tools.references.books import path_of
from tools.references.fingerprints import PageLook, differences
from tools.references.pictures import beside
from tools.references.storage import Reference


def compared(
    name: str, before: Reference, now: Reference, files: Mapping[Edition, bytes], folder: Path
) -> Iterator[str]:
    """Yield what differs, with book, edition and page; write pictures of such pages to a folder."""
    for edition in sorted(before.editions - now.editions):
        yield f"{name}, {edition}: it is gone"
    for edition, new in now.pages.items():
        old = before.pages.get(edition, ())
        if len(old) != len(new):
            yield f"{name}, {edition}: it has {len(new)} pages, before {len(old)}"
        for number, (was, is_now) in enumerate(zip(old, new, strict=False), 1):
            if found := list(differences(was, is_now)):
                picture = _written(folder, name, edition, number, was, is_now, files[edition])
                yield f"{name}, {edition}, page {number}: {'; '.join(found)} (see {picture})"
    for edition, sums in now.documents.items():
        old_sums = before.documents.get(edition, {})
        for document in sorted({*old_sums, *sums}):
            if document not in old_sums:
                yield f"{name}, {edition}: {document} is new"
            elif document not in sums:
                yield f"{name}, {edition}: {document} is gone"
            elif old_sums[document] != sums[document]:
                yield f"{name}, {edition}: {document} is changed"


def _written(
    folder: Path, name: str, edition: str, number: int, was: PageLook, now: PageLook, pdf: bytes
) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{path_of(name).stem}-{edition}-{number}.png"
    beside(was, now, pdf, number).save(path)
    return path
