"""The section of a text by its words and those of its heading, where that is no known title."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from guidepub.importing.headings.part_weights import OURS, part_weights
from guidepub.importing.knowledge import knowledge
from guidepub.words.languages import primary_language

# Words of its own that a section has at least, and how many more than any other.
_FEWEST, _MORE = 2, 2
# As many words of the text as one of the heading stands for.
_OF_HEADING = 3
_WEAKEST = "overview"
_READ = 2000
# In words: less text than that says nothing by weights, and a heading alone (“By state”) is not
# enough to move it out of the section where it stands.
_LEAST_TEXT = 3


def section_of_part(heading: str, text: str, language: str) -> str:
    """Return the section that a part is of whose heading is no known title, or "" where that is unsure.

    It is one of `OURS`, or another word for what keeps its own heading, such as `skills`.
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
    """Return the id of the section whose words a text has, or "" where that is not clear.

    A word of the text's heading weighs more.
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
    """Return the ids of the sections that are known by words of their text."""
    return tuple(knowledge("section_words"))


def has_none(text: str, language: str) -> bool:
    """Return whether a text has fewer words of any section than tell one."""
    counted = _counted(text[:_READ], primary_language(language))
    return max(counted.values(), default=0) < _FEWEST


@functools.lru_cache(maxsize=256)
def _counted(text: str, language: str) -> Mapping[str, int]:
    """Return the number of words of each section in a text."""
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
