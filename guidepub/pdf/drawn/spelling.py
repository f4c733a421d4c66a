"""The text that readers extract from drawn words: spaces, divided words, and small capitals.

WeasyPrint 70 draws no space at a line's end, nor one that is in an element of its own, and
its hyphens are those of the text, so that a reader hears “drivewayaway” and “drive-way”.
ISO 32000-1, 14.8.2.2.3: spaces between words are written, and a hyphen that only the line's
end asks for is U+00AD. One glyph serves “a” and “A” where both are small capitals; there a
replacement says which letters they are (14.9.4).
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import Any

import pydyf

from guidepub.pdf.engine.dividing import SkipStack
from guidepub.pdf.engine.objects import dictionary_named
from guidepub.pdf.engine.weasyprint import (
    Box,
    Document,
    InlineBox,
    LineBox,
    ParentBox,
    TextBox,
    block,
    create_layout,
    drawn_text,
    pango,
)

_SOFT_HYPHEN = "\u00ad"
_SPACES = frozenset({" ", "\u00a0"})
# Pango's units in a CSS pixel.
_UNITS = 1024
# The last glyph of a text that is shown, and the text before it in the same operator.
_LAST_GLYPH = re.compile(rb"(?P<before>\[.*?)(?P<glyph>[0-9a-f]{4})>[-.\d]*\] TJ", re.DOTALL)
# The part of a font's mapping to Unicode that all fonts share (ISO 32000-1, 9.10.3).
_CMAP = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
1 beginbfchar
<%b> <00ad>
endbfchar
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


@contextlib.contextmanager
def lines_know_their_ends() -> Iterator[None]:
    """Let each line that is laid out know what lies between it and the next, as `line.end`."""
    lay_out = block.iter_line_boxes

    def with_ends(
        context: Any, box: LineBox, *arguments: Any
    ) -> Iterator[tuple[LineBox, SkipStack]]:
        for line, resume_at in lay_out(context, box, *arguments):
            line.end = _end(line, box, resume_at)
            yield line, resume_at

    block.iter_line_boxes = with_ends
    try:
        yield
    finally:
        block.iter_line_boxes = lay_out


def _end(line: LineBox, text: LineBox, resume_at: SkipStack | None) -> str:
    """Return the end of a line in the text: a space, a visible soft hyphen, or an empty string."""
    before = _before(text, resume_at) if resume_at else _last(text)
    if before.isspace() or (resume_at and _at(text, resume_at).isspace()):
        return " "
    last = _last_shown(line)
    if last is None or not resume_at:
        return ""
    hyphen = last.style["hyphenate_character"]
    return _SOFT_HYPHEN if last.text.endswith(hyphen) and before != hyphen[-1:] else ""


def _before(box: Box, place: SkipStack) -> str:
    """Return the character before a place in a box, or an empty text where it has none."""
    ((number, inner),) = place.items()
    if isinstance(box, TextBox):
        return str(box.text.encode()[:number].decode()[-1:])
    within = _before(box.children[number], inner) if inner else ""
    return within or _last(*box.children[:number])


def _last(*boxes: Box) -> str:
    for box in reversed(boxes):
        if isinstance(box, TextBox):
            found = str(box.text[-1:])
        elif not box.is_in_normal_flow():
            continue
        elif isinstance(box, InlineBox | LineBox):
            found = _last(*box.children)
        else:
            # A picture or a separate box is in between.
            found = "\ufffc"
        if found:
            return found
    return ""


def _at(box: Box, place: SkipStack) -> str:
    """Return the character that follows a place in a box, if it does so in the same element."""
    ((number, inner),) = place.items()
    if isinstance(box, TextBox):
        return str(box.text.encode()[number:].decode()[:1])
    child = box.children[number]
    if inner:
        return _at(child, inner)
    while isinstance(child, ParentBox) and child.children:
        child = child.children[0]
    return str(child.text[:1]) if isinstance(child, TextBox) else ""


def _last_shown(line: LineBox) -> TextBox | None:
    """Return the last box of a line that shows text, or None where a line ends otherwise."""
    shown = (box for box in reversed(list(_pieces(line))) if box is None or box.text.strip())
    return next(shown, None)


def _pieces(box: Box) -> Iterator[TextBox | None]:
    """Yield the boxes of text in a line in their order, and None for anything else in it."""
    for child in box.children:
        if isinstance(child, TextBox):
            yield child
        elif isinstance(child, InlineBox):
            yield from _pieces(child)
        elif child.is_in_normal_flow():
            yield None


def _ends_in(line: LineBox) -> dict[TextBox, str]:
    """Return the texts to write after boxes of a line: its end, and invisible characters."""
    ends: dict[TextBox, str] = {}
    shown: TextBox | None = None
    for box in _pieces(line):
        if box is None or box.text.strip():
            shown = box
        elif shown is not None and box.text:
            ends[shown] = " "
    if shown is not None and (end := getattr(line, "end", "")):
        ends[shown] = end
    return {box: end for box, end in ends.items() if not box.text.endswith((" ", "\n"))}


class Spelling:
    """Writes what is read of a document's text while that is drawn."""

    def __init__(self, document: Document) -> None:
        """Take a document that was laid out while lines knew their ends."""
        self._ends: dict[TextBox, str] = {}
        for page in document.pages:
            for box in page._page_box.descendants(placeholders=True):
                if isinstance(box, LineBox):
                    self._ends |= _ends_in(box)
        # By names of fonts: the glyph of a space, or None, and the glyph that is a hyphen.
        self._spaces: dict[str, int | None] = {}
        self._hyphens: dict[str, bytes] = {}

    @contextlib.contextmanager
    def written(self) -> Iterator[None]:
        """Write the text that is drawn meanwhile so that readers can extract it."""
        draw = drawn_text.draw_first_line

        def spelled(stream: Any, box: Any, *arguments: Any) -> Any:
            drawn = draw(stream, box, *arguments)
            end = self._ends.get(box, "")
            if end and stream._current_font:
                self._write(stream, box, end)
            if box.style["font_variant_caps"] != "normal":
                hyphen = box.style["hyphenate_character"] if end == _SOFT_HYPHEN else ""
                _replace(stream, box.text.removesuffix(hyphen) + end)
            return drawn

        drawn_text.draw_first_line = spelled
        try:
            yield
        finally:
            drawn_text.draw_first_line = draw

    def add_fonts(self, pdf: pydyf.PDF) -> None:
        """Add fonts for hyphens at lines' ends: others in what these mean only."""
        if not self._hyphens:
            return
        fonts = _fonts_of(pdf)
        for name, glyph in self._hyphens.items():
            mapping = pydyf.Stream([_CMAP % glyph], compress=True)
            pdf.add_object(mapping)
            font = dictionary_named(pdf, fonts[name])
            pdf.add_object(other := pydyf.Dictionary(font | {"ToUnicode": mapping.reference}))
            fonts[_softened(name)] = other.reference

    def _write(self, stream: Any, box: TextBox, end: str) -> None:
        shown, (name, size) = stream.stream[-1], stream._current_font
        if end == " ":
            if (glyph := self._space(stream, box, name)) is not None:
                stream.stream[-1] = shown.removesuffix(b"] TJ") + b"<%04x>] TJ" % glyph
        elif (found := _LAST_GLYPH.fullmatch(shown)) and (
            self._hyphens.setdefault(name, found["glyph"]) == found["glyph"]
        ):
            stream.stream[-1] = found["before"].removesuffix(b"<")
            stream.stream[-1] += b"] TJ" if found["before"].endswith(b"<") else b">] TJ"
            stream.set_font_size(_softened(name), size)
            stream.stream.append(b"[<%b>] TJ" % found["glyph"])

    def _space(self, stream: Any, box: TextBox, name: str) -> int | None:
        """Return the glyph of a space in a font that was just drawn with, or None."""
        if name not in self._spaces:
            fonts = [font for font in stream._fonts.values() if font.hash == name]
            shown = (
                glyph
                for font in fonts
                for glyph, text in font.to_unicode.items()
                if text in _SPACES
            )
            glyph = next(shown, None)
            self._spaces[name] = _find_space(stream, box, name) if glyph is None else glyph
        return self._spaces[name]


def _fonts_of(pdf: pydyf.PDF) -> pydyf.Dictionary:
    """Return the list of fonts that all pages share."""
    page = dictionary_named(pdf, pdf.page_references[0])
    resources = dictionary_named(pdf, page["Resources"])
    return dictionary_named(pdf, resources["Font"])


def _replace(stream: Any, text: str) -> None:
    """Say which letters the marked content has that is being drawn."""
    # A list's marker is drawn outside of any.
    place = len(stream.stream) - 1
    while place > 0 and stream.stream[place] not in (b"BDC", b"EMC"):
        place -= 1
    if stream.stream[place] == b"BDC" and "MCID" in stream.stream[place - 1]:
        stream.stream[place - 1]["ActualText"] = pydyf.String(text)


def _softened(name: str) -> str:
    return f"{name}-soft"


def _find_space(stream: Any, box: TextBox, name: str) -> int | None:
    """Return the glyph of a space in a box's font, and add it to what the file has of that."""
    layout = create_layout(" ", box.style, None, None, 0)
    run = layout.get_first_line()[0].runs[0].data
    font, size = stream.add_font(run.item.analysis.font)
    info = run.glyphs.glyphs[0]
    if font.hash != name or info.glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG or font.bitmap:
        return None
    pango.pango_font_get_glyph_extents(
        run.item.analysis.font, info.glyph, stream.ink_rect, stream.logical_rect
    )
    font.to_unicode[info.glyph] = " "
    font.widths[info.glyph] = round(stream.logical_rect.width * 1000 / _UNITS / size)
    return int(info.glyph)
