"""A theme's stylesheets and fonts, parsed once a process and used for every book."""

from __future__ import annotations

import functools
import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration

from guidepub.covers import palette
from guidepub.findings import Place
from guidepub.model import Book
from guidepub.pdf.complaints import complaints_are_errors
from guidepub.pdf.fetching import THEME, ClosedFetcher
from guidepub.resources import Theme, ThemeError

BOOK_SHEETS = ("book.css", "paged.css", "cover.css", "screen.css")

_NO_SYSTEM_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><cachedir>{folder}</cachedir></fontconfig>
"""


@dataclass(frozen=True, slots=True)
class ThemeStyles:
    """Parsed stylesheets with the font configuration that they were parsed for."""

    sheets: tuple[CSS, ...]
    fonts: FontConfiguration


@functools.lru_cache(maxsize=8)
def theme_styles(theme: Theme) -> ThemeStyles:
    """Return a theme's stylesheets for pages, parsed, with its fonts loaded.

    Raises:
        RenderError: a stylesheet is broken or asks for a file that the theme lacks.
    """
    fonts = _theme_fonts_only()
    fetcher = ClosedFetcher(THEME, lambda name: _theme_file(theme, name))
    sheets = []
    for path in (path for name in BOOK_SHEETS for path in theme.stylesheets(name)):
        with complaints_are_errors(Place(str(path))):
            text = path.read_text("utf-8")
            sheet = CSS(string=text, base_url=THEME, url_fetcher=fetcher, font_config=fonts)
        sheets.append(sheet)
    return ThemeStyles(tuple(sheets), fonts)


def book_styles(book: Book, fonts: FontConfiguration) -> CSS:
    """Return what a book itself decides: its trim size and its imprint's colour."""
    trim, guide = book.trim, book.guide
    colours = palette(guide.occupation.soc if guide.occupation else None)
    text = (
        f"@page {{ size: {trim.width:.3f}pt {trim.height:.3f}pt }}"
        f":root {{ --accent: {book.imprint.colour} }}"
        f"@page endpaper {{ background: {colours.field} }}"
    )
    return CSS(string=text, font_config=fonts)


def _theme_file(theme: Theme, name: str) -> tuple[bytes, str] | None:
    try:
        return theme.file(name).read_bytes(), "application/octet-stream"
    except (ThemeError, OSError):
        return None


def _theme_fonts_only() -> FontConfiguration:
    """Return a font configuration without the system's fonts.

    Every machine then makes the same pages, and a character that the theme lacks is told
    instead of being drawn in whatever face happens to be there.
    """
    with (
        tempfile.TemporaryDirectory() as folder,
        warnings.catch_warnings(),
        _environment("FONTCONFIG_FILE", str(Path(folder) / "fonts.conf")),
    ):
        (Path(folder) / "fonts.conf").write_text(_NO_SYSTEM_FONTS.format(folder=folder))
        return FontConfiguration()


@contextmanager
def _environment(name: str, value: str) -> Iterator[None]:
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before
