"""Texts that Pango has shaped to be laid out are not shaped again to be drawn: a seam in WeasyPrint.

WeasyPrint 70 drops what Pango has made of a line as soon as its width is known, and has all made
again when the line is drawn. Nine of ten lines are drawn as they were measured: a justified line
is not, and neither is one whose letters or words stand apart.
"""

from __future__ import annotations

import contextlib
import re
from collections import OrderedDict
from collections.abc import Hashable, Iterator
from typing import Any

from guidepub.pdf.engine.weasyprint import Style, line_breaking
from guidepub.pdf.shortcuts.describing import described

# Lines that are drawn differently than they are measured, or belong to another paragraph.
_SPECIAL = re.compile("[\n\r\t\f\v\x85\u2028\u2029\u00ad]")


@contextlib.contextmanager
def texts_are_shaped_once() -> Iterator[None]:
    """Let WeasyPrint draw texts as they were shaped to be laid out."""
    layouts = line_breaking.Layout
    leave, take_up = layouts.deactivate, layouts.reactivate

    def left(layout: Any) -> None:
        if _is_drawn_so(layout):
            layout.shaped = layout.layout, described(layout.style)
        leave(layout)

    def taken_up(layout: Any, style: Style) -> None:
        shaped, look = vars(layout).pop("shaped", (None, None))
        known = described(style)
        layout.is_shared = shaped is not None and look is known
        if not layout.is_shared:
            take_up(layout, style)
            return
        layout.layout, layout.language, layout.style = shaped, known.language, style

    layouts.deactivate, layouts.reactivate = left, taken_up
    try:
        yield
    finally:
        layouts.deactivate, layouts.reactivate = leave, take_up


def is_shared(layout: Any) -> bool:
    """Return whether the Pango layout of a text is that of others, too: it must not be changed."""
    return bool(vars(layout).get("is_shared"))


def take_up_alone(layout: Any, style: Style) -> None:
    """Have a text shaped for itself where it is not."""
    if is_shared(layout):
        layout.is_alone = True
        layout.reactivate(style)


class DrawnLines:
    """Lines as they were drawn last, for drawing a page again with other words.

    They are those that are not drawn as they were measured, such as justified ones. `most` is
    how many are kept, each of which takes some three kilobytes.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()

    @contextlib.contextmanager
    def taken_up(self) -> Iterator[None]:
        """Let WeasyPrint draw these lines as they were shaped before."""
        layouts = line_breaking.Layout
        take_up = layouts.reactivate

        def again(layout: Any, style: Style) -> None:
            is_alone = vars(layout).pop("is_alone", False)
            key = None if is_alone or "shaped" in vars(layout) else _key(layout, style)
            if key not in self._kept:
                take_up(layout, style)
                return
            self._kept.move_to_end(key)
            layout.layout, layout.is_shared = self._kept[key], True
            layout.language, layout.style = described(style).language, style

        layouts.reactivate = again
        try:
            yield
        finally:
            layouts.reactivate = take_up

    def keep(self, layout: Any) -> None:
        """Keep a line as it was just shaped; nothing may change it from now on."""
        if (key := _key(layout, layout.style)) is not None and not is_shared(layout):
            self._kept[key] = layout.layout
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)


def _key(layout: Any, style: Style) -> Hashable | None:
    """Return a key for the drawing of a line, or None where its own lines are measured with it."""
    if style["text_decoration_line"] != "none":
        return None
    return described(style), layout.text, layout.justification_spacing, str(style["tab_size"])


def _is_drawn_so(layout: Any) -> bool:
    style = layout.style
    return (
        not layout.justification_spacing
        and style["word_spacing"] == 0
        and style["letter_spacing"] in ("normal", 0)
        and not _SPECIAL.search(layout.text)
    )
