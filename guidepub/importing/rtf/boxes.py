"""Moves visible words of RTF out of groups that striprtf skips."""

from __future__ import annotations

import re

from guidepub.importing.rtf.groups import end_of_group

# Destinations with their own words: notes, and text that is hidden or at a page's edge.
_PLACE = re.compile(
    r"\\[\\{}]|\{\s?(?:\\\*\s?)?\\(?P<group>shp|shpgrp|do|object|upr|footnote|annotation|"
    r"header[lrf]?|footer[lrf]?|stylesheet|info|fonttbl)(?![a-z])"
    r"|\\(?P<word>par|row|pard|intbl)(?![a-z])"
)
# Drawings, whose text is shown next to the paragraph in which they are anchored …
_DRAWINGS = frozenset({"shp", "shpgrp", "do"})
_IN_DRAWINGS = ("shptxt", "dptxbxtext")
# … and groups within a line: the appearance of an embedded object, and words in Unicode.
_IN_LINES = {"object": "result", "upr": "ud"}
# The most nested boxes; no program writes more.
_DEEPEST = 3


def with_boxes(source: str) -> str:
    """Return rich text in which the text of a drawing follows the paragraph that it is anchored in.

    In a table it follows the row. Embedded objects are replaced by what they show.
    """
    return _opened(source, 0)


def _opened(source: str, depth: int) -> str:
    if depth > _DEEPEST:
        return source
    kept: list[str] = []
    boxes: list[str] = []
    done, is_cell = 0, False
    while found := _PLACE.search(source, done):
        kept.append(source[done : found.start()])
        done = end_of_group(source, found.end()) if found["group"] else found.end()
        whole = source[found.start() : done]
        if found["group"] in _DRAWINGS:
            boxes += _texts(whole, depth)
            continue
        kept.append(_within(whole, found["group"] or "", depth))
        is_cell = found["word"] == "intbl" or (is_cell and found["word"] not in ("pard", "row"))
        if found["word"] == "row" or (found["word"] == "par" and not is_cell):
            kept += boxes
            boxes = []
    rest = source[done:]
    # A group that is never closed ends before the last brace.
    cut = rest.rfind("}") if boxes else len(rest)
    return "".join([*kept, rest[: max(cut, 0)], *boxes, rest[max(cut, 0) :]])


def _within(group: str, kind: str, depth: int) -> str:
    """Return the visible part of a group within a line."""
    if kind == "footnote":
        return "{" + _opened(group[1:], depth + 1)
    if kind in _IN_LINES:
        return "".join(f"{{{part}}}" for part in _groups(group, _IN_LINES[kind], depth))
    return group


def _texts(drawing: str, depth: int) -> list[str]:
    """Return the texts of a drawing as paragraphs, or those of its copy for older programs."""
    for kind in _IN_DRAWINGS:
        if found := _groups(drawing, kind, depth):
            return [f"{{\\par {part}\\par}}" for part in found]
    return []


def _groups(source: str, kind: str, depth: int) -> list[str]:
    """Return the content of each group of a kind."""
    begin = re.compile(rf"\{{\s?(?:\\\*\s?)?\\{kind}(?![a-z])")
    found: list[str] = []
    done = 0
    while opening := begin.search(source, done):
        done = end_of_group(source, opening.end())
        found.append(_opened(source[opening.end() : done - 1], depth + 1))
    return found
