"""Footnotes of a document, defined anywhere in it and numbered in the order of printing.

The numbers run through all sections. A note is printed at the end of the section that calls it
first; later calls, even in other sections, have its number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from guidepub.markdown.parsed.prose import Prose, words_in

# Blocks that may end after a note's last paragraph, which has the back link.
_ENDS = frozenset(
    {"list_item_close", "bullet_list_close", "ordered_list_close", "blockquote_close"}
)


@dataclass(slots=True, eq=False)
class NoteDefinition:
    """The definition of a note: its label, its text, and the row on which it begins.

    An inline note, `^[…]`, has no label. `number` is 0 and `section` -1 until the note is called.
    `depth` is 1 if the text calls it, 2 if a note of the text does, and so on.
    """

    label: str | None
    row: int = 0
    prose: Prose = field(default_factory=lambda: Prose((), (), 1))
    number: int = 0
    section: int = -1
    calls: int = 0
    depth: int = 0


@dataclass(slots=True)
class NoteRegister:
    """The notes of a document by their sections and labels, and how many are numbered."""

    by_label: dict[str, dict[int, NoteDefinition]] = field(default_factory=dict)
    numbered: int = 0

    def define(self, definition: NoteDefinition, section: int) -> bool:
        """Add a definition; return whether it is the first one of its label in its section."""
        if definition.label is None:
            return True
        known = self.by_label.setdefault(definition.label, {})
        return known.setdefault(section, definition) is definition

    def _called_by(self, call: Token, section: int) -> NoteDefinition | None:
        """Return the note of a call: the section's own, or else the only one of that label."""
        if call.meta["label"] is None:
            own: NoteDefinition = call.meta["definition"]
            return own
        known = self.by_label.get(call.meta["label"], {})
        if section not in known and len(known) == 1:
            return next(iter(known.values()))
        return known.get(section)

    def number(self, section: int, calls: Iterable[Token]) -> list[NoteDefinition]:
        """Number the calls of a section, in the order in which it prints them.

        Returns the notes that it is the first to call; the notes that a note calls follow it
        directly. Each call's `meta` gets the `number`, how often the note was called before
        (`again`), and the number of the other section that prints it (`away`), or None. A call of
        an undefined note has no number; `several` is whether several other sections define it.
        """
        notes: list[NoteDefinition] = []
        # Notes can call each other without end, so calls are in a list and not on Python's stack.
        waiting = [iter(calls)]
        while waiting:
            call = next(waiting[-1], None)
            if call is None:
                waiting.pop()
            elif (note := self._numbered(call, section)) is not None:
                notes.append(note)
                note.depth = len(waiting)
                waiting.append(calls_in(note.prose.tokens))
        return notes

    def _numbered(self, call: Token, section: int) -> NoteDefinition | None:
        """Give a call the number of its note; return the note if this is its first call."""
        note = self._called_by(call, section)
        if note is None:
            call.meta = {**call.meta, "several": call.meta["label"] in self.by_label}
            return None
        is_first = not note.number
        if is_first:
            self.numbered += 1
            note.number, note.section = self.numbered, section
        away = note.section if note.section != section else None
        call.meta = {**call.meta, "number": note.number, "again": note.calls, "away": away}
        note.calls += 1
        return note if is_first else None


def calls_in(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the calls of notes in the order in which a book prints them."""
    return (token for token in words_in(tokens) if token.type == "footnote_ref")


def block_of(notes: Sequence[NoteDefinition]) -> list[Token]:
    """Return the tokens of some notes, each with its text (`note_of`) and its back link."""
    if not notes:
        return []
    block = [Token("footnote_block_open", "", 1)]
    for note in notes:
        meta = {"number": note.number, "label": note.label}
        prose = replace(note.prose, tokens=tuple(_with_way_back(note.prose.tokens, note.number)))
        block.append(Token("footnote_open", "", 1, meta={**meta, "note": prose}))
        block.append(Token("footnote_close", "", -1, meta=meta))
    return [*block, Token("footnote_block_close", "", -1)]


def _with_way_back(tokens: Sequence[Token], number: int) -> list[Token]:
    """Put the token of the back link into the last paragraph, or into a paragraph of its own."""
    anchor = Token("footnote_anchor", "", 0, meta={"number": number})
    place = len(tokens)
    while place and tokens[place - 1].type in _ENDS:
        place -= 1
    if place and tokens[place - 1].type == "paragraph_close":
        return [*tokens[: place - 1], anchor, *tokens[place - 1 :]]
    around = (
        Token("paragraph_open", "p", 1, block=True),
        Token("paragraph_close", "p", -1, block=True),
    )
    return [*tokens, around[0], anchor, around[1]]


def take_out(
    tokens: Sequence[Token],
) -> tuple[list[Token], list[tuple[NoteDefinition, list[Token]]]]:
    """Separate a text's tokens from its definitions of notes, and return both."""
    text: list[Token] = []
    found: list[tuple[NoteDefinition, list[Token]]] = []
    into = text
    for token in tokens:
        if token.type == "footnote_reference_open":
            row = token.map[0] if token.map else 0
            definition = token.meta.get("definition") or NoteDefinition(token.meta["label"], row)
            into = []
            found.append((definition, into))
        elif token.type == "footnote_reference_close":
            into = text
        else:
            into.append(token)
    return text, found


def read_note(state: StateInline, silent: bool) -> bool:
    """Read an inline note, `^[…]`, which cannot be inside another one."""
    start = state.pos
    if not state.src.startswith("^[", start) or state.env.get("in_note"):
        return False
    end = parseLinkLabel(state, start + 1)
    if end < 0:
        return False
    if not silent:
        call = state.push("footnote_ref", "", 0)
        call.content, call.children, call.meta = state.src[start + 2 : end], [], {"label": None}
        state.env["in_note"] = True
        state.md.inline.parse(call.content, state.md, state.env, call.children)
        state.env["in_note"] = False
    state.pos = end + 1
    return True


def inline_notes(state: StateCore) -> None:
    """Move the text of each inline note after the paragraphs, as a definition."""
    for token in list(state.tokens):
        for call in token.children or () if token.type == "inline" else ():
            if call.type != "footnote_ref" or call.children is None:
                continue
            definition = NoteDefinition(None, token.map[0] if token.map else 0)
            inner = Token("inline", "", 0, map=token.map, content=call.content)
            inner.children, call.children = call.children, None
            call.meta = {"label": None, "definition": definition}
            state.tokens += [
                Token("footnote_reference_open", "", 1, map=token.map, meta=call.meta),
                Token("paragraph_open", "p", 1, map=token.map, block=True),
                inner,
                Token("paragraph_close", "p", -1, block=True),
                Token("footnote_reference_close", "", -1),
            ]
