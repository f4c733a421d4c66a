"""The reflowable editions, EPUB and web: first their documents, then the file that a build makes.

This runs in the workers.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from itertools import chain

from guidepub import epub, web
from guidepub.editions import Production, SharedParts, unproved_file
from guidepub.pdf.leaves.document import leaf_element
from guidepub.pdf.proofs import facts, traces
from guidepub.preview.readings import Reading, about, leaf_digest, read
from guidepub.preview.views import Json, Publication, View
from guidepub.preview.workers import go_on
from guidepub.themes.leaves import blocks as leaf_blocks

PAGE = "index.html"
"""The name of the one part of a web edition."""

_FOLDER = "EPUB/"
# The last picture of a cover, by a digest of what it shows, since it is slow to make.
_COVER: dict[str, bytes] = {}


def draft_publication(view: View) -> Publication:
    """Return a view's documents; those of an EPUB lack the page list, which needs a whole layout.

    Raises:
        GuidepubError: the book cannot be made.
    """
    reading = read(view)
    if view.edition == "web":
        return _page(reading, unproved_file(SharedParts(reading.complete), "web"))
    return _archive(reading, epub.write_epub(reading.book, _cover(reading)))


def whole_publication(view: View) -> Publication:
    """Return the file of a view: the same bytes that a build writes, with the same proofs.

    Raises:
        GuidepubError: the book cannot be made.
        SupersededError: there was a newer save.
    """
    reading = read(view)
    go_on()
    data = Production(reading.complete, go_on).file(view.edition)
    return _page(reading, data) if view.edition == "web" else _archive(reading, data)


def _cover(reading: Reading) -> bytes:
    shared = SharedParts(reading.complete, go_on)
    book = shared.book_in("print")
    leaf = next(leaf for leaf in book.leaves if leaf.kind == "cover")
    shown = (leaf_digest(book, leaf), book.theme, book.trim, book.imprint, book.guide.occupation)
    key = hashlib.blake2b(repr(shown).encode()).hexdigest()
    if key not in _COVER:
        _COVER.clear()
        _COVER[key] = shared.pages("print").cover_image()
    return _COVER[key]


def _page(reading: Reading, data: bytes) -> Publication:
    """Return a web edition, one document with all leaves."""
    blocks: list[list[int]] = []
    keys: list[str] = []
    before = 0
    for leaf in chain(*web.parts(reading.traced)):
        blocks += [[before + trace.number, trace.line] for trace in traces(leaf)]
        keys += [key for _, key in facts(leaf)]
        before += len(leaf_blocks(leaf_element(leaf.xhtml)))
    document: Json = {
        "href": PAGE,
        "title": reading.guide.title,
        "digest": hashlib.blake2b(data).hexdigest(),
        "blocks": blocks,
    }
    known = {PAGE: tuple(keys)}
    return Publication(data, {PAGE: data}, (document,), known, about(reading), reading.findings)


def _archive(reading: Reading, data: bytes) -> Publication:
    """Return an EPUB, with one document for each leaf."""
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
        # Only what a reader sees counts: page markers come later, and are invisible.
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
