"""Finds the section that a heading names, by the titles in `headings.toml` in all languages.

A title is recognised in its normal form, also before or after an occupation, and, with rapidfuzz,
if it differs by a letter or two.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

from guidepub.importing.knowledge import knowledge

_WORD = re.compile(r"[^\W_]+")
# The lowest similarity, of 100, of two forms of a title; shorter ones are similar to too many.
_ALIKE = 92
_SHORTEST = 8
# The most words of an occupation with its article.
_LONGEST_NAME = 6
JOINED = re.compile(r"\s(?:and|&|und|y|e|et)\s|,\s|/", re.I)
"""What separates the names of two sections in a heading."""

_PARTING = re.compile(r"\s*:\s+|\s+[–—|-]\s+")


@dataclass(frozen=True, slots=True)
class NamedSection:
    """The section that a heading names, and whether it also names a subject: “Salary of a Florist”."""

    id: str
    has_subject: bool


def section_named(plain: str) -> NamedSection | None:
    """Return the section that a lower-case heading names, or None.

    If there are two, as in “Salario y perspectivas”, it is the first.
    """
    plain = plain.replace("’", "'")
    if section := _titles().get(normal_form(plain)) or _asked(plain):
        return NamedSection(section, normal_form(plain) not in _titles())
    if section := _before_a_joint(plain):
        return NamedSection(section, True)
    parts = [part for part in _PARTING.split(plain) if part]
    found = {section for part in parts if (section := _titles().get(normal_form(part), ""))}
    if len(parts) == 2 and len(found) == 1:
        return NamedSection(found.pop(), True)
    joined = [_titles().get(normal_form(part), "") for part in JOINED.split(plain)]
    section = joined[0] or section_of_similar_title(normal_form(plain))
    return NamedSection(section, False) if section else None


@functools.lru_cache(maxsize=4096)
def normal_form(text: str) -> str:
    """Return the significant words of a title, in alphabetical order."""
    words = [bare_word(word) for word in _WORD.findall(text.casefold())]
    telling = [word for word in words if word not in _small_words()] or words
    return " ".join(sorted(telling))


def bare_word(word: str) -> str:
    """Return a word without accents and without the ending of most plurals."""
    bare = _bare(word)
    return bare[:-1] if len(bare) > 4 and bare.endswith("s") and not bare.endswith("ss") else bare


def _bare(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def _asked(plain: str) -> str:
    """Return the section of a title with a gap that a heading fills: “Was verdient ein Florist”."""
    if not _any_gap().fullmatch(plain):
        return ""
    return next((section for section, form in _gaps() if form.fullmatch(plain)), "")


def _before_a_joint(plain: str) -> str:
    """Return the section of a title that an occupation follows: “Perspectivas para floristas”."""
    for match in _joint().finditer(plain):
        after = plain[match.end() :]
        is_name = 0 < len(after.split()) <= _LONGEST_NAME and not re.search(r"\d", after)
        if is_name and (section := _titles().get(normal_form(plain[: match.start()]))):
            return section
    return ""


@functools.lru_cache(maxsize=4096)
def section_of_similar_title(form: str) -> str:
    """Return the section of the most similar title, or "" if there is none, or no rapidfuzz."""
    try:
        from rapidfuzz import fuzz, process
    except ImportError:
        return ""
    if len(form) < _SHORTEST:
        return ""
    found = process.extractOne(form, _titles().keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return _titles()[found[0]] if found else ""


@functools.cache
def _titles() -> dict[str, str]:
    """Return the section of each title without a gap, by its normal form."""
    return {normal_form(title): section for section, title in every_title() if "{x}" not in title}


@functools.cache
def _gaps() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each title with a gap, with its section; the more specific come first."""
    any_name = rf"\S+(?: \S+){{0,{_LONGEST_NAME - 1}}}"
    return tuple(
        (section, re.compile(re.escape(title.casefold()).replace(r"\{x\}", any_name)))
        for section, title in sorted(every_title(), key=lambda each: -len(each[1]))
        if "{x}" in title
    )


@functools.cache
def _any_gap() -> re.Pattern[str]:
    return re.compile("|".join(form.pattern for _, form in _gaps()))


def every_title(language: str = "") -> list[tuple[str, str]]:
    """Return each section's id with each of its titles, in one language or in all of them."""
    return [
        (row["id"], title)
        for row in knowledge("headings")["sections"]
        for spoken, titles in row.items()
        if isinstance(titles, list) and language in ("", spoken)
        for title in titles
    ]


@functools.cache
def _joint() -> re.Pattern[str]:
    words = "|".join(re.escape(joint) for joint in knowledge("headings")["joints"])
    return re.compile(rf"\s(?:{words})(?:(?<=')|\s)")


@functools.cache
def _small_words() -> frozenset[str]:
    return frozenset(_bare(word) for word in knowledge("headings")["small_words"])
