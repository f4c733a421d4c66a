"""Trim sizes: the size of a page after the book is trimmed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainSerializer
from pydantic_core import PydanticCustomError

from guidepub.model.validation.frozen import Model
from guidepub.model.validation.lengths import POINTS

_SIZE = re.compile(r"\s*([\d.]+)\s*(in|mm|cm|pt)?\s*[x×]\s*([\d.]+)\s*(in|mm|cm|pt)\s*", re.I)
_SMALLEST, _LARGEST = 200, 2000
_Length = Annotated[float, Field(ge=_SMALLEST, le=_LARGEST)]


class Trim(Model):
    """A page's width and height in points (1/72 inch)."""

    width: _Length
    height: _Length


PRESETS = MappingProxyType(
    {
        "us-trade": Trim(width=432, height=648),
        "digest": Trim(width=396, height=612),
        "a5": Trim(width=148 * 72 / 25.4, height=210 * 72 / 25.4),
        "us-letter": Trim(width=612, height=792),
        "a4": Trim(width=210 * 72 / 25.4, height=297 * 72 / 25.4),
    }
)


def _trim(value: object) -> object:
    if isinstance(value, (Trim, Mapping)):
        return value
    if not isinstance(value, str):
        value = str(value)
    if preset := PRESETS.get(value.strip().lower()):
        return preset
    if match := _SIZE.fullmatch(value):
        try:
            unit = match[4].lower()
            width = float(match[1]) * POINTS[(match[2] or unit).lower()]
            height = float(match[3]) * POINTS[unit]
        except ValueError:
            width = height = 0
        if _SMALLEST <= width <= _LARGEST and _SMALLEST <= height <= _LARGEST:
            return Trim(width=width, height=height)
    raise PydanticCustomError(
        "trim",
        "“{value}” is not a trim size",
        {"value": value, "known": ", ".join(PRESETS)},
    )


def _written(trim: Trim) -> str:
    """Return a size as it can be stated: by its name, or in points."""
    named = next((name for name, preset in PRESETS.items() if preset == trim), None)
    sides = (repr(side).removesuffix(".0") for side in (trim.width, trim.height))
    return named or " x ".join(f"{side}pt" for side in sides)


TrimSize = Annotated[
    Trim,
    BeforeValidator(_trim, json_schema_input_type=str),
    PlainSerializer(_written, return_type=str),
]
