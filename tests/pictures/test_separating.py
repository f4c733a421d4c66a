"""Pictures in inks: black alone for greys, and the inks in which a picture was made."""

from __future__ import annotations

import io
import zlib

import pytest
from photos import SIZE, near, photo, saved, swapped_inks, without_adobe
from PIL import Image

from guidepub.model import Picture
from guidepub.pictures import kept_inks, press_profile_bytes, separated


def kept(folder, data: bytes, media_type: str = "image/jpeg"):
    (folder / "a").write_bytes(data)
    return kept_inks(Picture(href="a", media_type=media_type, path=folder / "a"))


def inks(data: bytes) -> list[tuple[int, ...]]:
    image = Image.open(io.BytesIO(data))
    return [image.getpixel((20 + 40 * n, 70)) for n in range(4)]


def test_colours_become_the_four_inks_of_the_press():
    found = separated(photo())
    assert (found.inks, found.jpeg, found.inverted, found.size) == (4, True, True, SIZE)
    assert near(inks(found.data), inks(saved(photo("CMYK"), "JPEG")))


def test_greys_become_black_ink_alone():
    found = separated(photo("L"))
    assert (found.inks, found.jpeg) == (1, False)
    assert zlib.decompress(found.data) == photo("L").tobytes()


def test_black_and_greys_in_three_colours_become_black_ink_alone():
    found = separated(photo("L").convert("RGB"))
    assert found.inks == 1


def test_what_can_be_seen_through_is_not_smeared():
    # Where nothing is seen there may be any colour: here, red beside a grey picture.
    image = photo("L").convert("RGB")
    image.paste("red", (0, 30, 160, 40))
    alpha = Image.new("L", SIZE, 255)
    alpha.paste(0, (0, 30, 160, 40))
    assert separated(image, alpha).inks == 1
    found = separated(photo(), alpha)
    assert (found.inks, found.jpeg) == (4, False)
    assert len(zlib.decompress(found.data)) == 4 * SIZE[0] * SIZE[1]


@pytest.mark.parametrize("profile", [None, press_profile_bytes()])
def test_inks_meant_for_the_press_stay_to_the_byte(tmp_path, profile):
    data = saved(photo("CMYK"), "JPEG", **({"icc_profile": profile} if profile else {}))
    found = kept(tmp_path, data)
    assert (found.data, found.size, found.inks, found.inverted) == (data, SIZE, 4, True)


def test_inks_without_adobes_mark_stand_the_right_way_up(tmp_path):
    data = without_adobe(photo("CMYK"))
    found = kept(tmp_path, data)
    assert (found.data, found.inverted) == (data, False)


def test_inks_for_another_printing_are_brought_to_the_press(tmp_path):
    data = saved(photo("CMYK"), "JPEG", icc_profile=swapped_inks())
    found = kept(tmp_path, data)
    # What prints green there, much cyan and yellow, is red, much magenta and yellow, here.
    _, (cyan, magenta, yellow, _), *_ = inks(found.data)
    assert found.data != data
    assert magenta > cyan + 60
    assert yellow > cyan + 60


def test_a_picture_in_inks_is_turned_as_it_says(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = photo("CMYK").transpose(Image.Transpose.ROTATE_90)
    found = kept(tmp_path, saved(lying, "JPEG", exif=exif))
    assert found.size == SIZE
    assert near(inks(found.data), inks(saved(photo("CMYK"), "JPEG")))


@pytest.mark.parametrize(("kind", "media_type"), [("JPEG", "image/jpeg"), ("PNG", "image/png")])
def test_a_picture_in_light_has_no_inks_to_keep(tmp_path, kind, media_type):
    assert kept(tmp_path, saved(photo(), kind), media_type) is None


def test_no_more_ink_is_laid_than_dries():
    # Blacks of a colour picture are of all inks, greys in it too.
    image = Image.new("RGB", (64, 64), "black")
    image.paste((200, 40, 40), (0, 0, 64, 20))
    for number in range(8):
        image.paste((number * 3,) * 3, (number * 8, 30, number * 8 + 8, 40))
    found = Image.open(io.BytesIO(separated(image).data))
    sums = [sum(found.getpixel((x, y))) / 255 for x in range(64) for y in range(64)]
    assert 2.6 < max(sums) <= 3.0
