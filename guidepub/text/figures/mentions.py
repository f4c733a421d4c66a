"""Numbers of things in a sentence, and whether they refer to something mentioned before.

“A course of twelve weeks” introduces a time, and “the nine weeks of the course” refers to it, just as
“all three exams” refers to a number of exams.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from guidepub.text.figures.quantities import all_figures
from guidepub.text.vocabulary import compiled, spaced, vocabulary

_STEM = 5
_SHORTEST = 4
_WORD = re.compile(r"[^\W\d_]+")
_NOUN = re.compile(r"[\s-]+(?P<noun>[^\W\d_]{3,})(?!\w)")
_FAR_NOUN = re.compile(r"[\s-]+[^\W\d_]+[\s-]+(?P<noun>[^\W\d_]{3,}s)(?!\w)", re.IGNORECASE)
# Words that do not show what a sentence is about.
_COMMON = frozenset(
    "about after also been before could does each every from have into just more most must need only other over same should some such take takes than that"
    " their them then there these they this those through under upon very want well were what when where which while will with work workers working would your como cuando"
    " desde donde entre esta este está están hace hacen hasta para pero porque puede pueden sobre tiene tienen todo todos toda todas unos unas".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A number of things: the noun, or `time` with the value in days.

    `is_definite`: it refers to something mentioned before; `is_all`: to all of it. `words` are the
    stems of the other words of the sentence.
    """

    noun: str
    value: Decimal
    is_definite: bool
    is_all: bool
    words: frozenset[str]
    start: int
    text: str


def mentions(sentence: str, language: str = "en") -> Iterator[Mention]:
    """Yield the numbers of things in a sentence, except those next to “or”, “some” or “later”."""
    words = _words(language)
    if words is None:
        return
    around = stems(sentence)
    for figure in all_figures(sentence, language):
        if figure.kind not in ("number", "count") or not figure.is_exact:
            continue
        half = words.half.match(sentence, figure.end)
        noun = _noun(sentence, half.end() if half else figure.end, words)
        if noun is None or words.aside.match(sentence, noun.end()):
            continue
        definite = words.definite.search(sentence[: figure.start])
        start = definite.start() if definite else figure.start
        before = "" if definite else sentence[max(start - 25, 0) : start]
        if words.limits.search(f"{before} {noun[0]}"):
            continue
        rate = words.rate.match(sentence, noun.end())
        unit, value = _unit(noun["noun"], figure.value + (Decimal("0.5") if half else 0), words)
        related = words.relating.match(sentence, noun.end())
        is_all = bool(definite and words.all.fullmatch(definite[0].lstrip()))
        yield Mention(
            f"{unit}/{rate['per']}" if rate and unit != "time" else unit,
            value,
            bool(definite) and (is_all or bool(related)),
            is_all,
            around - stems(noun["noun"]),
            start,
            sentence[start : noun.end()].strip(),
        )


def _noun(sentence: str, at: int, words: _MentionWords) -> re.Match[str] | None:
    """Return the noun after a number: “exams” in “three written exams”."""
    near, far = _NOUN.match(sentence, at), _FAR_NOUN.match(sentence, at)
    is_unit = near and near["noun"].casefold().startswith(tuple(words.units))
    return far if far and near and not is_unit and not near["noun"].endswith("s") else near


def stems(text: str) -> frozenset[str]:
    """Return the stems of the words that show what a text is about."""
    found = (word.casefold() for word in _WORD.findall(text))
    return frozenset(
        word[:_STEM] for word in found if len(word) >= _SHORTEST and word not in _COMMON
    )


def _unit(noun: str, value: Decimal, words: _MentionWords) -> tuple[str, Decimal]:
    """Return the unit and value of a mention; times are converted to days."""
    plain = noun.casefold()
    for unit, days in words.units.items():
        if plain.startswith(unit):
            return ("time", value * days) if days else (unit, value)
    return plain.removesuffix("s"), value


@dataclass(frozen=True, slots=True)
class _MentionWords:
    """The patterns of a language around a number of things."""

    units: dict[str, Decimal]
    half: re.Pattern[str]
    definite: re.Pattern[str]
    all: re.Pattern[str]
    relating: re.Pattern[str]
    aside: re.Pattern[str]
    rate: re.Pattern[str]
    limits: re.Pattern[str]


@functools.cache
def _words(language: str) -> _MentionWords | None:
    table = dict(vocabulary("mentions", language))
    if not table:
        return None
    units = {unit: Decimal(str(days)) for unit, days in table.pop("units").items()}
    forms = {name: spaced(form) for name, form in table.items()}
    return _MentionWords(
        units=units,
        half=compiled(spaced(vocabulary("figures", language)["half"])),
        definite=compiled(rf"(?<!\w){forms['definite']}$"),
        all=compiled(forms["all"]),
        relating=compiled(forms["relating"]),
        aside=compiled(rf"\s+(?:{forms['aside']})\b"),
        rate=compiled(rf"\s+(?:{forms['rate']})\s+(?P<per>[^\W\d_]+)"),
        limits=compiled(rf"\b(?:{forms['limits']})\b"),
    )
