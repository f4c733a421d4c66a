"""Pictures for tests: four patches of colour, a black mark in the upper left corner."""

from __future__ import annotations

import functools
import io
import struct

from PIL import Image, ImageChops, ImageCms

from guidepub.pictures import press_profile_bytes

PATCHES = ((200, 40, 40), (40, 150, 60), (40, 60, 180), (230, 200, 40))
"""Red, green, blue and yellow, from left to right below a white field."""

SIZE = (160, 96)


def photo(mode: str = "RGB") -> Image.Image:
    """Return the picture; in CMYK, in the inks of the press."""
    image = Image.new("RGB", SIZE, "white")
    image.paste("black", (0, 0, 24, 24))
    for number, colour in enumerate(PATCHES):
        image.paste(colour, (number * 40, 40, number * 40 + 40, 96))
    if mode == "CMYK":
        inked = ImageCms.applyTransform(image, _inking())
        assert inked is not None
        inked.info.clear()
        return inked
    return image.quantize(16) if mode == "P" else image.convert(mode)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    """Return a file of a picture; JPEG as finely as can be."""
    buffer = io.BytesIO()
    if kind == "JPEG":
        options = {"quality": 100, "subsampling": 0, **options}
    if kind == "WEBP":
        options = {"lossless": True, **options}
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def as_ycck(image: Image.Image) -> bytes:
    """Return a JPEG in inks that are packed as brightness, tints and black, as Photoshop does."""
    cyan, magenta, yellow, black = image.split()
    packed = Image.merge("RGB", (cyan, magenta, yellow)).convert("YCbCr").split()
    # Pillow turns all four upside down, and says that they are plain inks.
    parts = [ImageChops.invert(part) for part in packed]
    data = saved(Image.merge("CMYK", (*parts, black)), "JPEG")
    place = data.index(b"Adobe")
    assert data[place + 11] == 0
    return data[: place + 11] + b"\x02" + data[place + 12 :]


def without_adobe(image: Image.Image) -> bytes:
    """Return a JPEG in inks that lacks Adobe's mark: its inks stand the right way up."""
    data = saved(ImageChops.invert(image), "JPEG")
    kept, place = bytearray(data[:2]), 2
    while data[place + 1] != 0xDA:
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4])
        if data[place + 1] != 0xEE:
            kept += data[place:end]
        place = end
    return bytes(kept + data[place:])


def colours(image: Image.Image) -> list[tuple[int, ...]]:
    """Return the colour in the middle of each patch."""
    width, height = image.size
    seen = image.convert("RGB")
    places = ((2 * n + 1) * width // 8 for n in range(4))
    return [seen.getpixel((x, height * 3 // 4)) for x in places]


def near(first: list[tuple[int, ...]], second: list[tuple[int, ...]], slack: int = 6) -> bool:
    """Return whether colours are the same but for what compression takes from them."""
    pairs = zip(first, second, strict=True)
    return all(abs(a - b) <= slack for one, two in pairs for a, b in zip(one, two, strict=True))


def printed() -> list[tuple[int, ...]]:
    """Return the patches as the press's profile says that they look in its inks."""
    way = ImageCms.buildTransform(
        io.BytesIO(press_profile_bytes()),
        ImageCms.createProfile("sRGB"),
        "CMYK",
        "RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    return colours(ImageCms.applyTransform(photo("CMYK"), way))


@functools.cache
def swapped_light() -> bytes:
    """Return a profile for red, green and blue in which red means blue and blue means red."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # In the table of tags the names change places (ICC.1:2022, 7.3).
    head, table = data[:128], data[128:]
    return head + table.replace(b"rXYZ", b"@XYZ").replace(b"bXYZ", b"rXYZ").replace(
        b"@XYZ", b"bXYZ"
    )


@functools.cache
def swapped_inks() -> bytes:
    """Return a profile for inks in which cyan means magenta and magenta means cyan."""
    data = bytearray(press_profile_bytes())
    for number in range(int.from_bytes(data[128:132])):
        entry = 132 + 12 * number
        if data[entry : entry + 4] in (b"A2B0", b"A2B1", b"A2B2"):
            start = int.from_bytes(data[entry + 4 : entry + 8])
            _swap_grid(data, start)
    return bytes(data)


def _swap_grid(data: bytearray, start: int) -> None:
    """Let the first two inks of a table of colours change places (lut16Type, 10.10)."""
    assert data[start : start + 4] == b"mft2"
    inputs, outputs, grid = data[start + 8 : start + 11]
    entries = struct.unpack(">H", data[start + 48 : start + 50])[0]
    base = start + 52 + 2 * inputs * entries
    cell = 2 * outputs * grid**2
    count = grid**2
    old = bytes(data[base : base + cell * count])
    for first in range(grid):
        for second in range(grid):
            source, target = second * grid + first, first * grid + second
            data[base + target * cell : base + (target + 1) * cell] = old[
                source * cell : (source + 1) * cell
            ]


@functools.cache
def _inking() -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        io.BytesIO(press_profile_bytes()),
        "RGB",
        "CMYK",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
