"""Trim sizes: the size of a page after the book is cut."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from guidepub.model.fields import Model

_POINTS = {"pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 720 / 25.4}
_SIZE = re.compile(r"\s*([\d.]+)\s*(in|mm|cm|pt)?\s*[x×]\s*([\d.]+)\s*(in|mm|cm|pt)\s*", re.I)


class Trim(Model):
    """A page's width and height in points (1/72 inch)."""

    width: float
    height: float


PRESETS = MappingProxyType(
    {
        "us-trade": Trim(width=432, height=648),
        "digest": Trim(width=396, height=612),
        "a5": Trim(width=148 * 72 / 25.4, height=210 * 72 / 25.4),
        "us-letter": Trim(width=612, height=792),
        "a4": Trim(width=210 * 72 / 25.4, height=297 * 72 / 25.4),
    }
)


def _trim(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if preset := PRESETS.get(value.strip().lower()):
        return preset
    if match := _SIZE.fullmatch(value):
        try:
            unit = match[4].lower()
            width = float(match[1]) * _POINTS[(match[2] or unit).lower()]
            height = float(match[3]) * _POINTS[unit]
        except ValueError:
            width = height = 0
        if 200 <= width <= 2000 and 200 <= height <= 2000:
            return Trim(width=width, height=height)
    raise PydanticCustomError(
        "trim",
        "“{value}” is no trim size",
        {"value": value, "known": ", ".join(PRESETS)},
    )


TrimSize = Annotated[Trim, BeforeValidator(_trim, json_schema_input_type=str)]
