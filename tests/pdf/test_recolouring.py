"""Colours rewritten while a PDF is being made, and pictures put in inks."""

from __future__ import annotations

import io
import zlib

import pydyf
import pytest
from PIL import Image

from guidepub.pdf.press.recolouring import ink_the_rest, light, recolour
from guidepub.pictures import Separated

BLACK = (0.0, 0.0, 0.0, 1.0)


def operators(*lines: bytes, translate) -> list[bytes]:
    pdf = pydyf.PDF()
    pdf.add_object(stream := pydyf.Stream(list(lines)))
    recolour(pdf, translate)
    return stream.stream


def test_fills_and_strokes_get_inks_and_the_rest_stays():
    lines = (b"q", b"0 0 0 rg", b"1 0 0 RG", b"0 0 m", b"S", b"(rg) Tj", b"Q")
    reported = []

    def translate(colour):
        reported.append(colour)
        return BLACK

    assert operators(*lines, translate=translate) == [
        b"q", b"0 0 0 1 k", b"0 0 0 1 K", b"0 0 m", b"S", b"(rg) Tj", b"Q",
    ]  # fmt: skip
    assert reported == [(0, 0, 0), (255, 0, 0)]


def test_a_colour_stays_light_for_reading():
    assert operators(b"1 0.2 0 rg", translate=light) == [b"1 0.2 0 rg"]


def test_a_line_in_a_colour_that_becomes_nothing_is_not_drawn():
    lines = (b"q", b"1 0 0 RG", b"S", b"q", b"0 0 1 RG", b"S", b"Q", b"S", b"Q", b"S")
    drawn = operators(*lines, translate=lambda colour: BLACK if colour == (0, 0, 255) else None)
    assert drawn == [b"q", b"n", b"q", b"0 0 0 1 K", b"S", b"Q", b"n", b"Q", b"S"]


def test_a_gradients_ends_get_inks():
    pdf = pydyf.PDF()
    ends = pydyf.Dictionary({"C0": pydyf.Array((1, 0, 0)), "C1": pydyf.Array((0, 0, 0))})
    function = pydyf.Dictionary({"Functions": pydyf.Array([ends])})
    shading = pydyf.Dictionary({"ShadingType": 2, "ColorSpace": "/DeviceRGB", "Function": function})
    pdf.add_object(shading)
    recolour(pdf, lambda colour: BLACK if colour == (0, 0, 0) else (0, 1, 1, 0))
    assert (list(ends["C0"]), list(ends["C1"])) == ([0, 1, 1, 0], list(BLACK))
    assert shading["ColorSpace"] == "/DeviceCMYK"


@pytest.mark.parametrize(
    ("colour", "inks"), [((255, 0, 0), "/DeviceCMYK"), ((90, 90, 90), "/DeviceGray")]
)
def test_a_picture_gets_inks_and_can_be_seen_through_as_before(colour, inks):
    picture = Image.new("RGB", (4, 4), colour)
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=100)
    pdf = pydyf.PDF()
    half = pydyf.Stream(
        [zlib.compress(b"".join(b"\0" + bytes([128] * 4) for _ in range(4)))],
        {
            "Subtype": "/Image", "Width": 4, "Height": 4,
            "ColorSpace": "/DeviceGray", "Filter": "/FlateDecode",
        },
    )  # fmt: skip
    pdf.add_object(half)
    item = pydyf.Stream(
        [buffer.getvalue()],
        {
            "Subtype": "/Image", "Width": 4, "Height": 4,
            "ColorSpace": "/DeviceRGB", "Filter": "/DCTDecode", "SMask": half.reference,
        },
    )  # fmt: skip
    pdf.add_object(item)
    before = half.data
    ink_the_rest(pdf)
    assert item.extra["ColorSpace"] == inks
    assert item.extra["SMask"] == half.reference
    assert (half.data, half.free) == (before, "n")


def test_a_picture_that_was_made_in_inks_keeps_them():
    light = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(light, "JPEG")
    pdf = pydyf.PDF()
    item = pydyf.Stream(
        [light.getvalue()],
        {
            "Subtype": "/Image", "Width": 4, "Height": 4,
            "ColorSpace": "/DeviceRGB", "Filter": "/DCTDecode",
        },
    )  # fmt: skip
    pdf.add_object(item)
    own = Separated(b"inks", (5, 6), 4, jpeg=True, inverted=True)
    ink_the_rest(pdf, {light.getvalue(): own}.get)
    assert item.stream == [b"inks"]
    assert (item.extra["Width"], item.extra["Height"]) == (5, 6)
    assert (item.extra["ColorSpace"], item.extra["Filter"]) == ("/DeviceCMYK", "/DCTDecode")
    assert list(item.extra["Decode"]) == [1, 0] * 4
