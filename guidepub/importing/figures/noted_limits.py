"""Reads notes that make a figure a limit: “$239,200*” with “* or more” below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from guidepub.importing.knowledge import knowledge
from guidepub.importing.originals.original import OriginalBlock
from guidepub.text.figures.quantities import all_figures
from guidepub.text.punctuation.note_marks import RAISED_MARKS
from guidepub.text.vocabulary import either
from guidepub.words.languages import primary_language

_MARK = rf"\*{{1,3}}|[†‡§#]{{1,3}}|{RAISED_MARKS}|\[\d{{1,2}}\]|\^?\(\d{{1,2}}\)"
_NOTE = re.compile(rf"\s*(?P<mark>{_MARK})\s*(?P<text>\S.*)")
_LONGEST = 300
_FAR = 40


@dataclass(frozen=True, slots=True)
class NotedLimits:
    """The marks of notes about limits, the amounts in these notes, and the words that call them.

    `called` are the last words before each call, which end in a figure.
    """

    marks: frozenset[str] = frozenset()
    values: frozenset[Decimal] = frozenset()
    called: frozenset[str] = frozenset()

    def covers(self, literal: str, value: Decimal | str, sentence: str) -> bool:
        """Return whether a figure in a sentence has a mark whose note makes it a limit."""
        if any(words.endswith(literal) for words in self.called):
            return True
        if not self.marks and not self.values:
            return False
        found = re.search(rf"{re.escape(literal)}\s?(?P<mark>{_MARK})", sentence)
        return found is not None and (found["mark"] in self.marks or value in self.values)


def noted_limits(
    blocks: Iterable[OriginalBlock], notes: Mapping[str, str], language: str
) -> NotedLimits:
    """Return the limits in notes, and in blocks that are notes; a star may look like a bullet."""
    called: set[str] = set()
    marks: set[str] = set()
    values: set[Decimal] = set()
    words = knowledge("notes").get(primary_language(language), {}).get("limit", ())
    limit = re.compile(rf"(?<!\w){either(words)}(?!\w)", re.IGNORECASE)
    limiting = [label for label, words in notes.items() if limit.search(words[:_LONGEST])]
    for block in blocks:
        for label in limiting:
            pieces = block.markdown.split(f"[^{label}]")[:-1]
            called |= {piece[-_FAR:].rstrip() for piece in pieces}
        if block.kind not in ("paragraph", "list") or not limit.search(block.text):
            continue
        for line in block.text[: _LONGEST * 10].split("\n"):
            note = _NOTE.match(line[:_LONGEST])
            if (note is None and block.kind != "list") or not limit.search(line[:_LONGEST]):
                continue
            marks.add(note["mark"] if note else "*")
            figures = all_figures(line[:_LONGEST], language)
            values |= {figure.value for figure in figures if figure.bound == "least"}
    return NotedLimits(frozenset(marks), frozenset(values), frozenset(called))
