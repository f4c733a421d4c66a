"""One element for each box of the source, whose parts lie on several lines or pages.

ISO 32000-1, 14.7.4.2 and 14.8.4: an element holds marked content of as many pages as it needs.
WeasyPrint makes one of each part, so that a paragraph that runs over a page would be read as
two, and a table as two of which the second repeats the head.
"""

from __future__ import annotations

import pydyf

from guidepub.pdf.tags.structure import HEADINGS, Structure

# Parts that WeasyPrint repeats on each page that a table runs over.
_REPEATED = frozenset({"/THead", "/TFoot"})
_NEUTRAL = frozenset({"/Span", "/NonStruct"})
# Elements with text of their own (ISO/TS 32005), and attributes that do not affect it.
_TEXTS = HEADINGS | {"/P", "/LBody", "/Lbl", "/TD", "/TH", "/Caption", "/Link", "/Span"}
_PLAIN = frozenset({"Type", "S", "P", "K", "Pg", "Anchor"})


def join_parts(tree: Structure, parent: pydyf.Dictionary) -> None:
    """Make one of all children of an element that are parts of one box, and so on below them.

    Boxes that WeasyPrint makes for itself share their origin: of those only neighbours are parts
    of one.
    """
    wholes: dict[int, pydyf.Dictionary] = {}
    kids = pydyf.Array()
    before = None
    for kid in parent["K"]:
        child = tree.child(kid)
        if child is None:
            kids.append(kid)
            continue
        origin = child.get("Origin", 0)
        whole = wholes.get(origin) if origin > 0 else before
        if whole is None or not origin or whole.get("Origin") != origin:
            wholes[origin] = before = child
            kids.append(kid)
        elif child["S"] in _REPEATED:
            _silence_again(tree, child, whole)
        else:
            tree.join(child, whole)
            before = whole
    parent["K"] = kids
    for child in list(tree.children(parent)):
        join_parts(tree, child)


def _silence_again(tree: Structure, again: pydyf.Dictionary, first: pydyf.Dictionary) -> None:
    """Make an artifact of what is printed again. Its links are those of what was printed first."""
    links = {each.get("Origin"): each for _, each in tree.walk(first) if each["S"] == "/Link"}
    for _, link in tree.walk(again):
        for annotation in list(tree.annotations(link)):
            tree.give(annotation, link, links[link.get("Origin")])
    tree.silence(again)
    again.clear()


def join_runs(tree: Structure, parent: pydyf.Dictionary) -> None:
    """Forget the origins, and move plain text into the element around it."""
    for child in list(tree.children(parent)):
        child.pop("Origin", None)
        join_runs(tree, child)
        if (
            child["S"] in _NEUTRAL
            and parent.get("S") in _TEXTS
            and not child.keys() - _PLAIN
            and all(not isinstance(kid, bytes) for kid in child["K"])
        ):
            tree.merge(child, parent)
