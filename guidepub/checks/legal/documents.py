"""An EPUB's text by document, in the order of its spine, and whether parts of it can be seen."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from guidepub.checks.archives import OPS_TYPE, XHTML, Package, read_package
from guidepub.checks.legal.cascade import Cascade, hidden_elements
from guidepub.checks.legal.links import sheets_of
from guidepub.checks.legal.looking import DocumentLook
from guidepub.checks.legal.markup import INLINE
from guidepub.checks.legal.matching import WordingMatch
from guidepub.checks.legal.sight import Problem
from guidepub.checks.legal.texts import FileText, text_of
from guidepub.checks.legal.typefaces import Faces

_SILENT = frozenset(XHTML + name for name in ("head", "script", "style", "template"))


class UnreadableError(Exception):
    """An archive holds no package that could be read."""


class Documents:
    """An EPUB that was read."""

    def __init__(self, file: Path, data: bytes | None = None) -> None:
        package, findings = read_package(file, data)
        self._source = file if data is None else io.BytesIO(data)
        if package is None:
            raise UnreadableError(findings[0].message if findings else "It is no EPUB.")
        self.package: Package = package
        self._known: dict[int, DocumentLook] = {}
        self._faces = Faces(self._source)
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
        """Do nothing: the archive was closed when it was read."""

    def hidden(self, name: str) -> set[etree._Element]:
        """Return the elements of a document that its styles take out of sight."""
        document = self.package.documents[name]
        with zipfile.ZipFile(self._source) as archive:
            return hidden_elements(document, list(sheets_of(archive, name, document)))

    def problems(self, found: Sequence[WordingMatch]) -> list[list[Problem]]:
        """Return for each wording that stands in the file why it cannot be seen."""
        told: list[list[Problem]] = [[] for _ in found]
        for number, look, unit, start, end in self._looks(found):
            wording = found[number].wording
            for element in self._elements(unit, start, end):
                told[number] += look.problems(element, wording.min_size, wording.min_contrast)
        return told

    def doubts(self, found: Sequence[WordingMatch]) -> list[list[Problem]]:
        """Return for each wording that stands in the file why it cannot be told that it is seen."""
        told: list[list[Problem]] = [[] for _ in found]
        for number, look, unit, start, end in self._looks(found):
            wording = found[number].wording
            name = self.text.names[unit]
            reasons = [*self.package.doubts, *filter(None, [self.package.aside.get(name)])]
            reasons += look.face_doubts(self.text.units[unit][start:end])
            told[number] += [Problem(name, "doubtful", reason) for reason in reasons]
            for element in self._elements(unit, start, end):
                told[number] += look.doubts(element, wording.min_size, wording.min_contrast)
        return told

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
            with zipfile.ZipFile(self._source) as archive:
                sheets = Cascade(list(sheets_of(archive, name, document)))
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


def _pieces(document: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield a document's text with the element that each piece belongs to.

    White space is folded to spaces; a line end parts blocks.
    """
    body = document.find(f"{XHTML}body")
    if body is None:
        return
    # Depth is bounded by the parser; a stack of one's own needs no bound.
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
    """Tell a comment or an instruction, whose tag is a function to lxml."""
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
