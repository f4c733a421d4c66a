"""Links: where they can be clicked, and each annotation in the link that it belongs to.

ISO 14289-1, 7.18.5 with ISO 32000-1, 14.8.4.4.2: a link annotation is in a Link element, as
an object reference. WeasyPrint gives an annotation to each box within a link, such as bold
type or a picture, and an element to each of its lines.
"""

from __future__ import annotations

import re

import pydyf

from guidepub.model import Book
from guidepub.pdf.engine.weasyprint import Box, TextBox
from guidepub.pdf.tags.structure import Structure

PageLink = tuple[str, str, tuple[float, float, float, float], Box]
"""One of `Page.links`: its kind, its target, its left, top, right and bottom, and its box."""

# Elements without a meaning of their own may become the link itself.
_PLAIN = frozenset({"/NonStruct", "/Span", "/Div"})
# The endings of the ids of notes.
_NOTE = re.compile(r"_note_(\d+)$")


def clickable(link: PageLink) -> PageLink:
    """Return a link of a laid-out page with an area at least as high as its text.

    WeasyPrint makes it as high as the line, and raised figures have lines of no height.
    """
    kind, target, (left, top, right, bottom), box = link
    heights = [float(each.height) for each in box.descendants() if isinstance(each, TextBox)]
    short = max(heights, default=0.0) - (bottom - top)
    if short > 0:
        top, bottom = top - short / 2, bottom + short / 2
    return kind, target, (left, top, right, bottom), box


def describe_targets(book: Book, pdf: pydyf.PDF) -> None:
    """Describe in words where links inside a book lead: a leaf's title, a source's, a note.

    ISO 14289-1, 7.18.5: a link has an alternative description. WeasyPrint takes the target's
    name, which is good for addresses of the web alone.
    """
    known = {leaf.id: leaf.title for leaf in book.leaves}
    known |= {f"source-{key}": source.title for key, source in book.guide.sources.items()}
    notes = book.phrases["notes"]
    for item in pdf.objects:
        if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Annot" and "Dest" in item:
            target = _target(item)
            number = _NOTE.search(target)
            words = f"{notes}: {number[1]}" if number else known.get(target, target)
            item["Contents"] = pydyf.String(words)


def mend_links(tree: Structure) -> None:
    """Put each link's annotations into it, one for each line."""
    for _, link in list(tree.walk()):
        if link.get("S") == "/Link":
            _take_generated(tree, link)
    _gather(tree, tree.root, None)
    for _, link in list(tree.walk()):
        if link["S"] == "/Link":
            _keep_one_annotation(tree, link)


def join_links(tree: Structure) -> None:
    """Make one of links that follow each other on a page and lead to one place.

    They are what a block parts of one link, which a reader then hears once.
    """
    for element in [tree.root, *(each for _, each in tree.walk())]:
        _join_neighbours(tree, element)


def note_called(tree: Structure, link: pydyf.Dictionary) -> str:
    """Return the name of the note that a link leads to, or an empty text."""
    return next((name for name in _targets(tree, link) if _NOTE.search(name)), "")


def _take_generated(tree: Structure, link: pydyf.Dictionary) -> None:
    """Make one link of what a link's generated text adds to it, and silence its leaders.

    A contents entry is a link, its page number one in it, and the dots one in that.
    """
    for added in list(tree.children(link, "/Link")):
        for leader in list(tree.children(added, "/Link")):
            tree.silence(leader)
            tree.merge(leader, added)
        tree.merge(added, link)


def _gather(tree: Structure, element: pydyf.Dictionary, link: pydyf.Dictionary | None) -> None:
    """Move the annotations of what is in a link up to the link.

    An annotation that is in none gets one around it.
    """
    for child in list(tree.children(element)):
        around = child if child["S"] == "/Link" else link
        if around is not child and (held := list(tree.annotations(child))):
            if around is None and child["S"] in _PLAIN:
                child["S"], around = "/Link", child
            else:
                around = around or tree.wrap(child, "Link")
                for reference in held:
                    tree.give(reference, child, around)
        _gather(tree, child, around)


def _keep_one_annotation(tree: Structure, link: pydyf.Dictionary) -> None:
    """Let one annotation reach over all that a line of a link holds, instead of several."""
    kept: dict[str, pydyf.Dictionary] = {}
    for reference in list(tree.annotations(link)):
        annotation = tree.annotation(reference)
        first = kept.setdefault(_target(annotation), annotation)
        if first is not annotation:
            first["Rect"] = _bounding_rectangle(first["Rect"], annotation["Rect"])
            tree.drop_annotation(reference, link)


def _join_neighbours(tree: Structure, parent: pydyf.Dictionary) -> None:
    before = None
    for child in list(tree.children(parent)):
        if (
            before is not None
            and child["S"] == before["S"] == "/Link"
            and child["Pg"] == before["Pg"]
            and (targets := _targets(tree, child))
            and targets == _targets(tree, before)
        ):
            parent["K"].remove(child.reference)
            tree.join(child, before)
        else:
            before = child


def _targets(tree: Structure, link: pydyf.Dictionary) -> set[str]:
    return {_target(tree.annotation(reference)) for reference in tree.annotations(link)}


def _target(annotation: pydyf.Dictionary) -> str:
    target = annotation["Dest"] if "Dest" in annotation else annotation["A"]["URI"]
    return str(target.string)


def _bounding_rectangle(first: pydyf.Array, second: pydyf.Array) -> pydyf.Array:
    """Return the smallest rectangle around two, each given by two opposite corners."""
    xs = (first[0], first[2], second[0], second[2])
    ys = (first[1], first[3], second[1], second[3])
    return pydyf.Array((min(xs), min(ys), max(xs), max(ys)))
