"""Themes: where their files are, and what they may hold."""

from guidepub.themes.finding import (
    Theme,
    ThemeError,
    find_theme,
    profile_file,
    shipped_theme_files,
    shipped_themes,
)

__all__ = [
    "Theme",
    "ThemeError",
    "find_theme",
    "profile_file",
    "shipped_theme_files",
    "shipped_themes",
]
