"""Computed lengths: `calc()`, `min()`, `max()` and `clamp()` of CSS Values 4."""

from __future__ import annotations

from collections.abc import Sequence

from tinycss2.ast import Node

from guidepub.themes.stylesheets.values import POINTS, split, without_spaces

_EM = 11.0
"""Points: what an em is on a page that says nothing else."""


class NotWorkedOutError(ValueError):
    """A value is not made of lengths, numbers and their sums alone."""


def points(token: Node, whole: float) -> float:
    """Return a length in points, given what 100 % is.

    Raises:
        NotWorkedOutError: it is not a length.
    """
    value = token.value if token.type in ("number", "percentage", "dimension") else 0.0
    match token.type:
        case "number":
            return float(value)
        case "percentage":
            return float(value * whole / 100)
        case "dimension" if token.lower_unit in POINTS:
            return float(value * POINTS[token.lower_unit])
        case "dimension" if token.lower_unit in ("em", "rem"):
            return float(value * _EM)
        case "function":
            return _function_value(token, whole)
        case "() block":
            return _sum(without_spaces(token.content), whole)
    raise NotWorkedOutError


def _function_value(token: Node, whole: float) -> float:
    found = [_sum(argument, whole) for argument in split(without_spaces(token.arguments))]
    match token.lower_name, len(found):
        case "calc", 1:
            return found[0]
        case "min", _:
            return min(found)
        case "max", _:
            return max(found)
        case "clamp", 3:
            return max(found[0], min(found[1], found[2]))
    raise NotWorkedOutError


def _sum(tokens: Sequence[Node], whole: float) -> float:
    """Return a sum of products; there is a sign between any two values."""
    if len(tokens) % 2 == 0:
        raise NotWorkedOutError
    total, product, sign = 0.0, points(tokens[0], whole), 1.0
    for operator, token in zip(tokens[1::2], tokens[2::2], strict=True):
        value = points(token, whole)
        if operator == "*":
            product *= value
        elif operator == "/" and value:
            product /= value
        elif operator in ("+", "-"):
            total, product, sign = total + sign * product, value, -1.0 if operator == "-" else 1.0
        else:
            raise NotWorkedOutError
    return total + sign * product
