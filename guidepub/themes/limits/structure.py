"""The elements of the leaves with notices: known beforehand, since guidepub makes them.

`templates/base/notice.xhtml` and `templates/base/imprint-page.xhtml` say what a leaf holds,
`pdf.leaves.document` and `epub.documents` what is put around and into it.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Literal, NamedTuple

from cssselect2.parser import Selector

from guidepub.themes.stylesheets.selectors import Element, could_match

NOTICE_LEAVES = frozenset({"imprint-page", "notice"})
"""The kinds of leaves with notices. Their templates are guidepub's own alone."""

Kind = Literal["words", "pair", "beside", "link", "head"]
"""What an element is to a notice.

words: it holds the wording, or is part of it. pair: the last two words of its heading, which are
kept on one line. beside: other words of the leaf. link: one of those. head: what holds its title.
"""


@dataclass(frozen=True, slots=True)
class Known:
    """An element of a leaf with notices, and what it is to them."""

    element: Element
    kind: Kind


class Reach(NamedTuple):
    """The parts of a notice's leaf that a rule could match.

    `band` is a ground before or behind the leaf's head, `part` another pseudo-element, by its
    name. Without any of these, a rule reaches no notice.
    """

    kinds: frozenset[Kind] = frozenset()
    band: bool = False
    part: str = ""

    def __bool__(self) -> bool:
        """Return whether the rule reaches anything."""
        return bool(self.kinds or self.band or self.part)


_HTML = Element("html")
_BODY = Element("body", parent=_HTML)
# Classes that a leaf may have on paper as well.
_SET = {"tight", "loose", "compact", "hyphenated", "dense", "parted"}
_PAGED = {"page-a", "page-b", "body-opening", *_SET}


def _section(*names: str) -> Element:
    return Element("section", frozenset({"leaf", *names, *_PAGED}), None, _BODY)


def _inside(parent: Element, *names: str) -> list[Element]:
    """Return the elements that paper and page lists put into text: single words, spaces, marks of pages.

    A long word may be in what is the last one.
    """
    classes = frozenset({"last-word", "long-word", "address", *names})
    outer = Element("span", classes, None, parent)
    return [outer, Element("span", classes, None, outer)]


def _marks(*parents: Element) -> list[Element]:
    """Return the marks of printed pages that stand before what an element holds."""
    return [Element("span", frozenset(), None, parent) for parent in parents]


def _wording(section: Element) -> list[Known]:
    wording = Element("div", frozenset({"wording"}), None, section)
    heading, words = Element("h2", parent=wording, id=None), Element("p", parent=wording, id=None)
    pair = _inside(heading, "last-words")
    found = [wording, heading, words, *_inside(words), *_marks(wording)]
    return [
        *(Known(element, "words") for element in found),
        *(Known(element, "pair") for element in pair),
    ]


def _notices() -> list[Known]:
    section = _section("notices", "front-notices")
    head = Element("header", frozenset({"opening"}), "", section)
    title = Element("h1", parent=head, id=None)
    beside = [title, *_inside(title, "last-words"), *_marks(section, head), *_paper(section)]
    return [
        Known(section, "words"),
        *_wording(section),
        Known(head, "head"),
        *(Known(element, "beside") for element in beside),
    ]


def _imprint_page() -> list[Known]:
    section = _section("imprint-page")
    title = Element("p", frozenset({"imprint-title"}), None, section)
    cited = Element("cite", parent=title)
    line = Element("p", parent=section, id=None)
    link = Element("a", parent=line)
    found = [title, cited, line, Element("br", parent=line), *_marks(section), *_paper(section)]
    spans = [span for parent in (title, cited, line) for span in _inside(parent)]
    return [
        Known(section, "words"),
        *_wording(section),
        *(Known(element, "beside") for element in (*found, *spans)),
        *(Known(element, "link") for element in (link, *_inside(link))),
    ]


def _paper(section: Element) -> list[Element]:
    """Return the empty elements with which a leaf ends on paper."""
    return [Element("div", frozenset({"overrun"}), None, section)]


NOTICE_ELEMENTS: tuple[Known, ...] = (
    Known(_HTML, "words"),
    Known(_BODY, "words"),
    *_notices(),
    *_imprint_page(),
)
"""Each element of a leaf with notices, with all classes that it could have."""

_BANDS = frozenset({"before", "after"})
# They change what a reader has marked, and no printed page.
_READER_PARTS = frozenset(
    {"selection", "target-text", "spelling-error", "grammar-error", "placeholder"}
    | {"file-selector-button"}
)


@functools.lru_cache(maxsize=4096)
def reach_of(selectors: tuple[Selector, ...]) -> Reach:
    """Return the parts of a notice's leaf that some selectors could match."""
    kinds: set[Kind] = set()
    band, part = False, ""
    for selector in selectors:
        if selector.pseudo_element in _READER_PARTS:
            continue
        own = {known.kind for known in NOTICE_ELEMENTS if could_match(selector, known.element)}
        if not selector.pseudo_element:
            kinds |= own
        elif own == {"head"} and selector.pseudo_element in _BANDS:
            band = True
        elif own:
            part = selector.pseudo_element
    return Reach(frozenset(kinds), band, part)
