"""Notes of the tagged structure: each after the paragraph that calls it (ISO 14289-1, 7.9).

On the page they are at its foot, and go on at the foot of the next. A reader hears the call,
which is a link to the note, and the note where the sentence is over.
"""

from __future__ import annotations

from collections.abc import Iterator

import pydyf

from guidepub.pdf.tags.joining import join_parts
from guidepub.pdf.tags.links import note_called
from guidepub.pdf.tags.structure import HEADINGS, Structure

# Elements in the lines of a text.
_IN_LINES = frozenset({"/Span", "/NonStruct", "/Link", "/Reference"})
# Blocks that end with their text, so that a note follows them; others hold the notes they call.
_TEXTS = HEADINGS | {"/P"}


def mend_notes(tree: Structure) -> None:
    """Put each note after the text with its first call, and make one of its parts."""
    notes = _whole_notes(tree)
    last: dict[bytes, bytes] = {}
    for _, link in list(tree.walk()):
        if link["S"] == "/Link" and (note := notes.pop(note_called(tree, link), None)):
            tree.wrap(link, "Reference")
            _place_behind(tree, _text_around(tree, link), note, last)
    # A note that nothing calls stays at the end of the book, so that it is read.
    for note in notes.values():
        tree.put(note, next(tree.children(tree.root)))


def _whole_notes(tree: Structure) -> dict[str, pydyf.Dictionary]:
    """Take all notes out of the structure, without what holds those of a page."""
    notes: dict[str, pydyf.Dictionary] = {}
    document = next(tree.children(tree.root))
    for area in list(tree.children(document)):
        parts = list(tree.children(area))
        if not parts or any(part["S"] != "/Note" for part in parts):
            continue
        for part in parts:
            whole = notes.setdefault(part["ID"].string, part)
            if whole is not part:
                tree.join(part, whole)
        document["K"].remove(area.reference)
        area.clear()
    for note in notes.values():
        join_parts(tree, note)
        _label(tree, note)
    return notes


def _label(tree: Structure, note: pydyf.Dictionary) -> None:
    """Tag a note's number as its label."""
    marker = next(tree.children(note), None)
    while marker is not None and marker["S"] in ("/Span", "/P"):
        marker = next(tree.children(marker), None)
    if marker is not None and marker["S"] == "/NonStruct":
        marker["S"] = "/Lbl"
    for block in list(tree.children(note, "/P")):
        # The number and the first paragraph share their line, and what is around both.
        if any(tree.children(block, "/P")):
            tree.merge(block, note)


def _text_around(tree: Structure, link: pydyf.Dictionary) -> pydyf.Dictionary:
    """Return the innermost block that a link is in."""
    return next(each for each in _ancestors(tree, link) if each["S"] not in _IN_LINES)


def _ancestors(tree: Structure, element: pydyf.Dictionary) -> Iterator[pydyf.Dictionary]:
    while element.get("S") != "/Document":
        element = tree.object(element["P"])
        yield element


def _place_behind(
    tree: Structure, text: pydyf.Dictionary, note: pydyf.Dictionary, last: dict[bytes, bytes]
) -> None:
    """Put a note after a text, and after notes that it called before."""
    if text["S"] not in _TEXTS:
        tree.put(note, text)
        return
    parent = tree.object(text["P"])
    before = last.get(text.reference, text.reference)
    tree.put(note, parent, parent["K"].index(before) + 1)
    last[text.reference] = note.reference
