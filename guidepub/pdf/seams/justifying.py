"""Justified lines whose words would be far apart: their letters take part of the room.

WeasyPrint 70 gives all that a line lacks to the spaces between its words. Letters that stand
apart by a fiftieth of an em at most are not seen, and take as much as one more letter or two.
Chinese and Japanese letters, which have no spaces, take all of it.
"""

from __future__ import annotations

import contextlib
import math
import re
from collections.abc import Iterator
from typing import Any

from guidepub.pdf.engine.weasyprint import (
    Box,
    InlineBox,
    LineBox,
    TextBox,
    create_layout,
    inline,
    line_size,
)
from guidepub.words.leftward import has_leftward

# Ems. Spaces that are wider than the first share with the letters, which may take the last.
_WIDE = 0.42
_SPACE = 0.25
_MOST = 0.02
_ROUNDING = 0.0005
# The width of a Chinese or Japanese letter: a line lacks one of them, or two before a full stop. If
# there are spaces between Latin words it takes less, or these would be spaced out; a line that has
# a few such letters among its words is a line of words.
_MOST_OF_SQUARE, _MOST_BY_SPACES = 0.15, 0.04
_SQUARE = "[\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_FIRST_SQUARE = "\u3001"


@contextlib.contextmanager
def letters_share_room() -> Iterator[None]:
    """Let letters of justified lines stand apart a little where words would by far."""
    justify = inline.justify_line

    def shared(context: object, line: LineBox, lacking: float) -> None:
        justify(context, line, lacking - _spread(context, line, lacking))

    inline.justify_line = shared
    try:
        yield
    finally:
        inline.justify_line = justify


def _spread(context: object, line: LineBox, lacking: float) -> float:
    """Set the letters of a line apart where its spaces would be wide; return the room they take.

    All lengths are in CSS pixels.
    """
    texts = [box.text for box in line.descendants() if isinstance(box, TextBox)]
    if any(map(has_leftward, texts)):
        # Such letters join, or have their marks.
        return 0.0
    em: float = line.style["font_size"]
    letters = sum(map(len, texts))
    spaces: int = inline.count_expandable_spaces(line)
    if is_square("".join(texts)):
        most = _MOST_BY_SPACES if spaces else _MOST_OF_SQUARE
        thousandths = math.floor(min(lacking / letters / em, most) * 1000)
        return _set_apart(context, line, thousandths * em / 1000, 0.0) if thousandths else 0.0
    too_much = lacking - spaces * (_WIDE - _SPACE) * em
    if not spaces or too_much <= 0:
        return 0.0
    thousandths = math.floor(min(too_much / letters / em, _MOST) * 1000)
    return _set_apart(context, line, thousandths * em / 1000, 0.0) if thousandths else 0.0


def is_square(text: str) -> bool:
    """Return whether most letters of a line are Chinese or Japanese."""
    # Most texts have none, and the pattern takes long to compile.
    return max(text, default="") >= _FIRST_SQUARE and 2 * len(re.findall(_SQUARE, text)) > len(text)


def _set_apart(context: object, box: Box, spacing: float, moved: float) -> float:
    """Set the letters of a box apart, moved to the right; return how far what follows moves."""
    if isinstance(box, TextBox):
        box.position_x += moved
        layout = create_layout(box.text, _spaced(box, spacing), context, None, 0)
        width, _ = line_size(layout.get_first_line()[0], layout.style)
        layout.deactivate()
        moved += width - box.width
        # WeasyPrint cuts what it writes down to whole thousandths of an em, letter by letter.
        box.style = _spaced(box, spacing + _ROUNDING * box.style["font_size"])
        box.width, box.pango_layout = width, layout
    elif isinstance(box, LineBox | InlineBox):
        box.position_x += moved
        before = moved
        children = box.children[::-1] if box.style["direction"] == "rtl" else box.children
        for child in children:
            if child.is_in_normal_flow():
                moved = _set_apart(context, child, spacing, moved)
        box.width += moved - before
    else:
        box.translate(moved, 0)
    return moved


def _spaced(box: TextBox, spacing: float) -> Any:
    style = box.style.copy()
    own = style["letter_spacing"]
    style["letter_spacing"] = spacing + (0 if own == "normal" else own)
    return style
