"""Reads pages and EPUBs exported from InDesign, where styles of paragraphs mark headings.

Every paragraph is a `p` unless somebody mapped styles to tags, so that only the class shows what is
a heading, by the name of its style: “H1”, “Heading 2”, “A-Head”, “Chapter Title”.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from guidepub.importing.pages.program_pages import rewritten

_SIGN = re.compile(r"\b_id(?:Gen|Contain)|\bcontent=[\"']Adobe InDesign")
_TITLE = re.compile(
    r"(?:(?:book|chapter|main|guide|document)-?)?title|chapter(?:-?head(?:ing)?)?|ct"
)
_HEADING = re.compile(
    r"(?:h|hd|head|heading|headline|header|section-?head(?:ing)?|section-?title|sub-?head(?:ing)?"
    r"|überschrift|titre|titulo|título|intertitre)-?(?P<number>[1-6])?"
    r"|(?P<letter>[a-d])-?(?:head|heading|hd)"
)
_UNDER = re.compile(r"sub|intertitre")


def as_page_of_indesign(text: str) -> str:
    """Return a page with its title and headings as elements, if InDesign made it."""
    return rewritten(text, _SIGN, _with_elements)


def _with_elements(root: HtmlElement) -> None:
    """Turn paragraphs with heading styles into headings, one level lower if there is a title."""
    found: list[tuple[HtmlElement, int]] = []
    for part in root.iter("p"):
        for style in map(_style, (part.get("class") or "").split()):
            heading = _HEADING.fullmatch(style)
            if heading or _TITLE.fullmatch(style):
                found.append((part, _level(heading) if heading else 0))
                break
    has_title = any(level == 0 for _, level in found)
    for part, level in found:
        part.tag = f"h{min(level + has_title, 6)}"


def _style(name: str) -> str:
    """Return a style's name in a normal form: “ChapterTitle”, “chapter_title” are “chapter-title”."""
    parted = re.sub(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])", "-", name[:60])
    return re.sub(r"[-_\s]+", "-", parted).strip("-").casefold()


def _level(heading: re.Match[str]) -> int:
    if heading["number"]:
        return int(heading["number"])
    if heading["letter"]:
        return "abcd".index(heading["letter"]) + 1
    return 2 if _UNDER.match(heading[0]) else 1
