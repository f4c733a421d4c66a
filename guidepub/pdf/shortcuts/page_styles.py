"""Pages that the same rules match share their styles: a seam in WeasyPrint.

WeasyPrint 70 computes the styles of each page and of its margins again, since each page has a
number. Few rules ask for that: most pages of a leaf are matched by what matches the one two pages
before.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from guidepub.pdf.engine.weasyprint import paging


@dataclass(slots=True)
class _StyledPages:
    """What the rules of a document ask of pages, and those that are known by their answers."""

    questions: Collection[Any]
    pages: dict[Any, _StyledPage] = field(default_factory=dict)

    def answers(self, page: Any, style_for: Any) -> tuple[bool, ...]:
        """Return what a page answers to all that is asked."""
        return tuple([bool(style_for._page_type_match(each, page)) for each in self.questions])


class _StyledPage(NamedTuple):
    """A page whose styles are computed, and the parts of it that have styles of their own."""

    page: Any
    parts: Sequence[str | None]


@contextlib.contextmanager
def styles_of_pages_are_shared() -> Iterator[None]:
    """Let WeasyPrint take the styles of a page from another that the same rules match."""
    compute = paging.set_page_type_computed_styles

    def once(page: Any, html: Any, style_for: Any) -> None:
        pages: _StyledPages | None = getattr(style_for, "styled_pages", None)
        if pages is None:
            pages = style_for.styled_pages = _StyledPages(_questions(style_for))
        known = pages.pages
        # Some lengths are measured by the first page, which is not known before it is made.
        key = pages.answers(page, style_for), tuple(style_for.initial_page_sizes.values())
        if key in known:
            styles = style_for.get_computed_styles()
            for part in known[key].parts:
                styles[page, part] = styles[known[key].page, part]
            return
        compute(page, html, style_for)
        parts = [part for owner, part in style_for.get_cascaded_styles() if part and owner == page]
        known[key] = _StyledPage(page, (None, *parts))

    paging.set_page_type_computed_styles = once
    try:
        yield
    finally:
        paging.set_page_type_computed_styles = compute


def _questions(style_for: Any) -> Collection[Any]:
    """Return what the selectors of pages ask, each question once."""
    return dict.fromkeys(
        asked
        for sheet, *_ in style_for._sheets
        for _, selectors, _ in sheet.page_rules
        for _, _, asked in selectors
    )
