"""The number of pages of a PDF, and a small picture of its first one."""

from __future__ import annotations

import io

import pypdfium2


def page_count(data: bytes) -> int:
    """Return the number of pages of a PDF that guidepub has made."""
    return len(pypdfium2.PdfDocument(data))


def first_page_image(data: bytes, height: int) -> bytes:
    """Return the first page of a PDF that guidepub has made as a PNG, so many pixels high."""
    page = pypdfium2.PdfDocument(data)[0]
    image = page.render(scale=height / page.get_height()).to_pil().convert("RGB")
    buffer = io.BytesIO()
    image.quantize(64, dither=0).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
