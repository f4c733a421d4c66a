"""Right-to-left texts: their letters, and the parts of them that run from left to right.

The same rule is used to write such a text and to read it back (`units`): adjacent Latin words and
numbers run from left to right together, whatever is around them. UAX #9 alone would separate
`51,000 US$`, and reverse `555-0100` after Arabic letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Hebrew, Arabic and related scripts, with presentation forms.
_LEFTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe"
_OWN_DIGITS = "\u0660-\u0669\u06f0-\u06f9"
_FRACTIONS = "¼-¾⅐-⅞↉"
_DIGITS = f"0-9{_OWN_DIGITS}{_FRACTIONS}"
# A figure in Arabic or Persian digits, whose sign, such as ٪ or US$, is to its left.
_OWN_FIGURE = re.compile(rf"[{_OWN_DIGITS}](?:[{_OWN_DIGITS}.,:\u066b\u066c]*[{_OWN_DIGITS}])?")
_ANY_LEFTWARD = re.compile(f"(?![{_OWN_DIGITS}\u066a-\u066c])[{_LEFTWARD}]")
# A run without right-to-left letters; digits and decimal separators are no letters.
_RUN = re.compile(f"(?:[^{_LEFTWARD}\n]|[\u0660-\u0669\u066a-\u066c\u06f0-\u06f9])+")
_SIGNS = "$€£¥%‰°#@&"
_WORD = re.compile(rf"[^\W\d_{_FRACTIONS}]")
# What separates a number from the words after it.
_PAUSE = re.compile(r"(?<=\S)[.,;:!?…]\s+")
# A hyphen after a letter or a figure is not the sign of a number: “ב-12”, “10%-20%”.
_MINUS = r"(?:(?<![\w%‰°$€£¥\u066a\u05f3\u05f4)\]])[+\-−±])?"
# The first character of a unit, with the signs before it that belong to it.
_FIRST = re.compile(rf"{_MINUS}[{_SIGNS}]*\w")
# Its groups are in one order in every language: “+1 (503) 555-0188”. A line may end between them,
# so what is left of it on either line must be one part, too.
_TELEPHONE = (
    r"\+\d{1,3}[ \xa0]\(\d{2,4}\)(?:[ \xa0]\d{3}-\d{4}(?!\d))?"
    r"|\(\d{2,4}\)[ \xa0]\d{3}-\d{4}(?!\d)"
    r"|\+\d{1,3}[ \xa0]\d{3}-\d{3}-\d{4}(?!\d)"
)
_NUMBER = re.compile(
    rf"{_TELEPHONE}|{_MINUS}[$€£¥#]?[{_DIGITS}](?:[{_DIGITS}.,:/×′\-+\u066b\u066c]*[{_DIGITS}])?[%‰°$€£¥+′″\u066a]?"
)
_ISOLATE, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_MARKS = ("\u061c", "\u200f")
_QUOTES = "«»“”„‘’\"'"
_ENCLOSED_STOP = re.compile(rf"[.!?…]+(?=[{_QUOTES})\]}}])")
_CLOSING = {")": "(", "]": "[", "}": "{"}
_BRACKETS = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")


def has_leftward(text: str) -> bool:
    """Return whether a text has right-to-left letters."""
    return not text.isascii() and _ANY_LEFTWARD.search(text) is not None


def has_own_figure(text: str) -> bool:
    """Return whether a text has figures in Arabic or Persian digits."""
    return not text.isascii() and _OWN_FIGURE.search(text) is not None


def rightward_part(text: str) -> tuple[int, int] | None:
    """Return the start and end of the words in a text without right-to-left letters, or None.

    Then all of them, with their full stop, run from left to right (UAX #9, P2 and P3). An amount
    on its own does not, since the CLDR begins it with a right-to-left mark.
    """
    start = len(text) - len(text.lstrip())
    if has_leftward(text) or text[start : start + 1] in _MARKS or not _WORD.search(text):
        return None
    if has_own_figure(text):
        return None
    return start, len(text.rstrip())


def other_bracket(sign: str) -> str:
    """Return the mirrored form of a bracket, a quotation mark or ≤; any other character unchanged."""
    return sign.translate(_BRACKETS)


def units(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each part of a text that runs from left to right.

    Adjacent words and numbers are one part; numbers without words are a part each.
    """
    for run in _RUN.finditer(text):
        start = run.start()
        for figure in _OWN_FIGURE.finditer(text, run.start(), run.end()):
            yield from _latin(text, start, figure.start())
            yield figure.span()
            start = figure.end()
        yield from _latin(text, start, run.end())


def _latin(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the units between two offsets of a text without right-to-left letters in between.

    An unpaired bracket separates them: “(עמ׳ 12) Lane College” has two.
    """
    for bracket in _unpaired_brackets(text, start, end):
        yield from _between(text, start, bracket)
        start = bracket + 1
    yield from _between(text, start, end)


def _unpaired_brackets(text: str, start: int, end: int) -> list[int]:
    """Return the offsets of unpaired brackets between two offsets of a text."""
    opened: list[int] = []
    unpaired: list[int] = []
    for at in range(start, end):
        sign = text[at]
        if sign in _CLOSING.values():
            opened.append(at)
        elif sign in _CLOSING:
            if opened and text[opened[-1]] == _CLOSING[sign]:
                opened.pop()
            else:
                unpaired.append(at)
    return sorted([*unpaired, *opened])


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    word = _WORD.search(text, start, end)
    pauses = [pause.end() for pause in _PAUSE.finditer(text, start, word.start() if word else end)]
    # “503-555-0142, Lane College” are two.
    words = pauses[-1] if word and pauses else start if word else end
    for number in _NUMBER.finditer(text, start, words):
        yield number.span()
    if word and (found := _span_of_words(text, words, end)):
        yield found


def isolated(text: str) -> str:
    """Return a text with isolates around each part that runs from left to right.

    This is for texts that can have no markup.
    """
    end = len(text)
    parts = []
    whole = rightward_part(text)
    for first, last in [whole] if whole else reversed(list(units(text))):
        parts += [text[last:end], _END, text[first:last], _ISOLATE]
        end = first
    return "".join([text[:end], *reversed(parts)])


def _span_of_words(text: str, start: int, end: int) -> tuple[int, int] | None:
    found = _FIRST.search(text, start, end)
    if found is None:
        return None
    first = found.start()
    last = max(at for at in range(first, end) if text[at].isalnum()) + 1
    while last < end:
        # “Lane College (Eugene, Inc.)”: a stop before the bracket that it closes stays in it.
        stop = _ENCLOSED_STOP.match(text, last, end)
        closing = stop.end() if stop else last
        if closing < end and _closes(text[first:last], text[closing]):
            last = closing + 1
        elif text[last] in f"{_SIGNS}+/":
            last += 1
        else:
            break
    # A full stop inside the quotation marks or the brackets belongs to the words.
    enclosed = _ENCLOSED_STOP.match(text, last)
    if enclosed and text[start:first].endswith((*_QUOTES, *_CLOSING.values())):
        last = enclosed.end()
    return first, last


def _closes(before: str, sign: str) -> bool:
    """Return whether a character closes a bracket that was opened before it."""
    opening = _CLOSING.get(sign)
    return opening is not None and before.count(opening) > before.count(sign)
