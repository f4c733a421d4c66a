"""Frees the objects of a layout as soon as nothing needs them: seams in WeasyPrint.

WeasyPrint 70 lets styles, contexts and notes refer to what refers to them. Python frees such
circles, and all that hangs on them, only where it looks for them, which it does by walking
through all objects of a book five times.
"""

from __future__ import annotations

import contextlib
import weakref
from collections.abc import Iterator
from functools import partial
from typing import Any

from guidepub.pdf.engine.weasyprint import (
    AnonymousStyle,
    Box,
    FootnoteAreaBox,
    LayoutContext,
    Style,
    TargetCollector,
)


class PictureContext:
    """The part of a layout context that drawing a picture needs, so that the layout can be freed."""

    def __init__(self, context: LayoutContext) -> None:
        self.font_config = context.font_config
        self.dictionaries: dict[Any, Any] = {}
        known = context.get_image_from_uri
        keywords = {name: value for name, value in known.keywords.items() if name != "context"}
        self._read = partial(known.func, *known.args, **keywords)

    @property
    def get_image_from_uri(self) -> partial[Any]:
        """Finds a picture by its address. WeasyPrint keeps it with each context: a circle."""
        return partial(self._read, context=self)


@contextlib.contextmanager
def styles_are_let_go() -> Iterator[None]:
    """Let styles of anonymous boxes go with the last of these.

    WeasyPrint keeps each with the style that it is derived from, and as what is specified of it.
    """
    begin, known = AnonymousStyle.__init__, Style.anonymous_style

    def begun(style: Any, parent_style: Any) -> None:
        begin(style, parent_style)
        style.specified = weakref.proxy(style)

    def anonymous(style: Any) -> Any:
        kept = vars(style).get("anonymous")
        if kept is None or (found := kept()) is None:
            found = AnonymousStyle(style)
            style.anonymous = weakref.ref(found)
        return found

    AnonymousStyle.__init__, Style.anonymous_style = begun, property(anonymous)
    try:
        yield
    finally:
        AnonymousStyle.__init__, Style.anonymous_style = begin, known


def let_area_go(page: Box) -> None:
    """Let the area for notes of a page that is laid out forget which page it is for."""
    for box in page.children:
        if isinstance(box, FootnoteAreaBox):
            vars(box).pop("page", None)


def let_targets_go(targets: TargetCollector) -> None:
    """Free the targets of references, and what refers to them, when a document is laid out."""
    for box, _ in targets.counter_lookup_items:
        # It is the box itself.
        box.missing_link = None
    targets.target_lookup_items, targets.counter_lookup_items = {}, {}
