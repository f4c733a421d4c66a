"""The text of an EPUB's documents, or of a page, and whether parts of it can be seen."""

from __future__ import annotations

import functools
import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from guidepub.checks.documents.archives import OPS_TYPE, XHTML, Package, read_entry, read_package
from guidepub.checks.documents.hypertext import UnreadableError, page_bytes, page_package, page_tree
from guidepub.checks.legal.in_documents.cascade import Cascade, hidden_elements
from guidepub.checks.legal.in_documents.links import LARGEST, Read, sheets_of
from guidepub.checks.legal.in_documents.looking import DocumentLook
from guidepub.checks.legal.in_documents.markup import INLINE
from guidepub.checks.legal.in_documents.typefaces import Faces
from guidepub.checks.legal.wordings.matching import WordingMatch
from guidepub.checks.legal.wordings.sight import Problem
from guidepub.checks.legal.wordings.texts import FileText, text_of
from guidepub.model import medium_of

# Files of an EPUB that are kept, of up to `LARGEST` bytes each.
_MOST_KEPT = 8
_SILENT = frozenset(XHTML + name for name in ("head", "script", "style", "template"))


class Documents:
    """Documents that were read, in the order in which they are."""

    def __init__(self, package: Package, read: Read, faces: Faces) -> None:
        """Take the documents of `package`'s spine.

        Args:
            package: the documents by name, and what is known of them.
            read: returns the bytes of a file by its path relative to a document.
            faces: the faces that they embed.
        """
        self.package = package
        self._read, self._faces = read, faces
        self._known: dict[int, DocumentLook] = {}
        names = [name for name in dict.fromkeys(package.spine) if name in package.documents]
        self._owners: list[list[tuple[int, etree._Element]]] = []
        units = []
        for name in names:
            pieces = list(_pieces(package.documents[name]))
            units.append((name, "".join(text for text, _ in pieces)))
            self._owners.append(_owned(pieces))
        self.text: FileText = text_of(units)
        self.texts: list[FileText] = [self.text]
        self.unread: str = ""
        """Empty: what cannot be read here, no reading system shows."""

    def close(self) -> None:
        """Do nothing: no file stays open."""

    def hidden(self, name: str) -> set[etree._Element]:
        """Return the elements of a document that its styles take out of sight."""
        document = self.package.documents[name]
        return hidden_elements(document, list(sheets_of(self._read, name, document)))

    def problems(self, found: Sequence[WordingMatch]) -> list[list[Problem]]:
        """Return for each wording in the file why it cannot be seen."""
        problems: list[list[Problem]] = [[] for _ in found]
        for number, look, unit, start, end in self._looks(found):
            wording = found[number].wording
            for element in self._elements(unit, start, end):
                problems[number] += look.problems(element, wording.min_size, wording.min_contrast)
        return problems

    def doubts(self, found: Sequence[WordingMatch]) -> list[list[Problem]]:
        """Return for each wording in the file why it is uncertain whether a reader sees it."""
        problems: list[list[Problem]] = [[] for _ in found]
        for number, look, unit, start, end in self._looks(found):
            wording = found[number].wording
            name = self.text.names[unit]
            reasons = [*self.package.doubts, *filter(None, [self.package.aside.get(name)])]
            reasons += look.face_doubts(self.text.units[unit][start:end])
            problems[number] += [Problem(name, "doubtful", reason) for reason in reasons]
            for element in self._elements(unit, start, end):
                problems[number] += look.doubts(element, wording.min_size, wording.min_contrast)
        return problems

    def _looks(
        self, found: Sequence[WordingMatch]
    ) -> Iterator[tuple[int, DocumentLook, int, int, int]]:
        """Yield where each wording stands: its number, its document, and its place in that."""
        for number, each in enumerate(found):
            for unit, start, end in self.text.parts(each.start, each.end):
                yield number, self._look(unit), unit, start, end

    def _look(self, unit: int) -> DocumentLook:
        """Return how a document shows its words, its stylesheets read when first asked for."""
        if unit not in self._known:
            name = self.text.names[unit]
            document = self.package.documents[name]
            sheets = Cascade(list(sheets_of(self._read, name, document)))
            self._known[unit] = DocumentLook(name, document, sheets, self._faces)
        return self._known[unit]

    def _elements(self, unit: int, start: int, end: int) -> list[etree._Element]:
        owners = self._owners[unit]
        found = []
        for number, (begin, element) in enumerate(owners):
            until = owners[number + 1][0] if number + 1 < len(owners) else end
            text = self.text.units[unit][max(begin, start) : min(until, end)]
            if begin < end and until > start and text.strip():
                found.append(element)
        return list(dict.fromkeys(found))


def documents_of(file: Path, data: bytes | None = None) -> Documents:
    """Return the documents of a file, an EPUB or a page of HTML by its suffix.

    Args:
        file: the file.
        data: its bytes, if it is not yet written.

    Raises:
        UnreadableError: it cannot be read as the format that its suffix names.
        OSError: it cannot be read.
    """
    read = epub_documents if medium_of(file) == "epub" else page_documents
    return read(file, data)


def epub_documents(file: Path, data: bytes | None = None) -> Documents:
    """Return the documents of an EPUB; `data` are the bytes of one that is not yet a file.

    Raises:
        UnreadableError: the archive holds no package that could be read.
    """
    package, findings = read_package(file, data)
    if package is None:
        raise UnreadableError(findings[0].message if findings else "It is not an EPUB.")
    source = file if data is None else io.BytesIO(data)

    # All documents of a book link the same stylesheets.
    @functools.lru_cache(maxsize=_MOST_KEPT)
    def read(name: str) -> bytes:
        with zipfile.ZipFile(source) as archive:
            return read_entry(archive, name, LARGEST)

    return Documents(package, read, Faces(source))


def page_documents(file: Path, data: bytes | None = None) -> Documents:
    """Return a page of HTML as the one document of its file, which has no other documents.

    Raises:
        UnreadableError: it is too large, or cannot be read as a tree.
        OSError: it cannot be read.
    """
    root = page_tree(page_bytes(file) if data is None else data)

    def read(name: str) -> bytes:
        raise KeyError(name)

    return Documents(page_package(file, root), read, Faces(io.BytesIO()))


def _pieces(document: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield a document's text with the element that each piece belongs to.

    White space is folded to spaces; a line end parts blocks.
    """
    body = document.find(f"{XHTML}body")
    if body is None:
        return
    # The parser bounds the depth; an explicit stack needs no bound.
    stack: list[tuple[etree._Element, bool]] = [(body, False)]
    while stack:
        element, is_done = stack.pop()
        parent = element.getparent()
        if is_done:
            if not _is_comment(element) and element.tag not in INLINE:
                yield "\n", element
            if element is not body and element.tail and parent is not None:
                yield _folded(element.tail), parent
            continue
        stack.append((element, True))
        if _is_comment(element) or _is_silent(element):
            continue
        if element.tag not in INLINE:
            yield "\n", element
        if element.text:
            yield _folded(element.text), element
        stack.extend((child, False) for child in reversed(element))


def _is_comment(element: etree._Element) -> bool:
    """Return whether a node is a comment or an instruction, whose tag is a function in lxml."""
    return callable(element.tag)


def _is_silent(element: etree._Element) -> bool:
    return element.tag in _SILENT or "pagebreak" in element.get(OPS_TYPE, "")


def _folded(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ").replace("\r", " ")


def _owned(pieces: Sequence[tuple[str, etree._Element]]) -> list[tuple[int, etree._Element]]:
    place, owners = 0, []
    for text, element in pieces:
        owners.append((place, element))
        place += len(text)
    return owners
