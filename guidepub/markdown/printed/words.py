"""The words that prose prints, without its marks."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from markdown_it.token import Token

from guidepub.markdown.parsed.parser import parse, parse_line
from guidepub.markdown.parsed.prose import MARKED, Text, directive_of, note_of, sayings_of
from guidepub.words.remembering import remembered
from guidepub.words.typography import AS_WRITTEN, Typography

_PLAIN = Typography(quotes=('"', '"', "'", "'"))


@remembered(1024)
def printed_words(text: str) -> str:
    """Return the words of Markdown as a book prints them, facts and citations left out."""
    return _of_blocks(parse(text, _PLAIN).tokens)


@functools.lru_cache(maxsize=4096)
def title_words(title: str) -> str:
    """Return the words of a title without its marks, facts, notes and citations.

    They are as the author typed them: quotation marks and dashes are not set. Whatever
    compares titles, or makes a name of one, does it by these.
    """
    if not MARKED.search(title):
        return title
    return " ".join(_of_line(parse_line(Text(title), AS_WRITTEN).words).split())


def _of_blocks(tokens: Sequence[Token]) -> str:
    parts = []
    for token in tokens:
        if token.type == "inline":
            parts.append(_of_line(token.children or ()))
        elif token.type in ("fence", "code_block"):
            parts.append(token.content)
        elif note := note_of(token):
            parts.append(_of_blocks(note.tokens))
        elif found := directive_of(token):
            directive, body = found
            said = {name: _of_blocks(line.tokens) for name, line in sayings_of(token).items()}
            parts.append(said.get("title", directive.argument))
            parts.append(_of_blocks(body.tokens) if body else "")
    return "\n".join(part for part in parts if part)


def _of_line(tokens: Sequence[Token]) -> str:
    parts = []
    for token in tokens:
        if token.type in ("text", "code_inline", "stray"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "image":
            parts.append(_of_line(token.children or ()))
    return "".join(parts)
