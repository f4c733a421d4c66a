"""The stylesheets of a theme for each layout: pages of PDFs, documents of an EPUB, a web page."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

PagedLayout = Literal["shared", "screen", "print", "print-cover"]
"""Pages that the PDFs for reading and for a press share, those of one of them, or the wrap."""

Layout = Literal[PagedLayout, "epub", "web"]

_NAMES: Mapping[Layout, tuple[str, ...]] = MappingProxyType(
    {
        "shared": ("book.css", "matter.css", "paged.css", "cover.css"),
        "print-cover": ("book.css", "matter.css", "paged.css", "cover.css", "wrap.css"),
        "screen": ("book.css", "matter.css", "paged.css", "cover.css", "screen.css"),
        "print": ("book.css", "matter.css", "paged.css", "cover.css", "print.css"),
        "epub": ("book.css", "epub.css"),
        "web": ("book.css", "web.css"),
    }
)

LAYOUTS: tuple[Layout, ...] = tuple(_NAMES)
NOTICE_LAYOUTS: tuple[Layout, ...] = tuple(name for name in _NAMES if name != "print-cover")
"""Those of files with notices."""


MATTER = "matter.css"
"""The sheet of leaves that most books lack; an EPUB or a web edition has it with such a leaf."""


def sheet_names(*layouts: Layout) -> tuple[str, ...]:
    """Return the stylesheets of some layouts, each once, in the order in which they apply.

    They go by the names that docs/themes.md gives them.
    """
    return tuple(dict.fromkeys(name for layout in layouts for name in _NAMES[layout]))
