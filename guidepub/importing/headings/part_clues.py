"""The clues to the section of a part of a guide: the words of its heading, and apart from them those below it.

Words count with their pairs and their beginnings, which words of one stem share, also in several
languages. Money, shares, years, addresses and other figures stand for all of their kind, and a
list, a row of questions or of names is a clue by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile(
    r"(?P<money>(?:R\$|US\$|[$€£¥₹])\s?\d[\d.,]*|\d[\d.,]*\s?(?:[€$£]|(?:euros?|dollars?|dólares|reais|pesos|francs?|CHF)\b))"
    r"|(?P<share>\d[\d.,]*\s?(?:%|percent|per cent|por ciento|por cento|pour cent|Prozent))"
    r"|(?P<phone>\(?\d{3}\)?[ -]\d{3}[ -]\d{4})"
    r"|(?P<site>(?:https?://|www\.)\S+|\w[\w.-]{0,60}\.(?:org|com|edu|gov|net|de|fr|es|br|ch|ca|pt|uk)\b)"
    r"|(?P<year>(?:19|20)\d\d\b)"
    r"|(?P<time>\d{1,2}\s?(?:[ap]\.?m\b|Uhr\b|heures?\b|h\d?\d?\b|:\d\d))"
    r"|(?P<figure>\d[\d.,]*)"
    r"|[^\W\d_]+(?:['’-][^\W\d_]+)*|[!?:;…\"“”()|/→>•–—]",
    re.IGNORECASE,
)
_BEGINNINGS = (4, 6)
_NAME = re.compile(r"(?<=[a-zà-ÿ,;] )[A-ZÀ-Ý]\w+")
_OF_HEADING = "h:"
_MOST_OF_HEADING, _MOST_OF_TEXT = 20, 60
# Characters of a text whose lines and figures are counted.
_READ = 700
_MOST_COUNTED = 6
_FEW_WORDS = 6


def heading_clues(heading: str) -> frozenset[str]:
    """Return the clues that a heading gives."""
    found = set(_clues(heading, _MOST_OF_HEADING))
    if heading.rstrip().endswith("?"):
        found.add("&asked")
    return frozenset(f"{_OF_HEADING}{clue}" for clue in found)


def text_clues(text: str) -> frozenset[str]:
    """Return the clues that the first sentences or lines of a text give."""
    text = text[:_READ]
    return frozenset(_clues(text, _MOST_OF_TEXT)) | frozenset(_looks(text))


def _clues(text: str, most: int) -> Iterator[str]:
    before = "<"
    for number, match in enumerate(_WORD.finditer(text)):
        if number == most:
            return
        kind = match.lastgroup
        word = f"#{kind}" if kind else match[0].casefold().replace("’", "'")
        yield word
        yield f"{before} {word}"
        if not kind:
            yield from (f"{word[:length]}-" for length in _BEGINNINGS if len(word) > length)
        before = word


def _looks(text: str) -> Iterator[str]:
    """Yield what a text looks like: a list, questions, one with many figures or names."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 2:
        short = sum(len(line.split()) <= _FEW_WORDS for line in lines)
        yield "&short lines" if short > len(lines) * 0.7 else "&lines"
    if text.count("?") > 1:
        yield "&questions"
    if text.count(",") > text.count(".") * 3 + 2:
        yield "&listed"
    yield f"&figures {min(len(re.findall(r'[0-9]+', text)), _MOST_COUNTED)}"
    yield f"&names {min(len(_NAME.findall(text)), _MOST_COUNTED)}"
