"""Finds the section of a text by its words, and those of a heading that is not a known title."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from guidepub.importing.headings.part_weights import OURS, part_weights
from guidepub.importing.knowledge import knowledge
from guidepub.words.languages import primary_language

# The fewest words of a section in a text, and how many more than of any other section.
_FEWEST, _MORE = 2, 2
# How many words of the text count as much as one of the heading.
_OF_HEADING = 3
_WEAKEST = "overview"
_READ = 2000
# The fewest words of a text that is classified by weights. A heading alone (“By state”) is not
# enough to move a part out of its section.
_LEAST_TEXT = 3


def section_of_part(heading: str, text: str, language: str) -> str:
    """Return the section of a part whose heading is not a known title, or "" if it is not certain.

    It is one of `OURS`, or another, such as `skills`, for a part that keeps its own heading.
    """
    table = part_weights()
    text = text if len(text.split()) >= _LEAST_TEXT else ""
    section, sureness = table.judged(heading, text)
    if section not in OURS:
        return section if sureness >= table.least_apart else ""
    if section_by_words(text, language, heading) == section:
        return section if sureness >= table.least_agreed else ""
    is_sure = sureness >= table.least and not table.is_divided(heading, text, section)
    return section if text and is_sure else ""


def section_by_words(text: str, language: str, heading: str = "") -> str:
    """Return the id of the section whose words a text has, or "" if that is not clear.

    A word in the heading counts more.
    """
    spoken = primary_language(language)
    counted = dict(_counted(text[:_READ], spoken))
    pointed = _pointed_to(heading, spoken)
    if pointed != _WEAKEST and pointed:
        counted[pointed] = counted.get(pointed, 0) + _OF_HEADING
    elif pointed and max(counted.values(), default=0) < _FEWEST:
        counted[pointed] = _OF_HEADING
    best = max(counted, key=lambda section: counted[section], default="")
    others = [count for section, count in counted.items() if section != best]
    is_clear = best and counted[best] >= max(_FEWEST, _MORE + max(others, default=0))
    return best if is_clear else ""


def sections_with_words() -> tuple[str, ...]:
    """Return the ids of the sections that can be recognised by words of their text."""
    return tuple(knowledge("section_words"))


def has_too_few_words(text: str, language: str) -> bool:
    """Return whether a text has too few words of any section to recognise one."""
    counted = _counted(text[:_READ], primary_language(language))
    return max(counted.values(), default=0) < _FEWEST


@functools.lru_cache(maxsize=256)
def _counted(text: str, language: str) -> Mapping[str, int]:
    """Return how many words of each section a text has."""
    return {
        section: sum(word.search(text) is not None for word in words)
        for section, words in _words("section_words", language).items()
    }


def points_to_section(heading: str) -> bool:
    """Return whether the words of a heading point to one section in any of the languages."""
    languages = {language for forms in knowledge("heading_words").values() for language in forms}
    return any(_pointed_to(heading, language) for language in sorted(languages))


def _pointed_to(heading: str, language: str) -> str:
    """Return the one section that the words of a heading point to, or an empty string."""
    found = [
        section
        for section, words in _words("heading_words", language).items()
        if any(word.search(heading) for word in words)
    ]
    strong = [section for section in found if section != _WEAKEST] or found
    return strong[0] if len(strong) == 1 else ""


@functools.lru_cache(maxsize=32)
def _words(table: str, language: str) -> dict[str, tuple[re.Pattern[str], ...]]:
    return {
        section: tuple(
            re.compile(form if form.startswith("[") else rf"\b{form}", re.IGNORECASE)
            for form in forms[language]
        )
        for section, forms in knowledge(table).items()
        if language in forms
    }
