"""Pictures on the pages: all of them are drawn, whole and within the page."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pikepdf
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


EVERYWHERE = """
Words and ![A picture.](a.jpg) words.

![A picture.](a.jpg)

- An item ![A picture.](a.jpg)

> A quotation ![A picture.](a.jpg)

:::{note} A box
![A picture.](a.jpg)
:::

| Name | Picture |
|:--|:--|
| One | ![A picture.](a.jpg) |

Words.[^n]

[^n]: A note ![A picture.](a.jpg)

:::{figure} a.jpg
:alt: A picture.
:width: 100%

A caption ![A picture.](a.jpg)
:::
"""


@pytest.mark.parametrize("size", [(900, 600), (3000, 150), (150, 3000)])
@pytest.mark.parametrize(
    ("theme", "trim"), [("classic", "us-trade"), ("school", "digest"), ("school-large", "a4")]
)
def test_a_picture_is_scaled_to_the_measure_and_the_page(tmp_path, size, theme, trim):
    defaults = f'theme = "{theme}"\ntrim = "{trim}"'
    book = book_with(tmp_path, EVERYWHERE, {"a.jpg": picture(size)}, defaults)
    boxes = red_parts(guidepub.render(book, "screen"))
    width, height = book.trim.width, book.trim.height
    assert len(boxes) >= 1
    for left, top, right, bottom in boxes:
        assert left > 0.08 * width
        assert right < 0.92 * width
        assert top > 0.07 * height
        assert bottom < 0.91 * height


WITHIN_PROSE = """
A first paragraph.

[![A shop](shop.jpg)](https://shop.example/alone)

**![In bold](shop.jpg)**

See [![A shop](shop.jpg) and words](https://shop.example/words).

- [![In an item](shop.jpg)](https://shop.example/item)

> [![In a quotation](shop.jpg)](https://shop.example/quotation)

| Shop | Words |
|---|---|
| [![In a cell](shop.jpg)](https://shop.example/cell) | beside it |

A note.[^n]

[^n]: [![In a note](shop.jpg)](https://shop.example/note) and words.
"""


@pytest.mark.parametrize("theme", ["classic", "school", "school-large", "illustrated"])
def test_a_wide_picture_has_room_in_links_and_notes_and_wherever_prose_is(tmp_path, theme):
    shown = book_with(
        tmp_path,
        WITHIN_PROSE,
        {"shop.jpg": picture((2000, 700))},
        f'theme = "{theme}"\ntrim = "a5"',
    )
    assert guidepub.render(shown, "screen")


def test_a_picture_that_is_a_link_stands_as_wide_as_one_that_is_none(tmp_path):
    body = "A paragraph.\n\n{}\n\nAnother one."
    parts = [
        red_parts(
            guidepub.render(
                book_with(folder, body.format(words), {"shop.jpg": picture((2000, 700))}), "screen"
            )
        )
        for folder, words in (
            (tmp_path / "plain", "![A shop](shop.jpg)"),
            (tmp_path / "link", "[![A shop](shop.jpg)](https://shop.example)"),
        )
    ]
    assert parts[0]
    assert parts[0] == parts[1]


def test_a_picture_keeps_its_proportions_and_is_not_made_larger(tmp_path):
    pictures = {"a.jpg": picture((900, 600)), "b.png": picture((40, 40), "PNG")}
    body = "![A picture.](a.jpg)\n\n# Next\n\n![A sign.](b.png)\n"
    large, small = red_parts(guidepub.render(book_with(tmp_path, body, pictures), "screen"))
    assert (large[2] - large[0]) / (large[3] - large[1]) == pytest.approx(1.5, abs=0.03)
    assert large[2] - large[0] == pytest.approx(312, abs=2)
    assert (small[2] - small[0], small[3] - small[1]) == pytest.approx((30, 30), abs=2)


def test_a_tall_picture_in_the_whole_width_is_not_distorted(tmp_path):
    body = ":::{figure} a.jpg\n:alt: A picture.\n:width: 100%\n:::"
    book = book_with(tmp_path, body, {"a.jpg": picture((300, 3000))})
    ((left, top, right, bottom),) = red_parts(guidepub.render(book, "screen"))
    assert (bottom - top) / (right - left) == pytest.approx(10, rel=0.06)


@pytest.mark.parametrize("trim", ["us-trade", "us-letter"])
def test_a_picture_beside_its_caption_has_the_width_that_it_asks_for(tmp_path, trim):
    figure = ":::{{figure}} a.jpg\n:alt: A picture.\n{}\nA caption.\n:::\n"
    defaults = f'theme = "illustrated"\ntrim = "{trim}"'
    widths = []
    for number, width in enumerate(("", ":width: 50%\n")):
        folder, body = tmp_path / str(number), f"Bread.\n\n{figure.format(width)}"
        book = book_with(folder, body, {"a.jpg": picture((2000, 400))}, defaults)
        ((left, _, right, _),) = red_parts(guidepub.render(book, "screen"))
        widths.append(right - left)
    assert widths[0] > 280
    assert widths[1] < 0.8 * widths[0]


def test_a_section_that_begins_with_pictures_opens_with_the_first_of_them(tmp_path):
    # A caption below its picture keeps the next picture no closer than any other text.
    one = ":::{figure} a.jpg\n:alt: Red.\n:width: 30%\n\nA caption.\n:::\n\n"
    book = book_with(tmp_path, one * 8, {"a.jpg": picture((600, 400))})
    pages = pypdfium2.PdfDocument(guidepub.render(book, "screen"))
    heading = next(
        number
        for number, page in enumerate(pages)
        if page.get_textpage().get_text_range().split()[:2] == ["1", "Overview"]
    )
    assert len(list(pages[heading].get_objects(filter=[3]))) >= 2  # FPDF_PAGEOBJ_IMAGE


def test_the_structure_shows_where_a_picture_is(tmp_path):
    text = "Words before it. " * 30
    book = book_with(tmp_path, f"{text}\n\n![An oven.](oven.png)", {"oven.png": picture((400, 90))})
    data = guidepub.render(book, "screen")
    pdf = pikepdf.open(io.BytesIO(data))
    (figure,) = (item for item in pdf.objects if kind_of(item) == "/Figure")
    height = float(figure.Pg.MediaBox[3])
    left, bottom, right, top = map(float, figure.A.BBox)
    ((x0, y0, x1, y1),) = red_parts(data)
    assert (left, right) == (pytest.approx(x0, abs=1.5), pytest.approx(x1, abs=1.5))
    assert (height - top, height - bottom) == (
        pytest.approx(y0, abs=1.5),
        pytest.approx(y1, abs=1.5),
    )


def kind_of(item: pikepdf.Object) -> str:
    """Return the type of a structure element, or an empty text."""
    return str(item.get("/S", "")) if isinstance(item, pikepdf.Dictionary) else ""
