"""The last stylesheet of every layout: what no theme changes of a notice.

`themes.limits.notices` refuses what could. This is the second lock, and the one for faces: a notice is
set in a face whose letters are known, whatever a theme's own font files draw.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from tinycss2.ast import Node

from guidepub.findings import Place
from guidepub.pdf.engine.complaints import complaints_are_errors
from guidepub.pdf.engine.fetching import THEME, ClosedFetcher
from guidepub.pdf.engine.weasyprint import CSS, FontConfiguration
from guidepub.themes import Theme, shipped_theme_files
from guidepub.themes.faces.faces import faces_of, families_in, known_families
from guidepub.themes.limits.properties import font_parts
from guidepub.themes.limits.structure import reach_of
from guidepub.themes.stylesheets.layouts import LAYOUTS, NOTICE_LAYOUTS, sheet_names
from guidepub.themes.stylesheets.reading import Stylesheet, read_sheets
from guidepub.themes.stylesheets.rules import StyleRule
from guidepub.themes.stylesheets.variables import UnresolvedError, Variables, resolved, variables_of

_FAMILY = "guidepub notices"
_FOLDER = "styles/fonts"
_FILES = (
    ("SourceSerif4Caption-Regular.ttf", "normal", "normal"),
    ("SourceSerif4Caption-It.ttf", "italic", "normal"),
    ("SourceSerif4Caption-Semibold.ttf", "normal", "bold"),
)
# A leaf with notices has pages of its own: what comes before it or after it never stands
# next to its words.
_FIXED = """
body > * { break-after: page !important }
body > :not(.notices, .front-notices, .imprint-page):has(+ .run-on) { break-after: auto !important }
.wording, .wording * {
  float: none !important;
  font-feature-settings: normal !important;
  font-variant-position: normal !important;
  opacity: 1 !important;
  position: static !important;
  text-decoration-line: none !important;
  text-transform: none !important;
  transform: none !important;
  visibility: visible !important;
}
"""
# A browser's own stylesheet does not apply in a PDF.
_IN_PDFS = tuple(name for name in LAYOUTS if name != "web")
# The selector for all of a document's words.
_ROOTS = frozenset({"html", ":root", "body", "*"})


@functools.lru_cache(maxsize=8)
def notice_styles(theme: Theme, fonts: FontConfiguration) -> CSS:
    """Return the last stylesheet for a theme, parsed, its faces loaded among the theme's own."""
    css = _FIXED if _is_set_in_known_faces(theme) else _FIXED + _own_face()
    with complaints_are_errors(Place(theme.name)):
        return CSS(
            string=css,
            base_url=THEME,
            url_fetcher=ClosedFetcher(THEME, _shipped_font),
            font_config=fonts,
        )


def _own_face() -> str:
    faces = "".join(
        f'@font-face {{ font-family: "{_FAMILY}"; src: url({file});'
        f" font-style: {style}; font-weight: {weight} }}"
        for file, style, weight in _FILES
    )
    return f'{faces}.wording, .wording * {{ font-family: "{_FAMILY}", serif !important }}'


def _shipped_font(name: str) -> tuple[bytes, str] | None:
    path = shipped_theme_files("classic").get(f"{_FOLDER}/{name}")
    return (path.read_bytes(), "font/ttf") if path else None


def _is_set_in_known_faces(theme: Theme) -> bool:
    """Return whether every rule that could give a notice its face names one that is known.

    The first name of each list is asked for. Others set the characters that this one lacks. In
    themes that guidepub ships, all faces are its own.
    """
    if not theme.own:
        return True
    # A face that one layout loads is there for all.
    known = known_families(faces_of(theme, read_sheets(theme, sheet_names(*_IN_PDFS))))
    bearing = (name for name in NOTICE_LAYOUTS if name in _IN_PDFS)
    asked = list(_asked_for(read_sheets(theme, sheet_names(*bearing))))
    return any(text in _ROOTS for text, _ in asked) and all(name in known for _, name in asked)


def _asked_for(sheets: Sequence[Stylesheet]) -> Iterator[tuple[str, str]]:
    """Yield each selector that could give a notice its face, and the name that it asks for first.

    Under a condition, a selector is left empty.
    """
    variables = variables_of(sheets)
    for rule in (rule for sheet in sheets for rule in sheet.rules):
        if not isinstance(rule, StyleRule):
            continue
        parts = [part for part in rule.declarations if part.lower_name in ("font", "font-family")]
        if parts and (rule.selectors is None or reach_of(rule.selectors).kinds):
            for name in (name for part in parts for name in _first_names(part, variables)):
                yield from ((text if rule.plain else "", name) for text in rule.texts)


def _first_names(part: Node, variables: Variables) -> Iterator[str]:
    try:
        values = [value for value, _ in resolved(part.value, variables)]
    except UnresolvedError:
        values = [[]]
    for value in values:
        listed = font_parts(value).get("font-family", ()) if part.lower_name == "font" else value
        first = next(iter(families_in(listed)), "").lower()
        if first != "inherit":
            yield first
