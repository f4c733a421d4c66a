"""A view's definition, read from disk: its book, with traces, and its findings.

This runs in the workers. The definition is read again each time, which is quick, and never stale.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from guidepub.assembly import assemble, assemble_traced, untraced
from guidepub.assembly.shared.evidence import Evidence
from guidepub.editions.variants import variant
from guidepub.figures import years
from guidepub.findings import Finding, Place, RenderError
from guidepub.loading import load
from guidepub.model import Book, Catalog, Fact, Guide, Leaf
from guidepub.pdf.leaves.document import block_name, leaf_element
from guidepub.pdf.leaves.sequences import sequences
from guidepub.preview.views import Json, LeafLayout, View
from guidepub.themes.leaves import KeptXhtml, blocks, own_texts

if TYPE_CHECKING:
    from guidepub.pdf.seams.continuing import Standing


# Enough characters for some books of 300 pages. Most leaves and blocks survive a save unchanged.
_KEPT = KeptXhtml(8_000_000)


@dataclass(frozen=True, slots=True)
class Reading:
    """A guide as it is on disk, with its book under the view's imprint.

    `complete` is the book with the leaves of all editions, `book` the part of it that is in the
    view's edition, and `traced` that part with traces.
    """

    catalog: Catalog
    guide: Guide
    complete: Book
    book: Book
    traced: Book
    findings: tuple[Finding, ...]


def read(view: View) -> Reading:
    """Read a view's guide and assemble its book.

    Raises:
        GuidepubError: the book cannot be made.
    """
    catalog = load(view.path)
    (guide,) = catalog.values()
    imprint = view.imprint
    if imprint is not None and imprint not in _imprint_ids(catalog):
        imprint = None
    try:
        traced = assemble_traced(guide, catalog, imprint, _KEPT)
        complete = untraced(traced)
    except RenderError:
        # A theme may use a figure in a way that does not work with a trace in it.
        traced = complete = assemble(guide, catalog, imprint)
    book = variant(complete, view.edition)
    traced = book if traced is complete else variant(traced, view.edition)
    return Reading(catalog, guide, complete, book, traced, catalog.findings)


def about(reading: Reading) -> Json:
    """Return the data on a book, besides its pages, for the page in the browser."""
    book, catalog = reading.book, reading.catalog
    evidence = Evidence(reading.guide, book.phrases)
    return {
        "slug": book.slug,
        "title": reading.guide.title,
        "language": book.language,
        "leftward": bool(book.theme.script),
        "imprint": book.imprint.id,
        "imprints": [{"id": imprint.id, "name": imprint.name} for imprint in catalog.all_imprints],
        "trim": [book.trim.width, book.trim.height],
        "bleed": book.press.bleed,
        "facts": {
            key: _fact(reading.guide, evidence, key, fact)
            for key, fact in reading.guide.facts.items()
        },
        "leaves": [{"id": leaf.id, "title": leaf.title} for leaf in book.leaves],
    }


def layout_key(reading: Reading, view: View) -> str:
    """Return a digest of everything that can change every page of a book."""
    book = reading.book
    parts = [
        view.edition,
        book.theme.model_dump_json(),
        book.trim.model_dump_json(),
        book.press.model_dump_json(),
        book.colour,
        book.language,
        book.guide.title,
        str(book.guide.occupation),
        *(f"{leaf.id}:{leaf.title}" for leaf in book.leaves),
        *(leaves[0].id for leaves in sequences(book)),
    ]
    return _digest(*parts)


def leaf_digest(book: Book, leaf: Leaf) -> str:
    """Return a digest of everything that a leaf's pages show."""
    stamps = [
        f"{picture.href}:{_stamp(picture.path)}"
        for picture in book.pictures
        if f'"{picture.href}"' in leaf.xhtml
    ]
    return _digest(leaf.xhtml, *stamps)


def block_digests(leaf: Leaf) -> Sequence[tuple[str, str]]:
    """Return for each block of a leaf its name in the layout, and a digest of its content.

    The content of blocks and notes inside a block does not count for that block.
    """
    return _block_digests(leaf.id, leaf.xhtml)


# Most leaves survive a save unchanged.
@lru_cache(maxsize=64)
def _block_digests(leaf: str, xhtml: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (block_name(leaf, number, block), _digest(*_own_parts(block)))
        for number, block in enumerate(blocks(leaf_element(xhtml)))
    )


def _own_parts(block: etree._Element) -> Iterator[str]:
    for element, is_tail in own_texts(block):
        if is_tail:
            # Between blocks in it there is at most white space.
            yield from filter(str.strip, [element.tail or ""])
        else:
            yield f"{element.tag} {sorted(element.attrib.items())}"
            yield element.text or ""


def leaf_layouts(
    book: Book,
    first: dict[str, tuple[int, int, int, bool]],
    standings: Mapping[str, Standing],
    ids: Sequence[str],
    pages: Mapping[str, int],
) -> tuple[LeafLayout, ...]:
    """Return the layout of a book's leaves.

    Args:
        book: the book.
        first: by leaf id, the first page, the count of pages, and the first one's number and side.
        standings: the standings of the leaves that can be laid out alone, by leaf id.
        ids: the ids of all pages.
        pages: the page on which each name begins.
    """
    return tuple(
        LeafLayout(
            leaf.id,
            leaf_digest(book, leaf),
            *place,
            standings.get(leaf.id),
            tuple(ids[place[0] : place[0] + place[1]]),
            tuple((text, pages.get(name, place[0])) for name, text in block_digests(leaf)),
        )
        for leaf in book.leaves
        if (place := first.get(leaf.id))
    )


def _imprint_ids(catalog: Catalog) -> set[str]:
    return {imprint.id for imprint in catalog.all_imprints}


def _fact(guide: Guide, evidence: Evidence, key: str, fact: Fact) -> Json:
    source = guide.sources.get(fact.source or "")
    year = years(*fact.period) if fact.period else str(fact.as_of or "")
    return {
        "label": evidence.label(key).plain,
        "figure": evidence.figure(key),
        "year": year,
        "source": f"{source.issuer}, {source.title}" if source else "",
        "note": fact.note or "",
    }


def _stamp(path: Path) -> object:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=12).hexdigest()


def fault(view: View, code: str, message: str, remedy: str = "") -> Finding:
    """Return a finding on a view's file as a whole."""
    return Finding(Place(str(view.path)), code, message, remedy)
