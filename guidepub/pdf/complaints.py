"""What WeasyPrint logs or raises, as findings: a book is whole or it is not made."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from guidepub.findings import Finding, Place, RenderError
from guidepub.pdf.fetching import RefusedError

_LOGGER = logging.getLogger("weasyprint")
_MISSING = re.compile(r"\.notdef glyph rendered .*?(\"[^\"]*\"|'[^']*').*?(U\+[0-9A-Fa-f]+)")


@contextmanager
def complaints_are_errors(place: Place) -> Iterator[None]:
    """Raise what WeasyPrint complains of inside the block, all of it at once.

    Raises:
        RenderError: a character is in none of the theme's fonts (R002), something would
            be lost (R001), or WeasyPrint gave up (R003).
    """
    collector = _Collector()
    level, propagates = _LOGGER.level, _LOGGER.propagate
    _LOGGER.addHandler(collector)
    _LOGGER.setLevel(logging.WARNING)
    _LOGGER.propagate = False
    try:
        yield
    except RefusedError as error:
        message = f"The book asks for “{error}”, which is not its own."
        raise RenderError([Finding(place, "R001", message)]) from error
    except (OSError, ValueError, LookupError, ArithmeticError, RecursionError) as error:
        message = f"The page maker gave up: {type(error).__name__}: {error}."
        raise RenderError([Finding(place, "R003", message)]) from error
    finally:
        _LOGGER.removeHandler(collector)
        _LOGGER.setLevel(level)
        _LOGGER.propagate = propagates
    if collector.messages:
        raise RenderError(_finding(message, place) for message in collector.messages)


@contextmanager
def complaints_are_ignored() -> Iterator[None]:
    """Let WeasyPrint complain to nobody: of pages that are looked at and thrown away."""
    before = _LOGGER.disabled
    _LOGGER.disabled = True
    try:
        yield
    finally:
        _LOGGER.disabled = before


def _finding(message: str, place: Place) -> Finding:
    if missing := _MISSING.search(message):
        said = f"The character {missing[1]} ({missing[2]}) is in none of the theme’s fonts."
        remedy = "Write it otherwise, or use a theme with a font that has it."
        return Finding(place, "R002", said, remedy)
    return Finding(place, "R001", f"The page maker says: {message.rstrip('.')}.")


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if message not in self.messages:
            self.messages.append(message)
