"""Typing that the parser's own typographer does not know: spaces, and years without century.

Spaces do not break between a number and its word, and before a short last word.
"""

from __future__ import annotations

import re
from itertools import pairwise

from markdown_it.rules_core import StateCore

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

# A number belongs to the word that it counts; the rest of the line may break.
_COUNTED = re.compile(
    r"(?<=\d) (?=(?:%|percent|hours?|days?|weeks?|months?|years?|minutes?|credits?|feet|"
    r"horas?|días?|semanas?|meses|mes|años?|minutos?|créditos?|por ciento|"
    r"Stunden?|Tage?|Wochen?|Monate?|Jahre?|Prozent|heures?|jours?|semaines?|mois|ans?)\b)"
)
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


def bind_words(state: StateCore) -> None:
    """Bind words that belong together, in all texts of a parsed document."""
    for index, token in enumerate(state.tokens):
        if token.type != "inline" or not token.children:
            continue
        texts = [child for child in token.children if child.type == "text"]
        for before, child in pairwise(token.children):
            # A raised mark follows its word without a space.
            if child.type == "citation" and before.type == "text":
                before.content = before.content.rstrip(" ")
        for child in texts:
            child.content = _COUNTED.sub(NO_BREAK_SPACE, child.content)
        in_paragraph = index > 0 and state.tokens[index - 1].type == "paragraph_open"
        if in_paragraph and len(token.content) > _LONG_ENOUGH and token.children[-1] in texts:
            last = token.children[-1]
            last.content = _LAST_WORDS.sub(rf"\1{NO_BREAK_SPACE}\2", last.content)
