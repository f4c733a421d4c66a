"""Reads numbered captions of a Word file (SEQ), and references to them and to headings.

Word writes “Figure 2” before a caption with a counting field and a bookmark around it. A reference is
a field that repeats the content of the bookmark (REF), or the number of its page (PAGEREF).
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from lxml import etree

from guidepub.importing.originals.crossrefs import LABEL, REFERENCE
from guidepub.importing.originals.escaping import spaced
from guidepub.importing.word.index import WordField, fields_in
from guidepub.importing.word.styles import Styles
from guidepub.importing.word.xml import child, new_element, tag, value, words
from guidepub.words.names import slugify

# The prefixes of bookmarks around labels and references in mammoth's HTML.
_MARK = "guidepub-place-"
_SEQUENCE = re.compile(r"\s*SEQ\s", re.I)
_CROSS = re.compile(
    r"\s*(?P<kind>REF|PAGEREF|NOTEREF)\s+(?P<name>\S+)(?P<switches>.*)", re.I | re.S
)
# Switches that print a paragraph's number or position (ECMA-376 Part 1, 17.16.5.53).
_OTHERWISE = re.compile(r"\\[nrwpdf]\b", re.I)
_BEFORE_NUMBER = re.compile(r"[^\W\d_][^\W\d_ .]{0,29}\.?")
_PARAGRAPH = re.compile(rf'<p>(?=(?:<a id="[^"]{{0,200}}"></a>){{0,20}}<a id="{_MARK}label-)')
_PLACE = re.compile(rf'<a id="{_MARK}(?:(label|reference)-(\d{{1,9}})|end)"></a>')


@dataclass(frozen=True, slots=True)
class _Target:
    """The target of a bookmark: a caption by its label and number, or else a heading."""

    words: str
    label: str = ""
    number: str = ""


@dataclass(slots=True)
class WordPlaces:
    """The titles of the elements for labels and references (see `crossrefs.marker_markdown`)."""

    titles: list[str] = field(default_factory=list)

    def in_page(self, page: str) -> str:
        """Return mammoth's HTML with elements around labels and references."""
        page = _PARAGRAPH.sub('<p class="caption">', page)
        return _PLACE.sub(self._element, page)

    def _element(self, mark: re.Match[str]) -> str:
        if not mark[1]:
            return "</span>"
        kind = LABEL if mark[1] == "label" else REFERENCE
        return f'<span class="{kind}" title="{html.escape(self.titles[int(mark[2])])}">'


def mark_places(tree: etree._Element, styles: Styles) -> WordPlaces:
    """Put bookmarks around the numbers of captions and around references."""
    places = WordPlaces()
    found = list(fields_in(tree))
    targets: dict[str, _Target] = {}
    for each in found:
        if _SEQUENCE.match(each.instruction) and (target := _caption(each, styles)):
            targets |= dict.fromkeys(_bookmarks(each.paragraph), target)
            _mark(places, "label", target.label, _first(each.paragraph), each.end)
    for paragraph in tree.iter("{*}p"):
        if styles.is_heading(_style(paragraph)) and (title := spaced(words(paragraph))):
            targets |= dict.fromkeys(_bookmarks(paragraph), _Target(title))
    for each in found:
        if cross := _CROSS.match(each.instruction):
            title = _asked(cross, spaced(each.result), targets.get(cross["name"]))
            _mark(places, "reference", title, each.begin, each.end)
    return places


def _asked(cross: re.Match[str], shown: str, target: _Target | None) -> str:
    """Return the target of a reference, or "" if no reference of ours prints the same."""
    kind = cross["kind"].upper()
    if target is None or kind == "NOTEREF" or _OTHERWISE.search(cross["switches"]):
        return ""
    if kind == "PAGEREF":
        return f"pageref:{target.label}" if target.label else f"heading-page:{target.words}"
    if not target.label:
        return f"heading:{target.words}" if shown == target.words else ""
    if shown == target.words:
        return f"numref:{target.label}"
    return f"numref:{target.label} {{number}}" if shown == target.number else ""


def _caption(sequence: WordField, styles: Styles) -> _Target | None:
    """Return the label of a caption that begins with a word and a number, such as “Figure 2”."""
    before: list[str] = []
    for run in sequence.paragraph.iter("{*}r"):
        if run is sequence.begin:
            break
        before.append(words(run))
    word, number = spaced("".join(before)), spaced(sequence.result)
    if styles.is_heading(_style(sequence.paragraph)) or not _BEFORE_NUMBER.fullmatch(word):
        return None
    label = slugify(f"{word} {number}")
    return _Target(f"{word} {number}", label, number) if number and label else None


def _mark(
    places: WordPlaces, kind: str, title: str, begin: etree._Element | None, end: etree._Element
) -> None:
    if begin is None:
        return
    for name, put in (
        (f"{_MARK}{kind}-{len(places.titles)}", begin.addprevious),
        (f"{_MARK}end", end.addnext),
    ):
        mark = new_element(end, "bookmarkStart")
        mark.set(tag(end, "name"), name)
        put(mark)
    places.titles.append(title)


def _first(paragraph: etree._Element) -> etree._Element | None:
    return next(paragraph.iter("{*}r"), None)


def _bookmarks(paragraph: etree._Element) -> list[str]:
    return [value(each, "name") for each in paragraph.iter("{*}bookmarkStart")]


def _style(paragraph: etree._Element) -> str:
    return value(child(child(paragraph, "pPr"), "pStyle"), "val")
