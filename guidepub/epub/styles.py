"""A book's one stylesheet for reading systems, and the fonts and pictures that it names."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from guidepub.epub.night import chart_rules, following
from guidepub.epub.unread_css import unread_css
from guidepub.findings import RenderError, capped
from guidepub.themes import Theme
from guidepub.themes.cards import card_rules_of_pages
from guidepub.themes.drawings.bars import bar_rules
from guidepub.themes.folders.resources import MEDIA_TYPES, named_file, stylesheet_fault
from guidepub.themes.stylesheets.colours import shades
from guidepub.themes.stylesheets.constants import substituted
from guidepub.themes.stylesheets.layouts import MATTER, sheet_names
from guidepub.themes.stylesheets.reading import read_sheets
from guidepub.themes.stylesheets.variables import root_values

_ROOT = re.compile(r"(?:html)?:root\s*\{[^}]*\}\s*")
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.S)
_FILE = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")
# What a reading system takes in a file's name, whichever archive it was unpacked by.
_PLAIN_NAME = re.compile(r"[A-Za-z0-9._/-]+")


@functools.lru_cache(maxsize=32)
def stylesheet(theme: Theme, accent: str, has_matter: bool = False) -> str:
    """Return a theme's stylesheet with its custom properties resolved, and guidepub's.

    It has rules for leaves that most books lack only where a book `has_matter`.
    Older reading systems know no `var()`, and would set the book in their own defaults.

    Raises:
        RenderError: a property is used that the theme does not define, another stylesheet is
            imported, which the book would then lack, or shops would refuse the book for what a
            catalogue's own sheet says (C003).
    """
    sheets = read_sheets(theme, [*sheet_names("epub"), *([MATTER] * has_matter)])
    if unread := [*unread_css((each for each in sheets if each.path.parent in theme.own), _ROOT)]:
        raise RenderError(capped(unread))
    text = _COMMENT.sub("", "\n".join(sheet.text for sheet in sheets))
    # What holds under a condition alone, such as dark colours, is better than nothing.
    properties = root_values(sheets, plain=False) | root_values(sheets) | dict(shades(accent))

    def value(name: str, fallback: str | None) -> str:
        found = properties.get(name, fallback)
        if found is None:
            raise stylesheet_fault(theme, f"The stylesheets use “{name}”, which no :root defines.")
        return found

    if "@import" in text:
        raise stylesheet_fault(theme, "A stylesheet of an EPUB cannot import another one.")
    text = substituted(_ROOT.sub("", text), value)
    # One that is made of itself never ends.
    if "var(" in text:
        raise stylesheet_fault(theme, "The stylesheets’ custom properties are nested too deeply.")
    rules = bar_rules(leftward=bool(theme.script)), following(text)
    return "".join([*rules, chart_rules(theme, accent), card_rules_of_pages()])


def named_files(theme: Theme, css: str) -> Iterator[tuple[str, str, Path]]:
    """Yield each file that a stylesheet names: its name in the book, its media type, its path.

    Raises:
        RenderError: the theme has no such file, or it is of no kind for an EPUB (C003).
    """
    for held, name in {_name_in_book(name): name for name in _FILE.findall(css)}.items():
        path = named_file(theme, name)
        media_type = MEDIA_TYPES.get(path.suffix.lower())
        if media_type is None:
            raise stylesheet_fault(
                theme, f"The stylesheets name “{name}”, which an EPUB cannot contain."
            )
        yield held, media_type, path


def with_names_in_book(css: str) -> str:
    """Return a stylesheet that calls its files by their names in the book."""
    return _FILE.sub(lambda found: found[0].replace(found[1], _name_in_book(found[1])), css)


def _name_in_book(name: str) -> str:
    """Return a file's name without spaces and signs that an address cannot have: “My Face.ttf”."""
    if _PLAIN_NAME.fullmatch(name):
        return name
    path = PurePosixPath(unquote(name))
    mark = hashlib.sha256(str(path).encode()).hexdigest()[:8]
    plain = "-".join(_PLAIN_NAME.findall(str(path.with_suffix(""))))
    return f"{plain}-{mark}{path.suffix}"
