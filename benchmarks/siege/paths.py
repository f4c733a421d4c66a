"""Paths and links that lead out of the catalogue, wherever one can be named."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import product
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.siege.cases import Result, faults_of, files_made, ground, put, tried
from benchmarks.siege.outcomes import Outcome
from guidepub import build, load

_SECONDS = 60.0
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
)


def _link(target: str) -> Callable[[Path, str], str]:
    """Return what makes a link with an ending, and names it."""

    def make(folder: Path, ending: str) -> str:
        (folder / f"link{ending}").symlink_to(target.replace("*", f"secret{ending}"))
        return f"link{ending}"

    return make


def _folder_link(folder: Path, ending: str) -> str:
    (folder / "way").symlink_to("../outside")
    return f"way/secret{ending}"


def _loop(folder: Path, ending: str) -> str:
    (folder / f"one{ending}").symlink_to(f"two{ending}")
    (folder / f"two{ending}").symlink_to(f"one{ending}")
    return f"one{ending}"


def _pipe(folder: Path, ending: str) -> str:
    os.mkfifo(folder / f"pipe{ending}")
    return f"pipe{ending}"


def _folder(folder: Path, ending: str) -> str:
    (folder / f"folder{ending}").mkdir()
    return f"folder{ending}"


def _named(path: str) -> Callable[[Path, str], str]:
    return lambda folder, ending: path.replace("*", f"secret{ending}").replace(
        "<here>", str(folder)
    )


_WAYS: dict[str, Callable[[Path, str], str]] = {
    "up": _named("../outside/*"),
    "up and down": _named("images/../../outside/*"),
    "absolute": _named("<here>/../outside/*"),
    "backslashes": _named("..\\outside\\*"),
    "encoded": _named("%2e%2e/outside/*"),
    "doubly encoded": _named("..%252foutside/*"),
    "dots": _named("....//outside/*"),
    "a file address": _named("file://<here>/../outside/*"),
    "a web address": _named("http://127.0.0.1:9/*"),
    "no scheme": _named("//127.0.0.1/share/*"),
    "a share": _named("\\\\127.0.0.1\\share\\*"),
    "home": _named("~/*"),
    "a variable": _named("${HOME}/*"),
    "wide dots": _named("．．/outside/*"),
    "a null": _named("../outside/*\0.png"),
    "itself": _named("."),
    "nothing": _named(" "),
    "a device": _named("/dev/zero"),
    "a process": _named("/proc/self/environ"),
    "long": _named("../outside/" + "a" * 300 + "/*"),
    "a link up": _link("../outside/*"),
    "an absolute link": _link("/proc/self/environ"),
    "a link to a device": _link("/dev/zero"),
    "a dangling link": _link("../outside/gone*"),
    "a link's link": lambda folder, ending: (_link("../outside/*")(folder, ending), _link_of(folder, ending))[1],
    "a folder's link": _folder_link,
    "a loop": _loop,
    "a pipe": _pipe,
    "a folder": _folder,
}  # fmt: skip


def _link_of(folder: Path, ending: str) -> str:
    (folder / f"far{ending}").symlink_to(f"link{ending}")
    return f"far{ending}"


def _guide(body: str = "Bread.") -> str:
    return f"---\ntitle: Baker\n---\n# A\n\n{body}\n"


_TABLE = ":::{chart} Pay\n:table: pay\n:label: job\n:value: pay\n:unit: USD/year\n:::"
_PRESS = '[imprint]\nname = "Press"\n'


def _quoted(path: str) -> str:
    return '"' + path.replace("\\", "\\\\").replace("\0", "\\u0000") + '"'


# Where a path can stand: the ending of what it names, and the files of the catalogue.
_PLACES: dict[str, tuple[str, Callable[[str], dict[str, str]]]] = {
    "an image": (".svg", lambda path: {"baker.md": _guide(f"![An oven.](<{path}>)")}),
    "a figure": (".svg", lambda path: {"baker.md": _guide(f":::{{figure}} {path}\n:alt: A.\n\nB.\n:::")}),
    "a table": (".csv", lambda path: {
        "catalog.toml": f"{_PRESS}[data]\npay = {_quoted(path)}\n", "baker.md": _guide(_TABLE)}),
    "a logo": (".svg", lambda path: {"catalog.toml": f"{_PRESS}logo = {_quoted(path)}\n", "baker.md": _guide()}),
    "a wording": (".txt", lambda path: {
        "catalog.toml": f'{_PRESS}[[notices]]\nid = "n"\nversion = 1\nlanguage = "en"\ntitle = "N"\n'
        f"file = {_quoted(path)}\n", "baker.md": _guide()}),
    "a theme": ("", lambda path: {
        "catalog.toml": f"{_PRESS}[defaults]\ntheme = {_quoted(path)}\n", "baker.md": _guide()}),
    "a drawing": (".svg", lambda path: {
        "baker.md": _guide("![An oven.](oven.svg)"),
        "oven.svg": _SVG.replace("<rect", f'<image href="{escape(path)}" width="9" height="9"/><rect')}),
    "a stylesheet": (".svg", lambda path: {
        "catalog.toml": f'{_PRESS}[defaults]\ntheme = "house"\n', "baker.md": _guide(),
        "themes/house/theme.toml": 'inherits = "classic"\n',
        "themes/house/styles/book.css": f"p {{ background: url({_quoted('../../../' + path)}) }}"}),
    "a definition": (".md", lambda path: {"catalog.toml": _PRESS, "baker.md": _guide()}),
}  # fmt: skip

# A definition is found by its name, so only what lies there under it can lead out.
_LYING = frozenset(way for way in _WAYS if "link" in way or way in ("a loop", "a pipe", "a folder"))

CASES = tuple(
    (place, way)
    for place, way in product(_PLACES, _WAYS)
    if place != "a definition" or way in _LYING
)
"""Each place with each way that can stand there."""


def try_path(number: int) -> Outcome:
    """Return the result for the path of a number."""
    place, way = CASES[number % len(CASES)]
    with ground() as folder:
        ending, files = _PLACES[place]
        path = _WAYS[way](folder, ending)
        put(folder, {"images/a.svg": _SVG, **files(path)})
        return tried("path", number, f"{place}, {way}", _SECONDS, folder, lambda: _trial(folder))


def _trial(folder: Path) -> Result:
    found = load(folder)
    faults = faults_of(found.findings)
    made, wrong = files_made(build(found, folder / "out", ["epub"]))
    size = max(map(len, made.values()), default=0)
    return Result("built" if made else "reported", size, (*faults, *wrong))
