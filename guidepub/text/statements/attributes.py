"""Attributes of things in figures: how long a licence is valid, what a course costs or takes.

Different phrases for an attribute give comparable values: “renewed every two years” and “valid for
five years”, “free” and a price. The patterns are in the vocabulary. A text may mention several things
with the same noun: “the written exam” is not “the driving exam”.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from guidepub.text.figures.mentions import mentions
from guidepub.text.figures.quantities import all_figures
from guidepub.text.figures.scope import names_part
from guidepub.text.naming.occupations import singular
from guidepub.text.vocabulary import compiled, either, vocabulary, written_out

_TABLES = ("parts", "same", "limits", "which", "units", "halves")
# The most words before a thing that may distinguish it from others with the same noun.
_MOST_BEFORE = 3
_DATED = ("founded", "deadline")
_MONTHS = (
    "january february march april may june july august september october november december".split(),
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
)
_A_YEAR = 365
# Two durations differ if one is this much longer: twelve months may be 52 weeks or 50.
_LONGER = Decimal("1.15")
_WORD = re.compile(r"[^\W_][\w’'-]*")
# “Part time, the training takes four years”: words before a comma say for whom or when that is so.
# One word alone, such as “however”, does not.
_OPENING = re.compile(r"\W*[\w’'-]+\s[^,.;:]{1,60},\s*(?:\w{1,3}\s)?$")


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a thing and its value: days, an amount, hours, a year, or a date as MMDD.

    `thing` may be empty if the sentence does not name it; `which` are the words that distinguish it
    from others with the same noun.
    """

    name: str
    thing: str
    which: frozenset[str]
    value: Decimal
    start: int
    text: str

    def contradicts(self, other: Attribute) -> bool:
        """Return whether the two give the same thing different values."""
        one_thing = not self.thing or not other.thing or self.thing == other.thing
        is_one = self.name == other.name and one_thing and self.which == other.which
        if self.name in _DATED:
            return is_one and self.value != other.value
        return is_one and differ(self.value, other.value)


@dataclass(frozen=True, slots=True)
class _AttributeForm:
    """A pattern that states a value, or with `is_none` that there is none: “free”."""

    name: str
    pattern: re.Pattern[str]
    is_none: bool


@dataclass(frozen=True, slots=True)
class _AttributeWords:
    """The patterns and words of a language, named as in its file."""

    forms: tuple[_AttributeForm, ...]
    limits: re.Pattern[str]
    same: tuple[tuple[re.Pattern[str], str], ...]
    plain: frozenset[str]
    behind: re.Pattern[str]

    def thing(self, named: str) -> str:
        """Return the canonical name of a thing."""
        named = named.casefold()
        return next(
            (name for form, name in self.same if form.match(named)), named.removesuffix("s")
        )

    def which(self, sentence: str, match: re.Match[str], own: frozenset[str]) -> frozenset[str]:
        """Return the words by which a sentence distinguishes a thing from others with the same noun."""
        behind = self.behind.match(sentence, match.end())
        qualifiers = f"{match.groupdict().get('of') or ''} {behind[0] if behind else ''}"
        names = {name for _, name in self.same}
        telling = [
            *self._before(sentence, match),
            # “For the full program” does not distinguish one tuition from another.
            *(word for word in _WORD.findall(qualifiers) if self.thing(word) not in names),
        ]
        words = {singular(word.casefold()) for word in telling}
        return frozenset(words - self.plain - own)

    def _before(self, sentence: str, match: re.Match[str]) -> list[str]:
        """Return the words right before a thing, back to an article, a verb or the value."""
        groups = match.groupdict()
        if not groups.get("thing"):
            return []
        start = match.start("thing")
        values = [match.end(name) for name in ("time", "hours", "money") if groups.get(name)]
        opens = max((end for end in values if end <= start), default=0)
        words = reversed(sentence[opens:start].split()[-_MOST_BEFORE:])
        return [*takewhile(lambda w: w.casefold() not in self.plain and _WORD.fullmatch(w), words)]


def differ(first: Decimal, second: Decimal) -> bool:
    """Return whether two values in the same unit are too different to be the same, rounded."""
    shorter, longer = sorted((first, second))
    return longer > _LONGER * shorter


@functools.cache
def _words(language: str) -> _AttributeWords | None:
    table = vocabulary("attributes", language)
    if not table:
        return None
    parts = table["parts"]
    forms = tuple(
        _AttributeForm(name, compiled(rf"\b{written_out(form, parts)}"), key == "none")
        for name, row in table.items()
        if name not in _TABLES
        for key in ("none", "forms")
        for form in row.get(key, ())
    )
    which = table["which"]
    return _AttributeWords(
        forms=forms,
        limits=compiled(rf"\b{either(table['limits']['forms'])}\b"),
        same=tuple((compiled(f"(?:{form})"), name) for form, name in table["same"].items()),
        plain=frozenset(which["plain"].split()),
        behind=compiled(rf"\s*{either(which['behind'])}\s[^.;:,()]{{1,60}}"),
    )


def attributes(
    sentence: str, own: frozenset[str] = frozenset(), language: str = "en"
) -> Iterator[Attribute]:
    """Yield the attributes to which a sentence gives a value, the first of each.

    `own` are the nouns for people in the occupation, which do not distinguish things: “for bakers”.
    """
    words = _words(language)
    if words is None or sentence.rstrip().endswith("?"):
        return
    is_of_place = names_part(sentence)
    seen: set[str] = set()
    for form in words.forms:
        if is_of_place and form.name != "founded":
            continue
        match = form.pattern.search(sentence)
        if match is None or form.name in seen or words.limits.search(match[0]):
            continue
        value = Decimal(0) if form.is_none else _value(match, language)
        before = sentence[: match.start()]
        if value is None or words.limits.search(before) or _OPENING.match(before):
            continue
        seen.add(form.name)
        thing = words.thing(match.groupdict().get("thing") or "")
        which = words.which(sentence, match, own)
        yield Attribute(form.name, thing, which, value, match.start(), match[0])


def _value(match: re.Match[str], language: str) -> Decimal | None:
    """Return the value that a form states, in the unit of `Attribute`, or None."""
    groups = match.groupdict()
    if year := groups.get("year") or (groups.get("yearly") and _A_YEAR):
        return Decimal(year)
    if month := groups.get("month"):
        number = next(
            names.index(month.casefold()) for names in _MONTHS if month.casefold() in names
        )
        return Decimal((number + 1) * 100 + int(groups["day"] or 0))
    if (time := groups.get("time")) and (units := vocabulary("attributes", language).get("units")):
        return _days(time.casefold(), units, language)
    if time:
        counted = [m for m in mentions(f" {time.replace('-', ' ')}", language) if m.noun == "time"]
        return counted[0].value if counted else None
    if figure := groups.get("money") or groups.get("hours"):
        found = all_figures(figure, language)
        return found[0].value if found else None
    return Decimal(1) if "some" in groups else None


def _days(time: str, units: dict[str, float], language: str) -> Decimal | None:
    """Return a time in days: “drei Jahre”, “dreijährig”, “anderthalb Jahre”."""
    parts = re.match(rf"(?P<number>.+?)[\s-]*(?P<unit>{'|'.join(units)})", time)
    if parts is None:
        return None
    halves = vocabulary("attributes", language).get("halves", {})
    number = (vocabulary("figures", language)["numbers"] | halves).get(parts["number"])
    if number is None:
        found = all_figures(parts["number"], language)
        number = found[0].value if found else None
    return None if number is None else Decimal(str(number)) * Decimal(str(units[parts["unit"]]))
