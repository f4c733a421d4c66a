"""The kinds of values that options take, each refused before any work where it makes no sense."""

from __future__ import annotations

import math
import os
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from guidepub.findings.errors import UsageError, reason_of
from guidepub.model import EDITIONS, added_editions
from guidepub.workers.deadlines import LONGEST

MOST_JOBS = 256
"""Processes; more than this is a slip of the keyboard."""


# Names of editions in other programs.
_OTHER_NAMES = {
    "pdf": "Write screen for a PDF to read, print for a press.",
    "html": "Write web.",
    "ebook": "Write epub.",
    "cover": "Write print-cover.",
    "all": "Write -e before each that you want; without -e all of the catalogue are made.",
}


class EditionName(click.Choice):  # type: ignore[type-arg] # generic since click 8.2
    """One of guidepub's editions, or one that a package adds, which help does not look for.

    A shell that completes a line is offered both.
    """

    def __init__(self) -> None:
        super().__init__(EDITIONS)

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return the name of an edition."""
        is_added = value not in EDITIONS and value in added_editions()
        if not is_added and value not in EDITIONS and (remedy := _remedy(str(value))):
            self.fail(f"“{value}” is no edition. {remedy}", param, ctx)
        return str(value if is_added else super().convert(value, param, ctx))

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the editions whose names begin so."""
        known = (*EDITIONS, *added_editions())
        return [CompletionItem(name) for name in known if name.startswith(incomplete)]


def _remedy(name: str) -> str:
    """Return a remedy where the name is not an edition's, such as that of a format."""
    if "," in name:
        return f"Write {' '.join(f'-e {part.strip()}' for part in name.split(','))}."
    return _OTHER_NAMES.get(name.casefold().lstrip("."), "")


class Seconds(click.FloatRange):
    """A time limit in seconds, up to a day."""

    def __init__(self) -> None:
        super().__init__(0, LONGEST, min_open=True)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the number that a text states."""
        seconds = float(super().convert(value, param, ctx))
        # It is neither more nor less than any limit.
        if math.isnan(seconds):
            self.fail(f"“{value}” is no number.", param, ctx)
        return seconds


class WritablePath(click.Path):
    """A file that is to be written: whether it can be is tried at once, and leaves nothing."""

    def __init__(self, *, allow_dash: bool = False) -> None:
        super().__init__(dir_okay=False, allow_dash=allow_dash)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the file's path."""
        path = os.fsdecode(super().convert(value, param, ctx))
        if self.allow_dash and path == "-":
            return path
        # Here and below only: most commands are given no such path.
        from guidepub.files import is_stream, try_to_write

        try:
            if not is_stream(Path(path)):
                try_to_write(Path(path))
        except (OSError, ValueError) as error:
            self.fail(f"“{path}” cannot be written: {reason_of(error)}.", param, ctx)
        return path


class WritableFolder(click.Path):
    """A folder that files are to be written to: whether they can be is tried at once."""

    def __init__(self) -> None:
        super().__init__(file_okay=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the folder's path."""
        path = os.fsdecode(super().convert(value, param, ctx))
        from guidepub.files import try_to_write

        try:
            try_to_write(Path(path) / "x")
        except (OSError, ValueError) as error:
            self.fail(f"Nothing can be written to “{path}”: {reason_of(error)}.", param, ctx)
        return path


def refuse_unwritable(folder: Path) -> None:
    """Make sure that files could be written to a folder, before there are any.

    Raises:
        UsageError: they could not.
    """
    from guidepub.files import try_to_write

    try:
        try_to_write(folder / "x")
    except (OSError, ValueError) as error:
        message = f"Nothing can be written to “{folder}”: {reason_of(error)}."
        raise UsageError(f"{message} Choose another folder with -o.") from error
