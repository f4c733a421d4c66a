"""Which colours a PDF paints with: the families of colour spaces (ISO 32000-1, 8.6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pikepdf

Family = Literal["gray", "rgb", "cmyk", "lab", "spot", "all", "pattern", "unknown"]

_DEVICE: dict[str, Family] = {
    "/DeviceGray": "gray", "/G": "gray", "/CalGray": "gray",
    "/DeviceRGB": "rgb", "/RGB": "rgb", "/CalRGB": "rgb",
    "/DeviceCMYK": "cmyk", "/CMYK": "cmyk", "/Lab": "lab", "/Pattern": "pattern",
}  # fmt: skip
_CHANNELS: dict[int, Family] = {1: "gray", 3: "rgb", 4: "cmyk"}
_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as it is painted: its family, and its parts from 0 to 1 as far as known.

    `bare` means that these are inks of an unknown device: no profile says how they look.
    """

    family: Family
    parts: tuple[float, ...] = ()
    bare: bool = False

    @property
    def inks(self) -> float:
        """The sum of all inks, 1 for one solid plate; 0 where the inks are not known."""
        if self.family == "all":
            return 4 * sum(self.parts)
        if self.family in ("cmyk", "spot"):
            return sum(self.parts)
        return 1 - self.parts[0] if self.family == "gray" and self.parts else 0.0


BLACK = Colour("gray", (0.0,))


def family_of(space: object, depth: int = 0) -> Family:
    """Return the family of a colour space: a name, or an array that begins with one."""
    if isinstance(space, pikepdf.Name):
        return _DEVICE.get(str(space), "unknown")
    if not isinstance(space, pikepdf.Array) or not len(space) or depth > _DEPTH:
        return "unknown"
    kind, more = str(space[0]), space[1] if len(space) > 1 else None
    family: Family = _DEVICE.get(kind, "unknown")
    if is_indexed(space):
        family = family_of(more, depth + 1)
    elif kind == "/ICCBased" and isinstance(more, pikepdf.Stream):
        family = _CHANNELS.get(int(more.get("/N", 0)), "unknown")
    elif kind in ("/Separation", "/DeviceN"):
        family = "all" if str(more) == "/All" else "spot"
    return family


def initial(space: object) -> Colour:
    """Return the colour that a colour space begins with (ISO 32000-1, 8.6.8, operator CS)."""
    family = family_of(space)
    parts = {"gray": (0.0,), "rgb": (0.0,) * 3, "cmyk": (0.0, 0.0, 0.0, 1.0)}
    return Colour(family, parts.get(family, ()), is_bare(space))


def is_bare(space: object, depth: int = 0) -> bool:
    """Return whether a colour space comes down to DeviceCMYK (ISO 32000-1, 8.6.4.4)."""
    if isinstance(space, pikepdf.Name):
        return str(space) in ("/DeviceCMYK", "/CMYK")
    if not isinstance(space, pikepdf.Array) or len(space) < 2 or depth > _DEPTH:
        return False
    if is_indexed(space) or str(space[0]) == "/Pattern":
        return is_bare(space[1], depth + 1)
    # Colour spaces that name inks, and hold another one for devices that lack them.
    spot = str(space[0]) in ("/Separation", "/DeviceN") and len(space) > 2
    return spot and is_bare(space[2], depth + 1)


def is_indexed(space: object) -> bool:
    """Return whether the numbers of a colour are places in a table."""
    return (
        isinstance(space, pikepdf.Array) and len(space) > 0 and str(space[0]) in ("/Indexed", "/I")
    )
