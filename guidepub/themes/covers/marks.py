"""Marks: tools of the trades as small drawings in one ink, on a square of 48 units."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType

SIDE = 48
"""Units of a mark's side."""

_PEN = 3
_NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


@dataclass(frozen=True, slots=True)
class ToolDrawing:
    """A drawing: paths that a round pen draws, paths that are filled, and circles of both kinds."""

    lines: str = ""
    fills: str = ""
    rings: tuple[tuple[float, float, float], ...] = ()
    dots: tuple[tuple[float, float, float], ...] = ()


@functools.cache
def marks() -> Mapping[str, ToolDrawing]:
    """Return all marks by name."""
    text = resources.files("guidepub.themes.covers").joinpath("marks.toml").read_text("utf-8")
    return MappingProxyType(
        {
            name: ToolDrawing(
                row.get("lines", ""),
                row.get("fills", ""),
                tuple(map(tuple, row.get("rings", ()))),
                tuple(map(tuple, row.get("dots", ()))),
            )
            for name, row in tomllib.loads(text).items()
        }
    )


def drawn(name: str, ink: str) -> str:
    """Return a mark as the parts of an SVG, in one ink.

    Raises:
        KeyError: there is no mark of that name.
    """
    mark, parts = marks()[name], []
    if mark.fills:
        parts.append(f'<path d="{mark.fills}" fill="{ink}" fill-rule="evenodd"/>')
    pen = f'fill="none" stroke="{ink}" stroke-width="{_PEN}"'
    if mark.lines:
        joined = 'stroke-linecap="round" stroke-linejoin="round"'
        parts.append(f'<path d="{mark.lines}" {pen} {joined}/>')
    parts += (f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" {pen}/>' for x, y, r in mark.rings)
    parts += (f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="{ink}"/>' for x, y, r in mark.dots)
    return "".join(parts)


def placed(name: str, ink: str, x: float, y: float, side: float) -> str:
    """Return a mark as a part of a larger drawing: its upper left corner and its side there."""
    scale = f"{side / SIDE:.4g}"
    return f'<g transform="translate({x:g} {y:g}) scale({scale})">{drawn(name, ink)}</g>'


def icon(name: str, ink: str) -> str:
    """Return a mark as an inline SVG, hidden from readers' ears."""
    return (
        f'<svg {_NAMESPACE} aria-hidden="true" class="icon" viewBox="0 0 {SIDE} {SIDE}">'
        f"{drawn(name, ink)}</svg>"
    )
