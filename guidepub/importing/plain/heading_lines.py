"""Recognises lines of a plain text that look like headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guidepub.importing.headings.known import known_section
from guidepub.importing.headings.section_words import points_to_section
from guidepub.importing.originals.citations import BARE
from guidepub.importing.originals.escaping import escaped, spaced
from guidepub.importing.originals.original import OriginalBlock
from guidepub.importing.originals.residues import TOKEN
from guidepub.importing.originals.stated_figures import states_figure
from guidepub.importing.plain.headings_by_position import END, FEW_WORDS, ITEM
from guidepub.importing.plain.page_furniture import Line

NUMBERED = re.compile(r"\s{0,3}\(?(?:(?P<number>\d{1,2})|[IVX]{1,4})[.)]\s{1,4}")
"""The number of a section at the beginning of a line."""

RULE = re.compile(r"\s*(?:[=\-_*~#¯]\s?){3,}\s*")
"""A line of punctuation that underlines the line above."""

LONGEST_HEADING = 90
"""The most characters of a heading."""

# “Por Julieta Arancibia”, “With Marjorie Teague”: an author, not a heading.
_BY_LINE = re.compile(
    r"(?:By|With|Por|Par|Von|De|Text|Texto|Texte|Photos?|Fotos?|Interview)\s*:?\s(?:[A-ZÀ-ÖØ-Þ][\w.’'-]*\s?){1,4}$"
    r"|(?:[A-Z]\.\s?){1,2}[A-ZÀ-ÖØ-Þ][\w’'-]+$"
)
# “REV. 8/26  HOLLAND: CIE”: labels about a sheet of paper.
_LABELS = re.compile(r":\s+\S.*:\s+\S")
# “Training: 4 weeks”, but not “Outlook: 2024” and “Part 2: 7 Steps to a License”.
_LABELLED_VALUE = re.compile(
    r":\s+(?!(?:19|20)\d\d$)[$€£~≈+−–-]{0,2}\s?\d[\d.,]*\s?\S{0,8}(?:\s\S{1,12}){0,2}$"
)
# The most words of a question that is a heading.
_LONGEST_QUESTION = 10
# The most words of any other heading.
_MOST_WORDS = 12


def heading_at(
    group: Sequence[Line], *, is_first: bool, is_numbered: bool, is_lone: bool, language: str
) -> tuple[int, OriginalBlock] | None:
    """Return the number of lines of a heading at the beginning of a group, and the heading, or None.

    The group `is_first` in its text, its first line `is_numbered` like other headings, or `is_lone`
    by its position. A line that states a figure is not a heading, unless it is the text's title.
    """
    number, text = group[0]
    text = _without_number(text, is_numbered) if len(group) == 1 else text
    words = spaced(text.strip().strip("#*=_").strip())
    if not words or len(words) > LONGEST_HEADING or TOKEN.search(text) or BARE.search(text):
        return None
    is_underlined = len(group) > 1 and RULE.fullmatch(group[1][1]) is not None
    marked = re.match(r"\s*(#{1,6})\s", text)
    is_placed = is_underlined or marked or is_numbered or is_lone
    if not is_placed and not _looks_like_heading(text, words, is_alone=len(group) == 1):
        return None
    if not (is_first or is_underlined or marked) and states_figure(words, language):
        return None
    level = len(marked[1]) + 1 if marked else 2
    is_known = bool(known_section(words))
    if is_first and not is_known:
        level = 1
    elif not (is_known or is_placed):
        level = 3
    title = words.rstrip(":")
    block = OriginalBlock("heading", title, escaped(title), number, level=level)
    return 1 + is_underlined, block


def _looks_like_heading(text: str, words: str, *, is_alone: bool) -> bool:
    """Return whether an unmarked line is a heading by its words, such as a section's title."""
    count = len(words.split())
    # A question by itself, or one that a section answers, is the heading of its answer.
    is_asking = is_alone or bool(":" not in words and known_section(words))
    asks = is_asking and words.endswith("?") and count <= _LONGEST_QUESTION
    if count > _MOST_WORDS or ITEM.match(text) or (END.search(words) and not asks):
        return False
    is_title = is_alone and (asks or _is_titled(words) or _points(words))
    return is_title or bool(known_section(words))


def _points(words: str) -> bool:
    """Return whether a short line by itself points to a section: “Let’s talk salaries”."""
    is_short = len(words.split()) <= FEW_WORDS and words[:1].isupper()
    return is_short and not re.search(r"[\d$€£%:]", words) and points_to_section(words)


def _without_number(text: str, is_numbered: bool) -> str:
    """Return a heading without the number of its section."""
    found = NUMBERED.match(text)
    rest = text[found.end() :] if found else ""
    return rest if rest and (is_numbered or rest.isupper() or known_section(spaced(rest))) else text


def _is_titled(words: str) -> bool:
    """Return whether words are written like a title: in capitals, or with a colon at the end."""
    if (_BY_LINE.match(words) and not words.isupper()) or _LABELS.search(words):
        return False
    if _LABELLED_VALUE.search(words):
        return False
    long = re.findall(r"[^\W\d_]{4,}", words)
    large = sum(word[0].isupper() for word in long)
    return bool(long) and (words.isupper() or large >= 0.6 * len(long) or words.endswith(":"))
