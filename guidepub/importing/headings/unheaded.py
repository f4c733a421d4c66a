"""Divides a text without any headings into sections, by the words of its paragraphs.

Each section must be in one piece: a text that returns to an earlier one is not divided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from guidepub.findings import Finding, Place, Severity
from guidepub.importing.headings.draft_sections import DraftSection, titled_section
from guidepub.importing.headings.known import usual_title
from guidepub.importing.headings.part_weights import OURS
from guidepub.importing.headings.section_words import section_of_part
from guidepub.importing.originals.original import OriginalBlock
from guidepub.model import SectionRules

# The fewest words of a paragraph that is classified, and the fewest sections of a text.
_FEWEST_WORDS, _FEWEST = 12, 2
_FIRST = "overview"
# How many characters of a paragraph a finding shows.
_SHOWN = 40


def unheaded_sections(
    blocks: Sequence[OriginalBlock],
    rules: SectionRules,
    languages: tuple[str, str],
    path: str,
    findings: list[Finding],
) -> list[DraftSection]:
    """Return the sections of a text without headings, or a single one if its words show no others.

    `languages` are those of the guide and of the text. Decisions are added to `findings`.
    """
    language, spoken = languages
    groups: list[tuple[str, list[OriginalBlock]]] = [(_FIRST, [])]
    for block in blocks:
        found = _section_of(block, spoken)
        seen = [section for section, _ in groups]
        if found and found != seen[-1] and groups[-1][1]:
            if found in seen:
                return [_whole(blocks, rules, language)]
            groups.append((found, []))
        groups[-1][1].append(block)
    if len(groups) <= _FEWEST:
        return [_whole(blocks, rules, language)]
    first, *rest = groups
    parts = [_whole(first[1], rules, language)]
    for section, inner in rest:
        heading = replace(inner[0], kind="heading", text=usual_title(section, language))
        named = titled_section(DraftSection("", "", heading, tuple(inner)), rules, language)
        parts.append(replace(named, heading=None))
        findings.append(_finding(inner[0], named.title, path))
    return parts


def _section_of(block: OriginalBlock, spoken: str) -> str:
    """Return the section whose words a paragraph or a list has, or "" if it is not certain."""
    if block.kind not in ("paragraph", "list") or len(block.text.split()) < _FEWEST_WORDS:
        return ""
    section = section_of_part("", block.text, spoken)
    return section if section in OURS else ""


def _whole(blocks: Sequence[OriginalBlock], rules: SectionRules, language: str) -> DraftSection:
    return titled_section(DraftSection("", "", None, tuple(blocks)), rules, language)


def _finding(block: OriginalBlock, title: str, path: str) -> Finding:
    message = f"“{block.text[:_SHOWN]}…” was made the beginning of the section “{title}” because of its words."
    place = Place(path, block.line)
    return Finding(place, "I060", message, "Check whether it belongs there.", Severity.WARNING)
