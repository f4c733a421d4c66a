"""Mends of the tagged structure that WeasyPrint writes, so that a reader hears the book.

Works on the PDF's objects before they are written:
the same input keeps making the same bytes. What is not surely meant so is left alone.
Rules: ISO 14289-1 (PDF/UA-1) and ISO 32000-1, 14.8 (tagged PDF).
"""

from __future__ import annotations

import pydyf

from guidepub.pdf.links import mend_links, note_called
from guidepub.pdf.lists import mend_lists
from guidepub.pdf.structure import Structure

# CSS pixels are 1/96 inch, points 1/72.
_POINT = 0.75
# Elements that say nothing once they hold nothing. A table's empty cell does.
_HOLLOW = frozenset({"/Sect", "/Div", "/P", "/Span", "/NonStruct", "/Link", "/LI", "/LBody", "/L"})
# A note, and what goes on of one from a page before (see `footnotes`).
_NOTE_PARTS = frozenset({"/Span", "/NonStruct"})


def mend(pdf: pydyf.PDF) -> None:
    """Mend the structure tree and the marked content of a PDF, and let bookmarks be seen."""
    # ISO 32000-1, table 28: beside the pages when the file is opened.
    pdf.catalog["PageMode"] = "/UseOutlines"
    tree = Structure(pdf)
    mend_links(tree)
    _drop_decoration(tree)
    _drop_running_heads(tree)
    mend_lists(tree)
    _prune(tree, tree.root)
    _mend_notes(tree)
    _mend_tables(tree)
    _place_figures(tree)
    _name_elements(tree)


def _drop_decoration(tree: Structure) -> None:
    """Take pictures without a text alternative out of the tree: they are decoration.

    ISO 14289-1, 7.3: a figure has an alternative; 7.1: what has no meaning is an artifact.
    """
    for parent, figure in list(tree.walk()):
        if figure["S"] == "/Figure" and "Alt" not in figure:
            tree.silence(figure)
            parent["K"].remove(figure.reference)


def _drop_running_heads(tree: Structure) -> None:
    """Make running heads and folios artifacts (ISO 14289-1, 7.8).

    WeasyPrint ties them to elements that hang on nothing.
    """
    inside = {id(element) for _, element in tree.walk()}
    for page in range(len(tree.pages)):
        for content, owner in enumerate(list(tree.owners(page))):
            if owner == "null" or id(tree.object(owner)) in inside:
                continue
            kind = "/Header" if tree.is_upper(page, content) else "/Footer"
            tree.make_artifact(page, content, {"Type": "/Pagination", "Subtype": kind})
    for element in list(tree.elements()):
        if id(element) not in inside:
            element.clear()


def _prune(tree: Structure, top: pydyf.Dictionary) -> None:
    """Take out elements that hold nothing, such as the marks of a leaf's end."""
    for element in list(tree.children(top)):
        _prune(tree, element)
        if element["S"] in _HOLLOW and not element["K"]:
            top["K"].remove(element.reference)
            element.clear()


def _mend_notes(tree: Structure) -> None:
    """Tag notes as such (ISO 14289-1, 7.9), each behind the link that calls it first.

    Calls and notes belong together in their order.
    """
    document = next(tree.children(tree.root))
    calls: dict[str, pydyf.Dictionary] = {}
    for _, element in tree.walk():
        if element["S"] == "/Link" and (target := note_called(tree, element)):
            calls.setdefault(target, element)
    notes: list[pydyf.Dictionary] = []
    areas = []
    for area in tree.children(document):
        found = list(tree.children(area))
        if area["S"] == "/NonStruct" and all(note["S"] in _NOTE_PARTS for note in found):
            areas.append(area)
            notes += _whole_notes(tree, found, notes[-1:])
    if len(calls) != len(notes):
        return
    for call, note in zip(calls.values(), notes, strict=True):
        reference = tree.wrap(call, "Reference")
        parent = tree.object(reference["P"])
        parent["K"].insert(parent["K"].index(reference.reference) + 1, note.reference)
        note["P"] = parent.reference
    for area in areas:
        document["K"].remove(area.reference)
        area.clear()


def _whole_notes(
    tree: Structure, found: list[pydyf.Dictionary], before: list[pydyf.Dictionary]
) -> list[pydyf.Dictionary]:
    """Tag a page's notes. What goes on from a page before is a part of the note before."""
    notes: list[pydyf.Dictionary] = []
    for part in found:
        if part["S"] == "/Span":
            part["S"] = "/Note"
            notes.append(part)
            marker = next(tree.children(part), None)
            while marker is not None and marker["S"] == "/Span":
                marker = next(tree.children(marker), None)
            if marker is not None and marker["S"] == "/NonStruct":
                marker["S"] = "/Lbl"
        elif whole := (notes or before)[-1:]:
            whole[0]["K"].append(part.reference)
            part["P"] = whole[0].reference
    return notes


def _mend_tables(tree: Structure) -> None:
    """Say what a header cell heads (ISO 14289-1, 7.5), and tell the tables' names apart.

    A table that runs over a page is two, and has its head in both.
    """
    tables = [element for _, element in tree.walk() if element["S"] == "/Table"]
    for number, table in enumerate(tables, 1):
        names: dict[str, pydyf.String] = {}
        for row, cell in tree.walk(table):
            if cell["S"] != "/TH":
                continue
            in_head = tree.object(row["P"])["S"] == "/THead"
            cell["A"]["Scope"] = "/Column" if in_head else "/Row"
            if "ID" in cell:
                old = cell["ID"].string
                names[old] = cell["ID"] = pydyf.String(f"table-{number}-{old}")
        for _, cell in tree.walk(table):
            if cell["S"] == "/TD" and (headers := cell["A"].get("Headers")):
                known = [names[header.string] for header in headers if header.string in names]
                cell["A"]["Headers"] = pydyf.Array(known)


def _place_figures(tree: Structure) -> None:
    """Say where figures stand as a PDF counts: in points from the page's lower left corner.

    ISO 32000-1, table 344. WeasyPrint counts CSS pixels from the upper left one.
    """
    for _, element in tree.walk():
        if "BBox" in element.get("A", ()):
            left, _, _, top = tree.page_of(element)["TrimBox"]
            x1, y1, x2, y2 = (_POINT * float(edge) for edge in element["A"]["BBox"])
            box = (left + x1, top - y2, left + x2, top - y1)
            element["A"]["BBox"] = pydyf.Array(box)


def _name_elements(tree: Structure) -> None:
    """Name each note (ISO 14289-1, 7.9); list all names (ISO 32000-1, table 322: IDTree)."""
    named: dict[str, bytes] = {}
    notes = 0
    for _, element in tree.walk():
        if element["S"] == "/Note":
            notes += 1
            element["ID"] = pydyf.String(f"note-{notes}")
        if "ID" in element:
            named[element["ID"].string] = element.reference
    if named:
        # A name tree is sorted by the bytes of its names (ISO 32000-1, 7.9.6).
        pairs = [part for name in sorted(named) for part in (pydyf.String(name), named[name])]
        tree.root["IDTree"] = pydyf.Dictionary({"Names": pydyf.Array(pairs)})
