"""Typing that the parser's own typographer does not know: spaces, and years without century."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from markdown_it.rules_core import StateCore

from guidepub.words.typography import NO_BREAK_SPACE, Typography, bound, dashed

# Two short last words keep together, lest one stand alone in a paragraph's last line.
_LAST_WORDS = re.compile(r"(?<=\s)(?=\S+ \S+$)(?=.{1,11}$)(\S+) (\S+)$")
_LONG_ENOUGH = 60


# An apostrophe that stands for figures, not a quotation mark that opens: the '90s.
_CENTURY = re.compile(r"(?<!\w)'(?=\d\d(?:s|ers?)?\b(?!'))")


def set_apostrophes(state: StateCore) -> None:
    """Set the apostrophe before a year without its century, before quotation marks are paired."""
    for token in state.tokens:
        for part in token.children or () if token.type == "inline" else ():
            if part.type == "text" and "'" in part.content:
                part.content = _CENTURY.sub("’", part.content)


def set_dashes(typography: Typography, state: StateCore) -> None:
    """Set the dashes that the parser's own typographer does not know, before it looks for others."""
    for token in state.tokens:
        for part in token.children or () if token.type == "inline" else ():
            if part.type == "text" and "--" in part.content:
                part.content = dashed(part.content, typography)


def bind_words(typography: Typography, state: StateCore) -> None:
    """Bind words that belong together, and a short last word, in all texts of a document."""
    for index, token in enumerate(state.tokens):
        if token.type != "inline" or not token.children:
            continue
        texts = [child for child in token.children if child.type == "text"]
        for before, child in pairwise(token.children):
            # A raised mark follows its word without a space.
            if child.type == "citation" and before.type == "text":
                kept = before.content.rstrip(" ")
                if kept != before.content:
                    before.content = kept
                    citation = replace(child.meta["citation"], is_apart=True)
                    child.meta = {**child.meta, "citation": citation}
        for child in texts:
            child.content = bound(child.content, typography)
        in_paragraph = index > 0 and state.tokens[index - 1].type == "paragraph_open"
        if in_paragraph and len(token.content) > _LONG_ENOUGH and token.children[-1] in texts:
            last = token.children[-1]
            last.content = _LAST_WORDS.sub(rf"\1{NO_BREAK_SPACE}\2", last.content)
