"""The marks on a page: type, shapes and pictures, each with its place and its colours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pikepdf

from guidepub.checks.painted.colours import Colour, Family
from guidepub.checks.painted.faces import FontObject

Matrix = tuple[float, float, float, float, float, float]
"""A transformation `[a b c d e f]` (ISO 32000-1, 8.3.3)."""

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, in the page's own coordinates."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Points from the left edge to the right one."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Points from the lower edge to the upper one."""
        return self.top - self.bottom

    def inside(self, other: Box, slack: float = 0.0) -> bool:
        """Return whether this lies in another box, give or take some points of slack."""
        return (
            self.left >= other.left - slack
            and self.bottom >= other.bottom - slack
            and self.right <= other.right + slack
            and self.top <= other.top + slack
        )

    def meets(self, other: Box) -> bool:
        """Return whether two boxes have an area in common, or a line."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.bottom <= other.top
            and other.bottom <= self.top
        )

    def cut(self, other: Box) -> Box:
        """Return what two boxes have in common; its edges are swapped where that is nothing."""
        return Box(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )

    def shrunk(self, distance: float) -> Box:
        """Return the box with each edge moved inwards by some points."""
        return Box(
            self.left + distance,
            self.bottom + distance,
            self.right - distance,
            self.top - distance,
        )


@dataclass(frozen=True, slots=True)
class PaintedObject:
    """Something painted. `box` is all of it, `clip` the part of the page where it can be seen.

    `tagged` is whether it belongs to the structure or is marked as an artifact.
    """

    box: Box
    clip: Box
    tagged: bool
    colours: tuple[Colour, ...] = ()

    @property
    def seen(self) -> bool:
        """Whether any of it can be seen."""
        return self.box.meets(self.clip)


@dataclass(frozen=True, slots=True)
class Shape(PaintedObject):
    """A path that is filled or stroked, or a shading."""


@dataclass(frozen=True, slots=True)
class Type(PaintedObject):
    """A run of text in one face; `size` is in points as printed."""

    size: float = 0.0
    face: FontObject | None = None
    codes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PaintedImage(PaintedObject):
    """An image: its pixels, and the size in points at which it is printed.

    `window` is the last path that clips it, as it was drawn.
    """

    pixels: tuple[int, int] = (0, 0)
    size: tuple[float, float] = (0.0, 0.0)
    source: pikepdf.Object | None = None
    window: Box | None = None

    @property
    def resolution(self) -> float:
        """Pixels an inch as printed, the lower of the two directions."""
        pairs = zip(self.pixels, self.size, strict=True)
        return min(count * 72 / max(length, 1e-6) for count, length in pairs)


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its boxes in points and all that is painted on it.

    `blends` are the colour families in which transparency is worked out. `whole` means that
    the page's content was read to its end, so that none of it is missing.
    """

    number: int
    object: pikepdf.Object
    media: Box
    crop: Box
    bleed: Box | None
    trim: Box | None
    marks: tuple[PaintedObject, ...]
    blends: frozenset[Family] = frozenset()
    whole: bool = True

    def printed(self) -> list[PaintedObject]:
        """Return the marks that reach the area that a press prints: trim and bleed."""
        area = self.bleed or self.trim or self.media
        return [m for m in self.marks if m.box.cut(m.clip).meets(area) and m.seen]


def product(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that applies one transformation, then another."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a transformation takes a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def bounding_box(points: Iterable[tuple[float, float]]) -> Box:
    """Return the smallest box around some points."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def corners(left: float, bottom: float, right: float, top: float) -> list[tuple[float, float]]:
    """Return the four corners of a rectangle."""
    return [(left, bottom), (right, bottom), (right, top), (left, top)]
