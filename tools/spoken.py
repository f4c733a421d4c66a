"""A tagged PDF as it is read aloud: the text of its structure, in the order of the structure.

ISO 32000-1, 14.7 and 14.8.2: elements own pieces of marked content on the pages; fonts say what
their glyphs mean (9.10), and replacements stand for what they replace (14.9).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf

from guidepub.checks.painted.faces import FontObject, face_of

_IN_LINES = frozenset(
    {"Span", "NonStruct", "Link", "Reference", "Quote", "Code", "Em", "Strong", "Sub", "Ruby"}
)
_DEPTH = 200
_FORMS = 8
_ENTRY = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>[ \t]*(?:<([0-9A-Fa-f]+)>)?")
_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_RANGE = 1 << 16
_LINE_ENDS = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}"))

Contents = dict[int, str]
"""The text of the marked content of a page, by its numbers."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A passage that is read aloud without a break: its element's type, its text, its pages from 1."""

    kind: str
    text: str
    pages: tuple[int, ...]


def spoken_passages(pdf: pikepdf.Pdf) -> list[Spoken]:
    """Return what a screen reader reads of a tagged PDF, passage by passage; none if it is untagged.

    A passage ends where its element does, and where another block stands within that. Soft
    hyphens are left out, white space is one space.
    """
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return []
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    contents: dict[int, Contents] = {}
    passages: list[Spoken] = []
    block: tuple[int, int] | None = None
    for found, kind, text, page in _pieces(pdf, root, pages, contents):
        if found != block or not passages:
            passages.append(Spoken(kind, "", ()))
            block = found
        before = passages[-1]
        on = before.pages if page + 1 in before.pages else (*before.pages, page + 1)
        passages[-1] = Spoken(kind, before.text + text, on)
    folded = (Spoken(each.kind, folded_text(each.text), each.pages) for each in passages)
    return [each for each in folded if each.text]


def folded_text(text: str) -> str:
    """Return a text with single spaces, without soft hyphens and breaks of zero width."""
    return " ".join(text.translate(_LINE_ENDS).split())


def _pieces(
    pdf: pikepdf.Pdf,
    root: pikepdf.Object,
    pages: dict[tuple[int, int], int],
    contents: dict[int, Contents],
) -> Iterator[tuple[tuple[int, int], str, str, int]]:
    """Yield pieces of text with the block that they are in, its type, and the page from 0."""
    seen: set[tuple[int, int]] = set()
    # A stack of what is left to read: a kid, its page, its block's name and type, its depth.
    stack: list[tuple[object, int, tuple[int, int], str, int]]
    stack = [(kid, 0, root.objgen, "", 0) for kid in reversed(_kids(root))]
    while stack:
        item, page, block, kind, depth = stack.pop()
        if isinstance(item, str):
            yield block, kind, item, page
            continue
        if isinstance(item, int):
            text = _contents(pdf, page, contents).get(item, "")
            yield block, kind, text, page
            continue
        if not isinstance(item, pikepdf.Dictionary) or depth > _DEPTH:
            continue
        if item.is_indirect:
            if item.objgen in seen:
                continue
            seen.add(item.objgen)
        if (on := item.get("/Pg")) is not None:
            page = pages.get(on.objgen, page)
        if "/MCID" in item:
            yield block, kind, _contents(pdf, page, contents).get(int(item.MCID), ""), page
        elif "/S" in item:
            own = str(item.S).removeprefix("/")
            if own not in _IN_LINES:
                block, kind = item.objgen, own
            stack += [(kid, page, block, kind, depth + 1) for kid in reversed(_spoken_parts(item))]


def _spoken_parts(element: pikepdf.Object) -> list[object]:
    """Return what a screen reader reads of an element: its kids, or the text that replaces them.

    A caption is no part of what an alternative stands for.
    """
    kids = _kids(element)
    text = element.get("/ActualText", element.get("/Alt"))
    if text is None:
        return kids
    captions = [isinstance(kid, pikepdf.Dictionary) and kid.get("/S") == "/Caption" for kid in kids]
    place = captions.index(False) if False in captions else len(kids)
    after = [kid for kid, is_one in zip(kids[place:], captions[place:], strict=True) if is_one]
    return [*kids[:place], str(text), *after]


def _kids(item: pikepdf.Object) -> list[object]:
    kids: object = item.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _contents(pdf: pikepdf.Pdf, number: int, known: dict[int, Contents]) -> Contents:
    if number not in known:
        page = pdf.pages[number]
        known[number] = {}
        _MarkedText(known[number]).read(page, page.obj.get("/Resources"), ())
    return known[number]


class _MarkedText:
    """Follows a page's operators and keeps the text of each piece of marked content."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._maps: dict[tuple[int, int], tuple[FontObject, dict[int, str]]] = {}

    def read(
        self, stream: object, resources: pikepdf.Object | None, marks: tuple[object, ...]
    ) -> None:
        """Read a page or a form that is within some `marks`: numbers and replacements."""
        open_marks: list[object] = list(marks)
        lists = resources if resources is not None else pikepdf.Dictionary()
        font = None
        for instruction in pikepdf.parse_content_stream(stream):  # type: ignore[arg-type]
            operands, operator = list(instruction.operands), str(instruction.operator)
            if operator in ("BDC", "BMC"):
                open_marks.append(self._mark(operands, lists))
            elif operator == "EMC" and len(open_marks) > len(marks):
                open_marks.pop()
            elif operator == "Tf":
                font = lists.get("/Font", pikepdf.Dictionary()).get(str(operands[0]))
            elif operator in ("Tj", "TJ", "'", '"') and font is not None:
                shown = operands[-1] if operator != "TJ" else operands[0]
                parts = list(shown) if isinstance(shown, pikepdf.Array) else [shown]
                strings = (part for part in parts if isinstance(part, pikepdf.String))
                self._add_text(
                    "".join(self._text(font, bytes(part)) for part in strings), open_marks
                )
            elif operator == "Do" and len(open_marks) < _FORMS:
                form = lists.get("/XObject", pikepdf.Dictionary()).get(str(operands[0]))
                if form is not None and form.get("/Subtype") == "/Form":
                    self.read(form, form.get("/Resources", resources), tuple(open_marks))

    def _mark(self, operands: Sequence[object], lists: pikepdf.Object) -> object:
        """Return the number of marked content, or its replacement, or None."""
        properties = operands[-1] if operands else None
        if isinstance(properties, pikepdf.Name):
            properties = lists.get("/Properties", pikepdf.Dictionary()).get(str(properties))
        if not isinstance(properties, pikepdf.Dictionary):
            return None
        if "/MCID" in properties:
            self._contents.setdefault(number := int(properties.MCID), "")
            return number
        return str(properties.ActualText) if "/ActualText" in properties else None

    def _add_text(self, text: str, marks: list[object]) -> None:
        number = next((mark for mark in reversed(marks) if isinstance(mark, int)), None)
        for place, mark in enumerate(marks):
            if isinstance(mark, str):
                # Read once, however many strings it replaces.
                text, marks[place] = mark, ""
                break
        if number is not None:
            self._contents[number] += text

    def _text(self, font: pikepdf.Object, shown: bytes) -> str:
        if font.objgen not in self._maps:
            self._maps[font.objgen] = face_of(font), _mapping(font)
        face, mapping = self._maps[font.objgen]
        return "".join(mapping.get(code, "\ufffd") for code in face.codes(shown))


def _mapping(font: pikepdf.Object) -> dict[int, str]:
    """Return what a font's codes mean (ISO 32000-1, 9.10.3)."""
    if "/ToUnicode" not in font:
        return {}
    found: dict[int, str] = {}
    for kind, entries in _SECTION.findall(font.ToUnicode.read_bytes()):
        for first, second, third in _ENTRY.findall(entries):
            if kind == b"char":
                found[int(first, 16)] = _characters(second)
            elif third:
                start, text = int(first, 16), _characters(third)
                for step in range(min(int(second, 16) - start + 1, _RANGE)):
                    found[start + step] = text[:-1] + chr(ord(text[-1]) + step)
    return found


def _characters(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")
