"""The stylesheet of the documents with notices, which link no other.

guidepub writes it: what a theme may say of notices, in plain rules with literal values, and
nothing else of the theme. What is left out here has no way to reach a notice.
"""

from __future__ import annotations

import functools

import tinycss2
from tinycss2.serializer import serialize_string_value

from guidepub.themes import Theme
from guidepub.themes.faces.faces import Face, faces_of, families_in
from guidepub.themes.limits.notice_rules import PlainRule, notice_rules
from guidepub.themes.stylesheets.layouts import sheet_names
from guidepub.themes.stylesheets.reading import read_sheets

_BASE = """\
/* What bears notices: guidepub's own, and what the theme may say of it. */
body {
  line-height: 1.45;
  overflow-wrap: break-word;
}
h1,
h2 {
  line-height: 1.2;
}
a {
  color: inherit;
}
"""


@functools.lru_cache(maxsize=32)
def notice_stylesheet(theme: Theme, accent: str) -> str:
    """Return the stylesheet of the documents with notices, for a theme and an accent."""
    sheets = read_sheets(theme, sheet_names("epub"))
    rules = notice_rules(sheets, accent)
    used = {
        name.lower()
        for rule in rules
        for key, value in rule.declarations
        if key == "font-family"
        for name in families_in(tinycss2.parse_component_value_list(value))
    }
    faces = [
        face for face in faces_of(theme, sheets) if face.is_known and face.family.lower() in used
    ]
    return _BASE + "".join(map(str, [*map(_face_rule, faces), *rules]))


def _face_rule(face: Face) -> PlainRule:
    family, file = (f'"{serialize_string_value(text)}"' for text in (face.family, face.file))
    lines = (("font-family", family), ("font-style", face.style), ("font-weight", face.weight))
    return PlainRule(["@font-face"], [*lines, ("src", f"url({file})")])
