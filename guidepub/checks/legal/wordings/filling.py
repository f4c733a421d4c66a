"""The values of a wording's placeholders in a text.

A value that the catalogue knows is preferred to any other reading. Short pieces between
placeholders, such as a comma, are read here, with the placeholders next to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidepub.checks.legal.wordings.register import Wording, WordingRegister
from guidepub.checks.legal.wordings.texts import plain
from guidepub.words.wording import solid

LONGEST_VALUE = 400
"""Letters that a placeholder may stand for."""

# How many known values are tried for a placeholder; a title is read without them.
_MOST_KNOWN = 200
_YEARS = r"\d{4}(?:\s?[–-]\s?\d{4})?"


def values_between(
    between: str, wording: Wording, left: int, right: int, register: WordingRegister
) -> dict[str, str] | None:
    """Return the values of the placeholders between two literals, or None without a reading."""
    for pattern in _patterns(wording, left, right, register, ".+?"):
        match = re.fullmatch(rf"{pattern}\s*", plain(between))
        if match is not None:
            return _values(match, wording, left, right, register)
    return None


def values_before(
    raw: str, wording: Wording, right: int, register: WordingRegister
) -> dict[str, str]:
    """Return the values of the placeholders before a wording's first distinctive literal.

    `raw` is the text up to that literal.
    """
    opening = wording.literals[0].strip()
    if not opening and right == 1:
        for value in register.known.get(wording.holes[0], ()):
            if solid(raw).endswith(solid(value)):
                return {wording.holes[0]: value}
    reach = plain(raw) if opening else plain(raw.rpartition("\n")[2])
    # The nearest sign that can open it, or else the beginning of the line.
    start = rf"(?s:.*){re.escape(opening)}" if opening else ""
    for pattern in _patterns(wording, 0, right, register, ".+?"):
        match = re.match(rf"{start}{pattern}\s*$", reach)
        if match is not None:
            return _values(match, wording, 0, right, register)
    return {}


def values_behind(
    raw: str, wording: Wording, left: int, register: WordingRegister
) -> dict[str, str]:
    """Return the values of the placeholders after a wording's last distinctive literal.

    `raw` is the text from that literal on.
    """
    right, closing = len(wording.holes), wording.literals[-1].strip()
    reach = plain(raw)
    for value in register.known.get(wording.holes[-1], ()) if not closing else ():
        # A value that is known may run over the line's end.
        for pattern in _patterns(wording, left, right, register, _value_pattern(value)):
            if match := re.match(pattern, reach):
                return _values(match, wording, left, right, register)
    if not closing:
        reach = plain(raw.lstrip().partition("\n")[0])
    end = re.escape(closing) if closing else r"[\s.]*$"
    for pattern in _patterns(wording, left, right, register, ".+?"):
        if match := re.match(rf"{pattern}\s*{end}", reach):
            return _values(match, wording, left, right, register)
    return {}


def length_of(values: str, raw: str, backwards: bool) -> int:
    """Return how many characters at an end of a text hold some values, white space included."""
    left, count = len(solid(values)), 0
    for character in reversed(raw) if backwards else raw:
        if left <= 0:
            break
        left -= len(solid(character))
        count += 1
    return count


def _patterns(
    wording: Wording, left: int, right: int, register: WordingRegister, last: str
) -> Iterator[str]:
    """Yield patterns for the placeholders from one literal to another, the strictest first.

    A word in place of a year is a wrong value, reported as such, and no other wording. `last` is what
    the last placeholder may be apart from the known values.
    """
    for years in (_YEARS, r"\S+"):
        pattern = ""
        for number in range(left, right):
            name = wording.holes[number]
            known = [_value_pattern(value) for value in register.known.get(name, ())[:_MOST_KNOWN]]
            other = last if number == right - 1 else ".+?"
            options = [years] if name == "years" else [*known, other]
            if number == right - 1 and last != ".+?":
                options = [last]
            pattern += rf"\s*(?P<g{number}>{'|'.join(options)})"
            if number + 1 < right:
                pattern += rf"\s*{re.escape(wording.literals[number + 1].strip())}"
        yield pattern


def _value_pattern(value: str) -> str:
    """Return a pattern for a value, whose hyphens may be lost at a line's end."""
    return re.escape(plain(value)).replace(r"\-", "-?")


def _values(
    match: re.Match[str], wording: Wording, left: int, right: int, register: WordingRegister
) -> dict[str, str]:
    return {
        wording.holes[n]: _spelled(wording.holes[n], match[f"g{n}"].strip(), register)
        for n in range(left, right)
    }


def _spelled(name: str, value: str, register: WordingRegister) -> str:
    """Return a value as the catalogue spells it, since a line's end may have changed it."""
    flat = solid(value)
    return next((v for v in register.known.get(name, ()) if solid(v) == flat), value)
