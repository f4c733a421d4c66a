"""Pictures as screens show them: in sRGB, upright, whatever device they came from."""

from __future__ import annotations

import base64
import io
import re

import pytest
from photos import (
    PATCHES,
    SIZE,
    as_ycck,
    colours,
    near,
    photo,
    printed,
    saved,
    swapped_inks,
    swapped_light,
    without_adobe,
)
from PIL import Image, ImageCms

from guidepub.model import Picture
from guidepub.pictures import for_reading, press_profile_bytes
from guidepub.pictures.reading import in_light

RED, GREEN, BLUE, YELLOW = PATCHES
KINDS = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "GIF": "image/gif"}
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def read(data: bytes, kind: str = "JPEG") -> Image.Image:
    return Image.open(io.BytesIO(in_light(data, KINDS[kind])))


@pytest.mark.parametrize(
    "data",
    [
        saved(photo("CMYK"), "JPEG"),
        saved(photo("CMYK"), "JPEG", icc_profile=press_profile_bytes()),
        without_adobe(photo("CMYK")),
        as_ycck(photo("CMYK")),
    ],
    ids=["Adobe", "with the press's profile", "without Adobe's mark", "YCCK"],
)
def test_inks_become_light(data):
    image = read(data)
    assert (image.mode, image.format) == ("RGB", "JPEG")
    assert near(colours(image), printed())
    assert near([image.getpixel((150, 5))], [(255, 255, 255)])
    # The darkest that paper holds is no black of a screen's.
    assert near([image.getpixel((5, 5))], [(0, 0, 0)], slack=16)


def test_inks_with_a_profile_of_their_own_are_read_by_it():
    # Cyan and magenta have changed places: what was green is red now.
    image = read(saved(photo("CMYK"), "JPEG", icc_profile=swapped_inks()))
    red, green, blue = colours(image)[1]
    assert red > green + 60
    assert red > blue + 60


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("JPEG", "RGB"),
        ("PNG", "RGB"),
        ("PNG", "P"),
        ("PNG", "RGBA"),
        ("WEBP", "RGB"),
        ("WEBP", "RGBA"),
    ],
)
def test_light_with_a_profile_of_its_own_is_read_by_it(kind, mode):
    image = read(saved(photo(mode), kind, icc_profile=swapped_light()), kind)
    swapped = [(blue, green, red) for red, green, blue in PATCHES]
    assert image.format == kind
    assert "icc_profile" not in image.info
    assert near(colours(image), swapped)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("profile", [None, SRGB, b"no profile at all", press_profile_bytes()])
def test_what_every_screen_shows_alike_stays_as_it_is(kind, profile):
    # A broken profile, and one that is meant for other pixels, counts for nothing.
    data = saved(photo(), kind, **({"icc_profile": profile} if profile else {}))
    assert in_light(data, KINDS[kind]) is data


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA"])
def test_greys_and_indexed_colours_stay_as_they_are(mode):
    data = saved(photo(mode), "PNG")
    assert in_light(data, "image/png") is data


def test_16_bits_of_grey_become_8():
    levels = photo("L").convert("I").point(lambda level: level * 257).convert("I;16")
    image = read(saved(levels, "PNG"), "PNG")
    assert image.mode == "L"
    assert colours(image) == colours(photo("L"))


def test_what_can_be_seen_through_stays_so():
    image = photo("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(SIZE))
    changed = read(saved(image, "PNG", icc_profile=swapped_light()), "PNG")
    assert changed.mode == "RGBA"
    assert changed.getchannel("A").tobytes() == image.getchannel("A").tobytes()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "RGB"), ("JPEG", "CMYK"), ("WEBP", "RGB")])
def test_a_picture_is_turned_as_it_says(orientation, kind, mode):
    # What each orientation does to pixels is undone by the one that it is paired with.
    undone = {6: 8, 8: 6}.get(orientation, orientation)
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }  # fmt: skip
    lying = photo(mode)
    if undone in turns:
        lying = lying.transpose(turns[undone])
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = read(saved(lying, kind, exif=exif), kind)
    assert image.size == SIZE
    assert image.getexif().get(0x0112, 1) == 1
    assert near(colours(image), printed() if mode == "CMYK" else list(PATCHES))
    assert near([image.convert("RGB").getpixel((5, 5))], [(0, 0, 0)], slack=16)


def test_broken_exif_says_nothing():
    data = saved(photo(), "JPEG", exif=b"Exif\0\0of no use")
    assert in_light(data, "image/jpeg") is data


def test_a_drawings_pictures_are_in_light_too(tmp_path):
    packed = base64.encodebytes(saved(photo("CMYK"), "JPEG")).decode().replace("\n", "&#10;")
    path = tmp_path / "a.svg"
    path.write_text(f'<svg><image href="data:image/jpeg;base64,{packed}"/></svg>')
    drawing = for_reading(Picture(href="a.svg", media_type="image/svg+xml", path=path)).decode()
    held = base64.b64decode(drawing.partition("base64,")[2].partition('"')[0])
    assert near(colours(Image.open(io.BytesIO(held))), printed())
    assert drawing.startswith('<svg><image href="data:image/jpeg;base64,')
    assert drawing.endswith('"/></svg>')


def test_a_drawing_without_such_pictures_stays_as_it_is(tmp_path):
    path = tmp_path / "a.svg"
    packed = base64.b64encode(saved(photo(), "PNG")).decode()
    path.write_text(f'<svg><image href="data:image/png;base64,{packed}"/></svg>')
    picture = Picture(href="a.svg", media_type="image/svg+xml", path=path)
    assert for_reading(picture) == path.read_bytes()


@pytest.mark.parametrize(
    ("colour", "meant"),
    [
        ("device-cmyk(0 1 1 0)", (226, 0, 26)),
        ("device-cmyk(0% 0% 0% 0%)", (255, 255, 255)),
        # One colour, as CSS Color 4 gives it.
        ("lab(29.2345% 39.3825 20.0664)", (125, 35, 41)),
        ("lch(29.2345% 44.2 27)", (125, 35, 41)),
        ("oklch(40.1% 0.123 21.57)", (125, 35, 41)),
    ],
)
def test_a_drawings_colours_are_in_light_too(tmp_path, colour, meant):
    path = tmp_path / "a.svg"
    path.write_text(
        f'<svg><rect fill="{colour}" style="stroke: {colour}"/><text>{colour}</text></svg>'
    )
    drawing = for_reading(Picture(href="a.svg", media_type="image/svg+xml", path=path)).decode()
    found = re.findall(r"#([0-9a-f]{6})", drawing)
    assert len(found) == 2
    assert all(near([tuple(bytes.fromhex(each))], [meant], slack=12) for each in found)
    # What a drawing says stays as it is.
    assert f"<text>{colour}</text>" in drawing


def test_a_colour_that_nobody_knows_stays_as_it_is(tmp_path):
    path = tmp_path / "a.svg"
    colours = ("lab(of no use)", "device-cmyk(1)", "device-cmyk(none 0 0 0)")
    rects = "".join(f'<rect fill="{colour}"/>' for colour in colours)
    path.write_text(f"<svg>{rects}</svg>")
    picture = Picture(href="a.svg", media_type="image/svg+xml", path=path)
    assert for_reading(picture) == path.read_bytes()
