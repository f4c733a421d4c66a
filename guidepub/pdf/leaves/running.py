"""The titles that running heads repeat, cut where they are longer than two lines.

A stylesheet takes it from `data-running`, as `string-set: section-title attr(data-running)`. In a
volume, where sections of several guides have the same title, `data-verso` of the openings has what
left pages repeat: the title of the guide, and of the volume before and behind its guides.
"""

from __future__ import annotations

from lxml import etree

from guidepub.model import Book
from guidepub.themes.leaves import words_of
from guidepub.words.leftward import isolated

# Characters of a title that two lines of a running head hold on the smallest page.
_LONGEST = 76
# The part of a page's width that running heads take, and of the type size that a letter does.
_WIDTH, _LETTER = 0.68, 0.55


def name_running_heads(
    leaf: etree._Element, longest: int, title: str | None = None, verso: str = ""
) -> None:
    """Write on each title of a leaf what running heads repeat of it, in so many characters.

    `title` takes the place of what the leaf's titles say; `verso` is what left pages repeat in a
    volume.
    """
    for heading in leaf.iter("h1"):
        heading.set("data-running", running_head(title or words_of(heading), longest))
    for opening in leaf.iter("header") if verso else ():
        if "opening" in (opening.get("class") or "").split():
            opening.set("data-verso", running_head(verso, longest))


def isolate_running_heads(leaf: etree._Element) -> None:
    """Isolate Latin words in the texts that a leaf's running heads repeat."""
    for element in leaf.iter("h1", "header"):
        for name in ("data-running", "data-verso"):
            if name in element.attrib:
                element.set(name, isolated(element.get(name, "")))


def verso_titles(book: Book) -> dict[str, str]:
    """Return the titles that left pages repeat in the leaves of a volume, by the leaves' ids."""
    if not book.guide.is_volume:
        return {}
    found: dict[str, str] = {}
    short = {each.title: each.running_title for each in book.guide.members}
    title = book.guide.running_title
    for leaf in book.leaves:
        if leaf.level == 1:
            title = short.get(leaf.title, "") if leaf.kind == "part" else ""
            title = title or book.guide.running_title
        found[leaf.id] = title
    return found


def longest_head(book: Book) -> int:
    """Return the number of characters in two lines of a book's running heads."""
    if not book.theme.least_type:
        return _LONGEST
    line = _WIDTH * book.trim.width / (_LETTER * float(book.theme.least_type))
    return min(_LONGEST, int(2 * line))


def running_head(title: str, longest: int = _LONGEST) -> str:
    """Return a title as a running head repeats it, cut after a word where it is too long."""
    title = " ".join(title.split())
    if len(title) <= longest:
        return title
    cut = title[:longest]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip(' ,;:–—-')}…"
