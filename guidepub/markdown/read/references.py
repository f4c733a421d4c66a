"""The references in a parsed text, with their lines and columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import unquote

from markdown_it.token import Token

from guidepub.markdown.forms.cited import Citation, cited_keys
from guidepub.markdown.forms.citing import citation_of
from guidepub.markdown.forms.cross_references import CrossReference, reference_of
from guidepub.markdown.forms.directives import NAMED_FACTS, Directive
from guidepub.markdown.parsed.marked_words import MARKS, IndexEntry
from guidepub.markdown.parsed.prose import (
    Origin,
    Prose,
    directive_of,
    image_target,
    lines_of,
    note_of,
)

Kind = Literal[
    "fact", "source", "image", "link", "role", "footnote", "directive", "table", "stray",
    "reference", "index", "term", "file",
]  # fmt: skip
# The options whose values are facts.
_FACTS = frozenset({"facts"}.union(*NAMED_FACTS.values()))
# Characters that would be markup in prose.
_MARKED = re.compile(r"[*_`<{~^\\]")
_SOURCE_OPTION = re.compile(r"^[ \t]*:source:[ \t]*(\S.*)$", re.M)


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference.

    Attributes:
        kind: its kind. A `stray` is a mark of another dialect, which refers to nothing, and a
            `file` is one that is read as a table.
        name: the name that it uses.
        line, column: its place, counted from 1 in the text with its `origin`.
        alternative: an image's text alternative, the remedy for a stray, `several` for a footnote
            that only other sections define, or `unseen` for a link without words.
        directive: the directive, for a directive.
        cross_reference: the cross-reference, for a reference to another place of the guide.
        entries: the entries of an `index` mark; none if it is malformed.
        alone: whether nothing is printed around it.
        origin: the place of the text in which line and column are counted.
    """

    kind: Kind
    name: str
    line: int
    column: int
    alternative: str = ""
    directive: Directive | None = None
    cross_reference: CrossReference | None = None
    entries: tuple[IndexEntry, ...] = ()
    alone: bool = False
    origin: Origin = ()


def references(prose: Prose) -> Iterator[Reference]:
    """Yield the references in a text, in order.

    They include those of its title, its directives and its notes, wherever these are defined.
    """
    if prose.title is not None:
        yield from references(prose.title)
    for reference in _references(prose):
        yield reference if reference.origin else replace(reference, origin=prose.origin)


def sources_named(text: str) -> frozenset[str]:
    """Return the keys of sources that a text may refer to, before it is parsed.

    They are those in its citations and in the options of its directives. An email address such as
    `desk@press.example` is not a citation.
    """
    options = (match[1].strip() for match in _SOURCE_OPTION.finditer(text))
    return cited_keys(text) | frozenset(options)


def _references(prose: Prose) -> Iterator[Reference]:
    rows = (0, len(prose.lines))
    finder = _Finder(prose, *rows)
    for token in prose.tokens:
        # The cells of a table's row share its line, and are searched for in order.
        if token.map and tuple(token.map) != rows:
            rows = (token.map[0], token.map[1])
            finder = _Finder(prose, *rows)
        if token.type == "inline":
            alone = bool(token.meta and token.meta.get("lone"))
            for reference in _inline(token.children or (), finder):
                yield replace(reference, alone=True) if alone else reference
        elif (note := note_of(token)) is not None:
            yield from references(note)
        elif found := directive_of(token):
            directive, body = found
            yield from _directive_references(directive, finder)
            for inner in (*lines_of(token).values(), body):
                yield from references(inner) if inner is not None else ()


def _inline(children: Sequence[Token], finder: _Finder) -> Iterator[Reference]:
    target, is_seen = "", False
    for child in children:
        is_seen = is_seen or bool(child.content.strip())
        if child.type in ("myst_role", "reference") or child.type in MARKS:
            yield from _role_references(child, finder)
        elif citation := citation_of(child):
            yield from _citation_references(citation, child.meta["written"], finder)
        elif child.type == "image":
            # A text alternative is before the path, and can hold a fact; a note is reported as
            # one that cannot be there.
            inner = _inline(child.children or (), finder)
            yield from (each for each in inner if each.kind != "footnote")
            at = finder.find_target(image_target(child), str(child.attrs["src"]))
            yield Reference("image", image_target(child), *at, alternative=child.content)
        elif child.type == "link_open":
            target, is_seen = str(child.attrs["href"]), False
        elif child.type == "link_close":
            # The words of a link come before its target.
            written = child.meta.get("written")
            at = finder.find(written) if written else finder.find_target(target, unquote(target))
            yield Reference("link", target, *at, alternative="" if is_seen else "unseen")
        elif child.type == "footnote_ref":
            label = child.meta["label"]
            at = finder.find(f"[^{label}]" if label else "^[")
            if "number" not in child.meta:
                several = "several" if child.meta.get("several") else ""
                yield Reference("footnote", label, *at, alternative=several)
        elif child.type == "stray":
            at = finder.find(child.content)
            yield Reference("stray", child.content, *at, alternative=child.meta["remedy"])


def _citation_references(citation: Citation, written: str, finder: _Finder) -> Iterator[Reference]:
    is_first = written.startswith("[@")
    for work in citation.works:
        first = (f"[@{work.key}",) if is_first else ()
        at = finder.find(*first, f"@{work.key}", f"@{{{work.key}}}")
        yield Reference("source", work.key, *at)
        is_first = False
        for words in (work.prefix, work.suffix):
            if _MARKED.search(words):
                remedy = "The words of a citation cannot have markup."
                yield Reference("stray", words.strip(), *at, alternative=remedy)


def _role_references(token: Token, finder: _Finder) -> Iterator[Reference]:
    if asked := reference_of(token):
        at = finder.find(asked.written, asked.written[:-1], asked.target)
        yield Reference("reference", asked.target, *at, cross_reference=asked)
    elif token.type == "myst_role":
        name, content = token.meta["name"], token.content
        at = finder.find(f"{{{name}}}`{content}`", f"{{{name}}}`")
        known = name == "fact"
        yield Reference("fact" if known else "role", content if known else name, *at)
    elif token.type == "term_open":
        yield Reference("term", token.meta["key"], *finder.find("{term}`"))
    elif token.type in ("index_open", "index"):
        at, entries = finder.find("{index}`"), token.meta["entries"]
        yield Reference("index", token.meta["entry"], *at, entries=entries)


def _directive_references(directive: Directive, finder: _Finder) -> Iterator[Reference]:
    options = directive.options
    at = finder.find(":::")
    yield Reference("directive", directive.name, *at, directive=directive)
    if directive.name == "figure" and directive.argument:
        alternative = options.get("alt", "") or "-"
        where = finder.find(directive.argument)
        yield Reference("image", directive.argument, *where, alternative=alternative)
    for option, value in options.items():
        finder.go_to(directive.option_lines[option], f":{option}:")
        if option in _FACTS:
            for key in _listed(value):
                yield Reference("fact", key, *finder.find(key))
        elif option == "source":
            yield Reference("source", value, *finder.find(value))
        elif option == "table":
            yield Reference("table", value, *finder.find(value))
        elif option == "file":
            yield Reference("file", value, *finder.find(value))
    if directive.name == "programs" and "table" not in options:
        yield Reference("table", "programs", *at)


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


class _Finder:
    """Finds the words of one block in the source, in order."""

    def __init__(self, prose: Prose, first: int, last: int) -> None:
        self._lines, self._offset = prose.lines, prose.line
        self._row, self._column = first, prose.column if first == 0 else 0
        # The parser gives the term of a definition list no lines.
        self._last = min(max(last, first + 1), len(prose.lines))

    def go_to(self, line: int, words: str) -> None:
        """Continue after some words in a line of the file."""
        self._row, self._column = line - self._offset, 0
        self.find(words)

    def find(self, *candidates: str) -> tuple[int, int]:
        """Return the place of the first candidate that is found, or else the current place."""
        for words in candidates:
            if at := self._look_for(words):
                return at
        return self._offset + self._row, 1

    def find_target(self, *targets: str) -> tuple[int, int]:
        """Return the place of the target of a link or an image, which comes after its text."""
        for opening in ("](", "](<", "<"):
            for target in targets:
                if at := self._look_for(opening + target):
                    return at[0], at[1] + len(opening)
        return self.find("][", "]")

    def _look_for(self, words: str) -> tuple[int, int] | None:
        for row in range(self._row, self._last):
            start = self._column if row == self._row else 0
            column = self._lines[row].find(words, start)
            if column >= 0:
                self._row, self._column = row, column + len(words)
                return self._offset + row, column + 1
        return None
