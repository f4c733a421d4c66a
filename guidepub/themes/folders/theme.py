"""A theme: its folders and settings, and the reading of its files within bounds.

Of a catalogue's own theme nothing is read that lies outside the catalogue, links followed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from guidepub.figures.locales import LeftwardScript
from guidepub.files import hold_inside, is_within, read_bytes, read_text
from guidepub.files.folders import listing
from guidepub.findings import Finding, InputError, Place
from guidepub.findings.errors import UsageError, reason_of

_MOST_FILES = 1000
_FONTS = "fonts/"
SHEET_LIMIT = 256 * 1024
"""Bytes that a stylesheet may have."""
FILE_LIMIT = 32 * 1024 * 1024
"""Bytes that a font, or another file that a stylesheet names, may have."""


class ThemeError(UsageError):
    """A theme is not there; `remedy` says what helps."""

    def __init__(self, message: str, remedy: str = "Fix the theme, or choose another.") -> None:
        super().__init__(message)
        self.remedy = remedy


class Theme(BaseModel):
    """A theme with those it inherits from, nearest first.

    Templates are looked up in `templates` in this order. Stylesheets of one name are
    applied from the last folder of `styles` to the first, so that a theme only needs to
    state what it changes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    templates: tuple[Path, ...]
    styles: tuple[Path, ...]
    chart_font: str
    chart_ink: str
    chart_bar: str
    """The bar that stands out; `chart_ink` if empty. A colour may be named as `accent-deep`."""
    chart_tint: str
    least_type: str
    """Points that all type of its PDFs has at least, or empty where it says nothing of that."""
    sections: str
    """Where a section begins: on a `new-page`, or as a `run-on` where sections are short."""
    headings_listed: str = ""
    """How many headings a section has at least whose opening lists them; empty for none."""
    swatches: tuple[tuple[str, str], ...] = ()
    """Recipes for a press: a colour such as `#1d4e5f`, and its four inks from 0 to 1."""
    shared: tuple[Path, ...] = ()
    """Folders of stylesheets that those of all themes come after."""
    lent: tuple[Path, ...] = ()
    """Folders of shipped themes and scripts, whose fonts any theme may name as if it had them."""
    own: tuple[Path, ...] = ()
    """Those of the folders that are not guidepub's: the catalogue's own, and those of packages."""
    homes: tuple[Path | None, ...] = ()
    """For each of these the folder outside of which nothing of it is read: the catalogue's, or
    that in which the package has the theme."""
    script: LeftwardScript | None = None
    """The script that its stylesheets are mirrored for, or None for one from left to right."""
    digits: str = ""
    """The digits that pages and lists are counted in, or empty for Latin ones."""
    state: str = ""
    """Changes when any of the files does, so that what is kept of a theme is kept for its state."""

    def files(self) -> dict[str, Path]:
        """Return all files of the theme and of those it inherits from, by names of their own.

        Raises:
            InputError: one lies outside the catalogue, or there are too many (C003, D041).
        """
        found = {}
        folders = (*self.templates, *self.shared, *self.styles)
        for number, folder in enumerate(folders):
            home = self.homes[self.own.index(folder)] if folder in self.own else None
            for path in files_below(folder, home):
                found[f"{number}/{path.relative_to(folder).as_posix()}"] = path
        return found

    def template(self, name: str) -> Path | None:
        """Return the nearest template of a name, or None."""
        paths = (folder / name for folder in self.templates)
        return next((path for path in paths if path.is_file()), None)

    def stylesheets(self, name: str) -> tuple[Path, ...]:
        """Return the stylesheets of a name, the one that the others build on first.

        For a script, such as Arabic, `book.arabic.css` comes after the `book.css` of its folder.
        """
        paths = (
            folder / each
            for folder in (*self.shared, *reversed(self.styles))
            for each in self._with_companion(name)
        )
        return tuple(path for path in paths if path.is_file())

    def _with_companion(self, name: str) -> tuple[str, ...]:
        """Return a stylesheet's name and that of what adds to it for the theme's script."""
        stem, dot, ending = name.rpartition(".")
        return (name, f"{stem}.{self.script}{dot}{ending}") if self.script else (name,)

    def file(self, name: str) -> Path:
        """Return the nearest file of a name next to the stylesheets, such as a font.

        A font that the theme and those that it inherits from lack is that of a shipped theme.

        Raises:
            ThemeError: no such file, or it lies outside the theme.
        """
        for folder in (*self.styles, *(self.lent if name.startswith(_FONTS) else ())):
            path = folder / name
            if is_within(path, folder) and path.is_file():
                return path.resolve()
        raise ThemeError(f"The theme “{self.name}” has no file “{name}”.")

    def read_text(self, path: Path, limit: int = SHEET_LIMIT) -> str:
        """Return the text of one of the theme's files, of at most `limit` bytes.

        Raises:
            InputError: it cannot be read, is too large or lies outside the catalogue (D001,
                D002, D041).
        """
        self._hold(path)
        return read_text(path, limit)

    def read_bytes(self, path: Path) -> bytes:
        """Return the content of one of the theme's files.

        Raises:
            InputError: as `read_text`.
        """
        self._hold(path)
        return read_bytes(path, FILE_LIMIT)

    def _hold(self, path: Path) -> None:
        for folder, home in zip(self.own, self.homes, strict=True):
            if home is not None and path.is_relative_to(folder):
                hold_inside(path, home, f"The theme’s file “{path.name}”")


def files_below(folder: Path, root: Path | None = None) -> Iterator[Path]:
    """Yield the files below a folder in order, those that a link leads to as well.

    Raises:
        InputError: one lies outside of the root, if there is one, or there are too many.
    """
    waiting, seen, count = [folder], set(), 0
    if root is not None:
        hold_inside(folder, root, f"The theme’s folder “{folder.name}”")
    while waiting:
        here = waiting.pop()
        if not here.is_dir() or (real := os.path.realpath(here)) in seen:
            continue
        seen.add(real)
        found = listing(here)
        if found.findings:
            raise InputError(found.findings)
        for path in (*found.files, *found.folders):
            if root is not None and os.path.islink(path):
                hold_inside(path, root, f"The theme’s file “{path.name}”")
            count += 1
            if count > _MOST_FILES:
                message = f"The theme has more than {_MOST_FILES:,} files."
                raise InputError([Finding(Place(str(folder)), "C003", message, "Remove some.")])
        yield from filter(_is_file, found.files)
        waiting += reversed(found.folders)


def _is_file(path: Path) -> bool:
    """Return whether a path is a regular file; a link that leads nowhere is not.

    Raises:
        InputError: its status cannot be read (D001).
    """
    try:
        return path.is_file()
    except OSError as error:
        message = f"The file cannot be read: {reason_of(error)}."
        raise InputError([Finding(Place(str(path)), "D001", message)]) from error
