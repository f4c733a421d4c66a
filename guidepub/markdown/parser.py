"""Texts to prose: the sections of one document, their directives with their bodies, and faults.

Link definitions, footnotes and abbreviations serve all of a document, wherever in it they
stand. Nothing here knows a guide's facts or files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from guidepub.characters import FORBIDDEN, REPLACEMENT, forbidden
from guidepub.findings import Finding, Place, Severity
from guidepub.markdown.abbreviations import MOST, Abbreviations
from guidepub.markdown.dialect import dialect
from guidepub.markdown.directives import Directive, read_directive
from guidepub.markdown.notes import Definition, Register, block_of, calls_in, take_out
from guidepub.markdown.prose import Prose, Text, column_of

# How deep directives stand in each other.
_MAX_DEPTH = 4
_MOST_LINES = 20_000
_MOST_FINDINGS = 20
_NUMBERED = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));")


def parse(text: str, quotes: tuple[str, ...], line: int = 1) -> Prose:
    """Parse Markdown whose first line is line `line` of its file, as a document of its own.

    `quotes` are the language's opening and closing double, then single quotation marks.
    Directives are parsed with their bodies; what is wrong is in `findings`, without a path.
    """
    return parse_sections([(None, Text(text, line))], quotes)[0]


def parse_line(text: Text, quotes: tuple[str, ...]) -> Prose:
    """Parse a text of one line, such as a label, as a document of its own."""
    document = _Document(quotes)
    part = document.read(text, inline=True)
    document.close([(None, part)])
    return part.prose()


def parse_sections(
    sections: Sequence[tuple[Text | None, Text]], quotes: tuple[str, ...]
) -> tuple[Prose, ...]:
    """Parse the sections of one document, each with its title, if it has one.

    Notes are numbered through all sections, and stand at the end of the section that calls
    them first.
    """
    document = _Document(quotes)
    parts = [
        (document.read(title, inline=True) if title else None, document.read(body))
        for title, body in sections
    ]
    return document.close(parts)


@dataclass(slots=True)
class _Part:
    """A text on its way to prose: a section's, a directive's body, or a line.

    `held` are the tokens of directives, each with its body and its lines.
    """

    text: Text
    lines: tuple[str, ...]
    state: StateCore
    column: int = 0
    findings: list[Finding] = field(default_factory=list)
    held: list[tuple[Token, Directive, _Part | None, dict[str, _Part]]] = field(
        default_factory=list
    )
    definitions: list[Definition] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)

    def tell(self, row: int, code: str, message: str, remedy: str, column: int = 1) -> None:
        """Keep what is wrong on a row of the text, from 0."""
        place = Place("", self.text.line + row, column)
        self.findings.append(Finding(place, code, message, remedy))

    def all(self) -> Iterator[_Part]:
        """Yield the part, and those inside it in the order in which they print."""
        yield self
        for _, _, body, lines in self.held:
            for inner in (*lines.values(), body):
                if inner is not None:
                    yield from inner.all()

    def prose(self) -> Prose:
        """Return the finished part; its findings are those of all parts inside it."""
        findings = tuple(finding for part in self.all() for finding in part.findings)
        origin = self.text.origin
        return Prose(tuple(self.tokens), self.lines, self.text.line, findings, origin, self.column)


class _Document:
    """Reads the blocks of all texts before the words of any, which may ask for definitions."""

    def __init__(self, quotes: tuple[str, ...]) -> None:
        self._parser = dialect(quotes)
        names, rules = self._parser.core.ruler.get_active_rules(), self._parser.core.ruler.getRules("")
        split = names.index("inline")
        self._of_blocks, self._of_words = rules[:split], rules[split:]
        self._links: dict[str, Any] = {}
        self._abbreviations = Abbreviations()
        self._notes = Register()

    def read(self, text: Text, inline: bool = False) -> _Part:
        """Read the blocks of a section, or take a line as it is."""
        lines = tuple(text.words.split("\n"))
        found = tuple(islice(_refused_characters(text), _MOST_FINDINGS))
        words = _NUMBERED.sub(_replacement, FORBIDDEN.sub(REPLACEMENT, text.words)) if found else text.words
        if too_long := len(lines) > _MOST_LINES:
            words = ""
        part = self._read(replace(text, words=words), lines, inline, depth=0)
        part.findings[:0] = found
        if too_long:
            message = f"The text has over {_MOST_LINES:,} lines."
            finding = Finding(Place("", text.line), "D002", message, "Split the guide.")
            part.findings = [finding]
        return part

    def _read(self, text: Text, lines: tuple[str, ...], inline: bool, depth: int, column: int = 0) -> _Part:
        env = {"references": self._links, "abbreviations": self._abbreviations}
        part = _Part(text, lines, StateCore(text.words, self._parser, env), column)
        part.state.inlineMode = inline
        for rule in self._of_blocks:
            rule(part.state)
        for token in part.state.tokens:
            if token.type == "colon_fence":
                self._read_directive(part, token, depth)
            elif token.type == "fence":
                _check_fence(part, token)
        for link in env.get("duplicate_refs", ()):
            first = self._links[link["label"]]
            if first["href"] != link["href"]:
                message = f"The link “{link['label'].lower()}” is defined twice."
                part.tell(link["map"][0], "D037", message, "Remove one, or give it another label.")
        for row, short, is_first in env.get("abbreviation_rows", ()):
            if not is_first:
                message = f"The abbreviation “{short}” is defined twice, or beyond {MOST} others."
                part.tell(row, "D037", message, "Remove one.")
        return part

    def _read_directive(self, part: _Part, token: Token, depth: int) -> None:
        row = (token.map or [0])[0]
        line = part.text.line + row
        names = token.info.strip().startswith("{")
        content = token.content.rstrip("\n") if names else ""
        directive, faults = read_directive(token.info, content, line)
        for fault in faults:
            at = fault.place.line - part.text.line
            column = column_of(part.lines, at, ":")
            part.tell(at, fault.code, fault.message, fault.remedy, column)
        if directive is None:
            return
        at = column_of(part.lines, row, token.markup)
        if not _is_closed(part, token):
            message = f"The directive “{directive.name}” is not closed."
            part.tell(row, "D033", message, f"End it with a line {token.markup}.", at)
        lines = {
            name: self._read_line(part, words, number, behind)
            for name, words, number, behind in _said(directive)
        }
        body = None
        if directive.body.strip():
            if depth >= _MAX_DEPTH:
                part.tell(row, "D033", "Directives are nested too deeply.", "Flatten them.", at)
                return
            first = directive.body_line - part.text.line
            own = part.lines[first : first + directive.body.count("\n") + 1]
            text = Text(directive.body, directive.body_line, part.text.origin)
            body = self._read(text, own, inline=False, depth=depth + 1)
        part.held.append((token, directive, body, lines))

    def _read_line(self, part: _Part, words: str, line: int, behind: str) -> _Part:
        row = line - part.text.line
        own = part.lines[row : row + 1] or ("",)
        column = own[0].find(words, own[0].find(behind) + len(behind))
        text = Text(words, line, part.text.origin)
        return self._read(text, own, inline=True, depth=0, column=max(column, 0))

    def close(self, sections: Sequence[tuple[_Part | None, _Part]]) -> tuple[Prose, ...]:
        """Read the words of all, number the notes, and tell what is defined in vain."""
        parts = [part for pair in sections for top in pair if top for part in top.all()]
        for part in parts:
            for rule in self._of_words:
                rule(part.state)
            for fault in part.state.env.get("told", ()):
                part.tell(fault.place.line, fault.code, fault.message, fault.remedy)
            self._take_notes(part)
        # What stands inside is finished before what it stands in.
        for part in reversed(parts):
            for token, directive, body, lines in part.held:
                said = {name: line.prose() for name, line in lines.items()}
                inner = body.prose() if body else None
                token.meta = {**token.meta, "directive": (directive, inner), "sayings": said}
        for number, (title, body) in enumerate(sections):
            calls = [*(calls_in(title.tokens) if title else ()), *calls_in(body.tokens)]
            body.tokens += block_of(self._notes.number(number, calls))
        for part in parts:
            _check_alternatives(part)
            self._tell_unused(part)
        return tuple(
            replace(body.prose(), title=title.prose() if title else None) for title, body in sections
        )

    def _take_notes(self, part: _Part) -> None:
        part.tokens, found = take_out(part.state.tokens)
        for definition, tokens in found:
            definition.prose = Prose(tuple(tokens), part.lines, part.text.line, (), part.text.origin, part.column)
            if self._notes.define(definition):
                part.definitions.append(definition)
            else:
                message = f"The footnote “{definition.label}” is defined twice."
                part.tell(definition.row, "D037", message, "Remove one, or give it another label.")

    def _tell_unused(self, part: _Part) -> None:
        for note in part.definitions:
            if not note.number:
                name = f"footnote “{note.label}”" if note.label else "note"
                message = f"The {name} is called nowhere, and would be lost."
                remedy = f"Call it in the text: [^{note.label}]." if note.label else "Move it into the text."
                part.tell(note.row, "D037", message, remedy)
            elif not note.prose.tokens:
                message = f"The footnote “{note.label}” has no text."
                part.tell(note.row, "D034", message, "Write it behind the colon.")
        for row, short, is_first in part.state.env.get("abbreviation_rows", ()):
            if is_first and short not in self._abbreviations.used:
                message = f"The abbreviation “{short}” stands nowhere in the text."
                part.tell(row, "D037", message, "Remove its definition.")


def _said(directive: Directive) -> Iterator[tuple[str, str, int, str]]:
    """Yield the lines that a directive says: name, words, line, and what stands before them."""
    if directive.argument and directive.name != "figure":
        yield "title", directive.argument, directive.line, "}"
    for name in ("note", "alt"):
        if words := directive.options.get(name):
            yield name, words, directive.option_lines[name], f":{name}:"


def _check_alternatives(part: _Part) -> None:
    """Tell notes and citations in text alternatives, where they would be lost."""
    images = [
        (token.map, image.children or ())
        for token in part.state.tokens
        for image in token.children or ()
        if image.type == "image"
    ]
    for _, directive, _, lines in part.held:
        if "alt" in lines:
            row = directive.option_lines["alt"] - part.text.line
            images.append(([row, row + 1], lines["alt"].state.tokens[0].children or ()))
    for rows, words in images:
        if any(word.type in ("citation", "footnote_ref") for word in words):
            message = "A text alternative can hold no note and no citation."
            part.tell(rows[0] if rows else 0, "D033", message, "Move it into the text.")


def _check_fence(part: _Part, token: Token) -> None:
    row = (token.map or [0])[0]
    at = column_of(part.lines, row, token.markup)
    if token.info.strip().startswith("{"):
        message = "A directive stands in a fence of colons."
        part.tell(row, "D032", message, "Write ::: instead of ```.", at)
    elif not _is_closed(part, token):
        place = Place("", part.text.line + row, at)
        message = "The code is not closed, and takes all text to the end."
        remedy = f"End it with a line {token.markup}."
        part.findings.append(Finding(place, "D036", message, remedy, Severity.WARNING))


def _is_closed(part: _Part, token: Token) -> bool:
    """Tell whether the last line of a fence is one that closes it."""
    first, last = token.map or (0, 0)
    ending = part.lines[last - 1].strip(" \t\r>") if first + 1 < last <= len(part.lines) else ""
    return len(ending) >= len(token.markup) and not ending.strip(token.markup[0])


def _refused_characters(text: Text) -> Iterator[Finding]:
    words, line = text.words, text.line
    for row, column, name in forbidden(words):
        message = f"The character {name} cannot stand in a book."
        yield Finding(Place("", line + row - 1, column), "D008", message, "Delete it.")
    for match in _NUMBERED.finditer(words):
        if _replacement(match) == REPLACEMENT:
            row = words.count("\n", 0, match.start())
            column = match.start() - words.rfind("\n", 0, match.start())
            message = f"The character {match[0]} cannot stand in a book."
            yield Finding(Place("", line + row, column), "D008", message, "Delete it.")


def _replacement(match: re.Match[str]) -> str:
    """Return a numbered character as it stands, or U+FFFD for one that is none."""
    number = int(match[1], 16) if match[1] else int(match[2])
    barred = number > 0x10FFFF or FORBIDDEN.match(chr(number))
    return REPLACEMENT if barred else match[0]
