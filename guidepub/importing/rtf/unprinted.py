"""Text in RTF that is not printed or no longer holds: hidden, deleted, struck out; comments."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\\(?P<word>[a-z]+)(?P<number>-?\d+)?\s?|\\.|[{}]", re.DOTALL)
# Groups in which `\v` describes a style, or whose words are no text.
_NO_TEXT = re.compile(r"\{\\(?:stylesheet(?![a-z])|\*\\(?!footnote))")
_COMMENT = re.compile(r"\{\\\*\\annotation(?![a-z])")
# Such text that striprtf keeps, by the control word that begins it. What is struck out comes from it
# like all other text, so that a figure that no longer holds could not be told from one that does.
_KINDS = {"v": "hidden", "deleted": "deleted", "strike": "struck out", "striked": "struck out"}
# The end of a word before such text, as an empty group ends it.
_NOTHING = "{}"


@dataclass(frozen=True, slots=True)
class Unprinted:
    """Rich text that is left out: `hidden`, `deleted`, `struck out` or a `comment`."""

    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class _Opened:
    """The start of such text and of its words, its control word, and its depth in groups."""

    start: int
    words: int
    depth: int
    word: str


def without_unprinted(source: str) -> tuple[str, tuple[Unprinted, ...]]:
    r"""Return rich text without what it does not print, and that.

    Hidden text goes from `\v` to `\v0` or the group's end, what is marked as deleted likewise.
    """
    kept: list[str] = []
    left_out: list[Unprinted] = []
    done, depth, passed_over = 0, 0, 0
    opened: _Opened | None = None
    for token in _TOKEN.finditer(source):
        closes = token[0] == "}"
        if token[0] == "{":
            depth += 1
            comment = _COMMENT.match(source, token.start())
            if comment and not opened and not passed_over:
                opened = _Opened(token.end(), comment.end(), depth, "")
            elif not passed_over and _NO_TEXT.match(source, token.start()):
                passed_over = depth
        elif opened and depth == opened.depth and (closes or _ends(token, opened.word)):
            kept += [source[done : opened.start], _NOTHING]
            kind = _KINDS.get(opened.word, "comment")
            left_out.append(Unprinted(kind, source[opened.words : token.start()]))
            done = token.start() if closes else token.end()
            opened = None
        elif not opened and not passed_over and _begins(token):
            opened = _Opened(token.start(), token.end(), depth, token["word"])
        if closes:
            passed_over = 0 if depth == passed_over else passed_over
            depth -= 1
    return "".join([*kept, source[done:]]), tuple(left_out)


def _begins(token: re.Match[str]) -> bool:
    return token["word"] in _KINDS and token["number"] != "0"


def _ends(token: re.Match[str], word: str) -> bool:
    r"""Return whether text behind a control word is printed: `\v0`, or `\plain`, which resets all."""
    if not word:
        return False
    return token["word"] == "plain" or (token["word"], token["number"]) == (word, "0")
