"""The widths of words in drawings, and their line breaks.

Widths are estimated by classes of letters, on the safe side of the themes' faces.
"""

from __future__ import annotations

import unicodedata

# Widths of letters in parts of the type size.
_NARROW, _MIDDLE, _WIDE, _WIDEST = 0.36, 0.57, 0.73, 0.97
_NARROW_LETTERS = frozenset("iljIftr.,:;'’|!()[]-/ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
_WIDE_LETTERS = frozenset("w&—æœ")
_WIDEST_LETTERS = frozenset("mMW%@")


def lines_of(text: str, most: float) -> list[str]:
    """Return a text in lines that are at most some type sizes wide, split at spaces.

    A word that is wider is split where the line ends.
    """
    lines: list[str] = []
    line, width = "", 0.0
    for word in text.split(" "):
        more = width_of(f" {word}")
        if line and width + more > most:
            lines.append(line)
            line, width = "", 0.0
        line, width = (f"{line} {word}", width + more) if line else (word, width_of(word))
        while width > most:
            fitting = _fitting(line, most)
            lines.append(line[:fitting])
            line = line[fitting:]
            width = width_of(line)
    return [*lines, line]


def labelled_lines(label: str, figure: str, most: float) -> list[str]:
    """Return a label and its figure in lines as `lines_of` does, the figure next to a word.

    It is alone on the last line where the label has too few words to give it one, or none short
    enough.
    """
    lines = lines_of(f"{label} {figure}", most)
    if len(lines) < 2 or lines[-1] != figure:
        return lines
    before, _, word = lines[-2].rpartition(" ")
    last = f"{word} {figure}"
    has_room = " " in before and width_of(last) <= most
    return [*lines[:-2], before, last] if has_room else lines


def _fitting(word: str, most: float) -> int:
    """Return how many letters of a word a line holds, at least one."""
    width = 0.0
    for count, letter in enumerate(word):
        width += _letter_width(letter)
        if width > most:
            return max(1, count)
    return len(word)


def width_of(text: str) -> float:
    """Return about how wide a text is, in parts of the type size."""
    return sum(map(_letter_width, text))


def _letter_width(letter: str) -> float:
    if letter in _NARROW_LETTERS:
        return _NARROW
    if letter in _WIDEST_LETTERS or unicodedata.east_asian_width(letter) in "WF":
        return _WIDEST
    if unicodedata.combining(letter):
        return 0.0
    if letter in _WIDE_LETTERS or letter.isupper() or letter > "\u024f":
        return _WIDE
    return _MIDDLE
