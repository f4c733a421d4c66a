"""The running text of parsed prose, with the line and column of every character.

It is for code that reads prose as an editor does: each paragraph, item, cell or caption is a
passage without markup, with the blocks around it. It has no rules.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from markdown_it.token import Token

from guidepub.markdown.forms.citing import citation_of, written_as
from guidepub.markdown.forms.directives import Directive
from guidepub.markdown.parsed.marked_words import MARKS
from guidepub.markdown.parsed.prose import (
    Origin,
    Prose,
    directive_of,
    image_target,
    lines_of,
    note_of,
)
from guidepub.markdown.read.cursors import SourceCursor

FIGURE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""The character in a passage's text for a figure of a fact, or for a picture in a line."""

PassageKind = Literal[
    "paragraph", "heading", "item", "quotation", "term", "definition", "footnote",
    "head", "cell", "caption", "code",
]  # fmt: skip
SpanKind = Literal["fact", "source", "footnote", "link", "image", "code", "strong"]

_HOLDERS: dict[str, PassageKind] = {
    "list_item_open": "item",
    "blockquote_open": "quotation",
    "dt_open": "term",
    "dd_open": "definition",
    "th_open": "head",
    "td_open": "cell",
}
_MARKS = frozenset(
    f"{name}_{side}" for name in ("em", "strong", "s", "sub", "sup") for side in ("open", "close")
)


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a passage that is more than text, from one character of the text to another.

    `value` is the key of a fact or a source, the label of a footnote, the target of a link, or the
    path of an image; `alternative` is the image's text alternative. A citation has no width.
    """

    kind: SpanKind
    start: int
    end: int
    value: str = ""
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class LocatedText:
    """A text without markup, with the places of its parts.

    `runs` are (offset in the text, line, column) of each part that is continuous in the source.
    `level` is a heading's; `group` is a number common to all cells of a table's row, or 0.
    `directives` are those around it, from the outside in. `line_name` is which of a directive's
    lines it is, such as its credit. Lines are counted in the text with its `origin`.
    """

    kind: PassageKind
    text: str
    spans: tuple[Span, ...]
    runs: tuple[tuple[int, int, int], ...]
    level: int = 0
    group: int = 0
    directives: tuple[Directive, ...] = ()
    origin: Origin = ()
    line_name: str = ""

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column, from 1, of a character of the text."""
        index = bisect_right(self.runs, offset, key=lambda run: run[0]) - 1
        start, line, column = self.runs[max(index, 0)]
        return line, column + max(offset - start, 0)

    def spans_of(self, kind: SpanKind) -> Iterator[Span]:
        """Yield the spans of one kind in order."""
        return (span for span in self.spans if span.kind == kind)


def passages(prose: Prose, directives: tuple[Directive, ...] = ()) -> Iterator[LocatedText]:
    """Yield the passages of a text in order, with those of its title, directives and notes."""
    if prose.title is not None:
        yield from _line(prose.title, "heading", directives, level=1)
    for passage in _passages(prose, directives):
        yield passage if passage.origin else replace(passage, origin=prose.origin)


def _passages(
    prose: Prose, directives: tuple[Directive, ...], around: PassageKind = "paragraph"
) -> Iterator[LocatedText]:
    cursor = SourceCursor(prose)
    holders: list[PassageKind] = [around]
    level = group = 0
    for token in prose.tokens:
        cursor.follow(token)
        if kind := _HOLDERS.get(token.type):
            holders.append(kind)
        elif token.type.removesuffix("_close") + "_open" in _HOLDERS:
            holders.pop()
        if token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "tr_open":
            group += 1
        elif token.type == "inline":
            kind = "heading" if level else holders[-1]
            row = group if kind in ("head", "cell") else 0
            yield _passage(token, cursor, kind, level, row, directives)
            level = 0
        elif token.type in ("fence", "code_block"):
            yield _code(token, cursor, directives)
        elif (note := note_of(token)) is not None:
            for passage in _passages(note, directives, "footnote"):
                yield replace(passage, origin=note.origin)
        elif found := directive_of(token):
            yield from _directive_passages(token, *found, directives)


def _directive_passages(
    token: Token, directive: Directive, body: Prose | None, around: tuple[Directive, ...]
) -> Iterator[LocatedText]:
    inside = (*around, directive)
    named_lines = lines_of(token)
    for name, line in named_lines.items():
        for passage in _line(line, "caption", inside):
            yield replace(passage, line_name=name)
    if body is not None:
        yield from passages(body, inside)


def _line(
    prose: Prose, kind: PassageKind, directives: tuple[Directive, ...], level: int = 0
) -> Iterator[LocatedText]:
    """Yield the passage of a text of one line, and the passages inside it."""
    cursor = SourceCursor(prose)
    for token in prose.tokens:
        passage = _passage(token, cursor, kind, level, 0, directives)
        yield replace(passage, origin=prose.origin)


def _passage(
    token: Token,
    cursor: SourceCursor,
    kind: PassageKind,
    level: int,
    group: int,
    directives: tuple[Directive, ...],
) -> LocatedText:
    text = _Text(cursor)
    for child in token.children or ():
        text.take(child)
    return LocatedText(kind, *text.finished(), level, group, directives)


def _code(token: Token, cursor: SourceCursor, directives: tuple[Directive, ...]) -> LocatedText:
    text = _Text(cursor)
    for number, line in enumerate(token.content.rstrip("\n").split("\n")):
        if number:
            text.add_break("\n")
        elif token.type == "fence":
            cursor.go_down()
        text.add(line)
        cursor.go_down()
    return LocatedText("code", *text.finished(), directives=directives)


@dataclass(slots=True)
class _Text:
    """A passage that is being collected."""

    cursor: SourceCursor
    text: str = ""
    spans: list[Span] = field(default_factory=list)
    runs: list[tuple[int, int, int]] = field(default_factory=list)
    open: list[tuple[SpanKind, int, str]] = field(default_factory=list)

    def add(self, content: str) -> None:
        offset = len(self.text)
        self.runs += [(offset + at, line, column) for at, line, column in self.cursor.runs(content)]
        self.text += content

    def add_break(self, sign: str) -> None:
        self.runs.append((len(self.text), *self.cursor.here()))
        self.text += sign

    def take(self, child: Token) -> None:
        """Add one inline token: its text, or the character for it."""
        if child.type in ("text", "stray"):
            self.add(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            self.add_break(" " if child.type == "softbreak" else "\n")
            self.cursor.go_down(child.meta.get("lines", 1))
        elif child.type == "code_inline":
            self.cursor.skip(child.markup)
            self._span("code", len(self.text), child.content)
            self.cursor.skip(child.markup)
        elif child.type == "myst_role":
            self._role(child)
        elif written := written_as(child):
            self._sign(written)
        elif citation := citation_of(child):
            self._mark("source", [child.meta["written"], "]"], *citation.keys)
        elif child.type == "footnote_ref":
            label = child.meta["label"]
            self._mark("footnote", [f"[^{label}]" if label else "^["], label or child.content)
            if not label and self.cursor.skip(child.content):
                self.cursor.skip("]")
        elif child.type == "image":
            target = str(child.attrs.get("src", ""))
            at = len(self.text)
            self.cursor.skip("![")
            self.runs.append((at, *self.cursor.here()))
            self.spans.append(Span("image", at, at, image_target(child), child.content))
            self.text += FIGURE if self.text.endswith(" ") else ""
            self._leave(target)
        elif child.type in ("link_open", "link_close"):
            self._link(child)
        elif child.type in MARKS:
            self._marked(child)
        elif child.type in _MARKS:
            self._emphasis(child)

    def finished(self) -> tuple[str, tuple[Span, ...], tuple[tuple[int, int, int], ...]]:
        """Return the text, its spans in order, and its runs, at least one."""
        if not self.runs:
            self.runs.append((0, *self.cursor.here()))
        spans = sorted(self.spans, key=lambda span: (span.start, span.end))
        return self.text, tuple(spans), tuple(self.runs)

    def _span(self, kind: SpanKind, start: int, content: str) -> None:
        self.add(content)
        self.spans.append(Span(kind, start, len(self.text), content))

    def _role(self, child: Token) -> None:
        at = len(self.text)
        self.cursor.skip(f"{{{child.meta['name']}}}`")
        self.runs.append((at, *self.cursor.here()))
        self.text += FIGURE
        if child.meta["name"] == "fact":
            self.spans.append(Span("fact", at, at + 1, child.content))
        self.cursor.skip("`")

    def _sign(self, written: str) -> None:
        """Add a character for a mark that prints something which is not in the source."""
        at = len(self.text)
        self.runs.append((at, *self.cursor.here()))
        self.text += FIGURE
        self.cursor.skip(written)

    def _marked(self, child: Token) -> None:
        """Go past the markup around marked words."""
        if child.type in ("index_open", "term_open"):
            self.cursor.skip(f"{{{child.type.removesuffix('_open')}}}`")
        elif child.type == "index":
            # The opening markup comes before the words, not after the last one.
            self.cursor.skip(child.meta["written"])
            self.cursor.skip("`")
        else:
            self.cursor.skip(f"{child.meta['rest']}`")

    def _mark(self, kind: SpanKind, written: Sequence[str], *values: str) -> None:
        # A superscript mark follows its word without a space.
        self.text = self.text.rstrip(" ")
        at = len(self.text)
        self.spans += [Span(kind, at, at, value) for value in values]
        any(self.cursor.skip(words) for words in written)
        self.runs = [run for run in self.runs if run[0] <= at]
        self.runs.append((at, *self.cursor.here()))

    def _link(self, child: Token) -> None:
        if child.type == "link_open":
            target = str(child.attrs["href"])
            role, _, _ = str(child.meta.get("written", "")).partition("`")
            self.cursor.skip("<" if child.info == "auto" else f"{role}`" if role else "[")
            self.open.append(("link", len(self.text), target))
            return
        kind, start, target = self.open.pop()
        self.spans.append(Span(kind, start, len(self.text), target))
        if "written" in child.meta:
            self.cursor.skip(">`")
        elif child.info != "auto":
            self._leave(target)

    def _leave(self, target: str) -> None:
        """Go past the target of a link or an image, which may contain words of the text."""
        if self.cursor.skip("](") and (not target or self.cursor.skip(target)):
            self.cursor.skip(")")

    def _emphasis(self, child: Token) -> None:
        self.cursor.skip(child.markup)
        if child.type == "strong_open":
            self.open.append(("strong", len(self.text), ""))
        elif child.type == "strong_close":
            kind, start, _ = self.open.pop()
            self.spans.append(Span(kind, start, len(self.text)))
