"""Checks that a theme's stylesheets find the files they name: other sheets, fonts, pictures."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from tinycss2 import parse_stylesheet

from guidepub.files import sha256
from guidepub.findings import Finding, FindingsError, Place, nearest
from guidepub.themes.faces.fonts import font_faults
from guidepub.themes.folders.settings import FILE
from guidepub.themes.folders.shipped import shipped_fonts
from guidepub.themes.folders.theme import Theme, ThemeError
from guidepub.themes.stylesheets.addresses import Address, addresses
from guidepub.themes.stylesheets.growth import overgrowths
from guidepub.themes.stylesheets.layouts import LAYOUTS, sheet_names

# A host that cannot exist (RFC 2606), since names in stylesheets are resolved as addresses.
_BASE = "https://theme.invalid/"


class Asked(NamedTuple):
    """A file that a stylesheet asks for: where, which, and as what (see `addresses.Address`)."""

    place: Place
    path: Path
    use: str


def sheet_findings(theme: Theme) -> Iterator[Finding]:
    """Yield the faults of files that the catalogue's own stylesheets of a theme name.

    Pictures are not opened here: see `pictures_of`.
    """
    fonts: dict[Path, Place] = {}
    for found in _files_named(theme):
        if isinstance(found, Finding):
            yield found
        elif found.use == "font":
            fonts.setdefault(found.path, found.place)
    yield from _font_findings(theme, fonts)
    yield from _unread_sheets(theme)


def _unread_sheets(theme: Theme) -> Iterator[Finding]:
    """Yield the stylesheets that lie where, or are called as, none is read."""
    known = sheet_names(*LAYOUTS)
    imported = {each.path for each in _files_named(theme) if isinstance(each, Asked)}
    for folder in (folder for folder in theme.styles if folder in theme.own):
        for path in sorted(folder.parent.glob("*.css")):
            if path.name in known:
                message = (
                    f"“{path.name}” is not read here: the stylesheets of a theme are in styles/."
                )
                yield Finding(Place(str(path)), "C003", message, f"Move it to styles/{path.name}.")
        for path in sorted(folder.glob("*.css")):
            # One of a script's own is called `cover.arabic.css`.
            meant = nearest(path.stem, [name.removesuffix(".css") for name in known])
            is_meant = path.name not in known and path.resolve() not in imported
            if meant and is_meant and "." not in path.stem:
                message = f"No edition reads a stylesheet “{path.name}”."
                yield Finding(Place(str(path)), "C003", message, f"Did you mean “{meant}.css”?")


def pictures_of(theme: Theme) -> dict[Path, Place]:
    """Return the pictures that the catalogue's own stylesheets of a theme ask for, and where."""
    asked = [
        found for found in _files_named(theme) if isinstance(found, Asked) and found.use == "other"
    ]
    return {found.path: found.place for found in reversed(asked)}


@functools.lru_cache(maxsize=16)
def _files_named(theme: Theme) -> tuple[Finding | Asked, ...]:
    """Return the files that the catalogue's own stylesheets of a theme name, and their faults.

    They are read once for each state of the theme.
    """
    return tuple(_following(theme))


def _following(theme: Theme) -> Iterator[Finding | Asked]:
    """Yield what `_read` returns, from one stylesheet to those that it imports."""
    own = [
        path
        for name in sheet_names(*LAYOUTS)
        for path in theme.stylesheets(name)
        if path.parent in theme.own
    ]
    waiting = [(path, path.name) for path in own]
    seen: set[Path] = set()
    while waiting:
        path, name = waiting.pop(0)
        # An imported one comes as its real path, one that is applied by itself may be a link.
        if (real := path.resolve()) in seen:
            continue
        seen.add(real)
        try:
            css = theme.read_text(path)
        except FindingsError as error:
            yield from error.findings
            continue
        if row := _open_rule(css):
            message = "A rule that begins here includes everything after it: a } is missing."
            yield Finding(Place(str(path), row), "C003", message, "Close it with a }.")
        for line, column, growth in overgrowths(css):
            place = Place(str(path), line, column)
            yield Finding(place, "C003", growth, "Make the stylesheet simpler.")
        for address in addresses(css):
            if address.text.startswith("#"):
                continue
            found = _file_named(theme, path, name, address)
            yield found
            if isinstance(found, Asked) and found.use == "sheet":
                waiting.append((found.path, _name(name, address.text)))


def _open_rule(css: str) -> int:
    """Return the line of the last rule of a stylesheet if nothing closes it, or 0.

    One more brace closes it; without need it is alone, where no rule is.
    """
    rules = parse_stylesheet(f"{css}\n}}", skip_comments=True, skip_whitespace=True)
    is_open = bool(rules) and rules[-1].type != "error" and rules[-1].content is not None
    return int(rules[-1].source_line) if is_open else 0


def _file_named(theme: Theme, path: Path, sheet: str, address: Address) -> Finding | Asked:
    """Return the file that an address in a stylesheet means, or what is wrong with it."""
    place = Place(str(path), address.line, address.column)
    parts = urlsplit(address.text)
    message = f"“{address.text}” is not a file of the theme."
    if not (parts.scheme or parts.netloc):
        try:
            return Asked(place, theme.file(_name(sheet, address.text)), address.use)
        except (ThemeError, ValueError):
            message = f"The theme has no file “{address.text}”."
    return Finding(place, "C003", message, "Put the file into the theme, or remove this.")


def _name(sheet: str, text: str) -> str:
    """Return the name in the theme of what an address in a stylesheet means."""
    joined = urljoin(f"{_BASE}{sheet}", text)
    return unquote(urlsplit(joined).path).lstrip("/")


def _font_findings(theme: Theme, fonts: Mapping[Path, Place]) -> Iterator[Finding]:
    """Yield the fonts that cannot be used, and that a theme is left without any."""
    asked, usable = [], 0
    for path in fonts:
        try:
            known = sha256(theme.read_bytes(path)) in shipped_fonts()
        except FindingsError as error:
            yield from error.findings
        else:
            usable += known
            asked += [] if known else [path]
    for path, fault in zip(asked, font_faults(asked), strict=True):
        usable += not fault
        if fault:
            message = f"The font “{path.name}” cannot be used: {fault}."
            remedy = "Export it again as TTF, OTF, WOFF or WOFF2."
            yield Finding(fonts[path], "C007", message, remedy)
    if not usable and all(folder in theme.own for folder in theme.styles):
        yield _without_a_face(theme)


def _without_a_face(theme: Theme) -> Finding:
    """Return the finding on a theme that draws no text: the system's fonts are not used."""
    path = theme.styles[-1].parent / FILE
    message = f"The theme “{theme.name}” has no fonts: it has no @font-face with a font of its own."
    remedy = "Add one to paged.css, or inherit from a theme with fonts."
    return Finding(Place(str(path)), "C003", message, remedy)
