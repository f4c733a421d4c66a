"""Checks whether an image can be used: its place, its kind, and that it is whole and harmless."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from guidepub.files import hold_inside, is_within, kept_file, read_bytes, stamp
from guidepub.files.folders import listing, spelt_on_disk
from guidepub.findings import Finding, InputError, Place, did_you_mean
from guidepub.findings.errors import reason_of
from guidepub.words.characters import printable

if TYPE_CHECKING:
    from guidepub.loading.pictures.rasters import Fault, Raster

# Pillow and lxml are loaded for the first picture; many guides have none.

_LIMIT = 32 * 1024 * 1024
_LONGEST_NAME = 60
_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"})

Pictures = Mapping[str, bytes]
"""Pictures that lie in no file, by their names."""


def find_image(target: str, folder: Path, root: Path, given: Pictures | None = None) -> Path:
    """Return the file of an image that a definition in `folder` names.

    One of the pictures that are `given` comes first; it is kept in a file as long as this process
    lives.

    Raises:
        InputError: an address of the web, outside the catalogue, or not there (D040, D041).
    """
    if given and target in given:
        name = printable(PurePath(target).name)[-_LONGEST_NAME:]
        return kept_file(name or "picture", given[target])
    if "://" in target or target.startswith(("//", "data:")):
        message = f"The image “{target[:80]}” is not a file in the catalogue."
        raise InputError([Finding(Place(), "D041", message, "Save it next to the guide.")])
    path = folder / target
    try:
        hold_inside(path, root, f"The image “{target}”", Place())
        found = spelt_on_disk(path)
        if found.is_file():
            # Spelt in the other form, a link may lead elsewhere.
            hold_inside(found, root, f"The image “{target}”", Place())
            return found
        near = _images_in(path.parent) if is_within(path.parent, root) else []
    except (OSError, ValueError) as error:
        message = f"The image “{target[:80]}” cannot be accessed: {reason_of(error)}."
        raise InputError([Finding(Place(), "D040", message, "Give it a shorter name.")]) from error
    message = f"The image “{target}” does not exist."
    remedy = did_you_mean(path.name, near) or "Add it, or fix the path."
    raise InputError([Finding(Place(), "D040", message, remedy)])


def _images_in(folder: Path) -> list[str]:
    files = listing(folder).files
    return [printable(file.name) for file in files if file.suffix.lower() in _SUFFIXES]


def media_type(path: Path) -> str:
    """Return an image's media type after a look at its content, not its name.

    Raises:
        InputError: no image that EPUB and PDF both take, too large, cut short, or an SVG
            with a script, a style, an entity or a reference to another file (D042).
    """
    return _kind(path, read_bytes(path, _LIMIT))


def check_image(path: Path) -> None:
    """Look at all of an image, as `media_type` looks at its head: whether it can be drawn whole.

    Raises:
        InputError: as `media_type`, and where a part of it is lost (D042).
    """
    if fault := _damage(path, stamp(path)):
        raise _fault(path, *fault)


@functools.lru_cache(maxsize=4096)
def _damage(path: Path, _stamp: str | None) -> Fault | None:
    """Return the fault that drawing an image shows, or None; it is drawn once for each stamp."""
    data = read_bytes(path, _LIMIT)
    if _is_drawing(path, data):
        from guidepub.loading.pictures.drawings import damage_of_svg, fault_of_svg

        return fault_of_svg(data) or damage_of_svg(data)
    from guidepub.loading.pictures.rasters import damage_of

    return damage_of(data, _raster(path, data))


def _kind(path: Path, data: bytes) -> str:
    """Return the media type of an image's content.

    Raises:
        InputError: as `media_type`.
    """
    if _is_drawing(path, data):
        from guidepub.loading.pictures.drawings import fault_of_svg

        if fault := fault_of_svg(data):
            raise _fault(path, *fault)
        return "image/svg+xml"
    raster = _raster(path, data)
    if raster.fault is not None:
        raise _fault(path, *raster.fault)
    return raster.kind


def _is_drawing(path: Path, data: bytes) -> bool:
    return b"<svg" in data[:4096] or path.suffix.lower() == ".svg"


def _raster(path: Path, data: bytes) -> Raster:
    from guidepub.loading.pictures.rasters import raster_of

    raster = raster_of(data)
    if raster is None:
        raise _fault(path, "is not a PNG, JPEG, GIF, WebP or SVG", "Save it as PNG or JPEG.")
    return raster


def _fault(path: Path, fault: str, remedy: str = "") -> InputError:
    return InputError([Finding(Place(), "D042", f"The image “{path.name}” {fault}.", remedy)])
