"""A theme's stylesheets and fonts, parsed once a process and used for every book.

What a custom property is in a book is put in before a stylesheet is parsed: WeasyPrint would
look for it at each element, which takes a quarter of a layout. Rules are parsed again only for a
book that gives a custom property that they use another value.
"""

from __future__ import annotations

import atexit
import functools
import os
import tempfile
import warnings
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from guidepub.findings import Finding, InputError, Place, RenderError
from guidepub.model import Book
from guidepub.pdf.engine.complaints import complaints_are_errors
from guidepub.pdf.engine.fetching import THEME, ClosedFetcher
from guidepub.pdf.engine.weasyprint import CSS, FontConfiguration, has_faces
from guidepub.pdf.layout.notices import notice_styles
from guidepub.pdf.leaves.preliminaries import roman_rules
from guidepub.pdf.press.colouring import usual_colouring
from guidepub.themes import Theme, ThemeError
from guidepub.themes.covers.clusters import tab_top
from guidepub.themes.covers.covers import EDGE, band_height
from guidepub.themes.faces.variants import lacking_variants, synthesised
from guidepub.themes.folders.resources import addressed_file
from guidepub.themes.stylesheets.colours import shades
from guidepub.themes.stylesheets.constants import constants, defined_names, substituted
from guidepub.themes.stylesheets.layouts import PagedLayout, sheet_names
from guidepub.themes.stylesheets.mirroring import JOINED, counted_in, mirrored
from guidepub.themes.stylesheets.reading import (
    TEXT_FACE,
    Stylesheet,
    read_sheet,
    read_sheets,
)
from guidepub.themes.stylesheets.runs import runs_of
from guidepub.themes.stylesheets.variables import GIVEN_BY_BOOKS

# A matter of the book's order, not of a theme: the body begins on a recto with page 1, and a
# note is where it is called. Where it is longer than its page, no line of it is left alone.
_ORDER = (
    ".body-opening { page: body-opening; break-before: right }"
    ".leaf.run-on:not(.notices, .imprint-page) { break-before: auto }"
    "@page body-opening:nth(1 of body-opening) { counter-reset: page 1 }"
    ".footnote { footnote-policy: line; orphans: 3; widows: 3 }"
    ".lead-in { break-after: avoid }"
    ".leaf.listing { break-before: page }"
    ".overrun { break-before: page }"
)

# Pyphen takes a language without a region for the first of its regions, English for British
# English and German for Austrian. The CLDR's likely regions are others. What an attribute says
# outweighs a rule that is not important.
_HYPHENATION = "".join(
    f'[lang="{bare}" i] {{ -weasy-lang: "{likely}" !important }}'
    for bare, likely in (("en", "en-US"), ("de", "de-DE"), ("no", "nb"))
)

# A table of high rows, whatever its theme asks of rows: three lines of each stay together. Where
# there is no room for them, a cell of one line next to them would be alone without the height.
_PARTED_ROWS = (
    "table.parted tbody tr:nth-child(n)"
    " { break-before: auto; break-inside: auto; break-after: auto }"
    "table.parted td { box-decoration-break: clone; orphans: 3; widows: 3 }"
    "table.parted tr.long td { height: 3lh }"
    ":is(.box, .short, figure):has(table.parted) { break-inside: auto }"
)

# The leaves before the body begin on a recto, and so do each part and the leaf after it.
_ORDER_OF_MATTER = (
    ".dedication, .preliminary-a, .preliminary-b, .part, .part + .leaf { break-before: right }"
    ".within-part h1 { bookmark-level: 2 }"
    ".within-part h2 { bookmark-level: 3 }"
    ".within-part h3 { bookmark-level: 4 }"
)

# WeasyPrint 70 takes each text of an inline element that begins a line for the line's first, and
# breaks a word there between any two letters where it could be whole in the next line. It is
# forbidden wherever such an element has others inside, but for what may be broken anywhere.
_WHOLE_WORDS = (
    ":is(a, abbr, cite, code, em, s, strong, sub, sup, span:not(.footnote),"
    " .footnote > p:first-child):has(> *) { overflow-wrap: normal }"
    ".address, .long-word { overflow-wrap: break-word }"
)

# The page of what a link refers to, with the words of the book's language around it.
_PAGES_OF_REFERENCES = (
    "a[data-before]::after"
    " { content: attr(data-before) target-counter(attr(href), page) attr(data-after) }"
)

_NO_SYSTEM_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><cachedir>{folder}</cachedir></fontconfig>
"""


_FONTS: weakref.WeakSet[FontConfiguration] = weakref.WeakSet()


@dataclass(frozen=True, slots=True)
class BookStyles:
    """Parsed stylesheets with the font configuration that they were parsed for."""

    sheets: tuple[CSS, ...]
    fonts: FontConfiguration


def book_styles(book: Book, layout: PagedLayout, more: str = "") -> BookStyles:
    """Return the stylesheets of a book's layout: its theme's, its own rules, and `more` of them.

    Raises:
        RenderError: a stylesheet is broken or asks for a file that the theme lacks, or there is
            no face to set a text in.
        InputError: a file of the theme cannot be read.
    """
    own = [_values(book), _order(book), more]
    if book.theme.script:
        joined = book.theme.script in JOINED
        own = ["@page { direction: rtl }", *(mirrored(css, joined) for css in own)]
    if book.theme.digits:
        own = [counted_in(css, book.theme.digits) for css in own]
    return _styles(book.theme, layout, tuple(own))


def load_theme(theme: Theme) -> BookStyles:
    """Load a theme's fonts, and parse and return those of its rules that need no value of a book.

    Raises:
        RenderError, InputError: as `book_styles`.
    """
    colours, fonts = usual_colouring(theme), _theme_fonts(theme)
    layout: PagedLayout = "shared" if colours else "screen"
    own = [read_sheet(Path(), colours.css)] if colours else []
    read = read_sheets(theme, sheet_names(layout))
    resolve = _resolver(theme, [*read, *own])
    runs = ((path, resolve(run)) for path, run in _runs(theme, read, own))
    sheets = [_parsed(theme, path, css, fonts) for path, css in runs if "var(" not in css]
    _refuse_without_faces(theme, fonts)
    return BookStyles((*sheets, notice_styles(theme, fonts)), fonts)


@functools.lru_cache(maxsize=64)
def _styles(theme: Theme, layout: PagedLayout, own: Sequence[str]) -> BookStyles:
    fonts, own_sheets = _theme_fonts(theme), [read_sheet(Path(), css) for css in own]
    read = read_sheets(theme, sheet_names(layout))
    resolve = _resolver(theme, [*read, *own_sheets])
    runs = _runs(theme, read, own_sheets)
    sheets = [_parsed(theme, path, resolve(run), fonts) for path, run in runs]
    _refuse_without_faces(theme, fonts)
    if _ORDER_OF_MATTER in "".join(own):
        # Behind the rules that they repeat, whose own count as strictly.
        own = [*own, roman_rules([*read, *own_sheets])]
    last = [_parsed(theme, Path(), resolve(css), fonts) for css in own]
    return BookStyles((*sheets, notice_styles(theme, fonts), *last), fonts)


def _resolver(theme: Theme, sheets: Sequence[Stylesheet]) -> Callable[[str], str]:
    """Return a function that puts values in the places of custom properties in CSS."""
    values = constants(sheets)
    may_lack = theme.script or any(layer in theme.own for layer in theme.styles)
    face = values.get(TEXT_FACE, "")
    lacking = lacking_variants(theme, sheets, face) if may_lack else frozenset()

    def resolve(css: str) -> str:
        whole = substituted(css, lambda name, _: values.get(name))
        return synthesised(whole, lacking) if lacking else whole

    return resolve


def _runs(
    theme: Theme, read: Sequence[Stylesheet], own: Sequence[Stylesheet]
) -> Iterator[tuple[Path, str]]:
    """Yield the runs of a theme's stylesheets, each with its file.

    All books in the theme have the same runs, and most of them have the same values there.
    """
    colours = usual_colouring(theme)
    given = [*own, read_sheet(Path(), colours.css)] if colours else own
    varying = GIVEN_BY_BOOKS | defined_names(given)
    for sheet, runs in zip(read, runs_of(read, varying), strict=True):
        yield from ((sheet.path, run) for run in runs)


def _refuse_without_faces(theme: Theme, fonts: FontConfiguration) -> None:
    """Make sure that there is a face in which a text can be set.

    Raises:
        RenderError: there is none.
    """
    if not has_faces(fonts):
        message = f"The theme “{theme.name}” has no font for running text."
        remedy = "Add an @font-face to paged.css, outside of any condition."
        raise RenderError([Finding(Place(str(theme.styles[0])), "C003", message, remedy)])


# A theme has some thirty runs.
@functools.lru_cache(maxsize=512)
def _parsed(theme: Theme, path: Path, css: str, fonts: FontConfiguration) -> CSS:
    fetcher = ClosedFetcher(THEME, lambda name: _theme_file(theme, name))
    with complaints_are_errors(Place(str(path))):
        return CSS(
            string=css,
            base_url=THEME,
            url_fetcher=fetcher,
            font_config=fonts,
        )


def book_rules(book: Book) -> str:
    """Return the rules that depend on the book itself, as CSS.

    Its trim size and its colours are custom properties that any stylesheet may use.
    """
    return _values(book) + _order(book)


def _values(book: Book) -> str:
    trim = book.trim
    colours = book.palette
    return (
        f"@page {{ size: {trim.width:.3f}pt {trim.height:.3f}pt }}"
        f":root {{ --trim-width: {trim.width:.3f}pt; --trim-height: {trim.height:.3f}pt;"
        f" --cover-band: {band_height(trim.width, trim.height) - EDGE:.3f}pt;"
        f" --cover-field: {colours.field}; --cover-middle: {colours.middle};"
        f" --cover-light: {colours.light}; --cover-contrast: {colours.contrast};"
        f" --tab-top: {tab_top(book.cluster.place):g}pt;"
        f" {'; '.join(f'{name}: {value}' for name, value in shades(book.colour).items())} }}"
        f"@page endpaper {{ background: {colours.field} }}"
    )


def _order(book: Book) -> str:
    refers = any(" data-before=" in leaf.xhtml for leaf in book.leaves)
    return (
        # Pictures come upright. WeasyPrint would pack those anew, and coarser, that say so.
        "img { image-orientation: none }"
        f"{_ORDER}{_ORDER_OF_MATTER if book.has_matter else ''}{_HYPHENATION}{_PARTED_ROWS}{_WHOLE_WORDS}"
        f"{_PAGES_OF_REFERENCES if refers else ''}"
    )


def _theme_file(theme: Theme, name: str) -> tuple[bytes, str] | None:
    try:
        return theme.read_bytes(addressed_file(theme, name)), "application/octet-stream"
    except (ThemeError, InputError):
        return None


@atexit.register
def _remove_fonts() -> None:
    """Remove the files that WeasyPrint makes of fonts, also where a process ends at once."""
    for fonts in list(_FONTS):
        fonts.__del__()


@functools.lru_cache(maxsize=8)
def _theme_fonts(theme: Theme) -> FontConfiguration:  # noqa: ARG001 - one for each theme
    """Return a font configuration without the system's fonts.

    Every machine then makes the same pages, and a character that the theme lacks is reported
    instead of being drawn in whatever face happens to be there.
    """
    with (
        tempfile.TemporaryDirectory() as folder,
        warnings.catch_warnings(),
        _environment("FONTCONFIG_FILE", str(Path(folder) / "fonts.conf")),
    ):
        (Path(folder) / "fonts.conf").write_text(_NO_SYSTEM_FONTS.format(folder=folder))
        fonts = FontConfiguration()
    _FONTS.add(fonts)
    return fonts


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
