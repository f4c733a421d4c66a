"""Recognises sections by the words of their text if their headings do not name them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from guidepub.findings import Finding, Place, Severity
from guidepub.importing.headings.draft_sections import BELOW_TITLE, DraftSection, titled_section
from guidepub.importing.headings.known import (
    is_similar_careers_heading,
    known_section,
    names_its_subject,
    usual_title,
)
from guidepub.importing.headings.part_weights import OURS
from guidepub.importing.headings.section_words import (
    has_too_few_words,
    section_of_part,
    sections_with_words,
)
from guidepub.model import SectionRules
from guidepub.text.naming.occupations import looks_like_one
from guidepub.words.languages import primary_language

# Parts that keep their own heading within another section.
_APART = frozenset({"skills", "similar", "resources", "advancement"})
# The section at the beginning of a guide, and how many other sections the guide must have.
_FIRST, _FEWEST_OTHERS = "overview", 2
_LEARNED = "education"
# How many characters of a text are read to tell which section it belongs to.
_READ = 2000


def with_sections_by_words(
    parts: Sequence[DraftSection],
    rules: SectionRules,
    languages: tuple[str, str],
    path: str,
    findings: list[Finding],
) -> list[DraftSection]:
    """Return sections, with text under headings that name none moved to the one whose words it has.

    `languages` are those of the guide and of the text. Each move is added to `findings`.
    """
    language, spoken = languages
    result: list[DraftSection] = []
    for part in parts:
        # Text below the names of other occupations is about these.
        if part.kind != "section" or (
            part.heading and is_similar_careers_heading(part.heading.text)
        ):
            result.append(part)
            continue
        own = len(result)
        for number, piece in enumerate(_pieces(part)):
            section = _section_of(piece, rules, spoken)
            if section in OURS and section != part.id:
                result.append(_moved(piece, usual_title(section, language), rules, language))
                findings.append(_moved_finding(piece, result[-1].title, path))
            elif number and section in _APART:
                result.append(titled_section(piece, rules, language))
            elif number:
                result[own] = _with(result[own], piece)
            else:
                result.append(piece)
    return _with_first(result, rules, languages, path, findings)


def _section_of(piece: DraftSection, rules: SectionRules, language: str) -> str:
    """Return the section of a piece whose heading names none, or "" if it is not certain."""
    if piece.heading is None or not _is_unknown(piece, rules, language):
        return ""
    if is_similar_careers_heading(piece.heading.text):
        return "similar"
    text = "\n".join(block.text for block in piece.blocks)[:_READ]
    return section_of_part(piece.heading.text, text, language)


def _with_first(
    parts: Sequence[DraftSection],
    rules: SectionRules,
    languages: tuple[str, str],
    path: str,
    findings: list[Finding],
) -> list[DraftSection]:
    """Return sections, with the first as the overview if its heading and its words name none.

    A text with two other sections of a guide usually begins with what people in the occupation do,
    whatever its heading is.
    """
    language, spoken = languages
    filled = [part for part in parts if part.blocks]
    is_guide = len({part.id for part in filled} & set(sections_with_words())) >= _FEWEST_OTHERS
    if not is_guide or any(part.id == _FIRST for part in filled):
        return list(parts)
    first = filled[0]
    words = " ".join(block.text for block in first.blocks)
    # “How to Become a Welder” may be the title of the text if another section is on training.
    is_title = first.id == _LEARNED and sum(part.id == _LEARNED for part in filled) > 1
    is_title = is_title and first.heading is not None and names_its_subject(first.heading.text)
    is_open = _is_unknown(first, rules, spoken) or is_title
    if not is_open or not has_too_few_words(words, spoken):
        return list(parts)
    moved = _moved(first, usual_title(_FIRST, language), rules, language)
    findings.append(_moved_finding(first, moved.title, path))
    return [moved if part is first else part for part in parts]


def _moved(piece: DraftSection, usual: str, rules: SectionRules, language: str) -> DraftSection:
    """Return a piece as a section with a usual title, with its own heading below."""
    assert piece.heading is not None
    named = titled_section(
        replace(piece, heading=replace(piece.heading, text=usual)), rules, language
    )
    heading = replace(piece.heading, level=BELOW_TITLE)
    return replace(named, heading=None, blocks=(heading, *piece.blocks))


def _moved_finding(piece: DraftSection, title: str, path: str) -> Finding:
    assert piece.heading is not None
    message = f"“{piece.heading.text}” was moved to the section “{title}” because of its words."
    place = Place(path, piece.heading.line)
    return Finding(place, "I060", message, "Check whether it belongs there.", Severity.WARNING)


def _is_unknown(part: DraftSection, rules: SectionRules, language: str) -> bool:
    """Return whether a section's heading names neither a section of the catalogue nor one of ours."""
    if part.heading is None or part.id in rules.titles:
        return False
    if primary_language(language) == "en" and looks_like_one(part.heading.text):
        return False
    return not known_section(part.heading.text)


def _pieces(part: DraftSection) -> list[DraftSection]:
    """Split a section at those headings directly below its own that do not name a section.

    The pieces after the first have no id yet.
    """
    cuts = [
        n
        for n, block in enumerate(part.blocks)
        if block.kind == "heading" and block.level == BELOW_TITLE and not known_section(block.text)
    ]
    if not cuts:
        return [part]
    ends = [*cuts[1:], len(part.blocks)]
    pieces = [
        DraftSection("", "", part.blocks[start], part.blocks[start + 1 : end])
        for start, end in zip(cuts, ends, strict=True)
    ]
    return [replace(part, blocks=part.blocks[: cuts[0]]), *pieces]


def _with(part: DraftSection, piece: DraftSection) -> DraftSection:
    """Return a section with one of its pieces added back."""
    assert piece.heading is not None
    return replace(part, blocks=(*part.blocks, piece.heading, *piece.blocks))
