"""Rewrites pages saved by Word, or pasted from it, with elements instead of Word's classes."""

from __future__ import annotations

import re
from itertools import groupby

from lxml.html import HtmlElement

from guidepub.importing.pages.program_pages import rewritten

_SIGN = re.compile(r"\bclass=[\"']?Mso|urn:schemas-microsoft-com:office")
_HEADING = re.compile(r"MsoHeading([1-6])$")
_LIST = re.compile(r"mso-list:\s*l\d+", re.IGNORECASE)
_MARK = re.compile(r"(?:[·•o§▪–-]|(?P<number>\d{1,3})[.)])")
_COMMENTS = re.compile(r"mso-element:\s*comment-list", re.IGNORECASE)
_NOTE = re.compile(r"_(?:ftn|edn)\d+$")


def as_page_of_word(text: str) -> str:
    """Return a page with its title, headings, lists and notes as elements, if Word made it."""
    return rewritten(text, _SIGN, _with_elements)


def _with_elements(root: HtmlElement) -> None:
    """Replace the meanings of classes by elements."""
    for part in list(root.iter("p")):
        name = (part.get("class") or "").split(" ")[0]
        if name == "MsoTitle":
            part.tag = "h1"
        elif heading := _HEADING.match(name):
            part.tag = f"h{heading[1]}"
    _set_comments_apart(root)
    for link in list(root.iter("a")):
        _note(link)
    for parent in list({part.getparent() for part in root.iter("p") if _is_item(part)}):
        if parent is not None:
            _list_items(parent)


def _set_comments_apart(root: HtmlElement) -> None:
    """Remove the calls of reviewers' comments, and mark the comments as not part of the text."""
    for part in list(root.iter("div", "span")):
        if part.tag == "span" and "MsoCommentReference" in (part.get("class") or ""):
            part.drop_tree()
        elif part.tag == "div" and _COMMENTS.search((part.get("style") or "")[:400]):
            part.set("class", "comments")


def _note(link: HtmlElement) -> None:
    """Mark a note's call as one, and give the note's paragraph the id that the call refers to."""
    name = link.get("name") or link.get("id") or ""
    parent = link.getparent()
    if _NOTE.match((link.get("href") or "")[1:]):
        link.set("class", "footnote")
    elif _NOTE.match(name) and parent is not None and parent.tag == "p":
        parent.set("id", name)


def _is_item(part: HtmlElement) -> bool:
    return part.tag == "p" and _LIST.search((part.get("style") or "")[:400]) is not None


def _list_items(parent: HtmlElement) -> None:
    """Turn consecutive paragraphs that are items into lists."""
    for is_item, group in groupby(list(parent), _is_item):
        items = [(item, _mark_of(item)) for item in group] if is_item else []
        for kind, run in groupby(items, lambda pair: _kind(pair[1])):
            members = list(run)
            if not kind:
                continue
            listed = parent.makeelement(kind)
            parent.insert(parent.index(members[0][0]), listed)
            listed.tail = members[-1][0].tail
            for item, mark in members:
                item.tag, item.tail = "li", None
                number = _MARK.fullmatch(mark.text_content().strip()) if mark is not None else None
                if number and number["number"]:
                    item.set("value", number["number"])
                if mark is not None:
                    mark.drop_tree()
                listed.append(item)


def _kind(mark: HtmlElement | None) -> str:
    if mark is None:
        return ""
    return "ol" if mark.text_content().strip()[:1].isdigit() else "ul"


def _mark_of(item: HtmlElement) -> HtmlElement | None:
    """Return the part of an item that contains only its bullet or number, or None."""
    if (item.text or "").strip():
        return None
    return next(
        (part for part in item.iter("span") if _MARK.fullmatch(part.text_content().strip())), None
    )
