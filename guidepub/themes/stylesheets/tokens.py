"""A stylesheet's tokens, read once for all that look at it: its rules, its growth, its counters."""

from __future__ import annotations

import functools

import tinycss2
from tinycss2.ast import Node


@functools.lru_cache(maxsize=32)
def tokens_of(css: str) -> tuple[Node, ...]:
    """Return the component values of a stylesheet, without its comments; they must not be changed."""
    return tuple(tinycss2.parse_component_value_list(css, skip_comments=True))
