"""Answers that are kept: many ask the same of one line, as a title, as a label and as a sentence."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")

_LONGEST = 1000
"""Characters of the texts that are remembered, so that no file can fill the memory with long ones."""


def remembered(
    most: int,
) -> Callable[[Callable[Concatenate[str, P], R]], Callable[Concatenate[str, P], R]]:
    """Return a decorator that keeps what a function gave of its last texts, up to so many.

    The first argument is the text. The function gives the same whenever it is called, and nothing
    that anybody changes; what a longer text gives is found anew each time.
    """

    def remembering(function: Callable[Concatenate[str, P], R]) -> Callable[Concatenate[str, P], R]:
        # Types know lru_cache's arguments only as what has a hash.
        known = cast("Callable[Concatenate[str, P], R]", functools.lru_cache(most)(function))

        @functools.wraps(function)
        def remembers(text: str, /, *args: P.args, **kwargs: P.kwargs) -> R:
            asked = known if len(text) <= _LONGEST else function
            return asked(text, *args, **kwargs)

        return remembers

    return remembering
