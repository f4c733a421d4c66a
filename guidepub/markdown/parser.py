"""Prose to a tree of tokens, its directives with their bodies, and what is wrong with them.

Nothing here knows a guide's facts or files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any
from urllib.parse import unquote

from markdown_it.token import Token

from guidepub.characters import FORBIDDEN, REPLACEMENT, forbidden
from guidepub.findings import Finding, Place
from guidepub.markdown.dialect import LONGEST_PARAGRAPH, dialect
from guidepub.markdown.directives import Directive, read_directive

# How deep directives stand in each other.
_MAX_DEPTH = 4
_MOST_LINES = 20_000
_MOST_FINDINGS = 20
_NUMBERED = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));")


@dataclass(frozen=True, slots=True)
class Prose:
    """A parsed text. `line` is the number of its first line in the file, from 1.

    `lines` are those of the text as the author wrote it, with the indentation or the marks
    of what it stands in.
    """

    tokens: tuple[Token, ...]
    lines: tuple[str, ...]
    env: dict[str, Any]
    line: int
    findings: tuple[Finding, ...]


def parse(text: str, quotes: tuple[str, ...], line: int = 1) -> Prose:
    """Parse Markdown whose first line is line `line` of its file.

    `quotes` are the language's opening and closing double, then single quotation marks.
    Directives are parsed with their bodies; what is wrong is in `findings`, without a path.
    """
    lines = tuple(text.split("\n"))
    if len(lines) > _MOST_LINES:
        message = f"The text has over {_MOST_LINES:,} lines."
        finding = Finding(Place("", line), "D002", message, "Split the guide.")
        return Prose((), lines, {"defined_footnotes": set()}, line, (finding,))
    found = tuple(islice(_refused_characters(text, line), _MOST_FINDINGS))
    if found:
        text = _NUMBERED.sub(_replacement, FORBIDDEN.sub(REPLACEMENT, text))
    prose = _parse(text, lines, quotes, line, depth=0)
    return replace(prose, findings=(*found, *prose.findings))


def _parse(
    text: str, lines: tuple[str, ...], quotes: tuple[str, ...], line: int, depth: int
) -> Prose:
    env: dict[str, Any] = {}
    tokens = dialect(quotes).parse(text, env)
    findings: list[Finding] = []
    for row in env["too_long"]:
        message = f"The paragraph is longer than {LONGEST_PARAGRAPH:,} characters."
        findings.append(Finding(Place("", line + row, 1), "D002", message, "Split it."))
    for row, what in env["too_deep"]:
        message = f"{what} are nested too deeply for a book."
        findings.append(Finding(Place("", line + row, 1), "D007", message, "Flatten them."))
    for token in tokens:
        if token.type == "colon_fence" or (token.type == "fence" and _names_directive(token)):
            findings += _attach_directive(token, lines, quotes, line, depth)
    return Prose(tuple(tokens), lines, env, line, tuple(findings))


def _refused_characters(text: str, line: int) -> Iterator[Finding]:
    for row, column, name in forbidden(text):
        message = f"The character {name} cannot stand in a book."
        yield Finding(Place("", line + row - 1, column), "D008", message, "Delete it.")
    for match in _NUMBERED.finditer(text):
        if _replacement(match) == REPLACEMENT:
            row = text.count("\n", 0, match.start())
            column = match.start() - text.rfind("\n", 0, match.start())
            message = f"The character {match[0]} cannot stand in a book."
            yield Finding(Place("", line + row, column), "D008", message, "Delete it.")


def _replacement(match: re.Match[str]) -> str:
    """Return a numbered character as it stands, or U+FFFD for one that is none."""
    number = int(match[1], 16) if match[1] else int(match[2])
    barred = number > 0x10FFFF or FORBIDDEN.match(chr(number))
    return REPLACEMENT if barred else match[0]


def directive_of(token: Token) -> tuple[Directive, Prose | None] | None:
    """Return the directive that a token stands for, with its parsed body."""
    return token.meta.get("directive") if token.meta else None


def image_target(token: Token) -> str:
    """Return the path that an image's token names, as its file is called on a disk."""
    return unquote(str(token.attrs.get("src", "")))


def column_of(lines: Sequence[str], row: int, words: str) -> int:
    """Return the column, from 1, where words stand in a line, or 1 where they do not."""
    return max(lines[row].find(words), 0) + 1 if row < len(lines) else 1


def _names_directive(token: Token) -> bool:
    return token.info.strip().startswith("{")


def _attach_directive(
    token: Token, lines: tuple[str, ...], quotes: tuple[str, ...], line: int, depth: int
) -> list[Finding]:
    row = (token.map or [0])[0]
    at = Place("", line + row, column_of(lines, row, token.markup))
    if token.type == "fence":
        message = "A directive stands in a fence of colons."
        return [Finding(at, "D032", message, "Write ::: instead of ```.")]
    content = token.content.rstrip("\n") if _names_directive(token) else ""
    directive, faults = read_directive(token.info, content, at.line)
    findings = [
        replace(fault, place=Place("", fault.place.line, _colon(lines, fault.place.line - line)))
        for fault in faults
    ]
    if directive is None:
        return findings
    body = None
    if directive.body.strip():
        if depth >= _MAX_DEPTH:
            message = "Directives are nested too deeply."
            return [*findings, Finding(at, "D033", message, "Flatten them.")]
        first = directive.body_line - line
        own = lines[first : first + directive.body.count("\n") + 1]
        body = _parse(directive.body, own, quotes, directive.body_line, depth + 1)
        findings += body.findings
        if body.env.get("footnotes", {}).get("list"):
            message = "A footnote cannot stand inside a directive."
            findings.append(Finding(at, "D033", message, "Move it into the text around it."))
    token.meta = {**token.meta, "directive": (directive, body)}
    return findings


def _colon(lines: tuple[str, ...], row: int) -> int:
    return column_of(lines, row, ":")
