"""Texts of one line outside prose: plain texts, and labels with markup.

A plain text, such as a book's title, gets the language's quotation marks and dashes, and has no
Markdown. A label may have emphasis and the like, but no references.
"""

from __future__ import annotations

import functools
import re

from markdown_it import MarkdownIt

from guidepub.markdown.forms.typography import keep_letters, set_apostrophes, set_lone_apostrophes
from guidepub.markdown.parsed.parser import parse_line
from guidepub.markdown.parsed.prose import MARKED, Text
from guidepub.markdown.printed.renderers import RichText
from guidepub.markdown.printed.xhtml import bare_line
from guidepub.words.typography import AS_WRITTEN, Typography, bound, dashed

# Every text that the typographer changes contains one of these.
_TYPED = re.compile(r"[\"'(]|--|\.\.|\+-|\?\?|!!|,,")
# In a URL or an email address such characters are no markup: example.org/_a_b.
_ADDRESS = re.compile(
    r"(?:(?:https?://|www\.)[^\s<>()\[\]]{1,2000}|[^\s<>()\[\]*]{1,100}@[\w.-]{1,200})(?<=[^\W_])/?"
)
_STAR = re.compile(r"(?<=\w)\*(?=\w)")
# The texts for tokens without words of their own.
_SIGNS = {"softbreak": "\n", "hardbreak": "", "myst_role": "", "footnote_ref": "", "image": ""}
_WEB = ("https://", "http://", "mailto:")
_REFERRING = {
    "myst_role": "a fact",
    "reference": "a reference",
    "citation": "a citation",
    "source_name": "a source",
    "footnote_ref": "a note",
    "image": "an image",
    "link_open": "a link",
    "index": "a mark of the index",
    "index_open": "a mark of the index",
    "term_open": "a term of the glossary",
}


def typeset(text: str, typography: Typography) -> str:
    """Return a plain text with a language's quotation marks, dashes and spaces, as in prose."""
    if _TYPED.search(text):
        text = dashed(text, typography)
        (line,) = _typesetter(typography.quotes).parseInline(text)
        text = "".join(token.content for token in line.children or ())
    return bound(text, typography)


# The labels of a catalogue's facts are in each of its books.
@functools.lru_cache(maxsize=256)
def label(text: str, typography: Typography, links: bool = False) -> RichText:
    """Return a label as a book prints it, with its links if these are allowed.

    References in it are left out; see `references_in`.
    """
    return bare_line(parse_line(Text(text), typography), links)


def mark_in(text: str) -> tuple[str, int] | None:
    """Return the first mark in a text that should be plain, and its column.

    None if the text has no Markdown.
    """
    if not MARKED.search(text):
        return None
    # An asterisk inside a word is not a mark: O*NET.
    text, original = _STAR.sub("x", _ADDRESS.sub(_without_signs, text)), text
    words = parse_line(Text(text), AS_WRITTEN).words
    plain = "".join(_SIGNS.get(token.type, token.content) for token in words)
    stray = next((token.content for token in words if token.type == "stray"), "")
    if stray:
        at = text.find(stray)
    elif plain != text:
        pairs = enumerate(zip(text, plain, strict=False))
        at = next((place for place, (written, read) in pairs if written != read), len(plain))
        # The first character of an entity is read as it is written.
        at -= text[at - 1 : at] == "&"
    else:
        return None
    return original[at:].split(" ", maxsplit=1)[0][:40], at + 1


def _without_signs(address: re.Match[str]) -> str:
    return re.sub(r"[*_~^]", "x", address[0])


@functools.lru_cache(maxsize=256)
def references_in(text: str, links: bool = False) -> tuple[str, ...]:
    """Return the kinds of references in a label, which it cannot have, in words: `a note`, `a fact`.

    With `links`, links to the web are allowed.
    """
    return tuple(
        _REFERRING[token.type]
        for token in parse_line(Text(text), AS_WRITTEN).words
        if token.type in _REFERRING
        and not (links and str(token.attrs.get("href", "")).startswith(_WEB))
    )


@functools.lru_cache(maxsize=16)
def _typesetter(quotes: tuple[str, ...]) -> MarkdownIt:
    parser = MarkdownIt("zero", {"typographer": True, "quotes": quotes})
    parser.core.ruler.before("replacements", "letters", keep_letters)
    parser.core.ruler.before("smartquotes", "apostrophes", set_apostrophes)
    parser.core.ruler.after("smartquotes", "lone_apostrophes", set_lone_apostrophes)
    return parser.enable(["replacements", "smartquotes"])
