"""Lines of a plain text that look as its headings do."""

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
from guidepub.importing.plain.heads import END, FEW_WORDS, ITEM
from guidepub.importing.plain.paging import Line

NUMBERED = re.compile(r"\s{0,3}\(?(?:(?P<number>\d{1,2})|[IVX]{1,4})[.)]\s{1,4}")
"""How a line begins with the number of its section."""

RULE = re.compile(r"\s*(?:[=\-_*~#¯]\s?){3,}\s*")
"""A line of signs alone, as one is underlined."""

LONGEST_HEADING = 90
"""In characters."""

# “Por Julieta Arancibia”, “With Marjorie Teague”: an author, and no heading.
_BY_LINE = re.compile(
    r"(?:By|With|Por|Par|Von|De|Text|Texto|Texte|Photos?|Fotos?|Interview)\s*:?\s(?:[A-ZÀ-ÖØ-Þ][\w.’'-]*\s?){1,4}$"
    r"|(?:[A-Z]\.\s?){1,2}[A-ZÀ-ÖØ-Þ][\w’'-]+$"
)
# “REV. 8/26  HOLLAND: CIE”: what labels say of a sheet.
_LABELS = re.compile(r":\s+\S.*:\s+\S")
# “Training: 4 weeks”, but not “Outlook: 2024” and “Part 2: 7 Steps to a License”.
_LABELLED_VALUE = re.compile(
    r":\s+(?!(?:19|20)\d\d$)[$€£~≈+−–-]{0,2}\s?\d[\d.,]*\s?\S{0,8}(?:\s\S{1,12}){0,2}$"
)
# In words, of a question that is the heading of its answer.
_LONGEST_QUESTION = 10
# In words, of any other heading.
_MOST_WORDS = 12


def heading_at(
    group: Sequence[Line], *, is_first: bool, is_numbered: bool, is_lone: bool, language: str
) -> tuple[int, OriginalBlock] | None:
    """Return the number of lines of a heading at the beginning of a group, and the heading, or None.

    It `is_first` of its text, `is_numbered` as its other headings are, or `is_lone` by its place. A
    line that states a figure is no heading, except the title that a text begins with.
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
    """Return whether a line without marks is a heading by its words: a section's title, or a title alone."""
    count = len(words.split())
    # A question that stands alone, or asks what a section tells, is the heading of its answer.
    is_asking = is_alone or bool(":" not in words and known_section(words))
    asks = is_asking and words.endswith("?") and count <= _LONGEST_QUESTION
    if count > _MOST_WORDS or ITEM.match(text) or (END.search(words) and not asks):
        return False
    is_title = is_alone and (asks or _is_titled(words) or _points(words))
    return is_title or bool(known_section(words))


def _points(words: str) -> bool:
    """Return whether a short line alone has words that point to a section: “Let’s talk salaries”."""
    is_short = len(words.split()) <= FEW_WORDS and words[:1].isupper()
    return is_short and not re.search(r"[\d$€£%:]", words) and points_to_section(words)


def _without_number(text: str, is_numbered: bool) -> str:
    """Return a line that stands alone without the number of the section whose heading it is."""
    found = NUMBERED.match(text)
    rest = text[found.end() :] if found else ""
    return rest if rest and (is_numbered or rest.isupper() or known_section(spaced(rest))) else text


def _is_titled(words: str) -> bool:
    """Return whether words are written as a title is: in capitals, or with a colon at the end."""
    if (_BY_LINE.match(words) and not words.isupper()) or _LABELS.search(words):
        return False
    if _LABELLED_VALUE.search(words):
        return False
    long = re.findall(r"[^\W\d_]{4,}", words)
    large = sum(word[0].isupper() for word in long)
    return bool(long) and (words.isupper() or large >= 0.6 * len(long) or words.endswith(":"))
