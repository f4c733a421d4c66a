"""A finished file's text without white space and hyphens, with the way back to what was read.

PDF readers guess where words and lines end, but they read letters, figures and signs exactly.
"""

from __future__ import annotations

import functools
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from guidepub.checks.legal.wordings.texts import places_in
from guidepub.words.wording import LINE_END_HYPHEN, formed, solid

_SPACE, _HYPHEN = 1, 2
# How many folded texts are kept, and how long they may be: each edition needs a book's texts.
_KEPT, _LONGEST = 4096, 2000
_HYPHENS = ("-", "\N{HYPHEN}", LINE_END_HYPHEN)


def folded(text: str) -> str:
    """Return a text in the form that streams hold: normalised, solid, without case.

    Small capitals are lower-case letters in one file and capitals in another.
    """
    return _known(text) if len(text) <= _LONGEST else _folded(text)


def _folded(text: str) -> str:
    return solid(unicodedata.normalize("NFC", text)).casefold()


_known = functools.lru_cache(maxsize=_KEPT)(_folded)


class Stream:
    """The text of a file's units, which are pages or documents, as one solid string.

    `text` is that string; `starts` are the places in it where units begin, and its end.
    """

    def __init__(self, units: Sequence[str]) -> None:
        self.units = [unicodedata.normalize("NFC", unit) for unit in units]
        solids = [solid(unit).casefold() for unit in self.units]
        self.text = "".join(solids)
        self.starts = [0, *accumulate(map(len, solids))]
        self._places: dict[int, list[int]] = {}

    def places(self, text: str, begin: int, end: int) -> Iterator[int]:
        """Yield where a text occurs between two places of `text`."""
        start = self.text.find(text, begin, end)
        while start >= 0:
            yield start
            start = self.text.find(text, start + 1, end)

    def unit_at(self, place: int) -> int:
        """Return the number of the unit that holds a place of `text`, counted from 0."""
        return min(bisect_right(self.starts, place) - 1, len(self.units) - 1)

    def end_of(self, unit: int) -> int:
        """Return where a unit ends in `text`."""
        return self.starts[unit + 1]

    def following(self, unit: int) -> int | None:
        """Return the next unit that holds any text, or None."""
        later = range(unit + 1, len(self.units))
        return next((n for n in later if self.starts[n] < self.starts[n + 1]), None)

    def raw(self, start: int, end: int) -> str:
        """Return the original text between two places of `text` that lie in one unit."""
        if start >= end:
            return ""
        unit = self.unit_at(start)
        places = self._places_of(unit)
        first = self.starts[unit]
        return self.units[unit][places[start - first] : places[end - 1 - first] + 1]

    def raw_of(self, segments: Sequence[tuple[int, int]]) -> str:
        """Return the original text of segments on one or more units, with a line for each."""
        parts = []
        for start, end in segments:
            text = self.raw(start, end)
            if (start, end) != segments[-1]:
                # The hyphen of a divided word belongs to it.
                unit = self.unit_at(start)
                own, place = self.units[unit], self._places[unit][end - 1 - self.starts[unit]] + 1
                text += own[place : place + 1] if own[place : place + 1] in _HYPHENS else ""
            parts.append(text)
        return "\n".join(parts)

    def parts_word(self, place: int, hyphenated: bool = True) -> bool:
        """Return whether a place of `text` lies within a run of letters or digits as it was read.

        A hyphen at a line's end is within a word, unless words that are not `hyphenated` are
        asked for: where a page ends, it is followed by what is at the page's foot.
        """
        unit = self.unit_at(place)
        first = self.starts[unit]
        if place <= first or place >= self.end_of(unit):
            return False
        places, own = self._places_of(unit), self.units[unit]
        before, after = places[place - 1 - first], places[place - first]
        if after - before > 1 and not (hyphenated and _joined(own[before + 1 : after])):
            return False
        return own[before].isalnum() and own[after].isalnum()

    def begins_line(self, place: int, hyphenated: bool = False) -> bool:
        """Return whether a place of `text` is the first of a line as it was read.

        After a hyphen at a line's end, that holds only with `hyphenated`.
        """
        unit = self.unit_at(place)
        first = self.starts[unit]
        if place <= first or place >= self.end_of(unit):
            return True
        places, own = self._places_of(unit), self.units[unit]
        between = own[places[place - 1 - first] + 1 : places[place - first]]
        return "\n" in between or (hyphenated and LINE_END_HYPHEN in between)

    def is_line(self, start: int, end: int) -> bool:
        """Return whether the text between two places of `text` is whole lines."""
        return self.begins_line(start) and self.begins_line(end)

    def is_words(self, start: int, end: int) -> bool:
        """Return whether the text between two places of `text` is whole words."""
        return not (self.parts_word(start) or self.parts_word(end))

    def _places_of(self, unit: int) -> list[int]:
        if unit not in self._places:
            self._places[unit] = places_in(self.units[unit], _length)
        return self._places[unit]


def spaced_alike(raw: str, wanted: str) -> bool:
    """Return whether a text that was read separates its words where the expected one does.

    Both hold the same solid characters. Spaces that were read and are not wanted do not
    count, since PDF readers see some next to raised figures; nor do hyphens at lines' ends.
    """
    if _plain(raw.replace(LINE_END_HYPHEN, "")) == _plain(wanted):
        return True
    read, asked = _gaps(raw), _gaps(wanted)
    if len(read) != len(asked):
        return False
    return all(not want & ~have for have, want in zip(read, asked, strict=True))


def _plain(text: str) -> str:
    return " ".join(formed(text).casefold().split())


def _gaps(text: str) -> list[int]:
    """Return, before each solid character, the space, hyphen or line end there, as a code."""
    gaps: list[int] = []
    gap = 0
    for character in unicodedata.normalize("NFC", text):
        count = _length(character)
        if count:
            gaps.append(gap)
            gaps += [0] * (count - 1)
            gap = 0
        elif character == "\n":
            # A line may end with a hyphen of its own, which readers leave out.
            gap |= _SPACE
        elif character == LINE_END_HYPHEN:
            gap |= _SPACE | _HYPHEN
        elif character.isspace():
            gap |= _SPACE
        elif formed(character) == "-":
            gap |= _HYPHEN
    # The text before the first character is not the passage's.
    return [0, *gaps[1:]]


def _joined(between: str) -> bool:
    return all(character == LINE_END_HYPHEN for character in between)


@functools.cache
def _length(character: str) -> int:
    return len(solid(character).casefold())
