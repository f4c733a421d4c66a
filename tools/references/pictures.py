"""A page as it was, as far as its fingerprint tells, beside the page as it is."""

from __future__ import annotations

import pypdfium2
from PIL import Image, ImageDraw

from tools.references.fingerprints import CELL, Mark, PageLook, changed_cells

_WAS, _CHANGED = "#c02020", "#e07000"


def beside(before: PageLook, now: PageLook, pdf: bytes, number: int) -> Image.Image:
    """Return both pictures of a page, counted from 1: before on the left, now on the right.

    The places of all marks that are not as before are framed on the left; cells of the raster
    that look otherwise on the right.
    """
    page = pypdfium2.PdfDocument(pdf)[number - 1].render(scale=1).to_pil().convert("RGB")
    whole = Image.new("RGB", (before.width + page.width + CELL, max(before.height, page.height)))
    whole.paste(_drawn(before, {*before.marks} - {*now.marks}), (0, 0))
    if (before.width, before.height) == (now.width, now.height):
        draw = ImageDraw.Draw(page)
        for column, row in changed_cells(before, now):
            x, y = column * CELL, row * CELL
            draw.rectangle((x, y, x + CELL, y + CELL), outline=_CHANGED)
    whole.paste(page, (before.width + CELL, 0))
    return whole


def _drawn(look: PageLook, framed: set[Mark]) -> Image.Image:
    """Return the raster of a page in its colours, with frames around all that stood on it."""
    size = (look.columns, look.rows)
    light = Image.frombytes("L", size, bytes(4 * value for value in look.light))
    half = len(look.tint) // 2
    tints = [
        Image.frombytes("L", look.tint_size, bytes(4 * value for value in part)).resize(size)
        for part in (look.tint[:half], look.tint[half:])
    ]
    picture = Image.merge("YCbCr", (light, *tints)).convert("RGB").resize((look.width, look.height))
    draw = ImageDraw.Draw(picture)
    for mark in look.marks:
        left, bottom, right, top = (edge / 2 for edge in mark[1:5])
        if left <= right and bottom <= top:
            colour = _WAS if mark in framed else "#{:02x}{:02x}{:02x}".format(*mark[5:])
            draw.rectangle((left, look.height - top, right, look.height - bottom), outline=colour)
    return picture
