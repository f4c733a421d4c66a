"""Themes: where their files are, and what they may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepub.exports import lazily

if TYPE_CHECKING:
    from guidepub.themes.faces.letters import letters_of as letters_of
    from guidepub.themes.finding import find_theme as find_theme
    from guidepub.themes.finding import theme_pictures as theme_pictures
    from guidepub.themes.finding import theme_warnings as theme_warnings
    from guidepub.themes.folders.shipped import profile_file as profile_file
    from guidepub.themes.folders.shipped import shipped_theme_files as shipped_theme_files
    from guidepub.themes.folders.shipped import shipped_themes as shipped_themes
    from guidepub.themes.folders.theme import Theme as Theme
    from guidepub.themes.folders.theme import ThemeError as ThemeError

_HOMES = {
    "Theme": "folders.theme",
    "ThemeError": "folders.theme",
    "find_theme": "finding",
    "letters_of": "faces.letters",
    "profile_file": "folders.shipped",
    "shipped_theme_files": "folders.shipped",
    "shipped_themes": "folders.shipped",
    "theme_pictures": "finding",
    "theme_warnings": "finding",
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - every name is a text

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, _HOMES)
