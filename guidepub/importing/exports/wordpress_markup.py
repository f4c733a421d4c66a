"""Turns the markup of a post into the page that WordPress makes of it.

In the old editor a blank line parts paragraphs and the end of a line breaks one; the new one
writes HTML between comments, to which that does nothing. No line is moved, so that each keeps its number.
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

# Notes of Pressbooks, Easy Footnotes, Modern Footnotes and Footnotes, each where it is called.
_NOTE = re.compile(r"[ \t]?\[(footnote|efn_note|mfn|fn|ref)\](.{0,6000}?)\[/\1\]", re.S)

# Elements around which paragraphs end, and those within which words are paragraphs.
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
    """Return the call of a note, on as many lines; its words go below the text."""
    number = notes.begin()
    notes.write(number, note[2].strip().replace("<br>\n", " ").replace("\n", " "))
    return notes.call(number).replace(" ", " " + "\n" * note[2].count("\n"), 1)


def _figure(caption: re.Match[str]) -> str:
    """Return a picture with its caption, which stands behind it or among its settings."""
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
    """Return content with the paragraphs and breaks that blank lines and ends of lines stand for."""
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
            before, _, behind = piece.partition(words)
            broken = words.replace("\n", "<br>\n")
            parts.append(f"{before}<p>{broken}</p>{behind}")
    return "".join(parts)


def _is_paragraph(words: str, inside: list[str]) -> bool:
    """Return whether words stand in no element that is a paragraph, and are no mere comment."""
    if not words or (words.startswith("<!--") and words.endswith("-->")):
        return False
    return not inside or inside[-1] in _HOLDING


def _enter(inside: list[str], name: str, is_end: bool) -> None:
    """Keep which elements are open."""
    if not is_end and name not in _EMPTY:
        inside.append(name)
    elif is_end and name in inside[-200:]:
        while inside.pop() != name:
            pass
