"""Finds a theme by name, the catalogue's own or a shipped one, with what it inherits."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from guidepub import plugins
from guidepub.figures.locales import SCRIPTS
from guidepub.files import hold_inside, read_text, sha256, stamp
from guidepub.findings import Finding, InputError, Place, did_you_mean
from guidepub.findings.errors import GuidepubError
from guidepub.themes.folders.settings import DEFAULTS, FILE, place_of, read_settings
from guidepub.themes.folders.shipped import shipped_folder, shipped_themes
from guidepub.themes.folders.theme import SHEET_LIMIT, Theme, ThemeError

_LONGEST_NAME = 100


def find_theme(name: str, root: Path | None = None) -> Theme:
    """Return a theme by name: the catalogue's own in `themes/`, one of guidepub's, or a package's.

    One that is not guidepub's is looked through once for each state of its files.

    Raises:
        ThemeError: it is not there.
        InputError: it cannot be used, or a part of it lies outside the catalogue; with all that
            is wrong.
    """
    theme = _found(name, root)
    if theme.own:
        # Loaded for a catalogue with a theme of its own alone: it knows Jinja, CSS and fonts.
        from guidepub.themes.validation import theme_findings

        if faults := theme_findings(theme):
            raise InputError(faults)
    return theme


def theme_pictures(theme: Theme) -> Mapping[Path, Place]:
    """Return the pictures that a catalogue's own theme asks for, and where it does.

    Whether they can be used is decided where pictures are loaded.
    """
    if not theme.own:
        return {}
    from guidepub.themes.validation import picture_places

    return picture_places(theme)


def theme_warnings(theme: Theme) -> tuple[Finding, ...]:
    """Return the warnings on a catalogue's own theme: likely mistakes, which stop no book."""
    if not theme.own:
        return ()
    from guidepub.themes.validation import face_findings

    return face_findings(theme)


class _Layer(NamedTuple):
    """The folders of one theme, whether they are not guidepub's, and its settings.

    Of those that are not, nothing is read that lies outside of `home`.
    """

    templates: Path
    styles: Path
    own: bool
    settings: dict[str, Any]
    home: Path | None = None

    @property
    def parent(self) -> str:
        """The name of the theme that this one inherits from, or an empty string."""
        usual = DEFAULTS["inherits"] if self.own else ""
        return str(self.settings.get("inherits", usual))

    @property
    def file(self) -> Path:
        """The theme's `theme.toml`, whether it is there or not."""
        return (self.styles.parent if self.own else self.styles) / FILE


def _found(name: str, root: Path | None) -> Theme:
    layers = _layers(name, root)
    if any(layer.own for layer in layers):
        return _made(name, layers)
    return _shipped(name, shipped_folder("styles"))


# Installed themes stay the same while a program runs; those of a catalogue may be edited.
@functools.lru_cache(maxsize=16)
def _shipped(name: str, _installed: Path) -> Theme:
    return _made(name, _layers(name, None))


def _made(name: str, layers: Sequence[_Layer]) -> Theme:
    settings = {key: value for key, value in DEFAULTS.items() if key != "inherits"}
    swatches: dict[str, str] = {}
    for layer in reversed(layers):
        settings_of_layer = layer.settings
        settings |= {key: value for key, value in settings_of_layer.items() if key in settings}
        swatches |= settings_of_layer.get("swatches", {})
    own = [(folder, each.home) for each in layers if each.own
           for folder in (each.templates, each.styles)]  # fmt: skip
    theme = Theme(
        name=name,
        templates=(*(layer.templates for layer in layers), shipped_folder("templates") / "base"),
        styles=tuple(layer.styles for layer in layers),
        swatches=tuple(sorted(swatches.items())),
        shared=(shipped_folder("styles") / "base",),
        lent=tuple(shipped_folder("styles") / name for name in (*shipped_themes(), *SCRIPTS)),
        own=tuple(folder for folder, _ in own),
        homes=tuple(home for _, home in own),
        script=None,
        **settings,
    )
    stamps = (f"{file} {stamp(path)}" for file, path in theme.files().items())
    state = sha256("\n".join(stamps).encode())
    return theme.model_copy(update={"state": state, "chart_font": _chart_font(theme, layers)})


def _chart_font(theme: Theme, layers: Sequence[_Layer]) -> str:
    """Return the face of a theme's charts: the nearest one that is named for them, or for text."""
    for layer in layers:
        sheet = layer.styles / "book.css"
        if "chart_font" in layer.settings:
            break
        if layer.own and sheet.is_file():
            # Loaded for a theme of a catalogue's own alone: it knows CSS.
            from guidepub.themes.stylesheets.reading import TEXT_FACE, root_names

            if face := root_names(theme.read_text(sheet)).get(TEXT_FACE):
                return face
    return theme.chart_font


def _layers(name: str, root: Path | None) -> list[_Layer]:
    """Return a theme and those that it inherits from, nearest first."""
    if not name:
        raise ThemeError("A theme must have a name.")
    layers: list[_Layer] = []
    names: list[str] = []
    while name:
        names.append(name)
        if (layer := _layer(name, root)) is None:
            message = f"The theme “{name}” does not exist."
            raise _refusal(message, layers, did_you_mean(name, _known_names(root)))
        layers.append(layer)
        name = layer.parent
        if name in names:
            raise _refusal(f"The theme “{name}” inherits from itself.", layers)
    return layers


def _layer(name: str, root: Path | None) -> _Layer | None:
    """Return the catalogue's own theme of a name, or one that is shipped, or None."""
    if len(name) > _LONGEST_NAME or not name.replace("-", "_").isidentifier():
        return None
    if root is not None and (folder := root / "themes" / name).is_dir():
        hold_inside(folder, root, f"The theme “{name}”")
        return _other_layer(name, folder, root)
    if (shipped := _shipped_layer(name, shipped_folder("styles"))) is not None:
        return shipped
    if name in plugins.entries(plugins.THEMES):
        folder = _folder_of_package(name)
        return _other_layer(name, folder, folder)
    return None


@functools.lru_cache(maxsize=16)
def _shipped_layer(name: str, installed: Path) -> _Layer | None:
    if name not in shipped_themes():
        return None
    styles = installed / name
    return _Layer(shipped_folder("templates") / name, styles, False, read_settings(styles))


def _other_layer(name: str, folder: Path, home: Path) -> _Layer:
    """Return a theme that is not guidepub's, of which nothing may lie outside of its home."""
    hold_inside(folder / FILE, home, f"{FILE} of the theme “{name}”")
    return _Layer(folder / "templates", folder / "styles", True, read_settings(folder), home)


def _folder_of_package(name: str) -> Path:
    """Return the folder of a theme that an installed package has, by an entry point of its name.

    It refers to a package of Python, whose folder is that of the theme.

    Raises:
        ThemeError: it cannot be loaded, or is no such package.
    """
    try:
        module = plugins.loaded(plugins.entries(plugins.THEMES)[name])
    except plugins.PluginError as error:
        raise ThemeError(f"The theme “{name}”: {error}", error.remedy) from error
    folder = next(iter(getattr(module, "__path__", ())), None)
    if not isinstance(module, ModuleType) or folder is None or not Path(folder).is_dir():
        message = f"The theme “{name}” is not in a Python package with a folder."
        raise ThemeError(message, plugins.PluginError(message).remedy)
    return Path(folder)


def _known_names(root: Path | None) -> list[str]:
    """Return the names of all themes that a catalogue can use."""
    own = (root / "themes").glob(f"*/{FILE}") if root is not None else ()
    others = plugins.entries(plugins.THEMES)
    return [*shipped_themes(), *(path.parent.name for path in own), *others]


def _refusal(message: str, layers: list[_Layer], meant: str = "") -> GuidepubError:
    """Return the error for a theme that is not available, at the line that inherits from it, if any."""
    if not layers:
        return ThemeError(message, meant) if meant else ThemeError(message)
    path = layers[-1].file
    text = read_text(path, SHEET_LIMIT) if path.is_file() else ""
    remedy = meant or 'Name another theme, or none: "".'
    return InputError([Finding(place_of(path, text, "inherits"), "C003", message, remedy)])
