"""The types of option values, which are validated before any work is done."""

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
"""The most processes that may be asked for; more would be a typing error."""


# Names of editions in other programs.
_OTHER_NAMES = {
    "pdf": "Use screen for a PDF to read, print for a press.",
    "html": "Write web.",
    "ebook": "Write epub.",
    "cover": "Write print-cover.",
    "all": "Repeat -e for each edition; without -e, all editions of the catalogue are built.",
}


class EditionName(click.Choice):  # type: ignore[type-arg] # generic since click 8.2
    """One of guidepub's editions, or one that a package adds (these are not listed in the help).

    Shell completion offers both.
    """

    def __init__(self) -> None:
        super().__init__(EDITIONS)

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return an edition's name."""
        is_added = value not in EDITIONS and value in added_editions()
        if not is_added and value not in EDITIONS and (remedy := _remedy(str(value))):
            self.fail(f"“{value}” is not an edition. {remedy}", param, ctx)
        return str(value if is_added else super().convert(value, param, ctx))

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the editions whose names begin with a text."""
        known = (*EDITIONS, *added_editions())
        return [CompletionItem(name) for name in known if name.startswith(incomplete)]


def _remedy(name: str) -> str:
    """Return a remedy for a name that is not an edition's, such as that of a format."""
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
        """Return the number that a text contains."""
        seconds = float(super().convert(value, param, ctx))
        # NaN passes every comparison with a limit.
        if math.isnan(seconds):
            self.fail(f"“{value}” is not a number.", param, ctx)
        return seconds


class WritablePath(click.Path):
    """A file to write. Whether it can be written is tried at once, without leaving a trace."""

    def __init__(self, *, allow_dash: bool = False) -> None:
        super().__init__(dir_okay=False, allow_dash=allow_dash)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the file's path."""
        path = os.fsdecode(super().convert(value, param, ctx))
        if self.allow_dash and path == "-":
            return path
        # Imported here and below: most commands are not given such a path.
        from guidepub.files import is_stream, try_to_write

        try:
            if not is_stream(Path(path)):
                try_to_write(Path(path))
        except (OSError, ValueError) as error:
            self.fail(f"“{path}” cannot be written: {reason_of(error)}.", param, ctx)
        return path


class WritableFolder(click.Path):
    """A folder to write files to. Whether they can be written is tried at once."""

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
    """Make sure that files can be written to a folder, before there are any.

    Raises:
        UsageError: they cannot.
    """
    from guidepub.files import try_to_write

    try:
        try_to_write(folder / "x")
    except (OSError, ValueError) as error:
        message = f"Nothing can be written to “{folder}”: {reason_of(error)}."
        raise UsageError(f"{message} Choose another folder with -o.") from error
