"""The gallery shows the pictures that its rows name, all of them there, none too heavy."""

from __future__ import annotations

import pytest
from PIL import Image

from tools.gallery import FOLDER, PAGE, Shot, page, path_of, picture_of, shots


def test_the_page_is_made_of_the_rows():
    assert PAGE.read_text("utf-8") == page(), "`make gallery` writes it anew"


def test_each_row_has_its_picture_and_there_is_no_other():
    assert sorted(FOLDER.iterdir()) == sorted(map(path_of, shots()))
    for path in FOLDER.iterdir():
        with Image.open(path) as image:
            assert (image.format, image.height) == ("WEBP", 780)


def test_the_pictures_weigh_little():
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 1_500_000


def test_a_page_is_found_by_its_words():
    shot = Shot("a", "classic welder", "print-cover", "Welder", "A cover.")
    assert picture_of(shot).height == 780
    with pytest.raises(LookupError, match=r"No page of classic welder, print-cover, has.*“nobody”"):
        picture_of(Shot("a", "classic welder", "print-cover", "nobody", ""))
