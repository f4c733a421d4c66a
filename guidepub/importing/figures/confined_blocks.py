"""Finds the blocks of a section whose figures are only for a part of the occupation."""

from __future__ import annotations

import functools
import re

from guidepub.importing.figures.confining import confining_words
from guidepub.importing.figures.label_words import label_of, names_nation
from guidepub.importing.headings.draft_sections import DraftSection
from guidepub.importing.headings.figure_headings import is_about_figures
from guidepub.importing.headings.known import known_section
from guidepub.importing.knowledge import knowledge
from guidepub.importing.originals.original import OriginalBlock
from guidepub.text.figures.quantities import all_figures
from guidepub.text.readings.reserves import disclaimer
from guidepub.text.vocabulary import either
from guidepub.words.languages import primary_language

_LONGEST, _LONGEST_NOTE, _LONGEST_LEAD = 400, 240, 60
_MOST_NAME_WORDS = 4
_MARKED = re.compile(r"\W{0,3}[(\[*†‡_]")
_DASH = re.compile(r"\s[–—-]\s|:\s")


def confined_blocks(part: DraftSection, own: frozenset[str], language: str) -> frozenset[int]:
    """Return the numbers of a section's blocks whose figures are not for the whole occupation.

    A heading or an introductory line above them, or a note next to them, says so.
    """
    found: set[int] = set()
    heads = [(0, _confining_heading(part.heading.text, own, language))] if part.heading else []
    if not any(words for _level, words in heads) and not _may_confine(part, own, language):
        return frozenset()
    group: list[int] = []
    above = ""
    for block in part.blocks:
        if block.kind == "heading":
            heads = [head for head in heads if head[0] < max(block.level, 1)]
            words = _confining_heading(block.text, own, language)
            if part.heading and known_section(part.heading.text):
                words = words or _confining_subheading(block.text, own, language)
            heads.append((block.level, words))
            group, above = [], ""
        elif block.kind == "paragraph" and _is_apart(block, language):
            if _is_note(block, language):
                words = _confining_note(block.text, own, language)
                found.update(group if words else ())
                above = above or (words if not group else "")
            elif _is_lead(block.text):
                group, above = [], _confining_lead(block.text, own, language)
            else:
                group, above = [], ""
        elif block.kind in ("paragraph", "list", "table", "chart"):
            group.append(block.number)
            if above or any(words for _level, words in heads):
                found.add(block.number)
    return frozenset(found)


def _may_confine(part: DraftSection, own: frozenset[str], language: str) -> bool:
    """Return quickly whether a section has a heading, note or introductory line; most have none."""
    return any(
        block.kind == "heading"
        or (block.kind == "paragraph" and _is_note(block, language))
        or (
            block.kind == "paragraph"
            and _is_lead(block.text)
            and _confining_lead(block.text, own, language)
        )
        for block in part.blocks
    )


def _confining_heading(text: str, own: frozenset[str], language: str) -> str:
    """Return the words in a heading that confine the figures below it, or "".

    The heading of a usual section confines nothing, except after a dash: “Wages – Apprentices”.
    """
    if not known_section(text):
        return confining_words(text, own, language, is_head=True)
    after = _DASH.split(text, maxsplit=1)[1:]
    return confining_words(text, own, language) or next(
        (confining_words(each, own, language, is_head=True) for each in after), ""
    )


def _confining_subheading(text: str, own: frozenset[str], language: str) -> str:
    """Return a short subheading that does not name figures, such as “Night shift”, or ""."""
    words = text.split()
    is_short = len(words) <= _MOST_NAME_WORDS and not re.search(r"[?!]", text)
    if not is_short or known_section(text):
        return ""
    is_of_figures = any(label_of(word, own, language) for word in words)
    return "" if is_of_figures or is_about_figures(text, language) else text


def _confining_note(text: str, own: frozenset[str], language: str) -> str:
    """Return the words in a note that assign figures to others: “Figures for pipe welders”."""
    if words := confining_words(text, own, language):
        return words
    found = None if names_nation(text, language) else _figures_for(language).search(text)
    return found[0] if found and label_of(found["whom"], own, language) is None else ""


def _confining_lead(text: str, own: frozenset[str], language: str) -> str:
    """Return the words in an introductory line that assign figures to others, or ""."""
    words = confining_words(text, own, language, is_head=True)
    is_sentence = len(text) > _LONGEST_LEAD and _beginning(language).match(text)
    return words and _confining_note(text, own, language) if is_sentence else words


def _is_lead(text: str) -> bool:
    """Return whether a paragraph introduces what is below it: it is short, and not a sentence."""
    return text.rstrip().endswith(":") or (
        len(text) <= _LONGEST_LEAD and not re.search(r"[.!?)\]]\W*$", text)
    )


def _is_note(block: OriginalBlock, language: str) -> bool:
    """Return whether a paragraph says what the figures next to it are for."""
    # “Wages (Ohio, 2025):” introduces what is below it.
    if len(block.text) > _LONGEST_NOTE or block.text.rstrip().endswith(":"):
        return False
    # Bold words are a heading.
    is_marked = _MARKED.match(block.markdown) and not block.markdown.startswith(("**", "__"))
    return bool(is_marked or _beginning(language).match(block.text))


def _is_apart(block: OriginalBlock, language: str) -> bool:
    """Return whether a paragraph states no figures; numbers of salaries in a note do not count."""
    is_remark = _is_note(block, language) and bool(disclaimer(block.text, language))
    return is_remark or not _has_figures(block.text, language)


def _has_figures(text: str, language: str) -> bool:
    return any(not figure.is_year for figure in all_figures(text[:_LONGEST], language))


@functools.cache
def _beginning(language: str) -> re.Pattern[str]:
    """Return the pattern of how notes begin in a language."""
    words = knowledge("notes").get(primary_language(language), {})
    note, figures = either(words.get("note", ())), either(words.get("figures", ()))
    return re.compile(rf"\W*(?:{note}(?!\w)|(?:[\w’']+\s+){{0,3}}{figures}(?!\w))", re.IGNORECASE)


@functools.cache
def _figures_for(language: str) -> re.Pattern[str]:
    """Return the pattern of statements such as “All data are for Ontario”."""
    words = knowledge("notes").get(primary_language(language), {})
    figures, before = either(words.get("figures", ())), either(words.get("for", ()))
    return re.compile(
        rf"{figures}\s+(?:\w+\s+){{0,2}}?{before}\s+(?P<whom>[^.;:()]{{3,60}})", re.IGNORECASE
    )
