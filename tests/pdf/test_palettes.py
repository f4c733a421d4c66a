"""Drawings with a palette: which get one, and which colours they keep."""

import pytest
from PIL import Image, ImageChops, ImageDraw

from guidepub.pdf.finished.palettes import with_palette

COLOURS = ((251, 249, 244), (64, 38, 34), (110, 68, 60))


def drawing(size=400):
    """Return a drawing of three areas, with soft edges."""
    large = Image.new("RGB", (size * 4, size * 4), COLOURS[0])
    pen = ImageDraw.Draw(large)
    pen.ellipse((100, 100, size * 3, size * 3), COLOURS[1])
    pen.rectangle((size, size, size * 2, size * 2), COLOURS[2])
    return large.resize((size, size), Image.Resampling.LANCZOS)


def test_a_drawing_gets_a_palette_and_its_areas_keep_their_colours():
    before = drawing()
    after = with_palette(before)
    assert after.mode == "P"
    shown = after.convert("RGB")
    for place in ((2, 2), (60, 150), (150, 150)):
        assert shown.getpixel(place) == before.getpixel(place)
    assert shown.getpixel((150, 150)) == COLOURS[2]
    assert after.tobytes() == with_palette(drawing()).tobytes()
    # Those of its edges come near.
    difference = ImageChops.difference(before, shown).getextrema()
    assert 0 < max(most for _, most in difference) <= 12


@pytest.mark.parametrize("grey", [250, 253])
def test_areas_of_similar_colours_stay_separate_where_they_are_large(grey):
    picture = Image.new("RGB", (40, 40), (255, 255, 255))
    picture.paste((grey, grey, grey), (0, 0, 40, 5))
    assert with_palette(picture) is picture
    picture.paste((255, 255, 255), (10, 0, 40, 1))
    picture.paste((255, 255, 255), (0, 1, 40, 5))
    shown = with_palette(picture).convert("RGB")
    assert shown.getpixel((20, 20)) == (255, 255, 255)


def test_a_picture_of_many_colours_stays_as_it_is():
    shades = Image.radial_gradient("L").convert("RGB")
    many = Image.merge("RGB", (shades.getchannel(0), *drawing(256).split()[1:]))
    assert with_palette(shades) is shades
    assert with_palette(many) is many
