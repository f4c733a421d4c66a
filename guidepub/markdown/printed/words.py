"""The words that prose prints, without markup."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from markdown_it.token import Token

from guidepub.markdown.parsed.parser import parse, parse_line
from guidepub.markdown.parsed.prose import MARKED, Text, directive_of, lines_of, note_of
from guidepub.words.remembering import remembered
from guidepub.words.typography import AS_WRITTEN, Typography

_PLAIN = Typography(quotes=('"', '"', "'", "'"))


@remembered(1024)
def printed_words(text: str) -> str:
    """Return the words of Markdown as a book prints them, without facts and citations."""
    return _block_words(parse(text, _PLAIN).tokens)


@functools.lru_cache(maxsize=4096)
def title_words(title: str) -> str:
    """Return the words of a title without markup, facts, notes and citations.

    Quotation marks and dashes are as typed. All code that compares titles, or makes a name from
    one, uses these words.
    """
    if not MARKED.search(title):
        return title
    return " ".join(_line_words(parse_line(Text(title), AS_WRITTEN).words).split())


def _block_words(tokens: Sequence[Token]) -> str:
    parts = []
    for token in tokens:
        if token.type == "inline":
            parts.append(_line_words(token.children or ()))
        elif token.type in ("fence", "code_block"):
            parts.append(token.content)
        elif note := note_of(token):
            parts.append(_block_words(note.tokens))
        elif found := directive_of(token):
            directive, body = found
            lines = {name: _block_words(line.tokens) for name, line in lines_of(token).items()}
            parts.append(lines.get("title", directive.argument))
            parts.append(_block_words(body.tokens) if body else "")
    return "\n".join(part for part in parts if part)


def _line_words(tokens: Sequence[Token]) -> str:
    parts = []
    for token in tokens:
        if token.type in ("text", "code_inline", "stray"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "image":
            parts.append(_line_words(token.children or ()))
    return "".join(parts)
