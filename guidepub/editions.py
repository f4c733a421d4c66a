"""The products that are made from a book."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from guidepub.errors import UsageError

Edition = Literal["print", "print-cover", "screen", "epub"]
"""A product made from a book.

`print` is the interior for a press, `print-cover` the sheet that wraps it, `screen` a
PDF for reading, `epub` an EPUB 3.
"""

EDITIONS: tuple[Edition, ...] = get_args(Edition)
Bearer = Literal["print", "screen", "epub"]
"""An edition that bears notices: the cover of a printed book has none."""

BEARERS: tuple[Bearer, ...] = get_args(Bearer)


def edition_named(name: object) -> Edition:
    """Return the edition of a name.

    Raises:
        UsageError: there is none of that name; the known ones are told.
    """
    for edition in EDITIONS:
        if edition == name:
            return edition
    message = f"There is no edition “{name}”. Known: {', '.join(EDITIONS)}."
    if "," in str(name):
        message += " Give each as a name of its own."
    raise UsageError(message)


def editions_named(names: str | Iterable[str]) -> tuple[Edition, ...]:
    """Return the editions of some names in their order, each once; a bare name is that one.

    Raises:
        UsageError: there is none of a name, or no name is given.
    """
    listed = [names] if isinstance(names, str) else list(names)
    if not listed:
        raise UsageError(f"No edition is named. Known: {', '.join(EDITIONS)}.")
    return tuple(dict.fromkeys(map(edition_named, listed)))
