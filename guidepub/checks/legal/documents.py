"""An EPUB's text by document, in the order of its spine, and whether parts of it can be seen."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from guidepub.checks.archives import OPS_TYPE, XHTML, Package, read_entry, read_package, resolved
from guidepub.checks.legal.cascade import Sheets, Style, hidden_elements, root_of
from guidepub.checks.legal.matching import Found
from guidepub.checks.legal.sight import Problem, blended, contrast
from guidepub.checks.legal.texts import Text, text_of

INLINE = frozenset(
    XHTML + name
    for name in (
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins",
        "kbd", "label", "mark", "q", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup",
        "time", "u", "var", "wbr",
    )
)  # fmt: skip
_SILENT = frozenset(XHTML + name for name in ("head", "script", "style", "template"))
_SHEET = 1024 * 1024
_SHEETS = 50


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
        names = [name for name in dict.fromkeys(package.spine) if name in package.documents]
        self._owners: list[list[tuple[int, etree._Element]]] = []
        units = []
        for name in names:
            pieces = list(_pieces(package.documents[name]))
            units.append((name, "".join(text for text, _ in pieces)))
            self._owners.append(_owned(pieces))
        self.text: Text = text_of(units)
        self.texts: list[Text] = [self.text]

    def close(self) -> None:
        """Do nothing: the archive was closed when it was read."""

    def hidden(self, name: str) -> set[etree._Element]:
        """Return the elements of a document that its styles take out of sight."""
        document = self.package.documents[name]
        with zipfile.ZipFile(self._source) as archive:
            return hidden_elements(document, list(_sheets(archive, name, document)))

    def problems(self, found: Sequence[Found]) -> list[list[Problem]]:
        """Return for each wording that stands in the file why it cannot be seen."""
        told: list[list[Problem]] = [[] for _ in found]
        by_unit: dict[int, list[tuple[int, int, int]]] = {}
        for number, each in enumerate(found):
            for unit, start, end in self.text.parts(each.start, each.end):
                by_unit.setdefault(unit, []).append((number, start, end))
        with zipfile.ZipFile(self._source) as archive:
            for unit, parts in sorted(by_unit.items()):
                self._look_at(archive, unit, parts, found, told)
        return told

    def _look_at(
        self,
        archive: zipfile.ZipFile,
        unit: int,
        parts: Sequence[tuple[int, int, int]],
        found: Sequence[Found],
        told: list[list[Problem]],
    ) -> None:
        name = self.text.names[unit]
        document = self.package.documents[name]
        sheets, root = Sheets(list(_sheets(archive, name, document))), root_of(document)
        styles: dict[etree._Element, Style] = {}
        for number, start, end in parts:
            wording = found[number].wording
            for element in self._elements(unit, start, end):
                if element not in styles:
                    styles[element] = sheets.style(element, root)
                told[number] += _problems(
                    styles[element], name, wording.min_size, wording.min_contrast
                )

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


def _sheets(archive: zipfile.ZipFile, name: str, document: etree._Element) -> Iterator[str]:
    """Yield the stylesheets of a document in the order in which they count."""
    count = 0
    for element in document.iter(f"{XHTML}link", f"{XHTML}style"):
        if count >= _SHEETS:
            return
        if element.tag == f"{XHTML}style":
            yield element.text or ""
        elif "stylesheet" in element.get("rel", "").split():
            target = resolved(name, element.get("href", ""))
            if target is None:
                continue
            try:
                yield read_entry(archive, target[0], _SHEET).decode("utf-8", "replace")
            except KeyError:
                continue
        count += 1


def _problems(style: Style, where: str, min_size: float, min_contrast: float) -> Iterator[Problem]:
    if style.hidden or not style.visible:
        yield Problem(where, "hidden", style.hidden or "visibility: hidden")
        return
    if style.size < min_size - 0.05:
        yield Problem(where, "small", f"{style.size:.1f} pt, at least {min_size:g}")
        return
    paper = tuple(255 * part for part in style.paper[:3])
    ink = blended(tuple(255 * part for part in style.ink[:3]), paper, style.ink[3])
    ratio = contrast(ink, paper)
    if ratio < min_contrast - 0.05:
        yield Problem(where, "faint", f"contrast {ratio:.1f}, at least {min_contrast:g}")
