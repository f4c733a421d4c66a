"""A finished file's text as one string, with the page or document that each part is on."""

from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, compress

from guidepub.words.wording import LINE_END_HYPHEN, formed, solid

_SPACES = re.compile(r"[^\S\n]+")
_ROUND_BREAK = re.compile(r"[^\S\n]*\n\s*")
_BREAK = re.compile(r"(-?\n)")
_WORD = re.compile(rf"(?:\S*(?:[-\u2010]|{LINE_END_HYPHEN})\n\s*)*\S+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a file, whole where a line end parts it: its place and its normal form."""

    start: int
    end: int
    form: str

    @property
    def key(self) -> str:
        """A form that two words share if they are the same apart from hyphens."""
        return self.form.replace("-", "")


@dataclass(slots=True)
class FileText:
    """The units of a file in reading order: pages of a PDF, documents of an EPUB.

    `raw` is all of them joined by line ends. `solid` is its normal form without white space
    and hyphens, in which wordings are looked for.
    """

    names: tuple[str, ...]
    units: tuple[str, ...]
    raw: str = field(init=False)
    solid: str = field(init=False)
    _raw_starts: list[int] = field(init=False)
    _solid_starts: list[int] = field(init=False)
    _solids: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    _places: dict[int, list[int]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        solids = [self._solid(unit) for unit in self.units]
        self.raw, self.solid = "\n".join(self.units), "".join(solids)
        self._raw_starts = [0, *accumulate(len(unit) + 1 for unit in self.units)]
        self._solid_starts = [0, *accumulate(map(len, solids))]

    def otherwise(self, units: Sequence[str]) -> FileText:
        """Return the text with other units of the same names; what is alike is not read again."""
        return FileText(self.names, tuple(units), self._solids)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range in `raw` of a part of `solid`."""
        return self._place(start), self._place(end - 1) + 1

    def parts(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """Return a part of `raw` unit by unit: the unit's number, and begin and end in it."""
        found = []
        for unit in range(self._unit(start), self._unit(max(start, end - 1)) + 1):
            begin = self._raw_starts[unit]
            length = len(self.units[unit])
            found.append((unit, max(0, start - begin), min(length, end - begin)))
        return [part for part in found if part[1] < part[2]]

    def keys(self) -> list[str]:
        """Return the keys of `words`, without finding their places."""
        return _whole(self.raw).replace("-", "").split()

    def words(self) -> list[Word]:
        """Return the words of the whole file."""
        found = []
        for match in _WORD.finditer(self.raw):
            word = Word(match.start(), match.end(), _whole(match[0]))
            # A hyphen that is alone is not a word.
            if word.key:
                found.append(word)
        return found

    def _solid(self, unit: str) -> str:
        found = self._solids.get(unit)
        if found is None:
            found = self._solids[unit] = solid(unit)
        return found

    def _unit(self, place: int) -> int:
        return min(bisect_right(self._raw_starts, place) - 1, len(self.units) - 1)

    def _place(self, position: int) -> int:
        unit = bisect_right(self._solid_starts, position) - 1
        if unit not in self._places:
            self._places[unit] = places_in(self.units[unit], _length, self._raw_starts[unit])
        return self._places[unit][position - self._solid_starts[unit]]


def places_in(text: str, length: Callable[[str], int], start: int = 0) -> list[int]:
    """Return for each character of a text's normal form the place of the character it comes from.

    `length` returns how many characters one becomes; places count from `start` on.
    """
    lengths = {character: length(character) for character in set(text)}
    places = range(start, start + len(text))
    if max(lengths.values(), default=0) <= 1:
        return list(compress(places, map(lengths.__getitem__, text)))
    counted = zip(places, text, strict=True)
    return [place for place, character in counted for _ in range(lengths[character])]


def text_of(units: Sequence[tuple[str, str]]) -> FileText:
    """Return the text of named units."""
    names = tuple(name for name, _ in units)
    return FileText(names, tuple(unicodedata.normalize("NFC", unit) for _, unit in units))


def reads_as(raw: str, wanted: str) -> bool:
    """Return whether a part of a file reads as a normalised text, allowing for line ends.

    Both hold the same solid characters. A hyphen at a line's end may belong to the word or
    not; a line may end without white space next to a sign such as a slash or a dash.
    """
    text = formed(raw).replace(LINE_END_HYPHEN, "-\n")
    text = _SPACES.sub(" ", _ROUND_BREAK.sub("\n", text)).strip()
    place = 0
    pieces = _BREAK.split(text)
    for number, piece in enumerate(pieces):
        if number % 2 == 0:
            if not wanted.startswith(piece, place):
                return False
            place += len(piece)
            continue
        hyphen = piece != "\n" and wanted.startswith("-", place)
        place += hyphen
        space = wanted.startswith(" ", place)
        if space and piece != "\n" and not hyphen:
            return False
        if not space and piece == "\n" and _joins_letters(pieces, number):
            return False
        place += space
    return place == len(wanted)


def plain(raw: str) -> str:
    """Return a part of a file as one line in its normal form, with divided words joined."""
    return " ".join(_whole(raw).split())


def _whole(raw: str) -> str:
    """Return a text in its normal form without the hyphens at which lines end."""
    text = formed(raw).replace(LINE_END_HYPHEN, "-\n")
    return _ROUND_BREAK.sub("\n", text).replace("-\n", "")


@functools.cache
def _length(character: str) -> int:
    return len(solid(character))


def _joins_letters(pieces: Sequence[str], number: int) -> bool:
    before, after = pieces[number - 1][-1:], pieces[number + 1][:1]
    return before.isalnum() and after.isalnum()
