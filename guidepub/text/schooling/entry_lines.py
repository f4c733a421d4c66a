"""The typical level of education for entering an occupation, without a verb that requires it.

A text may call a level usual (“El grado es la puerta habitual”), or its part about education may begin
with just the level (“A high school diploma or GED.”). The words are in `vocabulary/entries.*.toml`.
"""

from __future__ import annotations

import functools
import re

from guidepub.text.naming.places import place_named
from guidepub.text.schooling.demands import Demand
from guidepub.text.schooling.levels import Level, levels
from guidepub.text.vocabulary import compiled, either, vocabulary
from guidepub.words.languages import primary_language

_LONGEST = 400
_NUMBER = r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+|[-–•*]\s+)?"
# A level in a line of facts: “$68,200 · about 18,600 jobs · certificate”.
_PARTED = re.compile(r"\s+[·•|]\s+")
_FEWEST_PARTS = 3
_CLAUSE = re.compile(r";|,?\s(?:but|though|although|aunque|pero|mais|mas|embora|aber|wobei)\s")
_BRACKETS = re.compile(r"\([^()]{1,80}\)")
# “The usual ticket to management” is not about entering the occupation.
_BEYOND = (
    r"(?!\s+(?:to|for|into)\s+(?!(?:the|this|most|entry|get|work|start)\b))"
    r"(?!\s+(?:para|pour|zur?|für)\s+(?!(?:entrar|ejercer|exercer|trabajar|trabalhar|entrer|el oficio|la profesión|le métier|a profissão|den Beruf)\b))"
)
_END = re.compile(r"\s*[.;!…]|\s*$")
# On its own, “high school” means the diploma; in a sentence, the school.
_SCHOOL = re.compile(
    r"high school(?=\s*(?:$|is\b|[.;]|or (?:a )?G\.?E\.?D|/ ?G\.?E\.?D))", re.IGNORECASE
)


def usual_level(sentence: str, language: str) -> Demand | None:
    """Return the level that a sentence calls the usual way in, or None."""
    sentence, spoken = _first_clause(sentence), primary_language(language)
    led, following, opening = _usual(spoken)
    for level in _named(sentence, language):
        before, behind = sentence[: level.start], sentence[level.end :]
        found = led.search(before) is not None and not _or_after(spoken).match(behind)
        if not found and opening.fullmatch(before):
            match = following.match(behind)
            found = match is not None and {level.level} >= {
                other.level for other in levels(match[0], 4, language)
            }
        if found:
            return None if _is_limited(sentence, level, language) else _demand(level)
    return None


def first_level(sentence: str, language: str) -> Demand | None:
    """Return the level that the first line about education consists of, or None.

    Besides the level, it may have only a subject, an equivalent and other requirements.
    """
    sentence, spoken = _first_clause(sentence), primary_language(language)
    named = _named(sentence, language)
    if len({level.level for level in named}) != 1:
        return None
    level = named[0]
    first, rest = _alone(spoken)
    before, behind = sentence[: level.start], sentence[level.end :]
    is_limited = _refused(spoken).search(f"{before} {behind}") or _verbs(spoken).search(behind)
    if is_limited or place_named(before) or first.fullmatch(before) is None:
        return None
    found = rest.match(sentence, level.end)
    return _demand(level) if found and _END.match(sentence, found.end()) else None


def listed_level(line: str, language: str) -> Demand | None:
    """Return the level that is one part of a line of facts, or None."""
    parts = _PARTED.split(line[:_LONGEST])
    if len(parts) < _FEWEST_PARTS or sum(any(map(str.isdigit, part)) for part in parts) < 2:
        return None
    found = [level for part in parts for level in levels(part, 2, language) if level.text == part]
    return _demand(found[0]) if len(found) == 1 else None


def _first_clause(sentence: str) -> str:
    """Return the first clause of a sentence, with brackets blanked out."""
    plain = _BRACKETS.sub(lambda found: " " * len(found[0]), sentence[:_LONGEST])
    return _CLAUSE.split(plain)[0]


def _demand(level: Level) -> Demand:
    return Demand(level.level, "", level.start, level.text)


def _named(sentence: str, language: str) -> list[Level]:
    """Return the levels in a clause, including a school that means its diploma."""
    named = list(levels(sentence, 4, language))
    found = _SCHOOL.search(sentence) if primary_language(language) == "en" else None
    if found:
        named.insert(0, Level("high-school", found.start(), found.end(), found[0]))
    return named


def _is_limited(sentence: str, level: Level, language: str) -> bool:
    """Return whether words around a level limit it to a place, to some people or to a later step."""
    around = f"{sentence[: level.start]} {sentence[level.end :]}"
    spoken = primary_language(language)
    is_either = _or(spoken).search(sentence[: level.start])
    return bool(is_either or _refused(spoken).search(around) or place_named(around))


@functools.cache
def _refused(spoken: str) -> re.Pattern[str]:
    refused = either(vocabulary("entries", spoken).get("refused", ()))
    return compiled(rf"(?<![\w’'-]){refused}(?![\w’'-])")


@functools.cache
def _verbs(spoken: str) -> re.Pattern[str]:
    """Return the pattern of verbs that make a line more than a level: “takes two years”."""
    verbs = either(vocabulary("entries", spoken).get("verbs", ()))
    return compiled(rf"(?<![\w’'-]){verbs}(?![\w’'-])")


@functools.cache
def _or_after(spoken: str) -> re.Pattern[str]:
    """Return the pattern of an alternative after a level, but not of an equivalent."""
    return compiled(rf"\s*(?:,\s*)?(?:{_ORS.get(spoken, 'or')}\s+(?!(?:\w+\s+)?equi|higher)|/)")


@functools.cache
def _or(spoken: str) -> re.Pattern[str]:
    """Return the pattern of an alternative before a level, “a certificate or an …”."""
    return compiled(rf"\w\s+{_ORS.get(spoken, 'or')}\s+(?:[\w’']{{1,5}}\s+)?$")


@functools.cache
def _usual(spoken: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns before a usual level, behind it, and at its beginning."""
    table = vocabulary("entries", spoken)
    before = compiled(rf"(?<!\w){either(table.get('before', ()))}(?:\s+{_article(spoken)})?\s*$")
    subject = r"(?:\s+\w[^.:;]{2,80}?)?\s{0,80}?"
    opening = either(table.get("opening", ()))
    behind = compiled(rf"{subject}{either(table.get('behind', ()))}(?!\w){_BEYOND}")
    return before, behind, compiled(rf"\W*(?:{opening}\s+)?(?:{_article(spoken)}\s+)?")


@functools.cache
def _alone(spoken: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what may stand before and behind a level that stands alone."""
    table = vocabulary("entries", spoken)
    first, rest = either(table.get("first", ())), either(table.get("rest", ()))
    return compiled(rf"{_NUMBER}(?:{first}(?!\w)[:?,]?\s*)*"), compiled(rf"(?:\s*{rest}(?!\w))*")


def _article(spoken: str) -> str:
    return either(_ARTICLES.get(spoken, ()))


# “O ensino” has an article in Portuguese, where “o” is “or” in Spanish.
_ORS = {"en": "or", "es": "[ou]", "fr": "ou", "de": "oder", "pt": "ou"}
_ARTICLES = {
    "en": ("an?", "the"),
    "es": ("una?", "el", "la"),
    "fr": ("une?", "le", "la", "l[’']"),
    "de": ("eine?", "einen", "das", "die", "der"),
    "pt": ("uma?", "o", "a"),
}
