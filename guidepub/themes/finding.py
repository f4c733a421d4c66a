"""Where themes live: the templates and stylesheets that come with guidepub, and a catalogue's own.

In a checkout they stand beside the package, in an installed wheel inside it.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ConfigDict

from guidepub.errors import UsageError
from guidepub.files import read_text, sha256, stamp
from guidepub.findings import InputError

_PACKAGE = Path(__file__).resolve().parent.parent
# Some lines; `tomllib` takes much memory for what is made to take it.
_SETTINGS_LIMIT = 8192
_LONGEST_NAME = 100
_DEFAULTS: Mapping[str, str] = MappingProxyType(
    {
        "inherits": "classic",
        "chart_font": "serif",
        "chart_ink": "#000000",
        "chart_bar": "",
        "chart_tint": "#8a8a8a",
    }
)

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class ThemeError(UsageError):
    """A theme is not there, or its `theme.toml` cannot be read."""


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
    swatches: tuple[tuple[str, str], ...] = ()
    """Recipes for a press: a colour such as `#1d4e5f`, and its four inks from 0 to 1."""
    state: str = ""
    """Changes when any of the files does, so that what is kept of a theme is kept for its state."""

    def files(self) -> dict[str, Path]:
        """Return all files of the theme and of those it inherits from, by names of their own."""
        found = {}
        for number, folder in enumerate((*self.templates, *self.styles)):
            for path in sorted(folder.rglob("*")):
                found[f"{number}/{path.relative_to(folder).as_posix()}"] = path
        return {name: path for name, path in found.items() if path.is_file()}

    def stylesheets(self, name: str) -> tuple[Path, ...]:
        """Return the stylesheets of a name, the one that the others build on first."""
        return tuple(folder / name for folder in reversed(self.styles) if (folder / name).is_file())

    def file(self, name: str) -> Path:
        """Return the nearest file of a name beside the stylesheets, such as a font.

        Raises:
            ThemeError: no such file, or it lies outside the theme.
        """
        for folder in self.styles:
            path = (folder / name).resolve()
            if path.is_relative_to(folder.resolve()) and path.is_file():
                return path
        raise ThemeError(f"The theme “{self.name}” has no file “{name}”.")


def profile_file(name: str) -> Path:
    """Return an output profile that guidepub ships."""
    return _shipped("styles") / "profiles" / name


def find_theme(name: str, root: Path | None = None) -> Theme:
    """Return a theme by name: the catalogue's own in `themes/`, or one of guidepub's.

    Raises:
        ThemeError: it is not there, inherits from itself, or its `theme.toml` is broken.
    """
    chain: list[str] = []
    settings: dict[str, Any] = {}
    templates: list[Path] = []
    styles: list[Path] = []
    if not name:
        raise ThemeError("A theme must have a name.")
    here: str | None = name
    while here:
        if here in chain:
            raise ThemeError(f"The theme “{here}” inherits from itself.")
        chain.append(here)
        template_folder, style_folder, own = _folders(here, root)
        templates.append(template_folder)
        styles.append(style_folder)
        table = _settings(style_folder.parent if own else style_folder)
        swatches = table.pop("swatches", {}) | settings.get("swatches", {})
        settings = table | settings | {"swatches": swatches}
        here = table.get("inherits", _DEFAULTS["inherits"]) if own else table.get("inherits")
    settings.pop("inherits", None)
    settings["swatches"] = tuple(sorted(settings["swatches"].items()))
    templates.append(_shipped("templates") / "base")
    defaults = {key: value for key, value in _DEFAULTS.items() if key != "inherits"}
    theme = Theme(
        name=name, templates=tuple(templates), styles=tuple(styles), **(defaults | settings)
    )
    stamps = (f"{file} {stamp(path)}" for file, path in theme.files().items())
    return theme.model_copy(update={"state": sha256("\n".join(stamps).encode())})


def shipped_themes() -> tuple[str, ...]:
    """Return the names of the themes that come with guidepub."""
    return tuple(sorted(path.parent.name for path in _shipped("styles").glob("*/theme.toml")))


def shipped_theme_files(name: str) -> dict[str, Path]:
    """Return a shipped theme's own files, by the names they have in a catalogue's `themes/NAME`.

    Raises:
        ThemeError: no theme of that name is shipped.
    """
    styles, templates = _shipped("styles") / name, _shipped("templates") / name
    if name not in shipped_themes():
        raise ThemeError(
            f"The theme “{name}” is not there. Shipped are {', '.join(shipped_themes())}."
        )
    files = {"theme.toml": styles / "theme.toml"}
    for kind, folder in (("styles", styles), ("templates", templates)):
        paths = sorted(path for path in folder.rglob("*") if path.is_file())
        names = {f"{kind}/{path.relative_to(folder).as_posix()}": path for path in paths}
        files |= {key: path for key, path in names.items() if key != "styles/theme.toml"}
    return files


def _folders(name: str, root: Path | None) -> tuple[Path, Path, bool]:
    """Return a theme's template and style folders, and whether the catalogue owns it."""
    if len(name) <= _LONGEST_NAME and name.replace("-", "_").isidentifier():
        if root is not None and (root / "themes" / name).is_dir():
            folder = root / "themes" / name
            return folder / "templates", folder / "styles", True
        shipped = _shipped("styles") / name
        if shipped.is_dir():
            return _shipped("templates") / name, shipped, False
    raise ThemeError(f"The theme “{name}” is not there.")


def _settings(folder: Path) -> dict[str, Any]:
    path = folder / "theme.toml"
    if not path.is_file():
        return {}
    try:
        table = tomllib.loads(read_text(path, _SETTINGS_LIMIT))
    except InputError as error:
        raise ThemeError(str(error)) from error
    except (ValueError, RecursionError) as error:
        raise ThemeError(f"{path} cannot be read: {error}.") from error
    for key, value in table.items():
        if key == "swatches" and isinstance(value, dict):
            _check_swatches(path, value)
        elif key not in _DEFAULTS or not isinstance(value, str):
            raise ThemeError(
                f"{path}: “{key}” is unknown or no text. Known: {', '.join(_DEFAULTS)}."
            )
    return table


def _check_swatches(path: Path, swatches: dict[str, Any]) -> None:
    for colour, recipe in swatches.items():
        parts = str(recipe).split()
        if not _COLOUR.fullmatch(colour) or len(parts) != 4 or not all(map(_is_share, parts)):
            message = f'{path}: the swatch “{colour}” is not as in "#1d4e5f" = "0.9 0.4 0.3 0.3".'
            raise ThemeError(message)


def _is_share(text: str) -> bool:
    return bool(re.fullmatch(r"0|1|[01]?\.\d+", text)) and float(text) <= 1


@functools.cache
def _shipped(kind: str) -> Path:
    """Return the folder of guidepub's own `templates` or `styles`."""
    for folder in (_PACKAGE / kind, _PACKAGE.parent / kind):
        if folder.is_dir():
            return folder
    raise ThemeError(f"This installation lacks its folder “{kind}”.")
