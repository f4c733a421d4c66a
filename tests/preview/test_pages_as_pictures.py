"""Pictures of pages: what drafts bring along, and what is kept of them."""

from __future__ import annotations

import asyncio
import io
from types import SimpleNamespace

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from guidepub.pdf.finished.raster import PageLooks, page_digests, page_pictures
from guidepub.preview import pictures
from guidepub.preview.pictures import Pictures


def one_page() -> bytes:
    """Return a PDF of one page with a red square near its top left."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(51, 90))
    page.Contents = pdf.make_stream(b"1 0 0 rg 10 60 20 20 re f")
    output = io.BytesIO()
    pdf.save(output)
    return output.getvalue()


@pytest.mark.parametrize("scale", [0.35, 1.0, 1.5])
def test_a_picture_is_a_png_of_what_is_drawn(scale):
    data = one_page()
    looks = PageLooks(data)
    assert list(looks.digests) == page_digests(data)
    (picture,) = looks.pictures((0,), scale)
    assert page_pictures(data, (0,), scale) == [picture]
    read = Image.open(io.BytesIO(picture))
    read.verify()
    drawn = pypdfium2.PdfDocument(data)[0].render(scale=scale).to_pil().convert("RGB")
    shown = Image.open(io.BytesIO(picture))
    assert (shown.format, shown.mode, shown.size) == ("PNG", "RGB", drawn.size)
    assert shown.tobytes() == drawn.tobytes()
    assert shown.getpixel((round(20 * scale), round(20 * scale))) == (255, 0, 0)


def test_pictures_are_kept_up_to_so_many_bytes_those_used_last(monkeypatch):
    monkeypatch.setattr(pictures, "_PICTURES", 100)
    # No page is shown any more, so that nothing can be drawn again.
    kept = Pictures(SimpleNamespace())
    kept.keep({name: bytes(40) for name in "abc"}, 1.5)
    kept.keep({"c": bytes(30)}, 1.5)
    found = [asyncio.run(kept.picture(name, 1.5, ())) for name in "abc"]
    assert [data and len(data) for data in found] == [None, 40, 30]
    kept.keep({"large": bytes(500)}, 1.5)
    assert asyncio.run(kept.picture("b", 1.5, ())) is None
    assert len(asyncio.run(kept.picture("large", 1.5, ())) or b"") == 500
