"""Definitions of abbreviations: `*[HTML]: Hypertext Markup Language`.

The form is that of PHP Markdown Extra. A definition applies to the whole document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_DEFINITION = re.compile(r"\*\[(?P<short>[^\[\]\n]{1,80})\]:[ \t]{0,9}(?P<long>\S[^\n]{0,400})")
# A limit, since the whole text is searched for each one.
MOST = 200


@dataclass(slots=True)
class Abbreviations:
    """The abbreviations of a document with their meanings, and which of them it uses."""

    meanings: dict[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    _pattern: re.Pattern[str] | None = None

    def define(self, short: str, long: str) -> bool:
        """Add a meaning; return whether it is the first one of its abbreviation."""
        if short in self.meanings or len(self.meanings) >= MOST:
            return False
        self.meanings[short] = long
        self._pattern = None
        return True

    @property
    def pattern(self) -> re.Pattern[str]:
        """A pattern of all abbreviations as whole words, the longest first."""
        if self._pattern is None:
            words = sorted(self.meanings, key=lambda word: (-len(word), word))
            self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
        return self._pattern


def add_abbreviations(parser: MarkdownIt) -> None:
    """Add the definitions of abbreviations, and the marking of their uses, to a parser.

    They are kept in `abbreviations` of the environment; without that nothing is read.
    """
    ends = ["paragraph", "reference", "blockquote", "list", "footnote_def"]
    parser.block.ruler.before("list", "abbreviation", _definition, {"alt": ends})
    parser.core.ruler.after("text_join", "abbreviations", _mark)


def _definition(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    first = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("*[", first) or state.is_code_block(start):
        return False
    match = _DEFINITION.fullmatch(state.src[first : state.eMarks[start]].rstrip())
    if match is None:
        return False
    if not silent:
        state.line = start + 1
        found = state.env.setdefault("abbreviation_rows", [])
        found.append((start, match["short"], state.env["abbreviations"].define(*match.groups())))
    return True


def _mark(state: StateCore) -> None:
    known: Abbreviations = state.env["abbreviations"]
    if not known.meanings:
        return
    for token in state.tokens:
        if token.type == "inline" and known.pattern.search(token.content):
            token.children = [
                part for child in token.children or () for part in _parts(child, known)
            ]


def _parts(child: Token, known: Abbreviations) -> list[Token]:
    """Return a token's text in pieces, with each abbreviation between its own tokens."""
    if child.type != "text":
        return [child]
    parts: list[Token] = []
    end = 0
    for match in known.pattern.finditer(child.content):
        known.used.add(match[0])
        parts += [
            _text(child.content[end : match.start()]),
            Token("abbr_open", "abbr", 1, attrs={"title": known.meanings[match[0]]}),
            _text(match[0]),
            Token("abbr_close", "abbr", -1),
        ]
        end = match.end()
    parts.append(_text(child.content[end:]))
    return [part for part in parts if part.type != "text" or part.content]


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
