"""Pictures whose head is sound and whose body is not: told at load, by the line that shows them."""

from __future__ import annotations

import base64
import io
import zlib

import pytest
from definitions import definition, write
from PIL import Image, ImageFile

import guidepub
from guidepub.findings import InputError
from guidepub.loading.pictures import images, rasters


def photo(
    kind: str, size: tuple[int, int] = (160, 120), mode: str = "RGB", **options: object
) -> bytes:
    grey = Image.linear_gradient("L").resize(size)
    picture = Image.merge("RGB", (grey, Image.radial_gradient("L").resize(size), grey))
    picture = grey.convert("I").convert(mode) if mode == "I;16" else picture.convert(mode)
    data = io.BytesIO()
    picture.save(data, kind, **options)
    return data.getvalue()


def png_of(size: int, rows: bytes, interlaced: bool = False) -> bytes:
    """Return a square PNG of 8 bits of grey whose every checksum is right, whatever its rows."""
    head = size.to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00" + bytes([interlaced])
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, data) for name, data in chunks)


def chunk(name: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(name + data).to_bytes(4, "big")
    return len(data).to_bytes(4, "big") + name + data + checksum


def cut(data: bytes, share: float = 0.5) -> bytes:
    return data[: int(len(data) * share)]


def holed(data: bytes) -> bytes:
    """Return data with the bytes in its middle lost to zeros."""
    middle = len(data) // 2
    return data[:middle] + bytes(200) + data[middle + 200 :]


JPEG, PROGRESSIVE = photo("JPEG", quality=95), photo("JPEG", quality=95, progressive=True)
PNG, GIF, WEBP = photo("PNG"), photo("GIF"), photo("WEBP")
DAMAGED = {
    "a jpeg cut at half": cut(JPEG),
    "a jpeg cut at half, closed": cut(JPEG) + b"\xff\xd9",
    "a progressive jpeg cut at half, closed": cut(PROGRESSIVE) + b"\xff\xd9",
    "a jpeg with a hole": holed(JPEG),
    "a png with a wrong checksum": PNG[:-20] + b"\0" + PNG[-19:],
    "a png cut at half": cut(PNG),
    "a png with a hole": holed(PNG),
    "a png of half its rows": png_of(40, bytes(41 * 20)),
    "an interlaced png without its end": png_of(5, bytes(35), interlaced=True),
    "a gif cut at half": cut(GIF),
    "a gif cut at half, closed": cut(GIF) + b"\0;",
    "a webp cut at half": cut(WEBP),
    "a drawing cut at half": b'<svg xmlns="http://www.w3.org/2000/svg"><g><rect width="1"',
    "a tiff": photo("TIFF"),
}


WHOLE = {
    "jpeg": JPEG,
    "progressive": PROGRESSIVE,
    "jpeg with more behind it": JPEG + b"what a camera adds",
    "png": PNG,
    "gif": GIF,
    "webp": WEBP,
    "png that begins with another chunk": PNG[:8] + chunk(b"CgBI", bytes(4)) + PNG[8:],
    "png of bits": photo("PNG", (13, 9), mode="1"),
    "png of a palette": photo("PNG", (13, 9), mode="P"),
    "png of 16 bits": photo("PNG", (13, 9), mode="I;16"),
    "png to be seen through": photo("PNG", (13, 9), mode="RGBA"),
    # Its passes have rows of 1, 1, 2, 1 and 1, 3, 2 three times, and 5 twice, and a byte before each.
    "interlaced png": png_of(5, bytes(2 + 2 + 3 + 4 + 4 + 9 + 12), interlaced=True),
    "jpeg of grey": photo("JPEG", mode="L"),
    "jpeg of inks": photo("JPEG", mode="CMYK"),
}


@pytest.mark.parametrize("data", WHOLE.values(), ids=WHOLE)
def test_a_whole_picture_is_taken(tmp_path, data):
    write(tmp_path, {"a.jpg": data, "b.md": definition("![An oven.](a.jpg)")})
    assert "b" in guidepub.load(tmp_path / "b.md")


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_picture_is_reported_at_the_line_that_shows_it(tmp_path, name):
    write(
        tmp_path, {"oven.jpg": DAMAGED[name], "b.md": definition("Bread.\n\n![An oven.](oven.jpg)")}
    )
    with pytest.raises(InputError) as caught:
        guidepub.load(tmp_path / "b.md")
    (finding,) = caught.value.findings
    line = (tmp_path / "b.md").read_text().splitlines()[finding.place.line - 1]
    assert (finding.code, finding.place.path) == ("D042", str(tmp_path / "b.md"))
    assert "oven.jpg" in line
    assert "oven.jpg" in finding.message
    assert finding.remedy


@pytest.mark.parametrize("name", ["a png of half its rows", "a gif cut at half, closed"])
def test_damage_is_reported_also_where_the_renderer_has_asked_pillow_for_halves(
    tmp_path, monkeypatch, name
):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    write(tmp_path, {"a.png": DAMAGED[name]})
    with pytest.raises(InputError):
        images.check_image(tmp_path / "a.png")
    assert ImageFile.LOAD_TRUNCATED_IMAGES is True


def test_a_damaged_logo_is_reported_by_its_line_in_the_catalogue(tmp_path):
    settings = '[imprint]\nname = "Press"\nlogo = "logo.jpg"\n'
    write(tmp_path, {"logo.jpg": holed(JPEG), "catalog.toml": settings, "b.md": definition()})
    with pytest.raises(InputError) as caught:
        guidepub.load(tmp_path)
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.line) == ("D042", 3)


def test_a_damaged_picture_in_a_drawing_is_reported(tmp_path):
    held = base64.b64encode(holed(JPEG)).decode()
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        f'<image href="data:image/jpeg;base64,{held}"/></svg>'
    )
    write(tmp_path, {"a.svg": drawing, "b.md": definition("![An oven.](a.svg)")})
    with pytest.raises(InputError, match="contains a picture that is damaged"):
        guidepub.load(tmp_path / "b.md")


def test_a_picture_is_drawn_once_for_all_guides_until_it_changes(tmp_path, monkeypatch):
    drawn = []

    def damage(data: bytes, raster: object) -> None:
        drawn.append(data)

    monkeypatch.setattr(rasters, "damage_of", damage)
    shown = definition("![An oven.](a.png)")
    write(tmp_path, {"a.png": PNG, "b.md": shown, "c.md": shown})
    guidepub.load(tmp_path)
    assert drawn == [PNG]
    (tmp_path / "a.png").write_bytes(photo("PNG", (80, 60)))
    guidepub.load(tmp_path)
    assert drawn == [PNG, photo("PNG", (80, 60))]
