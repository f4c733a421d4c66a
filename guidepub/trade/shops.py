"""Pictures of covers as shops ask for them: which sizes are wanted is data, with its sources."""

from __future__ import annotations

import functools
import io
import tomllib
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType
from typing import Annotated

from PIL import Image
from pydantic import Field

from guidepub.model.validation.fields import IsoDate, Name, Slug, WebAddress
from guidepub.model.validation.frozen import Model

THUMBNAIL = 400
"""Pixels of the longer side of a small picture, for lists."""

LARGEST = 2560
"""Pixels of the longer side with which a cover is drawn for shops."""

_QUALITY = 90
_MEGABYTE = 1_000_000

Pixels = Annotated[int, Field(gt=0, le=20_000)]


class Shop(Model):
    """A shop's requirements on the picture of a cover, in pixels, and on its size in megabytes."""

    id: Slug
    name: Name
    sources: tuple[WebAddress, ...]
    read: IsoDate
    longest: Annotated[Pixels, Field(le=LARGEST)]
    shortest: Pixels
    most: Pixels | None = None
    weight: Pixels | None = None


@functools.cache
def shops() -> Mapping[str, Shop]:
    """Return all shops that are known, by their ids."""
    text = resources.files("guidepub.trade").joinpath("shops.toml").read_text("utf-8")
    return MappingProxyType(
        {
            name: Shop.model_validate({"id": name, **table})
            for name, table in tomllib.loads(text).items()
        }
    )


def picture_for(shop: Shop, cover: Image.Image) -> bytes | None:
    """Return a cover as a shop asks for it, as a JPEG, or None where its shape or size cannot.

    A picture is never drawn larger than it is, nor stretched or cut.
    """
    if max(cover.size) < shop.longest:
        return None
    small = _scaled_down(cover, shop.longest)
    data = as_jpeg(small)
    is_heavy = shop.weight is not None and len(data) > shop.weight * _MEGABYTE
    is_large = shop.most is not None and max(small.size) > shop.most
    return None if min(small.size) < shop.shortest or is_heavy or is_large else data


def thumbnail(cover: Image.Image) -> Image.Image:
    """Return a cover as a small picture for lists."""
    return _scaled_down(cover, THUMBNAIL)


def as_jpeg(picture: Image.Image) -> bytes:
    """Return a picture as a JPEG."""
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=_QUALITY, optimize=True)
    return buffer.getvalue()


def _scaled_down(cover: Image.Image, longest: int) -> Image.Image:
    """Return a picture whose longer side has so many pixels at most."""
    scale = longest / max(cover.size)
    if scale >= 1:
        return cover
    width, height = (max(round(side * scale), 1) for side in cover.size)
    return cover.resize((width, height), Image.Resampling.LANCZOS)
