"""Levels of education as texts name them: `an associate’s degree`, `a GED`, `a doctorate`."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from guidepub.model import EDUCATION_LEVELS
from guidepub.text.vocabulary import either, vocabulary
from guidepub.words.languages import primary_language
from guidepub.words.remembering import remembered

# The names in the tables of the Bureau of Labor Statistics, which need no pattern.
_OFFICIAL = {
    "No formal educational credential": "none",
    "High school diploma or equivalent": "high-school",
    "Some college, no degree": "some-college",
    "Postsecondary nondegree award": "certificate",
    "Associate's degree": "associate",
    "Bachelor's degree": "bachelor",
    "Master's degree": "master",
    "Doctoral or professional degree": "professional",
}

# A text that names more is a table.
_MOST = 12
_S = r"(?:['’]s|s['’]|s)?"
# What is a master's or a bachelor's and no degree: “a master's licence” is a ship's captain's.
_OTHERS = r"(?!\s+(?:[\w-]+\s+)?(?:levels?|licen[cs]es?|certificates?|tickets?|papers|exam\w*|tests?|badges?|cards?|quarters|mates?|touch|hands?|eye|workshops?|title\s+at\s+sea|rank|apprentices?|tables?|apartments?|class)\b)"
# “A bachelor’s or master’s degree” names two.
_OR = r"(?=\s+(?:or|and)\s+(?:an?\s+)?(?:{})"
_SUBJECT = (
    r"(?:\s+(?:of|in)\s+(?:arts|science|applied\s+science|fine\s+arts|business|nursing|education))"
)
_FORMS = (
    ("none", r"no\s+formal\s+education(?:al)?(?:\s+credentials?)?"),
    ("high-school", r"\bH\.?S\.?\s+diplomas?(?:\s+or\s+equivalent)?|high[\s-]school\s+(?:diplomas?|education|degree|equivalency)(?:\s+or\s+(?:its\s+|the\s+)?equivalent)?|diplomas?\s+(?:of|from)\s+(?:a\s+|the\s+)?high[\s-]school|\bG\.?E\.?D\b\.?"),
    ("some-college", r"some\s+college(?!\s+(?:courses|classes|students|graduates|programs))(?:,\s+no\s+degree)?"),
    ("certificate", r"certificates?\s+from\s+an?\s+(?:technical|trade|community|vocational)[\s-](?:college|school)|(?:technical|trade|community)[\s-](?:college|school)\s+(?:certificates?|diplomas?)|postsecondary\s+(?:certificates?|non-?degree\s+awards?)|vocational\s+certificates?"),
    ("associate", rf"(?:two|2)(?:-|[\s-]year)?\s+or\s+(?:four|4)[\s-]year\s+(?:college\s+)?degree|associate{_S}(?:{_SUBJECT}(?:\s+degrees?)?|\s+degrees?|{_OR.format('bachelor|master')}))|associate['’]s{_OTHERS}|(?:two|2)[\s-]year(?:\s+college)?\s+degrees?|\bA\.?A\.?S\.?(?!\w)"),
    ("bachelor", rf"bachelor{_S}(?:{_SUBJECT}(?:\s+degrees?)?|\s+degrees?|{_OR.format('master|doctor|higher')}))|bachelor['’]s{_OTHERS}|baccalaureate(?:\s+degrees?)?|(?:four|4)[\s-]year(?:\s+college)?\s+degrees?|undergraduate\s+degrees?"),
    ("master", rf"master{_S}(?:{_SUBJECT}(?:\s+degrees?)?|\s+degrees?|{_OR.format('doctor|higher')}))|master['’]s{_OTHERS}"),
    ("professional", r"doctoral\s+or\s+professional\s+degree|(?:first[\s-]+)?professional\s+degree|\bJ\.D\.|\bM\.D\.|(?:law|medical|dental)\s+degree|doctor\s+of\s+(?:(?:veterinary|dental|osteopathic|podiatric|naturopathic)\s+)?(?:medicine|surgery|optometry|pharmacy|chiropractic|physical\s+therapy|jurisprudence)(?:\s+degrees?)?|juris\s+doctor|\bD\.?V\.?M\b\.?|\bD\.?D\.?S\b\.?|\bPharm\.?D\b\.?"),
    ("doctoral", r"doctora(?:l\s+degrees?|tes?)|\bPh\.?\s?D\b\.?"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """A level as it is named: one of the model's `EDUCATION_LEVELS`, and where it stands."""

    level: str
    start: int
    end: int
    text: str

    @property
    def rank(self) -> int:
        """The level's place in the order from the lowest up."""
        return EDUCATION_LEVELS.index(self.level)


def levels(text: str, most: int = _MOST, language: str = "en") -> tuple[Level, ...]:
    """Return the levels that a text in a language names in order, but no more than `most`, of 12."""
    return _named(text, primary_language(language))[:most]


def level_of(text: str) -> str | None:
    """Return the one level that a text is or names in English, or None if none or several."""
    if text in EDUCATION_LEVELS:
        return text
    if text in _OFFICIAL:
        return _OFFICIAL[text]
    named = {found.level for found in levels(text)}
    return named.pop() if len(named) == 1 else None


@remembered(1024)
def _named(text: str, language: str) -> tuple[Level, ...]:
    found = _pattern(language).finditer(text)
    return tuple(
        Level(str(match.lastgroup).replace("_", "-"), match.start(), match.end(), match[0])
        for match in islice(found, _MOST)
    )


@functools.cache
def _pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of all levels, each a group; of no level in a language without words."""
    table = vocabulary("levels", language)
    forms = _FORMS if language == "en" else tuple((key, _whole(table[key])) for key in table)
    named = "|".join(f"(?P<{key.replace('-', '_')}>{form})" for key, form in forms)
    return re.compile(named or "(?!)", re.IGNORECASE)


def _whole(forms: Iterable[str]) -> str:
    return rf"(?<![\w-]){either(forms)}(?![\w-])"
