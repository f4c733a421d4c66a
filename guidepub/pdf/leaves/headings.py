"""Headings on paper: what they are called elsewhere, and how their last line falls."""

from __future__ import annotations

from lxml import etree

from guidepub.themes.leaves import CALLS, words_of

_HEADINGS = ("h1", "h2", "h3", "h4")
# Letters up to which two words are no burden on a heading's line.
_SHORT_PAIR = 19


def name_headings(element: etree._Element) -> None:
    """Say what a heading with marks is called: bookmarks leave these out."""
    for heading in element.iter(*_HEADINGS):
        if any(link.get("class") in CALLS for link in heading.iter("a")):
            heading.set("data-label", words_of(heading))


def balance_headings(element: etree._Element) -> None:
    """Keep a heading's last two words together: its last line is then no single word.

    Where they are the greater part of it, a break before them would be the worse one.
    """
    for heading in element.iter(*_HEADINGS):
        last = heading[-1] if len(heading) else None
        text = ((heading.text if last is None else last.tail) or "").rstrip()
        # Spaces alone part words here: those that forbid a break stay what they are.
        before, pair = _last_pair(text)
        rest = len(str(heading.xpath("string()")).rstrip()) - len(pair)
        if not pair or len(pair) > min(rest, _SHORT_PAIR):
            continue
        if last is None:
            heading.text = before
        else:
            last.tail = before
        etree.SubElement(heading, "span", {"class": "last-words"}).text = pair


def _last_pair(text: str) -> tuple[str, str]:
    """Return a text up to its last two words, and these: nothing where a mark is in them."""
    before, space, last = text.rpartition(" ")
    before, first_space, first = before.rpartition(" ")
    if not (space and first_space and first and last):
        return text, ""
    return before + first_space, first + space + last
