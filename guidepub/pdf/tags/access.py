"""Corrects the tagged structure that WeasyPrint writes, so that screen readers can read the book.

Works on the PDF's objects before they are written:
the same input keeps making the same bytes. What is not surely meant so is left alone.
Rules: ISO 14289-1 (PDF/UA-1) and ISO 32000-1, 14.8 (tagged PDF).
"""

from __future__ import annotations

import pydyf

from guidepub.pdf.tags.forms import NO_FORM, ReaderForm, add_fields
from guidepub.pdf.tags.joining import join_parts, join_runs
from guidepub.pdf.tags.links import join_links, mend_links
from guidepub.pdf.tags.listed import mend_contents
from guidepub.pdf.tags.lists import mend_lists
from guidepub.pdf.tags.noted import mend_notes
from guidepub.pdf.tags.structure import Structure
from guidepub.pdf.tags.tabled import mend_tables, take_captions

# CSS pixels are 1/96 inch, points 1/72.
_POINT = 0.75
# Elements that say nothing once they hold nothing. A table's empty cell does.
_HOLLOW = frozenset({"/Sect", "/Div", "/P", "/Span", "/NonStruct", "/Link", "/LI", "/LBody", "/L"})


def mend(pdf: pydyf.PDF, form: ReaderForm = NO_FORM) -> dict[str, pydyf.Dictionary]:
    """Fix the structure tree and the marked content of a PDF, and show its bookmarks.

    What is to be filled in becomes fields, those of `form`. Returns the elements that links may lead to, by the names that these have for them.
    """
    # ISO 32000-1, table 28: next to the pages when the file is opened.
    pdf.catalog["PageMode"] = "/UseOutlines"
    tree = Structure(pdf)
    # An annotation belongs to a line; once the lines are joined, that is known no more.
    mend_links(tree)
    add_fields(pdf, tree, form)
    join_parts(tree, tree.root)
    join_links(tree)
    _drop_decoration(tree)
    _drop_running_heads(tree)
    mend_contents(tree)
    mend_lists(tree)
    _prune(tree, tree.root)
    mend_notes(tree)
    mend_tables(tree)
    take_captions(tree)
    _place_figures(tree)
    _name_elements(tree)
    _drop_known_languages(tree, tree.root, pdf.catalog["Lang"].string)
    join_runs(tree, tree.root)
    return _anchors(tree)


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


def _drop_known_languages(tree: Structure, parent: pydyf.Dictionary, known: str) -> None:
    """Say the language only of what has another one than all around it (14.9.2)."""
    for child in tree.children(parent):
        language = child["Lang"].string if "Lang" in child else known
        if language == known:
            child.pop("Lang", None)
        _drop_known_languages(tree, child, language)


def _anchors(tree: Structure) -> dict[str, pydyf.Dictionary]:
    """Take out the names that the source has for elements, and return these by them."""
    found: dict[str, pydyf.Dictionary] = {}
    for _, element in tree.walk():
        if name := element.pop("Anchor", None):
            found.setdefault(name.string, element)
    return found


def _name_elements(tree: Structure) -> None:
    """List the names of notes and headers (ISO 32000-1, table 322: IDTree)."""
    named = {
        element["ID"].string: element.reference for _, element in tree.walk() if "ID" in element
    }
    if named:
        # A name tree is sorted by the bytes of its names (ISO 32000-1, 7.9.6).
        pairs = [part for name in sorted(named) for part in (pydyf.String(name), named[name])]
        tree.root["IDTree"] = pydyf.Dictionary({"Names": pydyf.Array(pairs)})
