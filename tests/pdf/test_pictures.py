"""Pictures on the pages: all of them are drawn, whole and within the page."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pypdfium2
import pytest
from definitions import definition, write
from finished import Epub
from PIL import Image, ImageChops

import guidepub
from guidepub import Book

RED = (200, 30, 40)


def picture(size: tuple[int, int], kind: str = "JPEG") -> bytes:
    """Return a picture in one colour."""
    data = io.BytesIO()
    Image.new("RGB", size, RED).save(data, kind)
    return data.getvalue()


def book_with(folder: Path, body: str, pictures: dict[str, bytes], defaults: str = "") -> Book:
    """Return a book with some prose and pictures."""
    catalog = f'[imprint]\nname = "Press"\n[defaults]\n{defaults}\n'
    write(folder, {"baker.md": definition(body), "catalog.toml": catalog, **pictures})
    loaded = guidepub.load(folder)
    assert not loaded.findings, loaded.findings
    return guidepub.assemble(loaded["baker"], loaded)


def red_parts(data: bytes) -> list[tuple[int, int, int, int]]:
    """Return where each page of a PDF is red, in points from its upper left corner."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        red, green, blue = page.render(scale=1).to_pil().convert("RGB").split()
        mask = ImageChops.darker(
            red.point(lambda value: 255 * (value > 140)),
            ImageChops.lighter(green, blue).point(lambda value: 255 * (value < 110)),
        )
        if box := mask.getbbox():
            found.append(box)
    return found


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_that_a_drawing_holds_is_drawn_in_every_edition(tmp_path, kind):
    data = base64.b64encode(picture((90, 60), kind)).decode()
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 90 60"><image width="90" height="60" xlink:href="data:image/'
        f'{kind.lower()};base64,{data}"/></svg>'
    )
    book = book_with(tmp_path, "![An oven.](oven.svg)", {"oven.svg": drawing.encode()})
    for edition in ("screen", "print"):
        (box,) = red_parts(guidepub.render(book, edition))
        assert box[2] - box[0] > 40, edition
    held = Epub(guidepub.render(book, "epub"))
    (name,) = [name for name in held.names if name.endswith(".svg")]
    assert data in held.archive.read(name).decode()
