"""Pictures that can be seen through have paper under them, and others stay as they are."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from guidepub.pictures import on_paper

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


def clear(kind: str, mode: str = "RGBA") -> bytes:
    """Return a picture of 4 by 4 pixels, black at the left and seen through at the right."""
    image = Image.new("RGBA", (4, 4), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 2, 4))
    buffer = io.BytesIO()
    image = image.quantize() if mode == "P" else image.convert(mode)
    image.save(buffer, kind, lossless=True)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (clear("PNG"), "image/png"),
        (clear("PNG", "LA"), "image/png"),
        (clear("PNG", "P"), "image/png"),
        (clear("WEBP"), "image/webp"),
    ],
    ids=["colours", "greys", "palette", "WebP"],
)
def test_what_can_be_seen_through_is_white(data, media_type):
    image = Image.open(io.BytesIO(on_paper(data, media_type)))
    assert not image.has_transparency_data
    assert [image.convert("L").getpixel((x, 1)) for x in (0, 3)] == [0, 255]


def test_a_picture_that_hides_all_stays_as_it_is():
    buffer = io.BytesIO()
    Image.new("RGBA", (4, 4), "red").save(buffer, "PNG")
    assert on_paper(buffer.getvalue(), "image/png") == buffer.getvalue()


@pytest.mark.parametrize(
    ("box", "place"),
    [
        ('viewBox="-5,0 20 10"', ["-5", "0", "20", "10"]),
        ("", ["0", "0", "100%", "100%"]),
    ],
)
def test_a_drawing_has_paper_under_all_of_it(box, place):
    svg = f"<svg {NAMESPACE} {box}><title>A</title><path d='M0 0h9'/></svg>"
    text = on_paper(svg.encode(), "image/svg+xml").decode()
    ground = " ".join(
        f'{k}="{v}"' for k, v in zip(("x", "y", "width", "height"), place, strict=True)
    )
    assert f'<title>A</title><rect {ground} fill="#ffffff"/><path' in text


@pytest.mark.parametrize("svg", [b"<svg", b"<html/>"])
def test_what_is_no_drawing_stays_as_it_is(svg):
    assert on_paper(svg, "image/svg+xml") == svg
