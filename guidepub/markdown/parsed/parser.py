"""Parsing of texts to prose: the sections of one document, directives with bodies, and faults.

Definitions of links, footnotes and abbreviations apply to the whole document, wherever they are.
Nothing here knows a guide's facts or files.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from types import MappingProxyType
from typing import Any

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from guidepub.findings import Finding, Place, Severity
from guidepub.markdown.forms.abbreviations import MOST, Abbreviations
from guidepub.markdown.forms.directives import FORMS, WITH_BOXES, Directive, DirectiveForm
from guidepub.markdown.forms.plugins import AuthorError, form_of, markdown_of, plugged_in
from guidepub.markdown.parsed.dialect import dialect
from guidepub.markdown.parsed.directive_reading import name_in, read_directive
from guidepub.markdown.parsed.headings import name_headings
from guidepub.markdown.parsed.marked_words import MARKS, number_marks
from guidepub.markdown.parsed.notes import NoteRegister, block_of, calls_in, take_out
from guidepub.markdown.parsed.parts import (
    Part,
    check_fence,
    check_images,
    is_closed,
    refused_characters,
    stated_lines,
    without_refused,
)
from guidepub.markdown.parsed.prose import Prose, Text, column_of, ended, words_in
from guidepub.markdown.parsed.sections import taken_in
from guidepub.plugins import PluginError
from guidepub.words.typography import Typography

# The depth of nested directives.
_MAX_DEPTH = 4
# The depth to which notes call notes. A note follows the one that calls it, on its page if it can.
_MAX_NOTES = 5
_MOST_LINES = 20_000
_MOST_FINDINGS = 20


def parse(text: str, typography: Typography, line: int = 1) -> Prose:
    """Parse Markdown as a document of its own; its first line is `line` of its file.

    Directives are parsed with their bodies. Faults are in `findings`, without a path.
    """
    return parse_sections([(None, Text(text, line))], typography)[0]


def parse_line(text: Text, typography: Typography) -> Prose:
    """Parse a text of one line, such as a label, as a document of its own."""
    document = _JointDocument(typography)
    part = document.read(text, 0, inline=True)
    document.close([(None, part)])
    return part.prose()


def parse_sections(
    sections: Sequence[tuple[Text | None, Text]],
    typography: Typography,
    sources: frozenset[str] = frozenset(),
    first_mark: int = 1,
) -> tuple[Prose, ...]:
    """Parse the sections of one document.

    Notes are numbered through all sections, and are at the end of the section that calls them
    first.

    Args:
        sections: the sections, each with its title if it has one, and its text.
        typography: the typography of the document's language.
        sources: the keys that a sentence may name, as `@key`.
        first_mark: the number of the first place in the index.
    """
    document = _JointDocument(typography, sources)
    parts = [
        (document.read(title, number, inline=True) if title else None, document.read(body, number))
        for number, (title, body) in enumerate(sections)
    ]
    return document.close(parts, first_mark)


def parse_alone(
    section: tuple[Text | None, Text],
    typography: Typography,
    sources: frozenset[str],
    notes: int,
) -> tuple[Prose, int] | None:
    """Return a section's prose, and the count of notes with those before it, or None.

    The prose is the same as from `parse_sections`, with `notes` notes in the sections before. None
    if the section shares something with others, or may do so: links, abbreviations, notes, places
    of the index, terms.
    """
    document = _JointDocument(typography, sources, notes)
    title, body = section
    parts = (document.read(title, 0, inline=True) if title else None, document.read(body, 0))
    (prose,) = document.close([parts])
    return None if document.shares(filter(None, parts)) else (prose, document.numbered)


def _forms(info: str) -> Mapping[str, DirectiveForm]:
    """Return the forms of all directives; those of packages only if one of them may be meant.

    Raises:
        PluginError: the directive in a fence's first line is a package's, and cannot be used.
    """
    name = name_in(info)
    if name in FORMS:
        return FORMS
    unread = DirectiveForm("none", "none")
    others = {each: form_of(each) if each == name else unread for each in plugged_in()}
    return {**others, **FORMS}


class _JointDocument:
    """Parses the blocks of all texts before the words of any, which may need definitions."""

    def __init__(
        self, typography: Typography, sources: frozenset[str] = frozenset(), notes: int = 0
    ) -> None:
        self._sources = sources
        self._parser = dialect(typography)
        rules = self._parser.core.ruler.getRules("")
        split = self._parser.core.ruler.get_active_rules().index("inline")
        self._block_rules, self._word_rules = rules[:split], rules[split:]
        # By section, since a section's own definitions take precedence over those of others.
        self._links: dict[int, dict[str, Any]] = {}
        self._abbreviations = Abbreviations()
        self._notes = NoteRegister(numbered=notes)

    @property
    def numbered(self) -> int:
        """How many notes have a number."""
        return self._notes.numbered

    def shares(self, parts: Iterable[Part]) -> bool:
        """Return whether a finished part defines or uses something that other texts may share."""
        if any(self._links.values()) or self._abbreviations.meanings:
            return True
        inner = [each for part in parts for each in part.all()]
        if any(not note.number for part in inner for note in part.definitions):
            return True
        words = [token for part in inner for token in words_in(part.tokens)]
        return any(
            token.type in MARKS or (token.type == "footnote_ref" and "number" not in token.meta)
            for token in words
        )

    def read(self, text: Text, section: int, inline: bool = False) -> Part:
        """Parse the blocks of a section, or take a line as it is."""
        lines = tuple(text.words.split("\n"))
        found = tuple(islice(refused_characters(text), _MOST_FINDINGS))
        words = without_refused(text.words) if found else text.words
        if too_long := len(lines) > _MOST_LINES:
            words = ""
        part = self._read(replace(text, words=words), lines, section, inline, depth=0)
        part.findings[:0] = found
        if too_long:
            message = f"The text has more than {_MOST_LINES:,} lines."
            finding = Finding(Place("", text.line), "D002", message, "Split the guide.")
            part.findings = [finding]
        return part

    def _read(
        self,
        text: Text,
        lines: tuple[str, ...],
        section: int,
        inline: bool,
        depth: int = 0,
        column: int = 0,
        with_boxes: bool = False,
    ) -> Part:
        links = self._links.setdefault(section, {})
        env: dict[str, Any] = {"references": links, "abbreviations": self._abbreviations}
        env |= {"with_boxes": with_boxes, "sources": self._sources}
        source = text.words if inline else ended(text.words)
        part = Part(text, section, lines, StateCore(source, self._parser, env), column)
        part.state.inlineMode = inline
        for rule in self._block_rules:
            rule(part.state)
        for token in part.state.tokens:
            if token.type == "colon_fence":
                self._read_directive(part, token, depth)
            elif token.type == "fence":
                check_fence(part, token)
        if text.directive_line:
            for token in part.state.tokens:
                token.map = [0, 1] if token.map else None
        for link in env.get("duplicate_refs", ()):
            first = links[link["label"]]
            if first["href"] != link["href"]:
                message = f"The link “{link['label'].lower()}” is defined twice."
                remedy = "Remove one, or give it another label."
                part.report(link["map"][0], "D037", message, remedy, severity=Severity.WARNING)
        for row, short, is_first in env.get("abbreviation_rows", ()):
            if not is_first:
                message = (
                    f"The abbreviation “{short}” is defined twice, or there are more than {MOST}."
                )
                part.report(row, "D037", message, "Remove one.", severity=Severity.WARNING)
        return part

    def _read_directive(self, part: Part, token: Token, depth: int) -> None:
        directive, is_faulty = self._stated(part, token)
        if directive is None:
            return
        if directive.name not in FORMS:
            if not is_faulty:
                self._read_made(part, token, directive, depth)
            return
        lines = {
            name: self._read_line(part, words, number, behind)
            for name, words, number, behind in stated_lines(directive)
        }
        body = None
        if directive.body.strip():
            if depth >= _MAX_DEPTH:
                row = (token.map or [0])[0]
                self._report_depth(part, row, column_of(part.lines, row, token.markup))
                return
            body = self._read_body(part, directive, depth)
        part.hold(token, directive, body, lines)

    def _stated(self, part: Part, token: Token) -> tuple[Directive | None, bool]:
        """Return the directive of a fence, if it is one, and whether faults of it were reported."""
        row = (token.map or [0])[0]
        line = part.text.line + row
        names = token.info.strip().startswith("{")
        content = token.content.rstrip("\n") if names else ""
        try:
            directive, faults = read_directive(token.info, content, line, _forms(token.info))
        except PluginError as error:
            part.report(row, "D073", str(error), error.remedy)
            return None, True
        for fault in faults:
            at = fault.place.line - part.text.line
            column = column_of(part.lines, at, ":")
            part.report(at, fault.code, fault.message, fault.remedy, column)
        if directive is None:
            return None, True
        at = column_of(part.lines, row, token.markup)
        if heading := taken_in(directive.body):
            message = f"The directive “{directive.name}” includes the section “{heading}”."
            remedy = f"End it with a line {token.markup} above that heading."
            part.report(row, "D033", message, remedy, at)
            return None, True
        if not is_closed(part, token):
            message = f"The directive “{directive.name}” is not closed."
            part.report(row, "D033", message, f"End it with a line {token.markup}.", at)
        return directive, bool(faults)

    def _read_body(self, part: Part, directive: Directive, depth: int) -> Part:
        first = directive.body_line - part.text.line
        own = part.lines[first : first + directive.body.count("\n") + 1]
        text = Text(directive.body, directive.body_line, part.text.origin, part.text.directive_line)
        return self._read(
            text,
            own,
            part.section,
            inline=False,
            depth=depth + 1,
            with_boxes=directive.name in WITH_BOXES,
        )

    def _read_made(self, part: Part, token: Token, directive: Directive, depth: int) -> None:
        """Parse the Markdown of a package's directive, all of it with the directive's line."""
        row = (token.map or [0])[0]
        if depth >= _MAX_DEPTH:
            self._report_depth(part, row, 1)
            return
        try:
            words = markdown_of(directive)
        except AuthorError as error:
            part.report(row, "D033", f"{error}.", "Change its arguments.")
            return
        except PluginError as error:
            part.report(row, "D073", str(error), error.remedy)
            return
        if heading := taken_in(words):
            message = f"The directive “{directive.name}” returns the section “{heading}”."
            part.report(row, "D073", message, PluginError(message).remedy)
            return
        directive_line = part.text.directive_line or directive.line
        text = Text(words, directive.line, part.text.origin, directive_line)
        own = tuple(words.split("\n"))
        body = self._read(text, own, part.section, inline=False, depth=depth + 1)
        nothing: Mapping[str, str] = MappingProxyType({})
        shown = replace(directive, argument="", options=nothing, body="")
        part.hold(token, shown, body, {})

    def _report_depth(self, part: Part, row: int, column: int) -> None:
        part.report(row, "D033", "Directives are nested too deeply.", "Flatten them.", column)

    def _read_line(self, part: Part, words: str, line: int, behind: str) -> Part:
        row = line - part.text.line
        own = part.lines[row : row + 1] or ("",)
        column = own[0].find(words, own[0].find(behind) + len(behind))
        text = Text(words, line, part.text.origin, part.text.directive_line)
        return self._read(text, own, part.section, inline=True, column=max(column, 0))

    def close(
        self, sections: Sequence[tuple[Part | None, Part]], first_mark: int = 1
    ) -> tuple[Prose, ...]:
        """Parse the words of all texts, number the notes, and report unused definitions."""
        parts = [part for pair in sections for top in pair if top for part in top.all()]
        self._read_words(parts)
        # Inner parts are finished before those that contain them.
        for part in reversed(parts):
            for token, directive, body, lines in part.directives:
                named_lines = {name: line.prose() for name, line in lines.items()}
                inner = body.prose() if body else None
                token.meta = {
                    **token.meta,
                    "directive": (directive, inner),
                    "named_lines": named_lines,
                }
        for number, (title, body) in enumerate(sections):
            calls = [*(calls_in(title.tokens) if title else ()), *calls_in(body.tokens)]
            body.tokens += block_of(self._notes.number(number, calls))
            name_headings(body.tokens)
        texts = [text for pair in sections for text in pair if text is not None]
        number_marks((text.tokens for text in texts), first_mark)
        for part in parts:
            check_images(part)
            self._report_unused(part)
        return tuple(
            replace(body.prose(), title=title.prose() if title else None)
            for title, body in sections
        )

    def _read_words(self, parts: Sequence[Part]) -> None:
        everywhere: dict[str, Any] = {}
        for own in self._links.values():
            for label, link in own.items():
                everywhere.setdefault(label, link)
        for part in parts:
            part.state.env["references"] = ChainMap(self._links[part.section], everywhere)
            for rule in self._word_rules:
                rule(part.state)
            for fault in part.state.env.get("findings", ()):
                row, severity = fault.place.line, fault.severity
                part.report(row, fault.code, fault.message, fault.remedy, severity=severity)
            self._take_notes(part)

    def _take_notes(self, part: Part) -> None:
        part.tokens, found = take_out(part.state.tokens)
        for definition, tokens in found:
            definition.prose = part.prose_of(tokens)
            if self._notes.define(definition, part.section):
                part.definitions.append(definition)
            else:
                message = f"The footnote “{definition.label}” is defined twice."
                part.report(
                    definition.row, "D037", message, "Remove one, or give it another label."
                )

    def _report_unused(self, part: Part) -> None:
        """Report definitions that are never used, and notes that are nested too deeply."""
        for note in part.definitions:
            if not note.number:
                # An inline note is unused only in a text alternative, which is reported as well.
                name = f"footnote “{note.label}”" if note.label else "note"
                message = f"The {name} is never called, and would be lost."
                part.report(note.row, "D037", message, f"Call it in the text: [^{note.label}].")
            elif note.depth == _MAX_NOTES + 1:
                message = (
                    f"Notes call notes more than {_MAX_NOTES} deep, beginning with one above this."
                )
                part.report(note.row, "D007", message, "Call it in the text, or join some.")
            elif not note.prose.tokens:
                message = f"The footnote “{note.label}” has no text."
                part.report(note.row, "D034", message, "Write it after the colon.")
        for row, short, is_first in part.state.env.get("abbreviation_rows", ()):
            if is_first and short not in self._abbreviations.used:
                message = f"The abbreviation “{short}” does not occur in the text."
                remedy = "Remove its definition."
                part.report(row, "D037", message, remedy, severity=Severity.WARNING)
