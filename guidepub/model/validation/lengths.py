"""Lengths as publishers write them, stored in points."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

POINTS: Mapping[str, float] = MappingProxyType(
    {"pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 720 / 25.4}
)
"""How many points each unit has."""

_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?|\.\d+)\s*(in|mm|cm|pt)\s*", re.I)


def _length(value: object) -> object:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value == 0:
        return 0.0
    if match := _LENGTH.fullmatch(str(value)):
        return float(match[1]) * POINTS[match[2].lower()]
    raise PydanticCustomError("length", "“{value}” is not a length", {"value": str(value)})


Length = Annotated[float, BeforeValidator(_length, json_schema_input_type=str)]
"""A length with its unit (`3mm`, `0.125in`), kept in points."""


def in_mm(points: float) -> str:
    """Return a length in millimetres, as in messages: `3.2 mm`."""
    return f"{points / POINTS['mm']:.1f} mm"
