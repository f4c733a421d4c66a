"""The list of contents in the tagged structure (ISO 32000-1, 14.8.4.2, table 333)."""

from __future__ import annotations

from guidepub.pdf.tags.origins import CONTENTS
from guidepub.pdf.tags.structure import Structure

_TYPES = {"/L": "/TOC", "/LI": "/TOCI"}


def mend_contents(tree: Structure) -> None:
    """Tag what the book's contents list as entries, each a reference to where it leads."""
    for contents in [each for _, each in tree.walk() if each["S"] == CONTENTS]:
        contents["S"] = "/Sect"
        for _, element in list(tree.walk(contents)):
            kind = element["S"]
            if kind in _TYPES:
                element["S"] = _TYPES[kind]
                element.pop("A", None)
            elif kind in ("/LBody", "/Div"):
                tree.merge(element, tree.object(element["P"]))
            elif kind == "/Link":
                tree.wrap(element, "Reference")
