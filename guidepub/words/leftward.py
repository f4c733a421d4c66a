"""Texts from right to left: their letters, and what in them runs from left to right.

One rule serves who writes such a text and who reads it back (`units`): Latin words and numbers
that stand together run from left to right, whatever is around them. UAX #9 alone would part
`51,000 US$` and turn `555-0100` round behind Arabic letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Hebrew, Arabic and their kin, with the forms that only old texts have.
_LEFTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe"
_OWN_DIGITS = "\u0660-\u0669\u06f0-\u06f9"
_DIGITS = f"0-9{_OWN_DIGITS}"
# A figure in digits of Arabic or Persian; what is said of it, as ٪ or US$, stands to its left.
_OWN_FIGURE = re.compile(rf"[{_OWN_DIGITS}](?:[{_OWN_DIGITS}.,:\u066b\u066c]*[{_OWN_DIGITS}])?")
_ANY_LEFTWARD = re.compile(f"(?![{_OWN_DIGITS}\u066a-\u066c])[{_LEFTWARD}]")
# A run without letters from right to left; their digits and their decimal signs are no letters.
_RUN = re.compile(f"(?:[^{_LEFTWARD}\n]|[\u0660-\u0669\u066a-\u066c\u06f0-\u06f9])+")
_SIGNS = "$€£¥%°#@&"
_WORD = re.compile(r"[^\W\d_]")
# What belongs to a number or a word at its beginning, and at its end.
_FIRST = re.compile(rf"[+\-−±]?[{_SIGNS}]*\w")
_NUMBER = re.compile(
    rf"[+\-−±]?[$€£¥#]?[{_DIGITS}](?:[{_DIGITS}.,:/\-+\u066b\u066c]*[{_DIGITS}])?[%°$€£¥+\u066a]?"
)
_ISOLATE, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_MARKS = ("\u061c", "\u200f")
_QUOTES = "«»“”„‘’\"'"
_QUOTED_STOP = re.compile(rf"[.!?…]+(?=[{_QUOTES}])")
_CLOSING = {")": "(", "]": "[", "}": "{"}
_BRACKETS = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


def has_leftward(text: str) -> bool:
    """Return whether a text has letters that run from right to left."""
    return not text.isascii() and _ANY_LEFTWARD.search(text) is not None


def has_own_figure(text: str) -> bool:
    """Return whether a text has figures in digits of Arabic or Persian."""
    return not text.isascii() and _OWN_FIGURE.search(text) is not None


def rightward_part(text: str) -> tuple[int, int] | None:
    """Return where the words of a text are of which no letter runs from right to left; else None.

    All of them run from left to right then, with their last stop (UAX #9, P2 and P3). An amount
    alone, before which the CLDR sets a mark of the other direction, is none.
    """
    start = len(text) - len(text.lstrip())
    if has_leftward(text) or text[start : start + 1] in _MARKS or not _WORD.search(text):
        return None
    if has_own_figure(text):
        return None
    return start, len(text.rstrip())


def other_bracket(sign: str) -> str:
    """Return the sign that looks as another one does where a text runs from right to left."""
    return sign.translate(_BRACKETS)


def units(text: str) -> Iterator[tuple[int, int]]:
    """Yield where in a text those parts begin and end that run from left to right.

    Words and numbers beside each other are one part, numbers by themselves one each.
    """
    for run in _RUN.finditer(text):
        start = run.start()
        for figure in _OWN_FIGURE.finditer(text, run.start(), run.end()):
            yield from _latin(text, start, figure.start())
            yield figure.span()
            start = figure.end()
        yield from _latin(text, start, run.end())


def _latin(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the units between two places of a text where no letter runs from right to left."""
    run = text[start:end]
    if _WORD.search(run):
        if found := _of_words(run):
            yield start + found[0], start + found[1]
    else:
        for number in _NUMBER.finditer(run):
            yield start + number.start(), start + number.end()


def isolated(text: str) -> str:
    """Return a text in which signs say where a part that runs from left to right begins and ends.

    For words where no element can say so.
    """
    end = len(text)
    parts = []
    whole = rightward_part(text)
    for first, last in [whole] if whole else reversed(list(units(text))):
        parts += [text[last:end], _END, text[first:last], _ISOLATE]
        end = first
    return "".join([text[:end], *reversed(parts)])


def _of_words(run: str) -> tuple[int, int] | None:
    first = _FIRST.search(run)
    if first is None:
        return None
    end = max(at for at, sign in enumerate(run) if sign.isalnum()) + 1
    while end < len(run) and (
        run[end] in f"{_SIGNS}+/" or _closes(run[first.start() : end], run[end])
    ):
        end += 1
    # A stop that stands with the words between quotation marks is theirs.
    quoted = _QUOTED_STOP.match(run, end)
    if quoted and run[: first.start()].endswith(tuple(_QUOTES)):
        end = quoted.end()
    return first.start(), end


def _closes(before: str, sign: str) -> bool:
    """Return whether a sign is a bracket that was opened before."""
    opening = _CLOSING.get(sign)
    return opening is not None and before.count(opening) > before.count(sign)
