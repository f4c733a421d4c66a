"""What a parsed text refers to, with the line and column of each reference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from markdown_it.token import Token

from guidepub.markdown.directives import Directive
from guidepub.markdown.parser import Prose, directive_of

Kind = Literal["fact", "source", "image", "link", "role", "footnote", "directive", "table"]


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference: its kind, the name it uses, and its line and column from 1.

    `alternative` is an image's text alternative; `directive` is set for a directive.
    """

    kind: Kind
    name: str
    line: int
    column: int
    alternative: str = ""
    directive: Directive | None = None


def references(prose: Prose) -> Iterator[Reference]:
    """Yield all that a text refers to, in the order of the text, directives included."""
    first, last = 0, len(prose.lines)
    for token in prose.tokens:
        if token.map:
            first, last = token.map
        if token.type == "inline":
            yield from _inline(token, prose, first, last)
        elif found := directive_of(token):
            directive, body = found
            yield from _of_directive(directive)
            if body is not None:
                yield from references(body)


def headings(prose: Prose) -> list[str]:
    """Return the texts of the headings, in order."""
    return [
        prose.tokens[index + 1].content
        for index, token in enumerate(prose.tokens)
        if token.type == "heading_open"
    ]


def _inline(token: Token, prose: Prose, first: int, last: int) -> Iterator[Reference]:
    finder = _Finder(prose, first, last)
    for child in token.children or ():
        if child.type == "myst_role":
            name, content = child.meta["name"], child.content
            line, column = finder.find(f"{{{name}}}`{content}`")
            known = name == "fact"
            yield Reference("fact" if known else "role", content if known else name, line, column)
        elif child.type == "citation":
            for key in child.meta["keys"]:
                yield Reference("source", key, *finder.find(f"@{key}"))
        elif child.type == "image":
            target = str(child.attrs.get("src", ""))
            yield Reference("image", target, *finder.find(target), alternative=child.content)
        elif child.type == "link_open":
            target = str(child.attrs.get("href", ""))
            yield Reference("link", target, *finder.find(target))
        elif child.type == "footnote_ref":
            label = str(child.meta["label"])
            if label not in prose.env["defined_footnotes"]:
                yield Reference("footnote", label, *finder.find(f"[^{label}]"))


def _of_directive(directive: Directive) -> Iterator[Reference]:
    at, options = directive.line, directive.options
    yield Reference("directive", directive.name, at, 1, directive=directive)
    for key in _listed(options.get("facts", "")):
        yield Reference("fact", key, at, 1)
    if source := options.get("source"):
        yield Reference("source", source, at, 1)
    if directive.name == "figure" and directive.argument:
        alternative = options.get("alt", "")
        yield Reference("image", directive.argument, at, 1, alternative=alternative or "-")
    if table := options.get("table"):
        yield Reference("table", table, at, 1)
    elif directive.name == "programs":
        yield Reference("table", "programs", at, 1)


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


class _Finder:
    """Finds the words of one block in the source, one after the other."""

    def __init__(self, prose: Prose, first: int, last: int) -> None:
        self._lines, self._offset = prose.lines, prose.line
        self._row, self._column, self._last = first, 0, last

    def find(self, words: str) -> tuple[int, int]:
        for row in range(self._row, min(self._last, len(self._lines))):
            start = self._column if row == self._row else 0
            column = self._lines[row].find(words, start)
            if column >= 0:
                self._row, self._column = row, column + len(words)
                return self._offset + row, column + 1
        return self._offset + self._row, 1
