"""Turns inline content of a page (emphasis, links, code) into Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol

from lxml.html import HtmlElement

from guidepub.importing.originals.crossrefs import LABEL, REFERENCE, marker_markdown
from guidepub.importing.originals.escaping import escaped, plain_letters, spaced
from guidepub.importing.originals.residues import OPEN

_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "cite": "*", "dfn": "*"}
_TYPED = ("code", "kbd", "samp", "tt")
_DEEPEST = 100
_CITED_WITHIN = re.compile(r"(?<=\w)( ?\[@[\w-]{1,80}\])([^\W\d_]{1,40})")
_BOLD_LINE = re.compile(r"\*\*[^*]{1,90}\*\*:?")

BLOCKS = frozenset(
    (
        "address article aside blockquote body caption center dd details dialog dir div dl dt "
        "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main "
        "menu nav ol p pre section summary table tbody td tfoot th thead tr ul "
    ).split()
)
"""The elements that begin and end a line, like blocks."""

BREAK = "\ufdd2"
"""Represents a forced line break until the paragraph is written."""


LINE_THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,60}\bline-through\b", re.I)
"""A declaration in a style that strikes words through."""

INDEX_MARK = "guidepub-index"
"""The class of an element that marks a place for the index; its title is the entry."""


class Surroundings(Protocol):
    """What inline content needs from the page that it is on."""

    def is_left_out(self, element: HtmlElement) -> bool:
        """Return whether an element is not part of the text."""

    def note_of(self, element: HtmlElement) -> str:
        """Return the label of the footnote that an element calls, or ""."""

    def linked(self, markdown: str, words: str, target: str) -> str:
        """Return a link's Markdown: a link, a citation of its target, or only its words."""

    def record_unnamed_link(self, target: str) -> None:
        """Record the target of a link without words."""

    def record_picture(self, element: HtmlElement) -> None:
        """Record an image."""

    def record_abbreviation(self, short: str, meaning: str) -> None:
        """Record the meaning of an abbreviation."""

    def extract_code(self, text: str, line: int) -> str:
        """Return a text with its page-script code as tokens."""


@dataclass(slots=True)
class InlineText:
    """Collects words and Markdown until a block begins or ends."""

    words: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    number: int = 0

    def add(self, words: str, markdown: str) -> None:
        """Add some words with the Markdown that prints them."""
        self.words.append(words)
        self.marks.append(markdown)

    @property
    def text(self) -> str:
        """The plain words, with breaks as spaces."""
        return spaced("".join(self.words).replace(BREAK, " "))

    @property
    def markdown(self) -> str:
        """The Markdown, with breaks as `BREAK`."""
        return spaced(_with_citations_after_words("".join(self.marks)))


def line_of(element: HtmlElement) -> int:
    """Return the line of the file on which an element begins, or 0."""
    number = element.get("data-line") or ""
    return int(number) if number.isdigit() and len(number) < 8 else element.sourceline or 0


def add_text(line: InlineText, text: str | None, number: int, page: Surroundings) -> None:
    """Add plain text that begins on line `number` of the page."""
    if text:
        line.number = line.number or number + text[: len(text) - len(text.lstrip())].count("\n")
        tokenized = page.extract_code(plain_letters(text), number)
        line.add(tokenized, escaped(tokenized))


def add_element(line: InlineText, element: HtmlElement, page: Surroundings, depth: int = 0) -> None:
    """Add an inline element with its content."""
    if not isinstance(element.tag, str) or page.is_left_out(element):
        return
    tag, number = element.tag, line_of(element)
    if tag == "br":
        line.add(BREAK, BREAK)
    elif tag == "img":
        page.record_picture(element)
    elif element.get("class") == INDEX_MARK:
        line.add("", f"{{index}}`{(element.get('title') or '').replace('`', '')}`")
    elif label := page.note_of(element):
        line.add("", f"[^{label}]")
    elif tag in _TYPED and (typed := _typed(element)):
        # Code in a `code` element is mentioned on purpose, and was not left there by accident.
        line.number = line.number or number
        line.add(typed, f"`{typed}`")
    elif depth > _DEEPEST:
        add_text(line, element.text_content(), number, page)
    else:
        inner = InlineText()
        add_text(inner, element.text, number, page)
        for child in element:
            apart = " " if child.tag in BLOCKS else ""
            inner.add(apart, apart)
            add_element(inner, child, page, depth + 1)
            inner.add(apart, apart)
            add_text(inner, child.tail, child.sourceline or number, page)
        line.number = line.number or inner.number
        words = "".join(inner.words)
        markdown = _marked(tag, element, words, "".join(inner.marks), page)
        if (kind := element.get("class")) in (LABEL, REFERENCE):
            markdown = marker_markdown(kind, element.get("title") or "", markdown)
        line.add(words, markdown)


def _typed(element: HtmlElement) -> str:
    """Return the text of a code element if it is a single line of words without tokens, or ""."""
    words = plain_letters(element.text or "").strip()
    is_plain = not len(element) and words and not re.search(rf"[`\n{OPEN}]", words)
    return words if is_plain else ""


def _marked(tag: str, element: HtmlElement, words: str, inner: str, page: Surroundings) -> str:
    if not words.strip():
        if tag == "a" and (target := element.get("href")):
            page.record_unnamed_link(target)
        return inner
    if tag in _TYPED and not re.search(f"[`{OPEN}]", words) and "\n" not in words.strip():
        return f"`{words.strip()}`"
    if tag == "a" and (target := element.get("href")):
        return page.linked(inner, spaced(words), target)
    if tag in ("abbr", "acronym"):
        page.record_abbreviation(spaced(words), spaced(element.get("title") or ""))
    if tag == "q":
        return wrapped(inner, "“", "”")
    is_struck = tag in ("del", "s", "strike") or LINE_THROUGH.search(element.get("style") or "")
    if is_struck and "~~" not in inner:
        return wrapped(inner, "~~", "~~")
    mark = _MARKS.get(tag, "")
    return wrapped(inner, mark, mark) if mark and mark not in inner else inner


def wrapped(inner: str, before: str, after: str) -> str:
    """Return words between marks, with their leading and trailing spaces outside."""
    core = inner.strip().strip(BREAK)
    if not core:
        return inner
    start = inner.index(core)
    return f"{inner[:start]}{before}{core}{after}{inner[start + len(core) :]}"


def lines_of(line: InlineText) -> Iterator[tuple[str, str]]:
    """Yield the words and the Markdown of each paragraph in inline content.

    Paragraphs are separated by two breaks, or by one before a bold line, which is like a heading.
    """
    words = _paragraphs("".join(line.words))
    marks = _paragraphs(_with_citations_after_words("".join(line.marks)))
    if len(words) != len(marks):
        words, marks = [line.text], [line.markdown]
    for paragraph in zip(words, marks, strict=True):
        yield from _split_at_bold(*paragraph)


def _with_citations_after_words(markdown: str) -> str:
    """Move citations from within words to after them; a link may end before its word does."""
    return _CITED_WITHIN.sub(r"\2\1", markdown)


def _split_at_bold(words: str, marks: str) -> Iterator[tuple[str, str]]:
    plain, marked = words.split(BREAK), marks.split(BREAK)
    starts = [n for n, text in enumerate(marked) if n and _BOLD_LINE.fullmatch(text.strip())]
    if len(plain) != len(marked):
        starts = []
    for start, end in pairwise([0, *starts, len(marked)]):
        yield BREAK.join(plain[start:end]), BREAK.join(marked[start:end])


def _paragraphs(text: str) -> list[str]:
    """Split a text at two breaks with nothing but spaces between them."""
    parts: list[str] = []
    empty = True
    for piece in text.split(BREAK):
        if not piece.strip():
            empty = True
        elif empty:
            parts.append(spaced(piece))
            empty = False
        else:
            parts[-1] += BREAK + spaced(piece)
    return parts
