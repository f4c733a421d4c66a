"""A cache for functions of texts: a line is often read as a title, a label and a sentence."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")

_LONGEST = 1000
"""The longest text in characters that is cached, so that no file can fill the memory."""


def remembered(
    most: int,
) -> Callable[[Callable[Concatenate[str, P], R]], Callable[Concatenate[str, P], R]]:
    """Return a decorator that caches a function's results for up to `most` recent calls.

    The function's first argument is the text. The function must be pure, and its result must not
    be changed. Results for longer texts are not cached.
    """

    def remembering(function: Callable[Concatenate[str, P], R]) -> Callable[Concatenate[str, P], R]:
        # lru_cache's type says only that its arguments are hashable.
        known = cast("Callable[Concatenate[str, P], R]", functools.lru_cache(most)(function))

        @functools.wraps(function)
        def remembers(text: str, /, *args: P.args, **kwargs: P.kwargs) -> R:
            asked = known if len(text) <= _LONGEST else function
            return asked(text, *args, **kwargs)

        return remembers

    return remembering
