"""Recognises pages that only link to others: a site's front page, or a list of its posts."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from guidepub.importing.headings.known import known_section
from guidepub.importing.originals.escaping import spaced
from guidepub.importing.pages.elements import HEADINGS

_CARDS = ("article", "li", "div", "section")
_BESIDE = ("nav", "header", "footer", "aside", "script", "style", "noscript")
_FEWEST, _LONGEST = 3, 80
# The proportion of a page's words that are in its cards.
_MOST_OF = 0.6


def linked_pages(body: HtmlElement) -> list[str]:
    """Return the names of the pages that a page links to, if it does nothing else, or [].

    Each has a heading that is a link, above a few words; none names a section of a guide.
    """
    cards = {card: name for card in body.iter(*_CARDS) if (name := _name_of(card))}
    inner = [
        card for card in cards if not any(each in cards for each in card.iterdescendants(*_CARDS))
    ]
    names = [cards[card] for card in inner]
    if len(set(names)) < _FEWEST or any(known_section(name) for name in names):
        return []
    others = (each for each in body.iter(*HEADINGS) if not _link_of(each))
    if any(known_section(spaced(each.text_content())) for each in others):
        return []
    in_cards = sum(len(spaced(card.text_content()).split()) for card in inner)
    return names if in_cards >= _MOST_OF * sum(len(words.split()) for words in _words(body)) else []


def _name_of(card: HtmlElement) -> str:
    """Return the words of a card's only heading, if it is a link to another page, or ""."""
    heads = list(card.iterdescendants(*HEADINGS))
    if len(heads) != 1 or len(card.text_content().split()) > _LONGEST:
        return ""
    return spaced(heads[0].text_content()) if _link_of(heads[0]) else ""


def _link_of(heading: HtmlElement) -> str:
    """Return the target of a heading that is completely a link, or ""."""
    links = [*heading.iter("a"), *heading.iterancestors("a")]
    target = (links[0].get("href") or "") if len(links) == 1 else ""
    is_whole = bool(links) and spaced(links[0].text_content()).startswith(
        spaced(heading.text_content())
    )
    return target if is_whole and not target.startswith("#") else ""


def _words(element: HtmlElement) -> Iterator[str]:
    """Yield the words of a page, except in parts that every page of a site has."""
    walk: list[HtmlElement | str] = [element]
    while walk:
        part = walk.pop()
        if isinstance(part, str):
            yield part
        elif isinstance(part.tag, str) and part.tag not in _BESIDE:
            walk += [
                part.text or "",
                *(each for child in part for each in (child, child.tail or "")),
            ]
