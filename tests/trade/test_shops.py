"""Covers at the sizes that shops ask for."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from guidepub.trade.shops import LARGEST, THUMBNAIL, as_jpeg, picture_for, shops, thumbnail

TRADE = Image.new("RGB", (1707, LARGEST), "navy")


@pytest.mark.parametrize("shop", shops().values(), ids=lambda shop: shop.id)
def test_each_shop_gets_what_it_asks_for(shop):
    data = picture_for(shop, TRADE)
    assert data is not None
    with Image.open(io.BytesIO(data)) as picture:
        assert (picture.format, picture.mode) == ("JPEG", "RGB")
        assert max(picture.size) == shop.longest
        assert min(picture.size) >= shop.shortest
        # It is as wide for its height as before.
        assert picture.width / picture.height == pytest.approx(1707 / LARGEST, abs=0.001)


def test_a_cover_that_is_too_narrow_or_too_small_is_refused():
    spark = shops()["ingramspark"]
    assert picture_for(spark, Image.new("RGB", (1583, LARGEST))) is None
    assert picture_for(spark, Image.new("RGB", (1600, 2400))) is None


def test_a_picture_that_weighs_too_much_is_refused():
    noise = Image.effect_noise((1707, LARGEST), 200).convert("RGB")
    light = shops()["kobo"].model_copy(update={"weight": 1})
    assert picture_for(light, noise) is None


def test_a_thumbnail_is_never_larger_than_the_cover():
    assert max(thumbnail(TRADE).size) == THUMBNAIL
    small = Image.new("RGB", (30, 40))
    assert thumbnail(small).size == (30, 40)


def test_the_same_cover_makes_the_same_bytes():
    assert as_jpeg(TRADE) == as_jpeg(TRADE)
