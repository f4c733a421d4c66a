"""Separates the parts of cards: a figure and its label, next to each other without a space.

On screen, stylesheets separate them. As text they would run together, “Median3.205 €”, or become
separate paragraphs without a meaning.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from lxml.html import HtmlElement

from guidepub.importing.originals.inline import BLOCKS

_DIGIT = re.compile(r"\d")
# The boundary between parts of a card: not between “$” and “45”, nor “45” and “.50” or “%”.
_ENDS, _BEGINS = re.compile(r"[\w)%€£.!?]$"), re.compile(r"[\w($€£+−–-]")
_RAISED = frozenset({"sup", "sub", "br", "img", "svg", "wbr"})
_HOLDING = frozenset("div li article section a dd td".split())
_FIGURE = re.compile(
    r"[^\w\d]{0,3}(?:[^\W\d_]{1,3}\W{1,2})?\d[\d.,'’\s]{0,16}\W{0,2}(?:[^\W\d_]{1,8}\.?)?\W{0,2}"
)
_LONGEST, _LONGEST_FIGURE, _MOST_PARTS = 160, 30, 4
_FEWEST_CARDS = 2


def separate_cards(body: HtmlElement) -> None:
    """Insert spaces between the parts of cards, and make one paragraph of parts in several blocks."""
    cards = [element for element in body.iter(*_HOLDING) if _is_card(element)]
    shapes = Counter((card.getparent(), _shape(card)) for card in cards)
    for card in cards:
        if shapes[card.getparent(), _shape(card)] >= _FEWEST_CARDS:
            for part in card:
                if part.tag in BLOCKS:
                    part.tag = "span"
                part.tail = " "
    for element in body.iter():
        if isinstance(element.tag, str) and len(element) > 1 and not (element.text or "").strip():
            _part(element)


def _part(element: HtmlElement) -> None:
    """Insert a space between adjacent parts of an element, if one of them is a figure."""
    for one, other in pairwise(element):
        if one.tail or {one.tag, other.tag} & _RAISED or not _is_inline(one, other):
            continue
        words = one.text_content().strip(), other.text_content().strip()
        is_apart = _ENDS.search(words[0]) and _BEGINS.match(words[1])
        is_one_number = words[0][-1:].isdigit() and words[1][:1].isdigit()
        is_letter = any(len(part) == 1 and part.isalpha() for part in words)
        if is_apart and not is_one_number and not is_letter and _DIGIT.search("".join(words)):
            one.tail = " "


def _is_inline(one: HtmlElement, other: HtmlElement) -> bool:
    parts = (one, other)
    return all(isinstance(part.tag, str) and part.tag not in BLOCKS for part in parts)


def _is_card(element: HtmlElement) -> bool:
    """Return whether an element contains only a figure and a short label."""
    if not 2 <= len(element) <= _MOST_PARTS or (element.text or "").strip():
        return False
    if any(not _is_part(part) for part in element):
        return False
    words = [" ".join(part.text_content()[: _LONGEST + 1].split()) for part in element]
    figures = [part for part in words if len(part) <= _LONGEST_FIGURE and _FIGURE.fullmatch(part)]
    return len(figures) == 1 and all(words) and sum(map(len, words)) <= _LONGEST


def _is_part(part: HtmlElement) -> bool:
    is_text = isinstance(part.tag, str) and part.tag in ("p", "div", "span", "b", "strong", "small", "i", "em")  # fmt: skip
    is_flat = not any(inner.tag in BLOCKS for inner in part.iterdescendants())
    return is_text and is_flat and not (part.tail or "").strip()


def _shape(card: HtmlElement) -> tuple[str, ...]:
    return (str(card.tag), *(str(part.tag) for part in card))
