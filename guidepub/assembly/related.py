"""Related occupations by pay and preparation: which band each row of a table belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from guidepub import figures
from guidepub.assembly.charted import occupation_name, table_bars
from guidepub.assembly.context import BookContext
from guidepub.assembly.drawn import Backing, Labelled, lettering, said_of
from guidepub.markdown import Directive
from guidepub.model import EDUCATION_LEVELS
from guidepub.tables import chart_points
from guidepub.text.levels import levels
from guidepub.themes.drawing import ChartStyle
from guidepub.themes.planes import Neighbour, Preparation, plane
from guidepub.words.manuscript import Passage

_ZONES = ("1", "2", "3", "4", "5")
_MOST = 24


@dataclass(frozen=True, slots=True)
class _Said:
    """A band as it is said: its level, and the occupations in it."""

    label: str
    figure: str


@dataclass(frozen=True, slots=True)
class RelatedOccupations:
    """The bands from the longest preparation down, what is no level, and the sources.

    `missing` is the row that was to stand out, if there is none of its name.
    """

    bands: tuple[Preparation, ...]
    unknown: tuple[str, ...]
    missing: str
    cited: Backing

    def fault(self) -> str:
        """Return why they cannot be drawn, or an empty string."""
        places = [place for band in self.bands for place in band.places]
        if self.unknown:
            return f"“{self.unknown[0]}” is no level of preparation."
        if self.missing:
            return f"No row of the drawing is called “{self.missing}”."
        if len(places) > _MOST:
            return f"The drawing has {len(places)} occupations; {_MOST} at most have room."
        if any(place.value < 0 for place in places):
            return "The pay of an occupation is below zero."
        return ""

    def said(self, title: str, context: BookContext) -> str:
        """Return what the drawing says to who does not see it, band by band."""
        language = context.guide.language
        marks: list[Labelled] = [
            _Said(
                band.level,
                figures.listed([f"{each.label} {each.figure}" for each in band.places], language),
            )
            for band in self.bands
        ]
        return said_of("related_chart", title, marks, context)

    def lettering(self, context: BookContext) -> Iterator[Passage]:
        """Yield what the drawing prints."""
        for band in self.bands:
            yield Passage("label", band.level, drawn=True)
            yield from lettering(band.places)

    def drawn(self, title: str, alternative: str, name: str, style: ChartStyle) -> str:
        """Return the drawing; `name` begins its ids."""
        high = max(place.value for band in self.bands for place in band.places) or Decimal(1)
        return plane(self.bands, high, title, alternative, name, style)


def related_of(directive: Directive, context: BookContext) -> RelatedOccupations:
    """Return the occupations that a directive draws; its columns are known to be there.

    Raises:
        InputError: the table cannot be read (C001).
    """
    options = directive.options
    own = options.get("here", occupation_name(context)).casefold()
    points = chart_points(options, context.catalog, context.guide.language)
    bars = table_bars(directive, context)
    by_level: dict[str, list[Neighbour]] = {}
    for point, bar in zip(points, bars, strict=True):
        level = _level(point.row[options["level"]])
        place = Neighbour(bar.label, bar.figure, bar.value, bar.label.casefold() == own)
        by_level.setdefault(level or f"?{point.row[options['level']]}", []).append(place)
    order = [level for level in (*EDUCATION_LEVELS, *_ZONES) if level in by_level]
    bands = tuple(_band(level, by_level, context) for level in reversed(order))
    unknown = tuple(level[1:] for level in by_level if level not in order)
    is_found = any(place.is_own for band in bands for place in band.places)
    missing = "" if is_found else options.get("here", "")
    return RelatedOccupations(bands, unknown, missing, Backing((), _source(options)))


def _band(level: str, by_level: Mapping[str, list[Neighbour]], context: BookContext) -> Preparation:
    phrases = context.phrases
    name = phrases.get("education", level) or phrases.say("job_zone", number=level)
    places = sorted(by_level[level], key=lambda place: (place.value, place.label))
    return Preparation(name[:1].upper() + name[1:], tuple(places))


def _level(text: str) -> str:
    """Return the level of education or the job zone that a cell names, or an empty string."""
    if text in EDUCATION_LEVELS or text in _ZONES:
        return text
    named = {level.level for level in levels(text)}
    return named.pop() if len(named) == 1 else ""


def _source(options: Mapping[str, str]) -> tuple[str, ...]:
    return (options["source"],) if "source" in options else ()
