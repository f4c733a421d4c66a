"""The kinds of sections without a number: a foreword, an appendix, the opening of a part.

Sections print in the order in which they are written. This module knows where each kind may be, and
what number each has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from guidepub.model.validation.fields import NonEmpty, Prose
from guidepub.model.validation.frozen import Model
from guidepub.words.numerals import letters, roman

_BLANK_LINES = re.compile(r"\A(?:[ \t]*\n)+")

SectionKind = Literal[
    "section",
    "unnumbered",
    "part",
    "foreword",
    "preface",
    "acknowledgements",
    "appendix",
    "about-author",
    "also-by",
]
"""What a section is. Only one of the first two can be one that the catalogue requires."""

SECTION_KINDS: frozenset[str] = frozenset(get_args(SectionKind))
"""The kinds of leaves that sections make."""

BookPart = Literal["frontmatter", "bodymatter", "backmatter"]
"""The structure of a book that a leaf belongs to, by EPUB's names."""

# Where each may stand: before the sections, among them, after them, or at the end of all.
_PLACES: Mapping[SectionKind, tuple[int, ...]] = MappingProxyType(
    {
        "foreword": (0,),
        "preface": (0,),
        "section": (1,),
        "unnumbered": (1,),
        "part": (1,),
        "appendix": (2,),
        "acknowledgements": (0, 2),
        "about-author": (3,),
        "also-by": (3,),
    }
)
_PARTS: tuple[BookPart, ...] = ("frontmatter", "bodymatter", "backmatter", "backmatter")
COUNTED: frozenset[SectionKind] = frozenset({"section", "unnumbered"})
"""What may be a section that the catalogue requires, or for which it has an order."""
FRONT_LEAVES: frozenset[SectionKind] = frozenset({"foreword", "preface"})
"""The kinds that can only come before the sections."""
LAST_LEAVES: frozenset[SectionKind] = frozenset({"about-author", "also-by"})
"""The kinds that come after the sources and the index."""


class Section(Model):
    """A first-level part of a guide: its title and its prose in Markdown.

    `kind` says what it is, if not a numbered section. `line` is where the prose begins in the file
    it came from, counted from 1.
    """

    title: NonEmpty
    kind: SectionKind = "section"
    body: Prose = ""
    line: SkipJsonSchema[int] = Field(default=1, exclude=True, repr=False)

    _unwritten = ("line",)

    def __eq__(self, other: object) -> bool:
        """Sections with the same content are equal, whatever their line and the blank lines around them."""
        return isinstance(other, Section) and self.content() == other.content()

    def __hash__(self) -> int:
        return hash(self.content())

    def content(self) -> tuple[str, ...]:
        """Return the title, the prose without surrounding blank lines, and the kind, if any."""
        content = self.title, _BLANK_LINES.sub("", self.body).rstrip()
        return content if self.kind == "section" else (*content, self.kind)


class Numeral(NamedTuple):
    """The number of a section: the kind that is counted, and the printed number or an empty string."""

    kind: SectionKind
    text: str


def parts_of(kinds: Sequence[SectionKind]) -> tuple[BookPart, ...]:
    """Return which part of a book each of a guide's sections belongs to."""
    return tuple(_PARTS[place] for place in _placed(kinds))


def misplaced(kinds: Sequence[SectionKind]) -> Iterator[int]:
    """Yield the numbers, from 0, of sections that are before or after their allowed places."""
    highest = 0
    for number, place in enumerate(_placed(kinds)):
        if place < highest:
            yield number
        highest = max(highest, place)


def in_order(kinds: Sequence[SectionKind]) -> tuple[int, ...]:
    """Return the numbers of sections, from 0, in an order in which each has an allowed place.

    A kind that may be either before or after the sections stays on its side.
    """
    first = next((number for number, kind in enumerate(kinds) if _PLACES[kind] == (1,)), 0)

    def place(number: int) -> int:
        places = _PLACES[kinds[number]]
        return places[0] if number < first else places[-1]

    return tuple(sorted(range(len(kinds)), key=place))


def numerals_of(kinds: Sequence[SectionKind]) -> tuple[Numeral, ...]:
    """Return the number of each of a guide's sections: 1, of an appendix A, of a part I."""
    forms: Mapping[SectionKind, Callable[[int], str]]
    forms = {"section": str, "appendix": letters, "part": roman}
    counts = {kind: count(1) for kind in forms}
    return tuple(
        Numeral(kind, forms[kind](next(counts[kind])) if kind in forms else "") for kind in kinds
    )


def _placed(kinds: Sequence[SectionKind]) -> Iterator[int]:
    """Yield the place of each section; for a kind with two allowed places, the one it is in."""
    reached = 0
    for kind in kinds:
        places = _PLACES[kind]
        place = next((each for each in places if each >= reached), places[-1])
        yield place
        reached = max(reached, place)
