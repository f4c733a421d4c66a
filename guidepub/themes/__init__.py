"""Themes: where their files are, and what they may hold."""

from guidepub.themes.finding import find_theme, theme_pictures
from guidepub.themes.letters import letters_of
from guidepub.themes.shipped import profile_file, shipped_theme_files, shipped_themes
from guidepub.themes.theme import Theme, ThemeError

__all__ = [
    "Theme",
    "ThemeError",
    "find_theme",
    "letters_of",
    "profile_file",
    "shipped_theme_files",
    "shipped_themes",
    "theme_pictures",
]
