"""Removes RTF text that is not printed or is invalid: hidden, deleted, struck out; comments."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\\(?P<word>[a-z]+)(?P<number>-?\d+)?\s?|\\.|[{}]", re.DOTALL)
# Groups in which `\v` describes a style, or whose words are not text.
_NO_TEXT = re.compile(r"\{\\(?:stylesheet(?![a-z])|\*\\(?!footnote))")
_COMMENT = re.compile(r"\{\\\*\\annotation(?![a-z])")
# The control words for such text. striprtf keeps struck-out text like any other, so a figure that is
# no longer valid would look like one that is.
_KINDS = {"v": "hidden", "deleted": "deleted", "strike": "struck out", "striked": "struck out"}
# An empty group, which ends a word before such text.
_NOTHING = "{}"


@dataclass(frozen=True, slots=True)
class Unprinted:
    """Rich text that is left out: `hidden`, `deleted`, `struck out` or a `comment`."""

    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class _Opened:
    """The start of such text and of its words, its control word, and the depth of its group."""

    start: int
    words: int
    depth: int
    word: str


def without_unprinted(source: str) -> tuple[str, tuple[Unprinted, ...]]:
    r"""Return rich text without what it does not print, and the parts that were removed.

    Hidden text extends from `\v` to `\v0` or the end of the group; deleted text likewise.
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
    r"""Return whether a control word ends such text: `\v0`, or `\plain`, which resets everything."""
    if not word:
        return False
    return token["word"] == "plain" or (token["word"], token["number"]) == (word, "0")
