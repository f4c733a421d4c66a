"""Where themes live: the templates and stylesheets that come with guidepub, and a catalogue's own.

In a checkout they stand beside the package, in an installed wheel inside it.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict

from guidepub.errors import UsageError

_PACKAGE = Path(__file__).resolve().parent
_DEFAULTS: Mapping[str, str] = MappingProxyType(
    {"inherits": "classic", "chart_font": "serif", "chart_ink": "#000000", "chart_tint": "#8a8a8a"}
)


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
    chart_tint: str

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


def find_theme(name: str, root: Path | None = None) -> Theme:
    """Return a theme by name: the catalogue's own in `themes/`, or one of guidepub's.

    Raises:
        ThemeError: it is not there, inherits from itself, or its `theme.toml` is broken.
    """
    chain: list[str] = []
    settings: dict[str, str] = {}
    templates: list[Path] = []
    styles: list[Path] = []
    here: str | None = name
    while here:
        if here in chain:
            raise ThemeError(f"The theme “{here}” inherits from itself.")
        chain.append(here)
        template_folder, style_folder, own = _folders(here, root)
        templates.append(template_folder)
        styles.append(style_folder)
        table = _settings(style_folder.parent if own else style_folder)
        settings = table | settings
        here = table.get("inherits", _DEFAULTS["inherits"]) if own else table.get("inherits")
    settings.pop("inherits", None)
    templates.append(_shipped("templates") / "base")
    defaults = {key: value for key, value in _DEFAULTS.items() if key != "inherits"}
    return Theme(
        name=name, templates=tuple(templates), styles=tuple(styles), **(defaults | settings)
    )


def _folders(name: str, root: Path | None) -> tuple[Path, Path, bool]:
    """Return a theme's template and style folders, and whether the catalogue owns it."""
    if name.isidentifier() or name.replace("-", "_").isidentifier():
        if root is not None and (root / "themes" / name).is_dir():
            folder = root / "themes" / name
            return folder / "templates", folder / "styles", True
        shipped = _shipped("styles") / name
        if shipped.is_dir():
            return _shipped("templates") / name, shipped, False
    raise ThemeError(f"The theme “{name}” is not there.")


def _settings(folder: Path) -> dict[str, str]:
    path = folder / "theme.toml"
    if not path.is_file():
        return {}
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ThemeError(f"{path} cannot be read: {error}") from error
    for key, value in table.items():
        if key not in _DEFAULTS or not isinstance(value, str):
            raise ThemeError(
                f"{path}: “{key}” is unknown or no text. Known: {', '.join(_DEFAULTS)}."
            )
    return table


@functools.cache
def _shipped(kind: str) -> Path:
    """Return the folder of guidepub's own `templates` or `styles`."""
    for folder in (_PACKAGE / kind, _PACKAGE.parent / kind):
        if folder.is_dir():
            return folder
    raise ThemeError(f"This installation lacks its folder “{kind}”.")
