"""Of whom a number is counted: “the number of patients will grow” tells nothing of who treats them."""

from __future__ import annotations

from itertools import takewhile

from guidepub.text.figures.quantities import Figure, all_figures
from guidepub.text.measured.clauses import pieces
from guidepub.text.readings.figure_clues import kinds_around
from guidepub.words.languages import primary_language

# Whom or what a number counts that is one of the occupation's.
_OF_OCCUPATION = frozenset({"own", "anyone", "trade", "jobs", "headcount", "openings"})
# Letters that two forms of one noun begin with: “maestro”, “maestras”.
_STEM = 5


def counted_others(sentence: str, figure: Figure, own: frozenset[str], language: str) -> str:
    """Return whom or what a figure's clause counts, where those are not in the occupation, or ""."""
    some = pieces(sentence, all_figures(sentence, language), own, language)
    before = [piece for piece in some if piece.end <= figure.start]
    at = max((n for n, piece in enumerate(before) if "count" in piece.says), default=None)
    if at is None or any("apart" in piece.says for piece in before[at:]):
        return ""
    behind = [piece for piece in before[at + 1 :] if piece.says != {"plain"}]
    counted = list(takewhile(lambda piece: piece.says & {"strange", *_OF_OCCUPATION}, behind))
    said = frozenset[str]().union(*(piece.says for piece in counted))
    if not counted or said & _OF_OCCUPATION:
        return ""
    words = sentence[counted[0].start : counted[0].end].casefold()
    return "" if _are_workers(words, own, language) else words


def _are_workers(noun: str, own: frozenset[str], language: str) -> bool:
    """Tell whether a noun is another form of a name of the occupation, or one for all who work."""
    spoken = primary_language(language)
    stems = {word[:_STEM] for name in own for word in name.split() if len(word) >= _STEM}
    return noun[:_STEM] in stems or "=people" in kinds_around(noun, spoken)
