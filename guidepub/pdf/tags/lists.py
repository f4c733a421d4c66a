"""Lists of the tagged structure: items with a label and one body (ISO 32000-1, 14.8.4.3.3).

ISO 14289-1, 7.2: a list holds items and a caption; an item holds a label and a body, and
whatever it says, paragraphs, tables and lists of its own, is in that body.
"""

from __future__ import annotations

import pydyf

from guidepub.pdf.tags.structure import Structure

# Elements that WeasyPrint, or its HTML, puts around an item's blocks.
_WRAPS = frozenset({"/LBody", "/Div"})
_IN_LINES = frozenset({"/Span", "/NonStruct", "/Link", "/Reference", "/Figure"})

_NOTHING = pydyf.Dictionary()


def mend_lists(tree: Structure) -> None:
    """Let lists hold nothing but items, and items nothing but a label and a body."""
    for _, found in list(tree.walk()):
        if found.get("S") == "/L":
            _keep_items(tree, found)
    for _, item in list(tree.walk()):
        if item.get("S") == "/LI":
            _give_body(tree, item)


def _keep_items(tree: Structure, found: pydyf.Dictionary) -> None:
    """Make items of all that a list holds.

    A group of a term and its meaning becomes one item, the term its label. A list that stands
    next to the item that it belongs to goes into that item.
    """
    kids = pydyf.Array()
    last = None
    for child in list(tree.children(found)):
        if child["S"] == "/Span":
            # White space between blocks that are side by side.
            tree.silence(child)
            child.clear()
            continue
        if child["S"] == "/Div":
            items = _items_of_group(tree, child, found)
        elif child["S"] in ("/LI", "/Caption"):
            items = [child]
        elif last is not None:
            tree.put(child, last)
            continue
        else:
            items = [tree.wrap(child, "LI")]
        kids.extend(item.reference for item in items)
        last = items[-1] if items and items[-1]["S"] == "/LI" else last
    found["K"] = kids


def _items_of_group(
    tree: Structure, group: pydyf.Dictionary, parent: pydyf.Dictionary
) -> list[pydyf.Dictionary]:
    items = list(tree.children(group))
    bodies = [body for item in items for body in tree.children(item)]
    # On a page where a meaning goes on alone there is no term before it.
    if len(items) == len(bodies) == 2 and all(item["S"] == "/LI" for item in items):
        first, second = items
        bodies[0]["S"] = "/Lbl"
        tree.put(bodies[1], first)
        second.clear()
        items = [first]
    for item in items:
        item["P"] = parent.reference
    group.clear()
    return items


def _give_body(tree: Structure, item: pydyf.Dictionary) -> None:
    """Put all of an item except its label into one body."""
    labels = [child.reference for child in tree.children(item, "/Lbl")]
    rest = [kid for kid in item["K"] if kid not in labels]
    if not rest:
        return
    only = tree.object(rest[0]) if len(rest) == 1 and isinstance(rest[0], bytes) else _NOTHING
    if only.get("S") in _WRAPS:
        only["S"] = "/LBody"
        inner = [child for child in tree.children(only) if child["S"] not in _IN_LINES]
        if len(inner) == 1 and inner[0]["S"] == "/Div":
            # The element around the blocks of an item without a bullet, which has a body already.
            tree.merge(inner[0], only)
        for child in tree.children(only, "/Div"):
            # The item's own words where a list or another block stands next to them.
            if all(inner["S"] in _IN_LINES for inner in tree.children(child)):
                child["S"] = "/P"
        return
    body = tree.add("LBody", item)
    for kid in rest:
        child = tree.object(kid) if isinstance(kid, bytes) else _NOTHING
        if child.get("S") in _WRAPS:
            tree.join(child, body)
        else:
            tree.give(kid, item, body)
    item["K"] = pydyf.Array([*labels, body.reference])
