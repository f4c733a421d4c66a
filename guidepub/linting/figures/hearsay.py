"""Figures that need no source: an author's own experience, and quotations from advertisements."""

from __future__ import annotations

from functools import cache
from re import Pattern

from guidepub.text.punctuation.quoting import is_quoted
from guidepub.text.vocabulary import compiled, either, vocabulary


def is_hearsay(text: str, start: int, end: int, language: str) -> bool:
    """Return whether a figure is about the author, or only quotes an offer.

    “I earned $300 in my first week” is about one person, and “beware of “$9,000 a week”” repeats an
    offer. A statistic needs its source even in a quotation.
    """
    own, offered, measured = _forms(language)
    if measured.search(text):
        return False
    if own.search(text):
        return True
    is_offered = offered.search(text[:start]) or offered.search(text[end:])
    return is_offered is not None and is_quoted(text, start, end)


@cache
def _forms(language: str) -> tuple[Pattern[str], Pattern[str], Pattern[str]]:
    """Return the patterns of a first-person account, of an offer, and of a statistic."""
    table = vocabulary("hearsay", language)
    names = ("own", "offered", "measured")
    own, offered, measured = (
        compiled(rf"(?<!\w){either(table.get(name, ()))}(?!\w)") for name in names
    )
    return own, offered, measured
