"""Reads headings that are questions, or begin like one, word by word: “How much they are paid”.

Each word must belong to the question, be a filler, or have a class in `knowledge/asked.toml`, except
for a few consecutive words that may be the occupation's name. The question and the class determine
the section.
"""

from __future__ import annotations

import functools
import re

from guidepub.importing.knowledge import knowledge
from guidepub.text.vocabulary import either

_LANGUAGES = ("en", "es", "fr", "de", "pt")
# The most words of an occupation's name.
_LONGEST_NAME = 3
_WORD = re.compile(r"[\w'’-]+")
_GAP = re.compile(r"[\s,–—:-]*")


@functools.lru_cache(maxsize=2048)
def asked_section(plain: str) -> str:
    """Return the section that a lower-case heading asks for, or ""."""
    found = {section for language in _LANGUAGES if (section := _asked(plain, language))}
    return found.pop() if len(found) == 1 else ""


def _asked(plain: str, language: str) -> str:
    asking, kinds = _forms(language)
    asked, at = _longest(plain, 0, asking)
    if not asked:
        return ""
    classes: set[str] = set()
    names: list[int] = []
    for number in range(len(plain)):
        gap = _GAP.match(plain, at)
        at = gap.end() if gap else at
        if at >= len(plain):
            break
        kind, end = _longest(plain, at, kinds)
        if not kind:
            word = _WORD.match(plain, at)
            if word is None or word[0].isdigit():
                return ""
            if (
                classes
                and classes != {"become"}
                and not _before_name(language).search(plain, 0, at)
            ):
                # “How to learn Latin” does not ask about the occupation.
                return ""
            names.append(number)
            end = word.end()
        elif kind != "small":
            classes.add(kind)
        at = end
    return _section(asked, classes, names)


def _section(asked: str, classes: set[str], names: list[int]) -> str:
    """Return the section for a question and the classes of its words, or "" if there are several."""
    leads = knowledge("asked")["leads"][asked]
    is_one_name = len(names) <= _LONGEST_NAME and (
        not names or names[-1] - names[0] == len(names) - 1
    )
    if not is_one_name or (not classes and names):
        return ""
    found = {leads.get(kind, "") for kind in classes or {"alone"}}
    return found.pop() if len(found) == 1 else ""


def _longest(
    plain: str, at: int, forms: tuple[tuple[str, re.Pattern[str]], ...]
) -> tuple[str, int]:
    """Return the kind and the end of the longest form at a position."""
    best, end = "", at
    for kind, form in forms:
        if (match := form.match(plain, at)) and match.end() > end:
            best, end = kind, match.end()
    return best, end


@functools.cache
def _forms(
    language: str,
) -> tuple[tuple[tuple[str, re.Pattern[str]], ...], tuple[tuple[str, re.Pattern[str]], ...]]:
    """Return the forms of questions in a language, and of the words that follow them."""
    table = knowledge("asked")[language]
    asking = tuple((kind, _form(words)) for kind, words in table["ask"].items())
    return asking, tuple(
        (kind, _form(words)) for kind, words in table.items() if kind not in ("ask", "before_name")
    )


@functools.cache
def _before_name(language: str) -> re.Pattern[str]:
    """Return the pattern of words that introduce a name after the question."""
    words = either(knowledge("asked")[language]["before_name"])
    return re.compile(rf"(?:^|\s){words}(?:(?<=['’])|\s+)(?:[\w'’-]+\s+){{0,2}}$", re.IGNORECASE)


def _form(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"{either(words)}(?:(?<=['’])|(?![\w]))", re.IGNORECASE)
