"""Parsed prose: tokens with their directives and notes, and the lines that they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import unquote

from markdown_it.token import Token

from guidepub.findings import Finding
from guidepub.markdown.forms.directives import Directive

Origin = tuple[str | int, ...]
"""The place of a text in its definition: the keys that lead to it."""

MARKED = re.compile(r"[\\`*_\[\]{}<&~^$=\n]")
"""A line without any of these characters is plain text."""

_NOTHING: Mapping[str, Prose] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be parsed; `line` is the number of its first line, from 1.

    Markdown from a package's directive is not in the definition. For it, `directive_line` is the
    line of the directive, at which all findings are reported; for other texts it is 0.
    """

    words: str
    line: int = 1
    origin: Origin = ()
    directive_line: int = 0


@dataclass(frozen=True, slots=True)
class Prose:
    """A parsed text. `line` is the number of its first line in the file, from 1.

    `lines` are its lines as written, with the indentation or the marks of the blocks around them.
    `column`, from 0, is where it begins in the first line. `title` is the heading of a section. A
    text of one line has a single token, `inline`.
    """

    tokens: tuple[Token, ...]
    lines: tuple[str, ...]
    line: int
    findings: tuple[Finding, ...] = ()
    origin: Origin = ()
    column: int = 0
    title: Prose | None = None

    @property
    def words(self) -> Sequence[Token]:
        """The tokens of a text of one line."""
        return self.tokens[0].children or () if self.tokens else ()


def directive_of(token: Token) -> tuple[Directive, Prose | None] | None:
    """Return the directive of a token, with its parsed body, or None."""
    return token.meta.get("directive") if token.meta else None


def lines_of(token: Token) -> Mapping[str, Prose]:
    """Return a directive's lines by their names: `title`, `note`, `alt`.

    Only those that it has, in the order in which a book prints them.
    """
    return token.meta.get("named_lines", _NOTHING) if token.meta else _NOTHING


def note_of(token: Token) -> Prose | None:
    """Return the text of the note that a token `footnote_open` begins, or None."""
    return token.meta.get("note") if token.type == "footnote_open" else None


def words_in(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the inline tokens of a text in the order in which a book prints them.

    They include those of directives and of the text's notes, but not those of text alternatives.
    """
    for token in tokens:
        if token.type == "inline":
            yield from token.children or ()
        elif (note := note_of(token)) is not None:
            yield from words_in(note.tokens)
        elif found := directive_of(token):
            lines, body = lines_of(token), found[1]
            for name in ("title", "", "note"):
                inner = lines.get(name) if name else body
                yield from words_in(inner.tokens) if inner is not None else ()


def image_target(token: Token) -> str:
    """Return the path of an image's token, decoded to the name of its file."""
    return unquote(str(token.attrs.get("src", "")))


def ended(text: str) -> str:
    """Return a text with a line break at its end, which the parser of colon fences needs.

    If a fence is not closed, it reads one character beyond an empty last line.
    """
    return text if text.endswith("\n") else f"{text}\n"


def column_of(lines: Sequence[str], row: int, words: str) -> int:
    """Return the column, from 1, of some words in a line, or 1 if they are not in it."""
    return max(lines[row].find(words), 0) + 1 if row < len(lines) else 1
