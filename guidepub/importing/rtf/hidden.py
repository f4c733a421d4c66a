"""The hidden text of rich text (RTF), which striprtf takes for any other."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\\(?P<word>[a-z]+)(?P<number>-?\d+)?\s?|\\.|[{}]", re.DOTALL)
# Groups in which `\v` describes a style, or whose words are no text.
_NO_TEXT = re.compile(r"\{\\(?:stylesheet(?![a-z])|\*\\(?!footnote))")
# What ends a word before hidden text, as a group does that holds nothing.
_NOTHING = "{}"


@dataclass(frozen=True, slots=True)
class _Opened:
    """Where hidden text begins, where its words do, and how deep in groups."""

    start: int
    words: int
    depth: int


def without_hidden(source: str) -> tuple[str, tuple[str, ...]]:
    r"""Return rich text without its hidden parts (`\v` to `\v0` or the group's end), and these."""
    kept: list[str] = []
    hidden: list[str] = []
    done, depth, passed_over = 0, 0, 0
    opened: _Opened | None = None
    for token in _TOKEN.finditer(source):
        closes = token[0] == "}"
        if token[0] == "{":
            depth += 1
            if not passed_over and _NO_TEXT.match(source, token.start()):
                passed_over = depth
        elif opened and depth == opened.depth and (closes or _shows(token)):
            kept += [source[done : opened.start], _NOTHING]
            hidden.append(source[opened.words : token.start()])
            done = token.start() if closes else token.end()
            opened = None
        elif not opened and not passed_over and token["word"] == "v" and not _shows(token):
            opened = _Opened(token.start(), token.end(), depth)
        if closes:
            passed_over = 0 if depth == passed_over else passed_over
            depth -= 1
    return "".join([*kept, source[done:]]), tuple(hidden)


def _shows(token: re.Match[str]) -> bool:
    r"""Tell whether text behind a control word is shown: `\v0`, or `\plain`, which resets all."""
    return token["word"] == "plain" or (token["word"], token["number"]) == ("v", "0")
