"""Divides books with several guides, one in each chapter.

Each such chapter begins with the name of an occupation, and some chapters have the same sections. In
a book about one occupation, the chapters are the sections themselves.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from guidepub.findings import Finding, InputError, Place, Severity
from guidepub.importing.epub.package import BookDocument, ForeignBook
from guidepub.importing.epub.reader import matter_of, read_documents
from guidepub.importing.headings.known import guide_title, known_section
from guidepub.importing.headings.title_names import folded, is_possible, pattern_of
from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.decoding import decode
from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.foreign import FilePart, distinct_key
from guidepub.importing.originals.original import Original

# How many characters of a document are searched for headings, and of a chapter for the name of the
# occupation that it is about.
_READ, _NAMED = 2_000_000, 3_000
_FEWEST = 2
_HEADING = re.compile(
    r"<(?:\w{1,12}:)?h(?P<level>[1-6])\b[^<>]{0,400}>(?P<words>.{0,600}?)</(?:\w{1,12}:)?h(?P=level)>",
    re.I | re.S,
)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_HEAD = re.compile(r"<head\b.{0,20000}?</head>", re.I | re.S)
_LONGEST_NAME = 7


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A chapter, which may have several documents: its title, its sections, and its beginning.

    `level` is the level of the heading with its title, or 0 for what precedes all chapters.
    """

    title: str
    level: int
    sections: frozenset[str]
    beginning: str
    documents: tuple[BookDocument, ...]

    @property
    def is_named(self) -> bool:
        """Whether it begins with the name of the occupation that it is about."""
        if not self.level:
            return False
        name = re.sub(r"^(?:\d{1,3}|[IVXLC]{1,7})[.):]?\s+", "", guide_title(self.title))
        is_name = is_possible(name, _LONGEST_NAME) and not known_section(name)
        return is_name and pattern_of(name).search(folded(self.beginning)) is not None


class GuideBook:
    """An open EPUB with one guide or several.

    A part with an empty key is the whole book.
    """

    findings: tuple[Finding, ...] = ()

    def __init__(self, data: bytes, path: Path) -> None:
        """Open an EPUB.

        Raises:
            InputError: it is not an EPUB, encrypted, too large, or damaged (I001, I003, I004).
        """
        self._path = str(path)
        self._book = ForeignBook(data, self._path)
        chapters = list(_chapters(self._book))
        guides = [each for each in chapters if each.is_named]
        self._documents: dict[str, tuple[BookDocument, ...]] = {"": self._book.documents}
        if _are_guides(guides):
            taken: dict[str, int] = {}
            self._documents = {distinct_key(each.title, taken): each.documents for each in guides}
            self.findings = tuple(
                _left_out(each, self._path)
                for each in chapters
                if each not in guides and (each.level or self._is_text(each))
            )
        self.parts = tuple(
            FilePart(key, f"{path}/{key}" if key else self._path) for key in self._documents
        )

    def _is_text(self, chapter: _Chapter) -> bool:
        """Return whether an untitled chapter is more than a cover or a copyright page."""
        try:
            return bool(
                read_documents(self._book, chapter.documents, self._path, Citations()).blocks
            )
        except InputError:
            return False

    def original(self, part: FilePart, citations: Citations, _language: str) -> Original:
        """Return the text of the book, or of one of its guides.

        Raises:
            InputError: it contains no text (I002), or a document cannot be read.
        """
        read = read_documents(self._book, self._documents[part.key], part.place, citations)
        if not part.key:
            return read
        about = {k: v for k, v in read.about.items() if k not in ("title", "description")}
        return replace(read, title=part.key, about=about)


def _chapters(book: ForeignBook) -> Iterator[_Chapter]:
    """Yield what precedes the first chapter of a book, and its chapters."""
    chapter: _Chapter | None = None
    for document in book.documents:
        if matter_of(document.kinds):
            continue
        new = _chapter_from(book, document)
        if chapter is not None and _continues(chapter, new):
            documents = (*chapter.documents, document)
            chapter = replace(
                chapter, sections=chapter.sections | new.sections, documents=documents
            )
            continue
        if chapter is not None:
            yield chapter
        chapter = new
    if chapter is not None:
        yield chapter


def _chapter_from(book: ForeignBook, document: BookDocument) -> _Chapter:
    """Return the chapter that a document begins, untitled if it does not begin one."""
    text, _ = decode(book.archive.read(document.name), Path(document.name))
    heads = [(int(m["level"]), _plain(m["words"])) for m in _HEADING.finditer(text[:_READ])]
    heads = [(level, words) for level, words in heads if words]
    sections = frozenset(filter(None, (known_section(words) for _, words in heads)))
    begins = bool(heads) and not known_section(heads[0][1])
    beginning = _plain(_HEADING.sub(" ", _HEAD.sub("", text[:_READ])))[:_NAMED]
    level, title = heads[0] if heads else (0, beginning)
    return _Chapter(title, level if begins else 0, sections, beginning, (document,))


def _continues(chapter: _Chapter, new: _Chapter) -> bool:
    """Return whether a document continues a chapter: untitled, or a lower heading within a guide."""
    if not new.level:
        return True
    return 0 < chapter.level < new.level and chapter.is_named and not new.is_named


def _are_guides(chapters: Sequence[_Chapter]) -> bool:
    """Return whether chapters are guides: two of them have a section of the same kind."""
    full = [each for each in chapters if len(each.sections) >= _FEWEST]
    return any(one.sections & other.sections for one, other in combinations(full[:20], 2))


def _left_out(chapter: _Chapter, path: str) -> Finding:
    message = f"The chapter “{chapter.title[:80]}” is not a guide and was not imported."
    remedy = "Copy the parts that belong to a guide."
    return Finding(Place(path), "I018", message, remedy, Severity.WARNING)


def _plain(markup: str) -> str:
    return spaced(html.unescape(_TAG.sub(" ", markup)))
