"""The percentages that clauses state: most, one in four, 30 percent, never."""

from __future__ import annotations

import functools
import re

from guidepub.text.figures.quantities import Figure, all_figures
from guidepub.text.vocabulary import compiled, either, spaced, vocabulary

_OF_EACH = re.compile(r"\bof (?:all|every|each)\b", re.IGNORECASE)
_ONE_IN = re.compile(r"\b(?:only |just |about |some )?(?P<part>\w+) (?:in|out of)(?: every)? (?P<whole>\w+)\b(?!\s*(?:years|months|weeks|days|hours))", re.IGNORECASE)  # fmt: skip
# A share in figures is taken to be accurate within this many percentage points.
_NEAR = 3
_HUNDRED = 100


def shares(clause: str, language: str = "en") -> tuple[list[tuple[int, int]], str]:
    """Return the range of percentages of each share in a clause, and the rest of its words."""
    found: list[tuple[int, int]] = []
    rest = _OF_EACH.sub("of", clause)
    for figure in reversed(all_figures(rest)):
        if figure.kind == "percent":
            found.append(_percents(figure))
            rest = f"{rest[: figure.opens]} {rest[figure.closes :]}"
    for match in [*_ONE_IN.finditer(rest)]:
        ends = [all_figures(match[name]) for name in ("part", "whole")]
        if all(len(end) == 1 and end[0].kind == "number" for end in ends):
            part, whole = (int(end[0].value) for end in ends)
            if 0 < part < whole:
                share = _HUNDRED * part // whole
                found.append((max(share - _NEAR, 0), share + _NEAR))
                rest = rest.replace(match[0], " ")
    pattern, ends_of = _quantities(language)
    found += [
        next((low, high) for form, low, high in ends_of if form.fullmatch(match[1]))
        for match in pattern.finditer(rest)
    ]
    return found, pattern.sub(" ", rest)


def without_ratios(clause: str) -> str:
    """Return a clause without ratios like “seven in ten”."""
    return _ONE_IN.sub(lambda found: " " if _are_numbers(found) else found[0], clause)


def _are_numbers(found: re.Match[str]) -> bool:
    ends = [all_figures(found[name]) for name in ("part", "whole")]
    return all(len(end) == 1 and end[0].kind == "number" for end in ends)


def _percents(figure: Figure) -> tuple[int, int]:
    """Return the range of percentages that a figure means."""
    low = 0 if figure.bound == "most" else int(figure.value)
    high = _HUNDRED if figure.bound == "least" else int(figure.high or figure.value)
    about = _NEAR if low == high else 0
    return max(low - about, 0), min(high + about, _HUNDRED)


@functools.cache
def _quantities(
    language: str,
) -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], int, int], ...]]:
    """Return the pattern of all words for shares, and the range that each of them means."""
    table = vocabulary("shares", language).get("quantities", {})
    ends = tuple((compiled(spaced(form)), *ends) for form, ends in table.items())
    return compiled(rf"(?<![\w-])(?:only\s+|just\s+)?({either(table)})(?![\w-])"), ends
