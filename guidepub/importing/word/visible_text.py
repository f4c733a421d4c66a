"""Rewrites what Word shows in forms that mammoth reads, and reports text that Word hides.

mammoth skips elements that it does not know, with their words, and prints what Word hides. So the
trees are changed first: fields are converted to the kind that it reads, hidden words removed, and
words in boxes and equations become ordinary words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from guidepub.importing.originals.escaping import spaced
from guidepub.importing.word.drawings import objects, show_boxes, show_equations
from guidepub.importing.word.index import mark_entries
from guidepub.importing.word.numbers import Numbering
from guidepub.importing.word.parts import Parts
from guidepub.importing.word.references import WordPlaces, mark_places
from guidepub.importing.word.rows import fill_indented_rows
from guidepub.importing.word.styles import Styles
from guidepub.importing.word.xml import (
    child,
    children,
    integer,
    is_on,
    name_of,
    new_element,
    remove,
    replace,
    tag,
    text,
    unwrap,
    value,
    words,
)

NUMBER = "guidepub-number-"
"""The prefix of bookmarks that carry the numbers of list items into mammoth's HTML."""

# The prefix of all bookmarks that are inserted here.
_OURS = "guidepub-"

# The private-use characters for symbol fonts (ECMA-376 Part 1, 17.3.3.30).
_SIGNS = range(0xF000, 0xF100)
_LARGEST_SIGN = 0xD7FF
# The visible contents of a run, without the instructions of fields.
_SEEN = frozenset(
    {"t", "tab", "br", "cr", "sym", "noBreakHyphen", "softHyphen", "ptab", "drawing", "pict",
     "object", "footnoteReference", "endnoteReference"}
)  # fmt: skip
# Elements that only contain others, which mammoth does not know.
_HOLDERS = frozenset({"dir", "bdo", "rubyBase"})


@dataclass(slots=True)
class Unseen:
    """Words that Word does not print, and `others`, which could not be imported unchanged."""

    hidden: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    margins: list[str] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    entries: list[str] = field(default_factory=list)
    """The index entries, at the bookmarks with their numbers."""
    places: WordPlaces = field(default_factory=WordPlaces)
    """The meanings of the bookmarks around labels and references."""


def rewrite_as_shown(parts: Parts) -> Unseen:
    """Change the trees of a Word file to what Word shows, and return what it does not show.

    Raises:
        InputError: a part is not well-formed, or nested too deeply (I003, I004).
    """
    unseen = Unseen()
    styles = Styles(_first(parts, "styles"))
    names = (parts.document, *parts.related("footnotes"), *parts.related("endnotes"))
    trees = [tree for name in names if (tree := parts.tree(name)) is not None]
    for tree in trees:
        for mark in [*tree.iter("{*}bookmarkStart")]:
            if value(mark, "name").startswith(_OURS):
                remove(mark)
        _rewrite(tree, styles, unseen)
    for tree in trees[:1]:
        unseen.entries, lost = mark_entries(tree, styles)
        unseen.others += lost
        unseen.places = mark_places(tree, styles)
        numbering = Numbering(_first(parts, "numbering"), styles)
        _mark_numbers(tree, numbering, styles)
        unseen.others += (
            f"what a list prints around its numbers: {lost}" for lost in numbering.lost
        )
    for comments in _trees(parts, "comments"):
        unseen.comments += [spaced(words(each)) for each in children(comments, "comment")]
    margins = (spaced(words(t)) for kind in ("header", "footer") for t in _trees(parts, kind))
    unseen.margins += dict.fromkeys(filter(None, margins))
    return unseen


def _trees(parts: Parts, kind: str) -> Iterator[etree._Element]:
    for name in parts.related(kind):
        if (tree := parts.tree(name)) is not None:
            yield tree


def _first(parts: Parts, kind: str) -> etree._Element | None:
    return next(_trees(parts, kind), None)


def _rewrite(tree: etree._Element, styles: Styles, unseen: Unseen) -> None:
    unseen.others += objects(tree)
    show_boxes(tree)
    unseen.others += show_equations(tree)
    unseen.deleted += _deleted(tree)
    for element in list(tree.iter()):
        name = name_of(element)
        if name == "fldSimple":
            _as_complex_field(element)
        elif name in _HOLDERS:
            unwrap(element)
        elif name == "sdt" and is_on(child(child(element, "sdtPr"), "showingPlcHdr")):
            # The placeholder of a form field that is not filled in.
            unseen.hidden.append(spaced(words(element)))
            _remove_words(element)
        elif name == "ruby":
            for reading in list(children(element, "rt")):
                unseen.others.append(f"a phonetic guide: {spaced(words(reading))}")
                element.remove(reading)
            unwrap(element)
        elif name == "r":
            unseen.others += _changed_run(element)
    for row in list(tree.iter("{*}tr")):
        if name_of(row) and is_on(child(child(row, "trPr"), "hidden")):
            unseen.hidden.append(spaced(words(row)))
            remove(row)
    fill_indented_rows(tree)
    for paragraph in list(tree.iter("{*}p")):
        if not name_of(paragraph):
            continue
        unseen.hidden += _remove_hidden_runs(paragraph, styles)
        if styles.is_contents(value(child(child(paragraph, "pPr"), "pStyle"), "val")):
            # A book generates its own, with its own page numbers.
            unseen.contents.append(spaced(words(paragraph)))
            _remove_words(paragraph)


def _changed_run(run: etree._Element) -> Iterator[str]:
    """Change a run's parts to those that mammoth knows, and yield what is lost."""
    for part in list(run):
        name = name_of(part)
        if name == "cr":
            replace(part, new_element(run, "br"))
        elif name == "ptab":
            replace(part, new_element(run, "tab"))
        elif name == "br" and value(part, "type") in ("page", "column"):
            # The words before and after a page break are separate.
            replace(part, text(run, " "))
        elif name == "sym":
            code = value(part, "char")
            sign = int(code, 16) if 0 < len(code) < 7 and _is_hexadecimal(code) else 0
            if sign not in _SIGNS and 0x20 < sign <= _LARGEST_SIGN:
                replace(part, text(run, chr(sign)))
        elif name == "fldChar":
            choice = child(child(part, "ffData"), "ddList")
            entries = [value(entry, "val") for entry in children(choice, "listEntry")]
            chosen = integer(value(child(choice, "result"), "val"), 0)
            if chosen < len(entries):
                run.addnext(new_element(run, "r", text(run, entries[chosen])))
        elif name == "object":
            yield "an embedded file"


def _remove_hidden_runs(paragraph: etree._Element, styles: Styles) -> Iterator[str]:
    """Remove the hidden runs of a paragraph, and yield their words."""
    whole = styles.hides(value(child(child(paragraph, "pPr"), "pStyle"), "val"))
    runs: list[str] = []
    for run in paragraph.iter("{*}r"):
        properties = child(run, "rPr")
        own = child(properties, "vanish")
        style = styles.hides(value(child(properties, "rStyle"), "val"))
        hides = is_on(own) if own is not None else whole if style is None else style
        seen = [part for part in run if name_of(part) in _SEEN] if hides else []
        runs.append(words(run) if seen else "")
        for part in seen:
            run.remove(part)
    if found := spaced("".join(runs)):
        yield found


def _remove_words(holder: etree._Element) -> None:
    """Remove all words from an element, but keep the beginnings and ends of fields in it."""
    for run in list(holder.iter("{*}r")):
        for part in [part for part in run if name_of(part) in _SEEN]:
            run.remove(part)


def _deleted(tree: etree._Element) -> Iterator[str]:
    """Yield the words that are marked as deleted, which mammoth leaves out."""
    for element in tree.iter("{*}del"):
        found = spaced("".join(e.text or "" for e in element.iter("{*}delText")))
        if name_of(element) and found:
            yield found


def _as_complex_field(element: etree._Element) -> None:
    """Convert a simple field to a complex one (ECMA-376 Part 1, 17.16.18, 17.16.19)."""
    instruction = new_element(element, "instrText")
    instruction.text = value(element, "instr")
    marks = []
    for kind in ("begin", "separate", "end"):
        mark = new_element(element, "fldChar")
        mark.set(tag(element, "fldCharType"), kind)
        marks.append(new_element(element, "r", mark))
    begin, separate, end = marks
    result = [part for part in element if name_of(part) != "fldData"]
    element[:] = [begin, new_element(element, "r", instruction), separate, *result, end]
    unwrap(element)


def _mark_numbers(tree: etree._Element, numbering: Numbering, styles: Styles) -> None:
    """Mark each numbered paragraph with its number, since mammoth restarts every list."""
    for paragraph in tree.iter("{*}p"):
        number = numbering.number(paragraph) if name_of(paragraph) else None
        properties = child(paragraph, "pPr")
        if number is None or properties is None:
            continue
        if not styles.is_heading(value(child(properties, "pStyle"), "val")):
            mark = new_element(paragraph, "bookmarkStart")
            mark.set(tag(paragraph, "name"), f"{NUMBER}{number.count}-{number.form}")
            properties.addnext(mark)


def _is_hexadecimal(code: str) -> bool:
    return all(sign in "0123456789abcdefABCDEF" for sign in code)
