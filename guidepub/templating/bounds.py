"""Limits on the work of templates for one block or one leaf, counted while they run.

Bounds are numbers, not seconds, so that a book comes out the same on a busy machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from jinja2 import TemplateRuntimeError

MOST_PARTS = 5_000_000
"""Parts of templates that are run: a loop's are counted once for each time round."""
MOST_CHARACTERS = 32 * 1024 * 1024
"""Characters that are made, or looked at."""


class TooMuchError(TemplateRuntimeError):
    """A template goes beyond its bounds."""


class _Spent:
    __slots__ = ("characters", "parts")

    def __init__(self) -> None:
        self.parts = self.characters = 0


_SPENT: ContextVar[_Spent] = ContextVar("_SPENT")


@contextmanager
def bounded() -> Iterator[None]:
    """Count what is taken from here on, beginning with nothing."""
    before = _SPENT.set(_Spent())
    try:
        yield
    finally:
        _SPENT.reset(before)


def take(parts: int = 0, characters: int = 0) -> None:
    """Count what is about to be run or made.

    Raises:
        TooMuchError: it is more than one block or leaf may take.
    """
    spent = _SPENT.get()
    spent.parts += parts
    spent.characters += characters
    if spent.parts > MOST_PARTS:
        raise TooMuchError(f"its loops and inclusions run over {MOST_PARTS:,} parts of templates")
    if spent.characters > MOST_CHARACTERS:
        raise TooMuchError(f"it makes or looks at over {MOST_CHARACTERS:,} characters")
