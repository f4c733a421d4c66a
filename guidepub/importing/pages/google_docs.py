"""Rewrites pages exported from Google Docs with ordinary HTML elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from lxml.html import HtmlElement

from guidepub.importing.originals.inline import LINE_THROUGH
from guidepub.importing.pages.program_pages import BOLD, rewritten, wrap

_SIGN = re.compile(
    r"themes\.googleusercontent\.com/fonts|\bclass=\"[^\"]{0,80}doc-content|lst-kix_"
)
_RULE = re.compile(r"\.(c\d{1,4})\s*\{([^{}]{0,2000})\}")
_MARKS = (
    ("b", BOLD),
    ("i", re.compile(r"font-style:\s*italic")),
    ("s", LINE_THROUGH),
)
_LIST = re.compile(r"\blst-(?P<name>kix_\w+)-(?P<level>\d{1,2})\b")
_LEADING = "www.google.com"


def as_page_of_google_docs(text: str) -> str:
    """Return a page with its title, marks, links and notes as elements, if Google Docs made it."""
    return rewritten(text, _SIGN, _with_elements)


def _with_elements(root: HtmlElement) -> None:
    """Replace the meanings of classes and links by elements."""
    marks = dict(_marks("".join(str(style.text or "") for style in root.iter("style"))))
    for element in list(root.iter("p", "span", "a")):
        classes = (element.get("class") or "").split()
        if element.tag == "p" and "title" in classes:
            element.tag = "h1"
            element.set("class", "guide-title")
        elif element.tag == "a":
            _resolve_link(element)
            _mark_comment(element)
        elif element.tag == "span":
            for mark in {m for name in classes for m in marks.get(name, ())}:
                wrap(element, mark)
    for listed in list(root.iter("ul", "ol")):
        _nest_list(listed)


def _marks(style: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the classes of a stylesheet that mean bold, italic or struck-out words."""
    for rule in _RULE.finditer(style):
        if found := tuple(mark for mark, form in _MARKS if form.search(rule[2])):
            yield rule[1], found


def _resolve_link(link: HtmlElement) -> None:
    """Replace Google's redirect in a link by its target, and mark the paragraph of a note."""
    address = link.get("href") or ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return
    if parts.hostname == _LEADING and parts.path == "/url":
        link.set("href", next(iter(parse_qs(parts.query).get("q", [])), address))
    parent = link.getparent()
    if (link.get("id") or "").startswith("ftnt") and parent is not None and parent.tag == "p":
        parent.set("id", link.attrib.pop("id"))


def _mark_comment(link: HtmlElement) -> None:
    """Mark a comment and its call by class names as not part of the text."""
    if not (link.get("id") or "").startswith("cmnt"):
        return
    parent = link.getparent()
    if parent is not None and parent.tag in ("sup", "p"):
        holder = parent.getparent()
        alone = parent.tag == "p" and holder is not None and holder.tag == "div"
        (holder if alone and holder is not None else parent).set("class", "comments")


def _nest_list(listed: HtmlElement) -> None:
    """Move a list into the item above that it belongs to, or join it to the list that it continues.

    Google writes each level of a list, and what follows it, as a list of its own.
    """
    above = listed.getprevious()
    own, level = _place(listed)
    if level < 0 or above is None or (above.tail or "").strip():
        return
    found, last = above, _place(above)[1]
    while 0 <= last < level and len(found):
        within = [part for part in found[-1] if part.tag in ("ul", "ol")]
        if not within or _place(within[-1])[1] > level:
            break
        found, last = within[-1], _place(within[-1])[1]
    if _place(found) == (own, level) and found.tag == listed.tag and not _starts(listed):
        found.extend(list(listed))
        listed.drop_tree()
    elif 0 <= last < level and len(found):
        found[-1].append(listed)


def _place(listed: HtmlElement) -> tuple[str, int]:
    """Return the id of a document's list, and its level, or "" and -1 for another list."""
    match = _LIST.search(listed.get("class") or "")
    return (match["name"], int(match["level"])) if match else ("", -1)


def _starts(listed: HtmlElement) -> bool:
    return "start" in (listed.get("class") or "").split()
