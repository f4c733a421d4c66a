"""Turns what WeasyPrint logs or raises into findings: a book is whole or it is not made."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType

from guidepub.findings import Finding, Place, RenderError
from guidepub.findings.errors import kind_and_reason
from guidepub.model import Book
from guidepub.pdf.engine.fetching import BOOK, THEME, RefusedError
from guidepub.pdf.engine.places import place_of_characters, place_of_picture
from guidepub.words.languages import primary_language

_LOGGER = logging.getLogger("weasyprint")
_BROKEN_DRAWING = re.compile(rf"Failed to render SVG image {re.escape(BOOK)}(\S+)")
_BROKEN_PICTURE = re.compile(rf"Failed to load image at '{re.escape(BOOK)}([^']+)'")
_MISSING = re.compile(r"\.notdef glyph rendered .*?(\"[^\"]*\"|'[^']*').*?(U\+[0-9A-Fa-f]+)")
# Characters that are named in one message.
_MOST_SHOWN = 8
# Letters of scripts that guidepub ships no face of, a theme's name and a free face for each.
_FACES = (
    (re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]"), "ko", "Noto Serif KR"),
    (re.compile("[\u3040-\u30ff]"), "ja", "Noto Serif JP"),
    (re.compile("[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"), "zh", "Noto Serif SC"),
)  # fmt: skip
# The same for signs that they share, by a guide's language.
_SHARED: Mapping[str, str] = MappingProxyType({"ja": "Noto Serif JP", "ko": "Noto Serif KR"})


@contextmanager
def complaints_are_errors(place: Place, book: Book | None = None) -> Iterator[None]:
    """Raise what WeasyPrint complains of inside the block, all of it at once.

    With a book, pictures have the names that their author gave them.

    Raises:
        RenderError: a character is in none of the theme's fonts (R002), a picture cannot be
            drawn (R005), something else would be lost (R001), or WeasyPrint gave up (R003).
    """
    collector = _Collector()
    level, propagates = _LOGGER.level, _LOGGER.propagate
    _LOGGER.addHandler(collector)
    _LOGGER.setLevel(logging.WARNING)
    _LOGGER.propagate = False
    try:
        yield
    except RefusedError as error:
        message = f"The book asks for “{_for_authors(str(error), book)}”, which is not its own."
        raise RenderError([Finding(place, "R001", message)]) from error
    except (OSError, ValueError, LookupError, ArithmeticError, RecursionError) as error:
        message = f"WeasyPrint failed: {_for_authors(kind_and_reason(error), book)}."
        raise RenderError([Finding(place, "R003", message)]) from error
    finally:
        _LOGGER.removeHandler(collector)
        _LOGGER.setLevel(level)
        _LOGGER.propagate = propagates
    if collector.messages:
        raise RenderError(_findings(collector.messages, place, book))


@contextmanager
def complaints_are_ignored() -> Iterator[None]:
    """Ignore WeasyPrint's complaints about pages that are measured and thrown away."""
    before = _LOGGER.disabled
    _LOGGER.disabled = True
    try:
        yield
    finally:
        _LOGGER.disabled = before


def _findings(messages: Sequence[str], place: Place, book: Book | None) -> Iterator[Finding]:
    missing = [found for message in messages if (found := _MISSING.search(message))]
    if missing:
        yield _missing_characters({each[1]: each[2] for each in missing}, place, book)
    for message in messages:
        if not _MISSING.search(message):
            yield _finding(message, place, book)


def _missing_characters(numbers: Mapping[str, str], place: Place, book: Book | None) -> Finding:
    """Return the one finding of all characters that no font has; they are given in quotes."""
    if book is not None:
        place = place_of_characters(book, "".join(quoted[1:-1] for quoted in numbers))
    shown = [f"{quoted} ({numbers[quoted]})" for quoted in sorted(numbers)]
    more = f" and {len(shown) - _MOST_SHOWN} more" if len(shown) > _MOST_SHOWN else ""
    who = f"The characters {', '.join(shown[:_MOST_SHOWN])}{more} are"
    if len(shown) == 1:
        who = f"The character {shown[0]} is"
    remedy = _with_a_face("".join(quoted[1:-1] for quoted in numbers), book)
    return Finding(place, "R002", f"{who} in none of the theme’s fonts.", remedy)


def _with_a_face(characters: str, book: Book | None) -> str:
    """Return a remedy: how a theme gets a face for scripts without a shipped one."""
    found = next((part for part in _FACES if part[0].search(characters)), None)
    if found is None:
        themes = _themes_with(characters)
        named = f": {' or '.join(themes)}" if themes else ""
        return f"Replace it, or use a theme with a font that has it{named}."
    _, theme, face = found
    if theme == "zh" and book is not None:
        # Signs that these scripts share.
        spoken = primary_language(book.guide.language)
        theme, face = spoken if spoken in _SHARED else theme, _SHARED.get(spoken, face)
    naming = f', and name it in catalog.toml: [defaults] theme = "{theme}"'
    if book is not None and book.theme.own:
        theme, naming = book.theme.name, ""
    file = f"{face.replace(' ', '')}-Regular.otf"
    source = " (pip download --no-deps pylopdf-fonts-zh-cn has it)" if face.endswith("SC") else ""
    return (
        f"Add such a font to the theme: put {file}{source} into themes/{theme}/styles/fonts, write "
        f'@font-face {{ font-family: "{face}"; src: url(fonts/{file}); }} into paged.css and '
        f':root {{ --text-face: "Source Serif 4", "{face}", serif; }} into book.css beside that'
        f"{naming}."
    )


def _themes_with(characters: str) -> list[str]:
    """Return the names of the shipped themes whose fonts have all of some characters."""
    # Only a book that fails needs what fonts have.
    from guidepub.themes.faces.letters import letters_of
    from guidepub.themes.finding import find_theme
    from guidepub.themes.folders.shipped import shipped_themes

    return [
        name for name in shipped_themes() if letters_of(find_theme(name)).issuperset(characters)
    ]


def _finding(message: str, place: Place, book: Book | None) -> Finding:
    broken = _BROKEN_DRAWING.search(message) or _BROKEN_PICTURE.search(message)
    if broken and book is not None:
        for picture in book.pictures:
            if picture.href == broken[1]:
                text = f"The image “{picture.path.name}” cannot be drawn."
                remedy = "Export it as a plain, static SVG, or save it as PNG."
                return Finding(place_of_picture(book, picture), "R005", text, remedy)
    complaint = _for_authors(message.rstrip("."), book)
    return Finding(place, "R001", f"WeasyPrint reports: {complaint}.")


def _for_authors(message: str, book: Book | None) -> str:
    """Return a message of WeasyPrint with the names that authors gave to files.

    They have addresses only inside of a layout.
    """
    for picture in book.pictures if book is not None else ():
        message = message.replace(f"{BOOK}{picture.href}", picture.path.name)
    return message.replace(BOOK, "").replace(THEME, "")


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if message not in self.messages:
            self.messages.append(message)
