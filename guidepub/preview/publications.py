"""The EPUB of a view: its documents at once, and the archive that a build writes after them.

Runs in the workers.
"""

from __future__ import annotations

import hashlib
import io
import zipfile

from guidepub import epub
from guidepub.editions import Production, SharedParts
from guidepub.pdf.proofs import facts, traces
from guidepub.preview.readings import Reading, about, leaf_digest, read
from guidepub.preview.views import Json, Publication, View
from guidepub.preview.workers import go_on

_FOLDER = "EPUB/"
# The cover's picture made last, by what it shows: it takes longer than all the documents.
_COVER: dict[str, bytes] = {}


def draft_publication(view: View) -> Publication:
    """Return a view's EPUB without the list of printed pages, which takes a whole layout.

    Raises:
        GuidepubError: whatever keeps the book from being made.
    """
    reading = read(view)
    return _publication(reading, epub.write_epub(reading.book, _cover(reading)))


def whole_publication(view: View) -> Publication:
    """Return a view's EPUB: the bytes that a build writes, proved as they are there.

    Raises:
        GuidepubError: whatever keeps the book from being made.
        SupersededError: something newer is wanted.
    """
    reading = read(view)
    go_on()
    return _publication(reading, Production(reading.complete, go_on).file("epub"))


def _cover(reading: Reading) -> bytes:
    shared = SharedParts(reading.complete, go_on)
    book = shared.book_in("print")
    leaf = next(leaf for leaf in book.leaves if leaf.kind == "cover")
    shown = (leaf.xhtml, book.theme, book.trim, book.imprint, book.guide.occupation)
    key = hashlib.blake2b(repr(shown).encode()).hexdigest()
    if key not in _COVER:
        _COVER.clear()
        _COVER[key] = shared.pages("print").cover_image()
    return _COVER[key]


def _publication(reading: Reading, data: bytes) -> Publication:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {
            name.removeprefix(_FOLDER): archive.read(name)
            for name in archive.namelist()
            if name.startswith(_FOLDER)
        }
    documents: list[Json] = []
    keys = {}
    for leaf, traced in zip(reading.book.leaves, reading.traced.leaves, strict=True):
        keys[leaf.file_name] = tuple(key for _, key in facts(traced))
        # What a reader sees: the marks of printed pages come later, and show nothing.
        seen = leaf_digest(reading.book, leaf) + hashlib.blake2b(parts["book.css"]).hexdigest()
        documents.append(
            {
                "href": leaf.file_name,
                "title": leaf.title,
                "digest": seen,
                "blocks": [[trace.number, trace.line] for trace in traces(traced)],
            }
        )
    return Publication(data, parts, tuple(documents), keys, about(reading), reading.findings)
