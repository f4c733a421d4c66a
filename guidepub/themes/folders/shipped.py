"""The themes that come with guidepub, and where they lie.

In a checkout they are next to the package, in an installed wheel inside it.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Literal

from guidepub.files import sha256
from guidepub.themes.folders.settings import FILE
from guidepub.themes.folders.theme import ThemeError, files_below

USUAL_THEME = "classic"
"""The theme of a catalogue that names none."""

_PACKAGE = Path(__file__).resolve().parents[2]


def profile_file(name: str) -> Path:
    """Return an output profile that guidepub ships."""
    return shipped_folder("styles") / "profiles" / name


def shipped_themes() -> tuple[str, ...]:
    """Return the names of the themes that come with guidepub."""
    return tuple(sorted(path.parent.name for path in shipped_folder("styles").glob(f"*/{FILE}")))


def shipped_theme_files(name: str) -> dict[str, Path]:
    """Return a shipped theme's own files, by the names they have in a catalogue's `themes/NAME`.

    Raises:
        ThemeError: no theme of that name is shipped.
    """
    styles, templates = shipped_folder("styles") / name, shipped_folder("templates") / name
    if name not in shipped_themes():
        raise ThemeError(
            f"The theme “{name}” does not exist. Built-in themes: {', '.join(shipped_themes())}."
        )
    files = {FILE: styles / FILE}
    for kind, folder in (("styles", styles), ("templates", templates)):
        names = {
            f"{kind}/{path.relative_to(folder).as_posix()}": path for path in files_below(folder)
        }
        files |= {key: path for key, path in names.items() if key != f"styles/{FILE}"}
    return files


@functools.cache
def shipped_fonts() -> frozenset[str]:
    """Return the SHA-256 of each font that guidepub ships."""
    paths = shipped_folder("styles").glob("*/fonts/*.[ot]tf")
    return frozenset(sha256(path.read_bytes()) for path in paths)


@functools.cache
def shipped_folder(kind: Literal["styles", "templates"]) -> Path:
    """Return the folder of guidepub's own `templates` or `styles`."""
    for folder in (_PACKAGE / kind, _PACKAGE.parent / kind):
        if folder.is_dir():
            return folder
    raise ThemeError(f"This installation lacks its folder “{kind}”.")
