"""Turns the markup of a post into the HTML that WordPress makes of it.

In the classic editor, a blank line separates paragraphs and a line end is a line break. The block
editor writes HTML between comments, which is not changed. Lines keep their numbers.
"""

from __future__ import annotations

import html
import re

from guidepub.importing.markdown.folds import heading_element, with_fold_titles
from guidepub.importing.pages.generated_pages import GeneratedNotes

_CAPTION = re.compile(r"\[(?:wp_)?caption([^\]\n]{0,600})\](.{0,6000}?)\[/(?:wp_)?caption\]", re.S)
_CAPTION_SET = re.compile(r"""\bcaption=(?:"([^"]{0,1000})"|'([^']{0,1000})')""")
_PICTURE = re.compile(r"\s*((?:<a\b[^>]{0,1000}>\s*)?<img\b[^>]{0,4000}>(?:\s*</a>)?)", re.I)
_EMBED = re.compile(r"\[embed[^\]\n]{0,200}\]([^\[\]\n]{0,2000})\[/embed\]")

# Notes of Pressbooks, Easy Footnotes, Modern Footnotes and Footnotes, written where they are called.
_NOTE = re.compile(r"[ \t]?\[(footnote|efn_note|mfn|fn|ref)\](.{0,6000}?)\[/\1\]", re.S)

# Elements that end paragraphs, and elements whose direct words are paragraphs.
_BLOCKS = (
    "address article aside blockquote center dd details div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre script section style"
    " summary table tbody td tfoot th thead tr ul"
).split()
_HOLDING = frozenset(
    "article aside blockquote center details div footer header main section".split()
)
_EMPTY = frozenset({"hr"})
_BOUNDARY = re.compile(rf"(</?(?:{'|'.join(_BLOCKS)})\b[^<>]*>|\n[ \t\n]*\n)", re.I)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.I)


def as_page(content: str) -> str:
    """Return the HTML of a post's content."""
    notes = GeneratedNotes()
    content = _EMBED.sub(r"\1", _CAPTION.sub(_figure, with_fold_titles(content, heading_element)))
    page = _with_paragraphs(content)
    return _NOTE.sub(lambda note: _called(note, notes), page) + notes.listed()


def _called(note: re.Match[str], notes: GeneratedNotes) -> str:
    """Return the call of a note with the same number of lines; the note goes below the text."""
    number = notes.begin()
    notes.write(number, note[2].strip().replace("<br>\n", " ").replace("\n", " "))
    return notes.call(number).replace(" ", " " + "\n" * note[2].count("\n"), 1)


def _figure(caption: re.Match[str]) -> str:
    """Return a picture with its caption, which is after it or among its attributes."""
    inner, caption_set = caption[2], _CAPTION_SET.search(caption[1])
    picture = _PICTURE.match(inner)
    if picture is None:
        return inner
    words = inner[picture.end() :].strip() or html.escape(
        html.unescape(caption_set[1] or caption_set[2] or "") if caption_set else "", quote=False
    )
    lines = "\n" * (caption[0].count("\n") - picture[1].count("\n") - words.count("\n"))
    return f"<figure>{picture[1]}<figcaption>{words}</figcaption>{lines}</figure>"


def _with_paragraphs(content: str) -> str:
    """Return content with elements for the paragraphs and breaks that its line ends mean."""
    parts: list[str] = []
    inside: list[str] = []
    for number, piece in enumerate(_BOUNDARY.split(content)):
        if number % 2 and (tag := _TAG.match(piece)):
            _enter(inside, tag[2].lower(), bool(tag[1]))
            parts.append(piece)
        elif number % 2 or not _is_paragraph(piece.strip(), inside):
            parts.append(piece)
        else:
            words = piece.strip("\n")
            before, _, after = piece.partition(words)
            broken = words.replace("\n", "<br>\n")
            parts.append(f"{before}<p>{broken}</p>{after}")
    return "".join(parts)


def _is_paragraph(words: str, inside: list[str]) -> bool:
    """Return whether words are not inside a paragraph element, and not only a comment."""
    if not words or (words.startswith("<!--") and words.endswith("-->")):
        return False
    return not inside or inside[-1] in _HOLDING


def _enter(inside: list[str], name: str, is_end: bool) -> None:
    """Update the list of open elements."""
    if not is_end and name not in _EMPTY:
        inside.append(name)
    elif is_end and name in inside[-200:]:
        while inside.pop() != name:
            pass
