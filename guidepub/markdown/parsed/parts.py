"""A text that is being parsed to prose, and the faults that it has by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from guidepub.findings import Finding, Place, Severity
from guidepub.markdown.forms.directives import Directive
from guidepub.markdown.parsed.marked_words import MARKS
from guidepub.markdown.parsed.notes import NoteDefinition
from guidepub.markdown.parsed.prose import Prose, Text, column_of
from guidepub.words.characters import FORBIDDEN, REPLACEMENT, forbidden

# Not after a backslash, which makes it plain text, unless the backslash is escaped itself.
_NUMBERED = re.compile(
    r"(?<!\\)(?P<before>(?:\\\\)*)"
    r"(?P<sign>&#(?:[xX](?P<hex>[0-9a-fA-F]{1,6})|(?P<decimal>[0-9]{1,7}));)"
)


@dataclass(slots=True)
class Part:
    """A text that is being parsed: a section's text, a directive's body, or a line.

    `section` is the number of its section, from 0. `directives` are the tokens of directives, each
    with its body and its lines.
    """

    text: Text
    section: int
    lines: tuple[str, ...]
    state: StateCore
    column: int = 0
    findings: list[Finding] = field(default_factory=list)
    directives: list[tuple[Token, Directive, Part | None, dict[str, Part]]] = field(
        default_factory=list
    )
    definitions: list[NoteDefinition] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)

    def report(
        self,
        row: int,
        code: str,
        message: str,
        remedy: str,
        column: int = 1,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Add a finding on a row of the text, counted from 0."""
        made_of = self.text.directive_line
        place = Place("", made_of or self.text.line + row, 1 if made_of else column)
        self.findings.append(Finding(place, code, message, remedy, severity))

    def hold(
        self, token: Token, directive: Directive, body: Part | None, lines: dict[str, Part]
    ) -> None:
        """Add a directive of the text, with its body and its lines."""
        if line := self.text.directive_line:
            options = MappingProxyType(dict.fromkeys(directive.options, line))
            directive = replace(directive, line=line, body_line=line, option_lines=options)
        self.directives.append((token, directive, body, lines))

    def all(self) -> Iterator[Part]:
        """Yield the part, and the parts inside it in the order in which they are printed."""
        yield self
        for _, _, body, lines in self.directives:
            for inner in (*lines.values(), body):
                if inner is not None:
                    yield from inner.all()

    def prose(self) -> Prose:
        """Return the finished part as prose, with the findings of all parts inside it."""
        findings = tuple(finding for part in self.all() for finding in part.findings)
        return replace(self.prose_of(self.tokens), findings=findings)

    def prose_of(self, tokens: Sequence[Token]) -> Prose:
        """Return some of its tokens as prose; Markdown from a package has no lines of its own."""
        text = self.text
        lines = () if text.directive_line else self.lines
        line = text.directive_line or text.line
        return Prose(tuple(tokens), lines, line, (), text.origin, self.column)


def stated_lines(directive: Directive) -> Iterator[tuple[str, str, int, str]]:
    """Yield a directive's named lines: name, words, line, and the source text before the words."""
    if directive.argument and directive.name != "figure":
        yield "title", directive.argument, directive.line, "}"
    for name in ("note", "credit", "alt"):
        if words := directive.options.get(name):
            yield name, words, directive.option_lines[name], f":{name}:"


def check_images(part: Part) -> None:
    """Report what pictures would lose: notes and citations in text alternatives, and titles."""
    for token in part.state.tokens:
        rows = token.map or (0, 0)
        for image in token.children or ():
            if image.type != "image":
                continue
            _check_alternative(part, rows[0], image.children or ())
            if image.attrs.get("title"):
                message = "The title of an image would be lost."
                remedy = "Write it as the text of a :::{figure}."
                part.report(rows[0], "D036", message, remedy)
            if part.state.inlineMode:
                message = "This text cannot have an image."
                part.report(rows[0], "D039", message, "Write it in the prose instead.")
    for _, directive, _, lines in part.directives:
        if "alt" in lines:
            row = directive.option_lines["alt"] - part.text.line
            _check_alternative(part, row, lines["alt"].state.tokens[0].children or ())


def _check_alternative(part: Part, row: int, words: Sequence[Token]) -> None:
    if any(word.type in ("citation", "footnote_ref") for word in words):
        message = "A text alternative cannot have notes or citations."
        part.report(row, "D033", message, "Move it into the text.")
    if any(word.type in MARKS for word in words):
        message = "A text alternative cannot have index marks or glossary terms."
        part.report(row, "D033", message, "Move it into the text.")


def check_fence(part: Part, token: Token) -> None:
    """Report code that is a directive, or that is not closed."""
    row = (token.map or [0])[0]
    at = column_of(part.lines, row, token.markup)
    if token.info.strip().startswith("{"):
        message = "A directive needs a fence of colons."
        part.report(row, "D032", message, "Write ::: instead of ```.", at)
    elif not is_closed(part, token):
        message = "The code is not closed, and includes all text to the end."
        remedy = f"End it with a line {token.markup}."
        part.report(row, "D036", message, remedy, at, Severity.WARNING)


def is_closed(part: Part, token: Token) -> bool:
    """Return whether the last line of a fence closes it."""
    first, last = token.map or (0, 0)
    ending = part.lines[last - 1].strip(" \t\r>") if first + 1 < last <= len(part.lines) else ""
    return len(ending) >= len(token.markup) and not ending.strip(token.markup[0])


def without_refused(words: str) -> str:
    """Return a text with U+FFFD in place of each character that no book can contain."""
    return _NUMBERED.sub(_replacement, FORBIDDEN.sub(REPLACEMENT, words))


def refused_characters(text: Text) -> Iterator[Finding]:
    """Yield a finding for each character in a text that no book can contain."""
    words, line = text.words, text.line
    for row, column, name in forbidden(words):
        message = f"The character {name} is not allowed in a book."
        yield Finding(Place("", line + row - 1, column), "D008", message, "Delete it.")
    for match in _NUMBERED.finditer(words):
        if _replacement(match) != match[0]:
            begin = match.start("sign")
            row = words.count("\n", 0, begin)
            column = begin - words.rfind("\n", 0, begin)
            message = f"The character {match['sign']} is not allowed in a book."
            yield Finding(Place("", line + row, column), "D008", message, "Delete it.")


def _replacement(match: re.Match[str]) -> str:
    """Return a numeric character reference unchanged, or U+FFFD if its character is refused."""
    number = int(match["hex"], 16) if match["hex"] else int(match["decimal"])
    barred = number > 0x10FFFF or FORBIDDEN.match(chr(number))
    return match["before"] + REPLACEMENT if barred else match[0]
