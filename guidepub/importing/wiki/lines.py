"""Joins the lines of a wiki page into paragraphs and lists, by blank lines and first characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

LIST_TAGS = {"*": ("ul", "li"), "#": ("ol", "li"), ":": ("dl", "dd"), ";": ("dl", "dt")}
"""The elements of a list and of its item, by the first character of a line."""

# A term and its definition on one line; colons in markup, addresses and times do not count.
_TERM = re.compile(
    r"(?P<term>(?:<[^<>]*>|[^<:]|(?<=\d):(?=\d)|:(?=//))+?)\s?:(?!//)\s?(?P<meaning>.+)", re.S
)
_LIST = re.compile(r"([*#:;]{1,24})\s*")


@dataclass(slots=True)
class WikiLine:
    """A line of a page as HTML; `is_block` if it is not part of a paragraph."""

    number: int
    html: str = ""
    is_block: bool = False


def blocks_of(lines: Sequence[WikiLine]) -> Iterator[tuple[int, str]]:
    """Yield pieces of HTML with their line numbers."""
    words: list[str] = []
    number = 0
    items: list[tuple[int, str, str]] = []
    for line in (*lines, WikiLine(0, "", True)):
        marks = None if line.is_block else _LIST.match(line.html)
        if words and (line.is_block or marks or not line.html.strip()):
            yield number, f"<p>{' '.join(words)}</p>"
            words = []
        if items and not marks:
            yield from _listed(items)
            items = []
        if marks:
            items.append((line.number, marks[1], line.html[marks.end() :]))
        elif line.is_block:
            yield line.number, line.html
        elif line.html.strip():
            number = number if words else line.number
            words.append(line.html.strip())


def placed(pieces: Iterable[tuple[int, str]]) -> Iterator[str]:
    """Yield pieces of HTML with newlines, so that each is on its original line."""
    at = 1
    for number, piece in pieces:
        yield "\n" * (number - at) + piece
        at = max(number, at) + piece.count("\n")


def _listed(items: Sequence[tuple[int, str, str]]) -> Iterator[tuple[int, str]]:
    """Yield the HTML of a list from its items, each with the characters that it begins with."""
    opened = ""
    for number, marks, words in items:
        same = _shared(opened, marks)
        closing = _closed(opened[same:])
        if same == len(marks):
            closing += f"</{LIST_TAGS[opened[same - 1]][1]}><{LIST_TAGS[marks[-1]][1]}>"
        opening = "".join(f"<{LIST_TAGS[m][0]}><{LIST_TAGS[m][1]}>" for m in marks[same:])
        parted = _TERM.fullmatch(words) if marks[-1] == ";" else None
        term = parted["term"] if parted else words
        tail = f"</dt><dd>{parted['meaning']}" if parted else ""
        yield number, f"{closing}{opening}{term.strip()}{tail}"
        opened = marks[:-1] + ":" if parted else marks
    yield items[-1][0], _closed(opened)


def _shared(opened: str, marks: str) -> int:
    """Return the number of open lists that an item belongs to."""
    same = 0
    for one, other in zip(opened, marks, strict=False):
        if LIST_TAGS[one][0] != LIST_TAGS[other][0]:
            break
        same += 1
    return same


def _closed(marks: str) -> str:
    return "".join(f"</{LIST_TAGS[m][1]}></{LIST_TAGS[m][0]}>" for m in reversed(marks))
