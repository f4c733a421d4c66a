"""Texts that run from right to left, as WeasyPrint draws them: words of drawings, and what is read.

WeasyPrint 70 draws the words of an SVG letter by letter from left to right, so that Arabic
letters never join. Of a letter with a mark it says the whole of the mark's glyph and nothing of
the letter's; and of a bracket in such a text, that it is the one which was typed, though its
glyph is that of the other, which Latin text uses as well.
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import pydyf

from guidepub.model import Book
from guidepub.pdf.engine.dividing import SkipStack
from guidepub.pdf.engine.weasyprint import (
    Box,
    InlineBox,
    LayoutSource,
    LineBox,
    block,
    drawn_svg,
    drawn_text,
    ffi,
    inline,
    pango,
)
from guidepub.words.leftward import has_leftward, other_bracket

# The meaning of a glyph that only adds to another one: it needs one (ISO 19005-2, 6.2.11.7).
_NOTHING = "\u200d"
# Points of Hebrew in the order in which HarfBuzz draws them after their letter: first those for
# which fonts have one glyph with it. Unicode has the vowels first.
_POINTS = "\u05c1\u05c2\u05bc\u05bf\u05b9\u05ba\u05b1\u05b2\u05b3\u05b5\u05b6\u05b7\u05b8\u05c7\u05b0\u05b4\u05bb\u05bd"
_SEVERAL_POINTS = re.compile(f"[{_POINTS}]{{2,}}")
_MARGINS = ("margin_left", "margin_right")
_WORDS = ("a", "text", "textPath", "tspan")


@contextlib.contextmanager
def leftward_texts_are_whole() -> Iterator[None]:
    """Let texts from right to left be drawn in one piece, and say which letters they have."""
    draw_line, draw_words = drawn_text.draw_first_line, drawn_svg.text

    def named(stream: Any, box: Any, *arguments: Any) -> Any:
        if box.style["direction"] == "rtl" or has_leftward(box.text):
            _name_glyphs(stream, box)
        return draw_line(stream, box, *arguments)

    def whole(svg: Any, node: Any, font_size: float) -> None:
        if node.text and (node.get("direction") == "rtl" or has_leftward(node.text)):
            node._etree_node.text = _Whole(node.text)
        draw_words(svg, node, font_size)

    drawn_text.draw_first_line = named
    _draw_words_by(whole)
    try:
        yield
    finally:
        drawn_text.draw_first_line = draw_line
        _draw_words_by(draw_words)


@contextlib.contextmanager
def boxes_stand_where_they_begin(source: LayoutSource) -> Iterator[None]:
    """Let boxes from right to left begin on the right, in a document that runs that way as a whole.

    WeasyPrint 70 indents first lines on the left; it moves a block by what its width leaves over,
    and by its automatic margins, which are the same room, once more; and where it takes away the
    space at a line's end, it moves the text before it with all others of the line, or none.
    """
    if not any(each.get("dir") == "rtl" for each in source.etree_element):
        yield
        return
    lay_out, fit = block.iter_line_boxes, block.block_level_width
    trim = inline.remove_last_whitespace

    def indented(
        context: Any, box: LineBox, *arguments: Any
    ) -> Iterator[tuple[LineBox, SkipStack]]:
        for line, resume_at in lay_out(context, box, *arguments):
            if box.text_indent and box.style["direction"] == "rtl":
                for child in line.children:
                    if child.is_in_normal_flow():
                        child.translate(-box.text_indent, 0)
            yield line, resume_at

    def placed(box: Box, containing_block: Any, *arguments: Any) -> None:
        automatic = [name for name in _MARGINS if getattr(box, name) == "auto"]
        fit(box, containing_block, *arguments)
        style = getattr(containing_block, "style", None)
        if automatic and style is not None and style["direction"] == "rtl" and not box.is_column:
            box.position_x -= sum(getattr(box, name) for name in automatic)

    def trimmed(context: object, line: LineBox) -> None:
        width, place = line.width, line.children[-1].position_x if line.children else 0.0
        trim(context, line)
        space = width - line.width
        if not space or line.style["direction"] != "rtl":
            return
        # WeasyPrint does not move a line whose last text is Latin, or nothing but the space.
        if line.children[-1].position_x == place:
            for child in line.children:
                child.translate(-space, 0, ignore_floats=True)
        _lay_out_again(context, _moved_back(line.children[-1], space))

    # Boxes with a size of their own are placed by other means.
    placed.without_min_max = fit.without_min_max  # type: ignore[attr-defined]
    block.iter_line_boxes, block.block_level_width = indented, placed
    inline.remove_last_whitespace = trimmed
    try:
        yield
    finally:
        block.iter_line_boxes, block.block_level_width = lay_out, fit
        inline.remove_last_whitespace = trim


def _moved_back(box: Box, space: float) -> Box:
    """Move the last text of a line to the right, with the boxes that it ends, and return it."""
    while isinstance(box, InlineBox) and box.children and box.style["direction"] == "rtl":
        box.position_x += space
        box = box.children[-1]
    box.translate(space, 0, ignore_floats=True)
    while isinstance(box, InlineBox) and box.children:
        box = box.children[-1]
    return box


def _lay_out_again(context: object, text: Box) -> None:
    """Lay out a text from which the space at its end was taken: it would be drawn with it."""
    if text.text:
        bare, _, _ = inline.split_text_box(context, text, None, 0)
        text.pango_layout = bare.pango_layout


def _draw_words_by(draw: Any) -> None:
    drawn_svg.text = draw
    drawn_svg.TAGS |= dict.fromkeys(_WORDS, draw)


def write_direction(pdf: pydyf.PDF, book: Book) -> None:
    """Write into the file of a book that is read from right to left that it is (ISO 32000-1, table 150)."""
    if book.theme.script:
        preferences = pdf.catalog.setdefault("ViewerPreferences", pydyf.Dictionary())
        preferences["Direction"] = "/R2L"


class _Whole(str):
    """A text that counts as one letter when it is iterated."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        yield str(self)


def _name_glyphs(stream: Any, box: Any) -> None:
    """Say what the glyphs of a text's parts from right to left mean, before it is drawn."""
    line, _ = box.pango_layout.get_first_line()
    text = box.pango_layout.text.encode()
    run = line.runs[0] if ffi.NULL not in (line, line.runs) else ffi.NULL
    while run != ffi.NULL:
        item, run = run.data, run.next
        if item.item.analysis.level % 2:
            font, _ = stream.add_font(item.item.analysis.font)
            own = text[item.item.offset : item.item.offset + item.item.length]
            for glyph, letters in _glyph_letters(item.glyphs, own):
                if glyph < pango.PANGO_GLYPH_EMPTY:
                    font.to_unicode.setdefault(glyph, letters)


def _glyph_letters(glyphs: Any, text: bytes) -> Iterator[tuple[int, str]]:
    """Yield the glyphs of a part from right to left, each with the letters that it stands for."""
    count, end = glyphs.num_glyphs, len(text)
    starts = [glyphs.log_clusters[number] for number in range(count)]
    first = 0
    while first < count:
        last = first
        while last + 1 < count and starts[last + 1] == starts[first]:
            last += 1
        letters = text[starts[first] : end].decode()
        # The glyphs stand from left to right: a mark before its letter.
        numbers = list(range(last, first - 1, -1))
        for number, part in zip(numbers, _shared(letters, len(numbers)), strict=True):
            yield glyphs.glyphs[number].glyph, other_bracket(part)
        first, end = last + 1, starts[last]


def _shared(letters: str, count: int) -> list[str]:
    """Return the letters of each glyph, given the letters that the glyphs draw together.

    Marks have glyphs of their own, as far as there are enough.
    """
    letters = _SEVERAL_POINTS.sub(
        lambda found: "".join(sorted(found[0], key=_POINTS.index)), letters
    )
    parts = [letters]
    while len(parts) < count and len(parts[0]) > 1:
        if len(letters) != count and not unicodedata.combining(parts[0][-1]):
            break
        parts[:1] = [parts[0][:-1], parts[0][-1]]
    return [*parts, *[_NOTHING] * (count - len(parts))]
