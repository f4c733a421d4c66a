"""Levels of education in contrast to others: “not a degree, but a diploma”."""

from __future__ import annotations

import functools
import re

from guidepub.text.naming.places import place_named
from guidepub.text.schooling.demands import Demand
from guidepub.text.schooling.education_words import education_words
from guidepub.text.schooling.levels import levels
from guidepub.text.vocabulary import compiled, either, vocabulary
from guidepub.words.languages import primary_language

_LONGEST = 400
_CUT = re.compile(r"[;:,—–]\s+")
_ARTICLE = r"(?:\w{1,5}[’'\s]\s*)?"
_BUT = r"(?:(?:but|aber|pero|mais|mas|wohl|and|y|e|et|und)\s+)?(?:aber\s+)?"


def without_contrast(sentence: str, language: str) -> str:
    """Return a sentence without a phrase like “Instead of a degree, …” at its beginning."""
    leading = _leading(primary_language(language))
    return leading.sub("", sentence, count=1) if leading.match(sentence[:_LONGEST]) else sentence


def level_set_against(sentence: str, language: str) -> Demand | None:
    """Return the level that the last clause affirms, if a clause before it denies another one."""
    spoken = primary_language(language)
    denied, affirmed = _affirming(spoken)
    words = education_words(spoken)
    cuts = [*_CUT.finditer(sentence[:_LONGEST])]
    for cut in reversed(cuts):
        before, clause = sentence[: cut.start()], sentence[cut.end() : _LONGEST]
        named = levels(clause, 2, language)
        if len(named) != 1:
            continue
        level = named[0]
        around = f"{clause[: level.start]}\N{OBJECT REPLACEMENT CHARACTER}{clause[level.end :]}"
        is_of_schooling = words is not None and words.may_name(before) and not place_named(before)
        if is_of_schooling and affirmed.fullmatch(around.strip()) and denied.search(before):
            return Demand(level.level, "", cut.end() + level.start, level.text)
    return None


@functools.cache
def _leading(spoken: str) -> re.Pattern[str]:
    contrast = either(vocabulary("entries", spoken).get("contrast", ()))
    return compiled(rf"\W{{0,3}}{contrast}\s*")


@functools.cache
def _affirming(spoken: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of denials, and of a clause that only affirms a level."""
    table = vocabulary("entries", spoken)
    denied = compiled(rf"(?:(?<![\w’'])|(?=n[’']t)){either(table.get('denied', ()))}(?!\w)")
    before, behind = (either(table.get(f"affirmed_{side}", ())) for side in ("before", "behind"))
    level = "\N{OBJECT REPLACEMENT CHARACTER}"
    alone = rf"{_BUT}{before}\s+{_ARTICLE}{level}|{_BUT}{_ARTICLE}{level}\s+{behind}|{_BUT}{before}\s+{_ARTICLE}{level}\s+{behind}"
    return denied, compiled(rf"(?:{alone})\s*[.!…]?")
