"""Finds titles of sections within longer headings: “What is the job market for welders like?”.

Such a heading consists of a title, filler words (`knowledge/framed.toml`), and one name. Any other
word may be the topic of the text below, and then the heading does not name a section.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from guidepub.importing.headings.section_titles import bare_word, every_title
from guidepub.importing.knowledge import knowledge
from guidepub.text.naming.occupations import looks_like_one

# The most words of a heading, and of a name with fillers inside it.
_LONGEST, _LONGEST_NAME = 18, 5
_TOKEN = re.compile(r"[^\W_]+|[:–—?!,]| - ")
_POSSESSIVE = re.compile(r"['’]s\b")
_BREAKS = frozenset({":", "–", "—", "?", "!", " - "})
_JOINTS = frozenset({"and", "y", "e", "et", "und", ","})
# If a heading names two sections, it means the other one.
_WEAKEST = "overview"


@dataclass(frozen=True, slots=True)
class _Words:
    """A language's filler words around titles, and its titles with their sections."""

    ask: frozenset[str]
    small: frozenset[str]
    beside: frozenset[str]
    asked: frozenset[str]
    titles: dict[tuple[str, ...], str]
    firsts: frozenset[str]
    longest: int
    language: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A part of a heading: a `title` with its section, a `small` word, a `name`'s word, a `break`.

    A word that is `beside` is a filler that precedes a place or a time, and not a name.
    """

    kind: str
    words: str
    section: str = ""


@functools.lru_cache(maxsize=4096)
def framed_section(plain: str) -> str:
    """Return the section that a lower-case heading names among other words, or ""."""
    tokens = _TOKEN.findall(_POSSESSIVE.sub("", plain))
    if not 1 < len(tokens) <= _LONGEST:
        return ""
    bare = [bare_word(token) for token in tokens]
    # Quick test: most lines do not have the first word of any title.
    likely = (words for words in _languages() if not words.firsts.isdisjoint(bare))
    found = {section for words in likely if (section := _section_in_language(tokens, bare, words))}
    return found.pop() if len(found) == 1 else ""


def _section_in_language(tokens: Sequence[str], bare: Sequence[str], words: _Words) -> str:
    """Return the section that a heading names in one language, or ""."""
    parts = _parts(tokens, bare, words)
    grouped = groupby(parts, lambda part: part.kind == "break")
    clauses = [list(clause) for is_break, clause in grouped if not is_break]
    named = [clause for clause in clauses if any(part.kind == "name" for part in clause)]
    if len(named) > 1 or any(part.words.isdigit() for part in parts):
        return ""
    # “Nach der Prüfung zum …” begins a sentence, “In which places …” asks.
    is_begun = parts[0].kind == "beside" and bare_word(parts[1].words) not in words.ask
    if is_begun or (named and not _holds_one_name(named[0], words.language)):
        return ""
    titled = dict.fromkeys(part.section for part in parts if part.kind == "title")
    if named and _is_title_of_guide(parts, named[0]):
        return ""
    sections = [section for section in titled if section != _WEAKEST] or list(titled)
    is_pair = len(sections) == 2 and not _JOINTS.isdisjoint(tokens)
    return sections[0] if len(sections) == 1 or is_pair else ""


def _is_title_of_guide(parts: Sequence[_Phrase], named: Sequence[_Phrase]) -> bool:
    """Return whether a heading is a name with several topics: “Welder: Pay and Outlook”."""
    titles = [part.section for part in parts if part.kind == "title"]
    joints = sum(part.kind == "small" and part.words in _JOINTS for part in parts)
    is_label = all(part.kind != "title" for part in named)
    return is_label and (len(set(titles)) > 1 or len(titles) <= joints)


def _parts(tokens: Sequence[str], bare: Sequence[str], words: _Words) -> list[_Phrase]:
    parts: list[_Phrase] = []
    at, asks, is_first = 0, False, True
    while at < len(bare):
        word, length = bare[at], 1
        is_next = not parts or parts[-1].kind == "break"
        # “In which places …” asks the same as “which places …”.
        is_first = is_next or (is_first and parts[-1].kind in ("small", "beside"))
        # A colon may be followed by “what to expect” or “das können Sie erwarten”.
        asks = asks or (bool(parts) and is_next) or (is_first and word in words.ask)
        is_small = word in words.small or (asks and word in words.ask) or word == ","
        lengths = range(min(words.longest, len(bare) - at), 0, -1)
        length = next((n for n in lengths if tuple(bare[at : at + n]) in words.titles), 0)
        if tokens[at] in _BREAKS:
            parts.append(_Phrase("break", tokens[at]))
        elif length:
            section = words.titles[tuple(bare[at : at + length])]
            parts.append(_Phrase("title", " ".join(tokens[at : at + length]), section))
        elif is_small or (asks and word in words.asked):
            parts.append(_Phrase("small", tokens[at]))
        else:
            is_beside = word in words.beside
            parts.append(_Phrase("beside" if is_beside else "name", tokens[at]))
        at += max(length, 1)
    return parts


def _holds_one_name(clause: Sequence[_Phrase], language: str) -> bool:
    """Return whether the other words of a clause are where a name can be.

    A name follows a small word, “the salary of a welder”, or is alone before a colon or a dash. In
    English it can also be right before a title, “welder salary”.
    """
    kinds = [part.kind for part in clause]
    first = kinds.index("name")
    last = len(kinds) - 1 - kinds[::-1].index("name")
    within, before, after = kinds[first : last + 1], kinds[:first], kinds[last + 1 :]
    if "title" in within or len(within) > _LONGEST_NAME:
        return False
    if "title" not in kinds:
        return True
    name = " ".join(part.words for part in clause[first : last + 1])
    led_by = next((kind for kind in reversed(before) if kind != "small"), "")
    is_led = before[-1:] == ["small"] and led_by != "beside"
    if not (is_led if before else looks_like_one(name)):
        return False
    is_compound = language in ("en", "de") and after[:1] == ["title"]
    return (is_compound and not {"title", "beside"} & {*before}) or "title" not in after


@functools.cache
def _languages() -> tuple[_Words, ...]:
    return tuple(_words(language) for language in knowledge("framed"))


def _words(language: str) -> _Words:
    around = knowledge("framed")[language]
    ask, small, beside, asked = (
        frozenset(around[kind].split()) for kind in ("ask", "small", "beside", "asked")
    )
    articles = {bare_word(word) for word in knowledge("headings")["small_words"]}
    titles: dict[tuple[str, ...], str] = {}
    for section, title in every_title(language):
        words = tuple(bare_word(word) for word in _TOKEN.findall(title.casefold()))
        while words and words[0] in articles and (len(words) > 2 or section != _WEAKEST):
            words = words[1:]
        is_telling = not (ask | small | beside | asked).issuperset(words)
        if is_telling and "{x}" not in title and title not in knowledge("headings")["weak"]:
            titles.setdefault(words, section)
    longest = max(map(len, titles))
    firsts = frozenset(title[0] for title in titles)
    return _Words(ask, small, beside, asked, titles, firsts, longest, language)
