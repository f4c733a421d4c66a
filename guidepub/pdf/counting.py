"""How many pages a PDF has, and a small picture of its first."""

from __future__ import annotations

import pypdfium2


def page_count(data: bytes) -> int:
    """Return the number of pages of a PDF that guidepub has made."""
    return len(pypdfium2.PdfDocument(data))
