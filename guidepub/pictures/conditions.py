"""What the numbers of a picture's pixels mean: colour profiles, and the ways between them.

ICC.1:2022. A picture's own profile is believed where it is one for the pixels that it comes
with. Without one, red, green and blue are sRGB, and inks are those of the press that
guidepub makes files for.
"""

from __future__ import annotations

import functools
import io
from itertools import product

from PIL import Image, ImageCms

from guidepub.themes import profile_file

_SPACES = {"RGB": "RGB ", "L": "GRAY", "CMYK": "CMYK"}
_STEPS = (0, 85, 170, 255)
# Parts of 255 by which a colour may be off and is still the same to the eye.
_SAME = 2
# Mean distance in Lab within which two profiles describe the same printing; makers of
# profiles for one condition differ by about as much.
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
    """Return the profile of colours as they are seen (CIE 1976 L*a*b*, D50)."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))


def own_profile(image: Image.Image, mode: str) -> ImageCms.ImageCmsProfile | None:
    """Return the profile that a picture brings for its pixels of a mode, or None.

    One that cannot be read, or is meant for pixels of another kind, counts for nothing, as in
    every viewer (PNG, third edition, 11.3.2.3).
    """
    data = image.info.get("icc_profile")
    if not data:
        return None
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
        if profile.profile.xcolor_space != _SPACES[mode]:
            return None
        # It may be good for nothing even so.
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
    """Return the way from one profile to another: white stays white, black becomes black.

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
    """Return a picture by way of a transform, without a profile of its own."""
    converted = ImageCms.applyTransform(image, way)
    assert converted is not None
    converted.info.pop("icc_profile", None)
    return converted


def is_screen(profile: ImageCms.ImageCmsProfile, mode: str) -> bool:
    """Return whether a profile for RGB or grey means what sRGB means, whatever its name."""
    patches = _patches(mode)
    seen = applied(patches, transform(profile, screen_profile(), mode, "RGB"))
    pairs = zip(seen.tobytes(), patches.convert("RGB").tobytes(), strict=True)
    return all(abs(first - second) <= _SAME for first, second in pairs)


def is_press(profile: ImageCms.ImageCmsProfile) -> bool:
    """Return whether a profile for inks describes the printing that files are made for."""
    patches = _patches("CMYK")
    seen = [
        applied(patches, transform(each, lab_profile(), "CMYK", "LAB")).tobytes()
        for each in (profile, press_profile())
    ]
    colours = [list(zip(*[iter(data)] * 3, strict=True)) for data in seen]
    distances = [_distance(first, second) for first, second in zip(*colours, strict=True)]
    return sum(distances) / len(distances) <= _SAME_PRINTING


def _distance(first: tuple[int, ...], second: tuple[int, ...]) -> float:
    """Return how far two colours in Lab of 8 bits are from each other (CIE 1976)."""
    # L is stretched over all of a byte; a and b are as they are, in two's complement.
    lightness = (first[0] - second[0]) * 100 / 255
    green, yellow = (_signed(first[n]) - _signed(second[n]) for n in (1, 2))
    return float((lightness**2 + green**2 + yellow**2) ** 0.5)


def _signed(byte: int) -> int:
    return byte - 256 if byte > 127 else byte


@functools.cache
def _patches(mode: str) -> Image.Image:
    """Return a picture with colours from all over a mode."""
    if mode == "L":
        return Image.frombytes("L", (256, 1), bytes(range(256)))
    colours = list(product(_STEPS, repeat=len(mode)))
    data = bytes(part for colour in colours for part in colour)
    return Image.frombytes(mode, (len(colours), 1), data)


@functools.lru_cache(maxsize=2)
def _opened(data: bytes) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(io.BytesIO(data))
