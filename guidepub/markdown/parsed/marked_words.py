"""Words that are marked for the index and the glossary, in the form of MyST and Sphinx.

`` {index}`words` `` prints words and adds them to the index; `` {index}`words <main; below>` ``
adds them under other words; `` {index}`single: main; below` `` marks a place and prints nothing.
`` {term}`words` `` and `` {term}`words <entry>` `` print words that the glossary explains.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise
from typing import Literal

from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.myst_role import index as myst_roles

from guidepub.markdown.parsed.prose import words_in

EntryKind = Literal["single", "start", "end", "see", "seealso"]

KINDS = ("single", "pair", "start", "end", "see", "seealso")
"""The words with which an entry may begin, before a colon."""

_ROLES = frozenset({"index", "term"})
_UNDER = re.compile(r"(?P<words>.*?\S)\s*<(?P<entry>[^<>]*)>", re.S)
# Text that may begin with a kind of entry, which must not be printed as text.
_TYPED = re.compile(r"\s*(?P<kind>[a-z]+)\s*:\s*(?P<rest>.*)", re.S)
_MOST_LEVELS = 2
MARKS = frozenset({"index_open", "index_close", "index", "term_open", "term_close"})
"""The types of the tokens that these roles make."""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """An entry of the index: its words, and the words below these.

    `single` is a place, and `start` and `end` are the places of a range. `see` and `seealso` have
    no place; they refer to the entry `other`.
    """

    kind: EntryKind
    words: tuple[str, ...]
    other: str = ""

    @property
    def has_place(self) -> bool:
        """Whether the index has its page."""
        return self.kind in ("single", "start", "end")


def read_role(state: StateInline, silent: bool) -> bool:
    """Read a role. The words of `index` and `term` are parsed as text between marks."""
    start = state.pos
    if not myst_roles.myst_role(state, silent=True):
        return False
    written = state.src[start : state.pos]
    name, _, _ = written[1:].partition("}")
    if silent or name not in _ROLES:
        state.pos = start
        return bool(myst_roles.myst_role(state, silent))
    end, ticks = state.pos, len(written) - len(written.rstrip("`"))
    _mark(state, name, start + len(name) + 2 + ticks, end - ticks)
    state.pos = end
    return True


def _mark(state: StateInline, name: str, first: int, last: int) -> None:
    """Push the tokens of a role whose words are between two places of the source."""
    written = state.src[first:last].strip()
    first += len(state.src[first:last]) - len(state.src[first:last].lstrip())
    under = _UNDER.fullmatch(written)
    words, entry = (under["words"], under["entry"]) if under else (written, written)
    meta: dict[str, object] = {"entry": entry, "in_link": state.linkLevel > 0, "written": written}
    if name == "term":
        meta["key"] = " ".join(entry.split())
    else:
        meta["entries"] = entries_of(entry)
    if name == "index" and under is None and _is_entry(written):
        if _parts(state, last):
            state.pending = state.pending.rstrip(" ")
        state.push("index", "", 0).meta = meta
        return
    most, state.pos, state.posMax = state.posMax, first, first + len(words)
    opened = state.push(f"{name}_open", "", 1)
    opened.meta = meta
    state.md.inline.tokenize(state)
    # The parser takes a text up to the next character that may begin a mark.
    state.tokens[-1].content = state.tokens[-1].content.rstrip()
    closed = state.push(f"{name}_close", "", -1)
    closed.meta = {"opened": opened, "rest": state.src[first + len(words) : last]}
    state.posMax = most


def _is_entry(written: str) -> bool:
    """Return whether the text of a role is an entry, and not words to print."""
    found = _TYPED.fullmatch(written)
    return found is not None and (found["kind"] in KINDS or ";" in written)


def _parts(state: StateInline, last: int) -> bool:
    """Return whether the space before a mark that prints nothing only separates it."""
    behind = state.src[last:].lstrip("`")
    return not behind or behind[0].isspace() or behind[0] in ".,;:!?)"


def entries_of(text: str) -> tuple[IndexEntry, ...]:
    """Return the entries in a role's text; none if it is malformed."""
    found = _TYPED.fullmatch(text)
    kind, rest = (found["kind"], found["rest"]) if found else ("single", text)
    if kind not in KINDS:
        kind, rest = ("single", text) if ";" not in text else ("", text)
    parts = tuple(" ".join(part.split()) for part in rest.split(";"))
    if not all(parts) or len(parts) > _MOST_LEVELS or not kind:
        return ()
    if kind in ("pair", "see", "seealso") and len(parts) < _MOST_LEVELS:
        return ()
    if kind == "pair":
        return (IndexEntry("single", parts), IndexEntry("single", parts[::-1]))
    if kind in ("see", "seealso"):
        return (IndexEntry("see" if kind == "see" else "seealso", parts[:1], parts[1]),)
    return (
        IndexEntry("start" if kind == "start" else "end" if kind == "end" else "single", parts),
    )


def lone_marks(state: StateCore) -> None:
    """Make a paragraph with only marks without words print nothing, not even an empty line."""
    kept: list[Token] = []
    tokens = state.tokens
    lone = {
        index
        for index, (before, token) in enumerate(pairwise([Token("", "", 0), *tokens]))
        if before.type == "paragraph_open" and token.type == "inline" and _is_lone(token)
    }
    for index, token in enumerate(tokens):
        if index + 1 in lone or index - 1 in lone:
            continue
        if index in lone:
            token.meta = {**token.meta, "lone": True}
        kept.append(token)
    state.tokens = kept


def _is_lone(token: Token) -> bool:
    words = [part for part in token.children or () if part.content.strip() or part.type == "index"]
    return bool(words) and all(part.type == "index" for part in words)


def number_marks(texts: Iterable[Sequence[Token]], first: int = 1) -> None:
    """Number a document's places in the index, and mark the first use of each term.

    A mark's `meta` gets `number`; a term's gets `first`, if its words can be a link.

    Args:
        texts: the tokens of the texts, in the order in which a book prints them.
        first: the first number.
    """
    numbers, terms = count(first), set()
    for tokens in texts:
        for token in words_in(tokens):
            if token.type in ("index_open", "index"):
                if any(entry.has_place for entry in token.meta["entries"]):
                    token.meta = {**token.meta, "number": next(numbers)}
            elif token.type == "term_open" and not token.meta["in_link"]:
                key = term_key(token.meta["key"])
                token.meta = {**token.meta, "first": key not in terms}
                terms.add(key)


def index_marks(tokens: Sequence[Token]) -> Iterator[tuple[int, tuple[IndexEntry, ...]]]:
    """Yield the marks of the index in a numbered text, in the order of the book.

    Each comes with its number, which is 0 if it has no place, and its entries.
    """
    for token in words_in(tokens):
        if token.type in ("index_open", "index"):
            yield token.meta.get("number", 0), token.meta["entries"]


def terms_in(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the key of each term that a text marks, in the order of the book."""
    for token in words_in(tokens):
        if token.type == "term_open":
            yield term_key(token.meta["key"])


def mark_name(prefix: str, number: int) -> str:
    """Return the id of a place in the index; `prefix` begins the ids of its section."""
    return f"{prefix}_index_{number}"


def term_key(words: str) -> str:
    """Return the form in which terms are compared, without differences of case and white space."""
    return " ".join(words.split()).casefold()
