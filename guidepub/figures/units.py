"""The units of figures: money, percentages, lengths of time, and counted nouns.

A misspelt unit (`usd/year`, `percents`, `month`) is refused, though it could be a counted noun:
otherwise the figure would silently lose its sign.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from guidepub.figures.locales import is_currency

_PERIODS = ("hour", "week", "month", "year")
_MONEY = re.compile(rf"(?P<currency>[A-Z]{{3}})(?:/(?:{'|'.join(_PERIODS)}))?")
_DURATION = re.compile(r"(?P<unit>hour|day|week|month|year)s")
_COUNT = re.compile(rf"[a-z][a-z -]*(?:/(?:{'|'.join(_PERIODS)}))?")
# Units that a noun may be a misspelling of, and words that are often written for one.
_NAMED = ("percent", "hours", "days", "weeks", "months", "years")
_WORDS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys("percentage percentages pct procent prozent pourcent porcentaje".split(), "percent")
    | dict.fromkeys(["per cent", "per-cent", "%"], "percent")
    | dict.fromkeys(["dollar", "dollars", "us dollars", "$"], "USD")
    | dict.fromkeys(["euro", "euros", "€"], "EUR")
    | dict.fromkeys("hrs hr h".split(), "hours")
    | dict.fromkeys("yrs yr".split(), "years")
)  # fmt: skip
_PERIOD_WORDS: Mapping[str, str] = MappingProxyType(
    {"hr": "hour", "h": "hour", "wk": "week", "mo": "month", "yr": "year", "annum": "year"}
    | dict.fromkeys("stunde hora heure".split(), "hour")
    | dict.fromkeys("woche semana semaine".split(), "week")
    | dict.fromkeys("monat mes mois".split(), "month")
    | dict.fromkeys("jahr año an année".split(), "year")
)
# A period in words: dollars per year, USD a year.
_PER = re.compile(
    rf"\s+(?:per|an?|pro|por|par)\s+(?=(?:{'|'.join((*_PERIODS, *_PERIOD_WORDS))})\b)", re.I
)
# Longer than any unit.
_LONGEST = 60


def is_unit(unit: str) -> bool:
    """Return whether guidepub can print a figure in this unit.

    A unit is a currency of ISO 4217 with a period (`USD/year`) or without (`USD`), `percent`, a
    length of time (`hours`, `days`, `weeks`, `months`, `years`), or a counted noun in the plural,
    with a period or without (`jobs`, `openings/year`).
    """
    if len(unit) > _LONGEST:
        return False
    if money := _MONEY.fullmatch(unit):
        return is_currency(money["currency"])
    return _COUNT.fullmatch(unit) is not None and not _meant(unit)


def unit_remedy(unit: str) -> str:
    """Return what to write in place of a text that is not a unit."""
    if meant := _meant(unit):
        return f"Did you mean “{meant}”?"
    return "Write a unit such as USD/year, percent, jobs or months."


def currency_of(unit: str) -> str:
    """Return the currency of a unit of money (ISO 4217), or an empty string."""
    money = _MONEY.fullmatch(unit)
    return money["currency"] if money else ""


def duration_of(unit: str) -> str:
    """Return the length of time that a unit counts, such as `month`, or an empty string."""
    duration = _DURATION.fullmatch(unit)
    return duration["unit"] if duration else ""


def _meant(unit: str) -> str:
    """Return the unit that a text likely misspells, or an empty string."""
    if len(unit) > _LONGEST:
        return ""
    noun, slash, period = (part.strip() for part in _PER.sub("/", unit, count=1).partition("/"))
    plain, when = noun.casefold(), period.casefold()
    if slash:
        when = _PERIOD_WORDS.get(when) or next(
            (known for known in _PERIODS if _is_slip(when, known)), when
        )
        if when not in _PERIODS:
            return ""
    if re.fullmatch(r"[a-z]{3}", plain) and is_currency(plain.upper()):
        plain = plain.upper()
    elif re.fullmatch(r"[A-Z]{3}", noun) or is_currency(noun.partition(" ")[0]):
        # It was meant as a currency, but which one cannot be known.
        return ""
    else:
        plain = _WORDS.get(plain) or plain
        # A length of time within a period is a count: hours/week.
        named = _NAMED if not slash else _NAMED[:1]
        plain = next((known for known in named if _is_slip(plain, known)), plain)
    meant = f"{plain}/{when}" if slash else plain
    fits = _MONEY.fullmatch(meant) or _COUNT.fullmatch(meant)
    return meant if fits and meant != unit else ""


def _is_slip(word: str, known: str) -> bool:
    """Return whether a word is a known one with a letter too many or too few, or two swapped.

    The first letter must be right. One wrong letter is a misspelling in long words only; a short
    word may be another word.
    """
    if word == known or word[:1] != known[:1] or abs(len(word) - len(known)) > 1:
        return False
    if len(word) == len(known):
        differing = [place for place, sign in enumerate(word) if sign != known[place]]
        if len(differing) == 1:
            return len(known) > 6
        turned = len(differing) == 2 and differing[1] == differing[0] + 1
        return (
            turned and word[differing[0]] == known[differing[1]] and sorted(word) == sorted(known)
        )
    longer, shorter = (word, known) if len(word) > len(known) else (known, word)
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(1, len(longer)))
