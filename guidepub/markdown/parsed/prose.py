"""Parsed prose: tokens with what hangs on them, and the lines that they were read from."""

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
"""Where a text stands in its definition: the keys that lead to it."""

MARKED = re.compile(r"[\\`*_\[\]{}<&~^$=\n]")
"""Without any of these signs, a line is what it says."""

_NOTHING: Mapping[str, Prose] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be parsed; `line` is the number of its first line, from 1.

    What a package made stands nowhere in the definition: `directive_line` is the line of the
    directive of which it was made, at which all of it is reported; else it is 0.
    """

    words: str
    line: int = 1
    origin: Origin = ()
    directive_line: int = 0


@dataclass(frozen=True, slots=True)
class Prose:
    """A parsed text. `line` is the number of its first line in the file, from 1.

    `lines` are those of the text as the author wrote it, with the indentation or the marks
    of what it stands in; `column`, from 0, is where it begins in the first of them. `title`
    is the heading of a section. A text of one line has a single token, `inline`.
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
    """Return the directive that a token stands for, with its parsed body."""
    return token.meta.get("directive") if token.meta else None


def lines_of(token: Token) -> Mapping[str, Prose]:
    """Return the lines of a directive by name: its `title`, its `note` and its `alt`.

    In the order in which a book prints them, and only those that are there.
    """
    return token.meta.get("named_lines", _NOTHING) if token.meta else _NOTHING


def note_of(token: Token) -> Prose | None:
    """Return the text of the note that a `footnote_open` begins."""
    return token.meta.get("note") if token.type == "footnote_open" else None


def words_in(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the inline tokens of a text in the order in which a book prints them.

    Those of directives and of the notes that stand behind it are among them, but for what
    pictures say to who does not see them.
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
    """Return the path that an image's token names, as its file is called on a disk."""
    return unquote(str(token.attrs.get("src", "")))


def ended(text: str) -> str:
    """Return a text with a line break at its end, as parsers of fences of colons need it.

    Where nothing ends such a fence they look one character beyond an empty last line.
    """
    return text if text.endswith("\n") else f"{text}\n"


def column_of(lines: Sequence[str], row: int, words: str) -> int:
    """Return the column, from 1, where words stand in a line, or 1 where they do not."""
    return max(lines[row].find(words), 0) + 1 if row < len(lines) else 1
