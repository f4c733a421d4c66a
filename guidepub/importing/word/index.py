"""Reads fields of a Word file, and converts its index entries (XE)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from guidepub.importing.originals.escaping import spaced
from guidepub.importing.word.styles import Styles
from guidepub.importing.word.xml import child, name_of, new_element, tag, value, words

INDEX = "guidepub-index-"
"""The prefix of bookmarks that carry the numbers of index entries into mammoth's HTML."""

# ECMA-376 Part 1, 17.16.5.74: the entry, with colons between its levels, and switches after it.
_ENTRY = re.compile(r'\s*XE\s+["“”](?P<words>[^"“”]{1,200})["“”](?P<switches>.*)', re.I | re.S)
_INSTEAD = re.compile(
    r'\\t\s+["“”](?:(?P<also>see also)|see)\s+(?P<other>[^"“”]{1,200})["“”]', re.I
)
# Characters that would be read as part of the mark itself.
_SIGNS = re.compile(r"[`;<>{}\[\]*_~^\\$]")


@dataclass(frozen=True, slots=True)
class WordField:
    """A field of a paragraph: the runs where it begins and ends, its instruction, and its result."""

    begin: etree._Element
    end: etree._Element
    paragraph: etree._Element
    instruction: str
    result: str


def mark_entries(tree: etree._Element, styles: Styles) -> tuple[list[str], list[str]]:
    """Mark the entries of a text's index with bookmarks, and return each entry in Markdown.

    Bookmarks are numbered from 0. The second list has the entries that could not be imported: those
    in a heading or without words around them, and cross-references without a target.
    """
    found = [each for each in fields_in(tree) if _ENTRY.match(each.instruction)]
    placed = {_levels(each.instruction)[0].casefold() for each in found if not _is_sent_on(each)}
    entries: list[str] = []
    lost: list[str] = []
    for each in found:
        entry = _entry(each.instruction, placed)
        style = value(child(child(each.paragraph, "pPr"), "pStyle"), "val")
        if entry is None or styles.is_heading(style) or not spaced(words(each.paragraph)):
            lost.append(f"an entry of the index: {'; '.join(_levels(each.instruction))}")
            continue
        mark = new_element(each.begin, "bookmarkStart")
        mark.set(tag(each.begin, "name"), f"{INDEX}{len(entries)}")
        each.begin.addprevious(mark)
        entries.append(entry)
    return entries, lost


def fields_in(tree: etree._Element) -> Iterator[WordField]:
    """Yield the fields that begin and end in the same paragraph, without nested ones."""
    for paragraph in tree.iter("{*}p"):
        begin: etree._Element | None = None
        instruction: list[str] = []
        seen: list[str] = []
        for part in paragraph.iter("{*}fldChar", "{*}instrText", "{*}t"):
            run, kind = part.getparent(), value(part, "fldCharType")
            if name_of(part) == "instrText":
                instruction.append(part.text or "")
            elif name_of(part) == "t":
                seen.append(part.text or "")
            elif kind == "begin" and run is not None:
                begin, instruction = run, []
            elif kind == "separate":
                seen = []
            elif begin is not None:
                end = run if run is not None else begin
                yield WordField(begin, end, paragraph, "".join(instruction), "".join(seen))
                begin = None


def _levels(instruction: str) -> list[str]:
    match = _ENTRY.match(instruction)
    words = match["words"] if match else ""
    levels = [spaced(_SIGNS.sub(" ", level)) for level in words.split(":")]
    main, *below = list(filter(None, levels)) or ["?"]
    return [main, ", ".join(below)] if below else [main]


def _is_sent_on(field: WordField) -> bool:
    return re.search(r"\\t\b", field.instruction) is not None


def _entry(instruction: str, placed: set[str]) -> str | None:
    """Return an entry as a guide writes it, or None if it refers to an entry without a page."""
    levels = _levels(instruction)
    match = _INSTEAD.search(instruction)
    if match is None:
        return None if re.search(r"\\t\b", instruction) else f"single: {'; '.join(levels)}"
    other = spaced(_SIGNS.sub(" ", match["other"])).rstrip(".")
    is_also = match["also"] is not None
    here, there = levels[0].casefold(), other.casefold()
    if there not in placed or there == here or (is_also and here not in placed):
        return None
    return f"{'seealso' if is_also or here in placed else 'see'}: {levels[0]}; {other}"
