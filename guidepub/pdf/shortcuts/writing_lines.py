"""Lines of text written into a PDF glyph by glyph, by a short way: a seam in WeasyPrint.

WeasyPrint 70 asks cffi for six values of each glyph, one by one, and works out again what it
writes of it: which glyph, and how much nearer the next one stands. A book has a few hundred
glyphs of some width in a face and size, and each is written as it was before. So is the face
of each line, which WeasyPrint has Pango describe to know it again.
"""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Iterator
from typing import Any

from guidepub.pdf.engine.weasyprint import drawn_text, ffi, pango
from guidepub.pdf.shortcuts.shaping import DrawnLines, is_shared, take_up_alone

# A glyph, its width, and how far it is moved to the right and up, in Pango's units; then flags.
_GLYPH = struct.Struct("Iiii4x")
# Since this version Pango returns the size of a face that has one only.
_SIZES_SINCE = 14802
# The least size in which anything is written.
_LEAST = 1e-6

_Glyph = tuple[int, int, int, int]


@contextlib.contextmanager
def lines_are_written_shortly(drawn: DrawnLines | None = None) -> Iterator[None]:
    """Let WeasyPrint write the same text in less time, into one document.

    Lines that are `drawn` are kept there, and taken from there, if that is given.
    """
    draw = drawn_text.draw_first_line

    def whole(stream: Any, box: Any, *how: Any) -> list[Any]:
        take_up_alone(box.pango_layout, box.style)
        return list(draw(stream, box, *how))

    # By their addresses, which stay theirs for as long as a layout keeps them.
    faces: dict[int, tuple[Any, float, Any]] = {}

    def shortly(stream: Any, box: Any, overflow: str, ellipsis: Any, matrix: Any) -> list[Any]:
        is_cut = overflow == "ellipsis" or ellipsis != "none"
        if is_cut or not box.text.strip() or box.style["font_size"] < _LEAST:
            return whole(stream, box, overflow, ellipsis, matrix)
        if not is_shared(box.pango_layout):
            pango.pango_layout_set_single_paragraph_mode(box.pango_layout.layout, True)
        try:
            runs = list(_runs(stream, box.pango_layout, faces))
        except _UnusualGlyphError:
            return whole(stream, box, overflow, ellipsis, matrix)
        stream.set_text_matrix(*matrix.values)
        shown = ""
        for font, size, changes, text in runs:
            if changes:
                if shown:
                    stream.show_text(shown)
                shown = ""
                stream.set_font_size(font.hash, size)
            shown += text
        stream.show_text(shown)
        if drawn is not None:
            drawn.keep(box.pango_layout)
        return []

    is_known = pango.pango_version() >= _SIZES_SINCE and ffi.sizeof("PangoGlyphInfo") == _GLYPH.size
    drawn_text.draw_first_line = shortly if is_known else whole
    try:
        with drawn.taken_up() if drawn is not None else contextlib.nullcontext():
            yield
    finally:
        drawn_text.draw_first_line = draw


class _UnusualGlyphError(Exception):
    """A glyph that WeasyPrint is to write: it is coloured, moved up, or not in the face."""


def _runs(
    stream: Any, layout: Any, faces: dict[int, tuple[Any, float, Any]]
) -> Iterator[tuple[Any, float, bool, str]]:
    """Yield the runs of a line: font, size, whether these may have changed, and what is written."""
    run = layout.get_first_line()[0].runs[0]
    face = None
    while run != ffi.NULL:
        item, run = run.data, run.next
        changes = item.item.analysis.font != face
        if changes:
            face = item.item.analysis.font
            address = int(ffi.cast("uintptr_t", face))
            if address not in faces:
                faces[address] = (*stream.add_font(face), layout.layout)
            font, size, _ = faces[address]
            if font.bitmap or font.svg or font.png or font.colr:
                raise _UnusualGlyphError
            written = vars(font).setdefault("written", {}).setdefault(size, {})
        count = item.glyphs.num_glyphs
        glyphs = list(_GLYPH.iter_unpack(ffi.buffer(item.glyphs.glyphs, count * _GLYPH.size)))
        for place, glyph in enumerate(glyphs):
            if glyph not in written:
                if glyph[0] not in font.to_unicode:
                    _name(font, glyph[0], layout.text, item, place)
                written[glyph] = _written(stream, font, size, face, glyph)
        text = "<" + "".join([written[glyph] for glyph in glyphs])
        yield font, size, changes, text[:-1] if text.endswith("<") else text + ">"


def _written(stream: Any, font: Any, size: float, face: Any, glyph: _Glyph) -> str:
    """Return the operand that writes a glyph among others."""
    number, width, right, up = glyph
    if number == pango.PANGO_GLYPH_EMPTY or number & pango.PANGO_GLYPH_UNKNOWN_FLAG or up:
        raise _UnusualGlyphError
    if number not in font.widths:
        pango.pango_font_get_glyph_extents(face, number, stream.ink_rect, stream.logical_rect)
        extent = stream.logical_rect.width * 1000 * drawn_text.FROM_UNITS / size
        font.widths[number] = round(extent)
    offset = right / size
    nearer = font.widths[number] + offset - width * 1000 * drawn_text.FROM_UNITS / size
    moved = f">{-offset}<" if offset else ""
    return f"{moved}{number:04x}" + (f">{int(nearer)}<" if nearer else "")


def _name(font: Any, glyph: int, text: str, item: Any, place: int) -> None:
    """Say which letters of a text the first glyph of its kind stands for."""
    if glyph == pango.PANGO_GLYPH_EMPTY or glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG:
        raise _UnusualGlyphError
    clusters, count = item.glyphs.log_clusters, item.glyphs.num_glyphs
    if item.item.analysis.level % 2:
        end = item.item.length if place == 0 else clusters[place - 1]
    else:
        end = item.item.length if place == count - 1 else clusters[place + 1]
    begin = item.item.offset
    font.to_unicode[glyph] = text.encode()[begin + clusters[place] : begin + end].decode()
