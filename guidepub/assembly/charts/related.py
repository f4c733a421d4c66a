"""Related occupations by pay and preparation: which band each row of a table belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from guidepub import figures
from guidepub.assembly.charts.charted import occupation_name, table_points
from guidepub.assembly.charts.drawn import Backing, Labelled, Refusal, described, lettering
from guidepub.assembly.shared.context import BookContext
from guidepub.markdown import Directive
from guidepub.model import EDUCATION_LEVELS
from guidepub.text.schooling.levels import level_of
from guidepub.themes.drawings.drawing import ChartStyle
from guidepub.themes.drawings.planes import Neighbour, Preparation, plane
from guidepub.words.manuscript import Passage

_ZONES = ("1", "2", "3", "4", "5")
_MOST = 24


@dataclass(frozen=True, slots=True)
class _BandInWords:
    """A band in words: its level, and the occupations in it."""

    label: str
    figure: str


@dataclass(frozen=True, slots=True)
class RelatedOccupations:
    """The bands from the longest preparation down, texts that are no level, and the sources.

    `missing` is the name of the row that was to stand out, if no row has it.
    """

    bands: tuple[Preparation, ...]
    unknown: tuple[str, ...]
    missing: str
    cited: Backing

    def refusal(self) -> Refusal | None:
        """Return why they cannot be drawn, or None if they can."""
        places = [place for band in self.bands for place in band.places]
        if self.unknown:
            message = f"“{self.unknown[0]}” is not a level of preparation."
            known = ", ".join(EDUCATION_LEVELS)
            return Refusal(
                message, f"Choose from: {known}, their usual names, and the job zones 1 to 5."
            )
        if self.missing:
            message = f"No row of the drawing is called “{self.missing}”."
            return Refusal(message, "Write :here: exactly like the row’s label in the table.")
        if len(places) > _MOST:
            message = (
                f"The drawing has {len(places)} occupations; there is room for at most {_MOST}."
            )
            return Refusal(message, "Choose some of them with :where:.")
        if below := next((place for place in places if place.value < 0), None):
            message = f"The pay of “{below.label}” is below zero."
            return Refusal(message, "Check the figure.")
        return None

    def alternative_text(self, title: str, context: BookContext) -> str:
        """Return the text alternative of the drawing, band by band."""
        language = context.guide.language
        marks: list[Labelled] = [
            _BandInWords(
                band.level,
                figures.listed([f"{each.label} {each.figure}" for each in band.places], language),
            )
            for band in self.bands
        ]
        return described("related_chart", title, marks, context)

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
    by_level: dict[str, list[Neighbour]] = {}
    for point, bar in table_points(directive, context):
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
    name = phrases.get("education", level) or phrases.filled("job_zone", number=level)
    places = sorted(by_level[level], key=lambda place: (place.value, place.label))
    return Preparation(name[:1].upper() + name[1:], tuple(places))


def _level(text: str) -> str:
    """Return the level of education or the job zone that a cell names, or an empty string."""
    return text if text in _ZONES else level_of(text) or ""


def _source(options: Mapping[str, str]) -> tuple[str, ...]:
    return (options["source"],) if "source" in options else ()
