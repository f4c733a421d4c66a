"""Colour profiles, which say what the numbers of a pixel mean, and transforms between them.

ICC.1:2022. A picture's own profile is used if it fits the picture's pixels. Without one, red,
green and blue are sRGB, and inks are those of the press that guidepub makes files for.
"""

from __future__ import annotations

import functools
import io
from itertools import product

from PIL import Image, ImageCms

from guidepub.themes import profile_file

_SPACES = {"RGB": "RGB ", "L": "GRAY", "CMYK": "CMYK"}
_STEPS = (0, 85, 170, 255)
# By how much of 255 a colour may differ and still look the same.
_SAME = 2
# The mean distance in Lab up to which two profiles describe the same printing condition. Profiles
# of one condition by different makers differ by about this much.
_SAME_PRINTING = 3.0


def press_profile() -> ImageCms.ImageCmsProfile:
    """Return the profile of the press that files are made for."""
    return _opened(press_profile_bytes())


@functools.cache
def press_profile_bytes() -> bytes:
    """Return the ICC profile of the press that files are made for."""
    return profile_file("coated-fogra39l.icc").read_bytes()


@functools.cache
def screen_profile() -> ImageCms.ImageCmsProfile:
    """Return the profile of sRGB (IEC 61966-2-1)."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


@functools.cache
def lab_profile() -> ImageCms.ImageCmsProfile:
    """Return the profile of the device-independent colour space CIE 1976 L*a*b* (D50)."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))


def own_profile(image: Image.Image, mode: str) -> ImageCms.ImageCmsProfile | None:
    """Return a picture's embedded profile for pixels of a mode, or None.

    A profile that cannot be read, or is for pixels of another mode, is ignored, as it is by every
    viewer (PNG, third edition, 11.3.2.3).
    """
    data = image.info.get("icc_profile")
    if not data:
        return None
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
        if profile.profile.xcolor_space != _SPACES[mode]:
            return None
        # A profile that could be read may still be unusable.
        transform(profile, screen_profile(), mode, "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
    return profile


def transform(
    source: ImageCms.ImageCmsProfile,
    target: ImageCms.ImageCmsProfile,
    from_mode: str,
    to_mode: str,
) -> ImageCms.ImageCmsTransform:
    """Return the transform from one profile to another; white stays white, and black black.

    Raises:
        PIL.ImageCms.PyCMSError: the profiles do not fit the modes.
    """
    return ImageCms.buildTransform(
        source,
        target,
        from_mode,
        to_mode,
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


def applied(image: Image.Image, way: ImageCms.ImageCmsTransform) -> Image.Image:
    """Return a picture after a transform, without an embedded profile."""
    converted = ImageCms.applyTransform(image, way)
    assert converted is not None
    converted.info.pop("icc_profile", None)
    return converted


def is_screen(profile: ImageCms.ImageCmsProfile, mode: str) -> bool:
    """Return whether a profile for RGB or grey is equal to sRGB in effect, whatever its name."""
    patches = _patches(mode)
    seen = applied(patches, transform(profile, screen_profile(), mode, "RGB"))
    pairs = zip(seen.tobytes(), patches.convert("RGB").tobytes(), strict=True)
    return all(abs(first - second) <= _SAME for first, second in pairs)


def is_press(profile: ImageCms.ImageCmsProfile) -> bool:
    """Return whether a CMYK profile describes the printing condition that files are made for."""
    patches = _patches("CMYK")
    seen = [
        applied(patches, transform(each, lab_profile(), "CMYK", "LAB")).tobytes()
        for each in (profile, press_profile())
    ]
    colours = [list(zip(*[iter(data)] * 3, strict=True)) for data in seen]
    distances = [_distance(first, second) for first, second in zip(*colours, strict=True)]
    return sum(distances) / len(distances) <= _SAME_PRINTING


def _distance(first: tuple[int, ...], second: tuple[int, ...]) -> float:
    """Return the distance of two colours in 8-bit Lab (CIE 1976 delta E)."""
    # L is scaled to the range of a byte; a and b are in two's complement.
    lightness = (first[0] - second[0]) * 100 / 255
    green, yellow = (_signed(first[n]) - _signed(second[n]) for n in (1, 2))
    return float((lightness**2 + green**2 + yellow**2) ** 0.5)


def _signed(byte: int) -> int:
    return byte - 256 if byte > 127 else byte


@functools.cache
def _patches(mode: str) -> Image.Image:
    """Return a picture with a grid of colours from the whole range of a mode."""
    if mode == "L":
        return Image.frombytes("L", (256, 1), bytes(range(256)))
    colours = list(product(_STEPS, repeat=len(mode)))
    data = bytes(part for colour in colours for part in colour)
    return Image.frombytes(mode, (len(colours), 1), data)


@functools.lru_cache(maxsize=2)
def _opened(data: bytes) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(io.BytesIO(data))
