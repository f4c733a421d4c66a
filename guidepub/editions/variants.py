"""A book as it appears in one of its editions: without notices that only others owe.

Most books are the same in all editions, and are returned unchanged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lxml import etree

from guidepub.model import EDITION_FILES, Book, Edition, Leaf
from guidepub.themes.leaves import PageStart, blocks, body_of, xhtml_in
from guidepub.words.manuscript import LeafManuscript, Manuscript

_XHTML = "{http://www.w3.org/1999/xhtml}"


def variant(book: Book, edition: Edition) -> Book:
    """Return a book with only the leaves, and in them the notices, that an edition has."""
    if edition == "epub" and book.claims == "certified":
        book = _with_statement(book)
    borne = notices_borne(book, edition)
    dropped = {notice.id for notice in book.notices} - borne
    if not dropped:
        return book
    gone = {
        leaf.file_name
        for leaf in book.leaves
        if leaf.kind == "notice" and not _borne(book, leaf) & borne
    }
    leaves = tuple(
        leaf.model_copy(
            update={"xhtml": _without(leaf, dropped, gone), "text": _text(leaf, dropped, gone)}
        )
        for leaf in book.leaves
        if leaf.file_name not in gone
    )
    return book.model_copy(update={"leaves": leaves})


def _with_statement(book: Book) -> Book:
    """Return a book with its statement on accessibility as the last leaf, which the contents list."""
    if not book.statement:
        return book
    contents, statement = book.statement
    leaves = (contents if leaf.kind == "contents" else leaf for leaf in book.leaves)
    return book.model_copy(update={"leaves": (*leaves, statement)})


def notices_borne(book: Book, edition: Edition) -> frozenset[str]:
    """Return the ids of the notices in what an edition shows or wraps: variants differ in these."""
    return frozenset(notice.id for notice in book.notices_in(EDITION_FILES[edition].text_of))


def manuscript_of(book: Book, parts: Iterable[LeafManuscript]) -> Manuscript:
    """Return parts as the manuscript of a book, faults in which are its definition's."""
    return Manuscript(book.place.path, tuple(parts))


def texts(book: Book) -> tuple[LeafManuscript, ...]:
    """Return the manuscripts of the leaves of a book, the cover first."""
    return tuple(leaf.text for leaf in book.leaves if leaf.text is not None)


def moved(starts: Sequence[PageStart], printed: Book, other: Book) -> tuple[PageStart, ...]:
    """Return the starts of the printed book's pages in the leaves of another edition.

    A page that begins with something the other edition lacks begins there with what follows.
    """
    if printed is other:
        return tuple(starts)
    before = {leaf.id: leaf for leaf in printed.leaves}
    places = {
        leaf.id: _places(before[leaf.id], leaf)
        for leaf in other.leaves
        if leaf.id in before and before[leaf.id].xhtml != leaf.xhtml
    }
    there = {leaf.id for leaf in other.leaves}
    kept = []
    for start in starts:
        if start.leaf in places:
            block, same = places[start.leaf][start.block]
            start = start._replace(block=block, letters=start.letters if same else 0)  # noqa: PLW2901
        if start.leaf in there:
            kept.append(start)
    return tuple(kept)


def _borne(book: Book, leaf: Leaf) -> set[str]:
    """Return the ids of the notices that are in a leaf of notices."""
    placement = "front" if leaf.part == "frontmatter" else "back"
    return {notice.id for notice in book.notices if notice.placement == placement}


def _without(leaf: Leaf, dropped: set[str], gone: set[str]) -> str:
    body = body_of(leaf.xhtml)
    names = {f"notice-{notice_id}" for notice_id in dropped}
    found = [e for e in body.iter(f"{_XHTML}div") if e.get("id") in names]
    if leaf.kind == "contents":
        found += [e for e in body.iter(f"{_XHTML}li") if _links(e) & gone]
    if not found:
        return leaf.xhtml
    for element in found:
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)
    return xhtml_in(body)


def _text(leaf: Leaf, dropped: set[str], gone: set[str]) -> LeafManuscript | None:
    """Return the manuscript of a leaf without some notices, or of contents without some leaves."""
    if leaf.text is None:
        return None
    names = {name.removesuffix(".xhtml") for name in gone}
    passages = tuple(
        passage
        for passage in leaf.text.passages
        if passage.notice not in dropped and passage.leads_to not in names
    )
    links = tuple(link for link in leaf.text.links if link.target[1:] not in names)
    return replace(leaf.text, passages=passages, links=links)


def _links(item: etree._Element) -> set[str]:
    return {link.get("href", "") for link in item.iter(f"{_XHTML}a")}


def _places(before: Leaf, after: Leaf) -> list[tuple[int, bool]]:
    """Return for each block of a leaf where it is in its variant, and whether it is the same."""
    old, new = _texts(before), _texts(after)
    places: list[tuple[int, bool]] = []
    next_free = 0
    for text in old:
        found = next((n for n in range(next_free, len(new)) if new[n] == text), None)
        if found is None:
            places.append((min(next_free, len(new) - 1), False))
        else:
            places.append((found, True))
            next_free = found + 1
    return places


def _texts(leaf: Leaf) -> list[tuple[str, str]]:
    body = etree.fromstring(f"<body xmlns:epub='http://www.idpf.org/2007/ops'>{leaf.xhtml}</body>")
    found = blocks(body[0])
    # The leaf itself counts as one, whatever its content.
    return [("", ""), *((str(e.tag), "".join(map(str, e.itertext()))) for e in found[1:])]
