"""Divides a document that has several guides, one after another, each below its name.

They are recognised only by headings: those of one level name occupations, and each has sections of a
guide below it, some of the same kinds. Any other document is not divided.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from guidepub.findings import Finding, Place, Severity
from guidepub.importing.headings.known import guide_title, is_similar_careers_heading, known_section
from guidepub.importing.headings.title_names import (
    are_same_name,
    folded,
    is_more_specific,
    is_possible,
    pattern_of,
)
from guidepub.importing.originals.lost_words import lost_words
from guidepub.importing.originals.original import BlockPlacement, Original, OriginalBlock

_FEWEST, _MOST = 2, 60
# The fewest sections below each name, and the most words above the first name.
_FEWEST_SECTIONS, _LONGEST_INTRODUCTION = 2, 80
_LONGEST_NAME = 7
# How many characters of a guide are searched for its name.
_READ = 3000
_NUMBER = re.compile(
    r"^(?:(?:chapter|part|kapitel|chapitre|capítulo) )?(?:\d{1,3}|[IVXLC]{1,7})[.):]?\s+", re.I
)
_CALL = re.compile(r"\[\^([\w-]{1,20})\]")


@dataclass(frozen=True, slots=True)
class GuideWithin:
    """One of several guides in a document: its title, and its blocks below the heading."""

    title: str
    heading: OriginalBlock
    blocks: tuple[OriginalBlock, ...]


def guides_within(original: Original) -> tuple[GuideWithin, ...]:
    """Return the guides in a document, or () if it is a single text."""
    blocks = original.blocks
    levels = sorted({block.level for block in blocks if block.kind == "heading"})
    every = (
        [n for n, b in enumerate(blocks) if b.kind == "heading" and b.level == level]
        for level in levels
    )
    of_one_level = next((starts for starts in every if len(starts) >= _FEWEST), [])
    for starts in (of_one_level, _above_sections(blocks)):
        if guides := _guides(original, starts):
            return guides
    return ()


def _above_sections(blocks: Sequence[OriginalBlock]) -> list[int]:
    """Return the positions of headings that name no section, directly above one that does.

    In a plain text, the names of guides look the same as the headings of their sections.
    """
    return [
        number
        for number, (block, below) in enumerate(pairwise(blocks))
        if block.kind == below.kind == "heading"
        and known_section(below.text)
        and not known_section(block.text)
    ]


def _guides(original: Original, starts: Sequence[int]) -> tuple[GuideWithin, ...]:
    """Return the guides with headings at `starts`, or () if they are not guides."""
    blocks = original.blocks
    if not _FEWEST <= len(starts) <= _MOST or not _is_introduction(blocks[: starts[0]]):
        return ()
    parts = [_guide(blocks[start:end]) for start, end in pairwise([*starts, len(blocks)])]
    guides = _without_last_words(parts)
    # Few documents pass the first test, and the others are expensive.
    if not _are_guides(guides) or _are_kinds(blocks[: starts[0]], guides):
        return ()
    return () if _has_more(original) else tuple(guides)


def guide_original(original: Original, guides: Sequence[GuideWithin], number: int) -> Original:
    """Return one of the guides in a document, counted from 0, as an original.

    What was left out of the document is reported with the first guide.
    """
    guide = guides[number]
    about = {k: v for k, v in original.about.items() if k not in ("title", "description", "slug")}
    blocks = (guide.heading, *guide.blocks)
    is_first = number == 0
    return replace(
        original,
        blocks=blocks,
        shown=" \n".join(block.words for block in blocks),
        title=guide.title,
        called=(),
        about=about,
        notes=_notes_of(blocks, original, with_uncalled=is_first),
        asides=original.asides if is_first else (),
        findings=original.findings if is_first else (),
        line=guide.heading.line,
    )


def _notes_of(
    blocks: Sequence[OriginalBlock], original: Original, *, with_uncalled: bool
) -> dict[str, str]:
    """Return the notes that some blocks call, optionally with those that no block calls."""
    called = _called(blocks)
    others = _called(original.blocks) - called
    return {
        label: note
        for label, note in original.notes.items()
        if label in called or (with_uncalled and label not in others)
    }


def _called(blocks: Sequence[OriginalBlock]) -> set[str]:
    cells = (c for b in blocks if b.grid for row in b.grid.cells for c in row)
    return {
        label for words in (*(b.markdown for b in blocks), *cells) for label in _CALL.findall(words)
    }


def finding_on_other_text(
    original: Original, guides: Sequence[GuideWithin], path: str
) -> tuple[Finding, ...]:
    """Return a finding on text above or below the guides in a document, if there is any."""
    first = original.blocks.index(guides[0].heading)
    last = original.blocks.index(guides[-1].heading) + 1 + len(guides[-1].blocks)
    others = (*original.blocks[:first], *original.blocks[last:])
    words = " ".join(block.words for block in others).strip()
    if not words:
        return ()
    message = f"The document has {len(guides)} guides; the text above or below them belongs to none: “{words}”."
    remedy = "Copy the parts that belong to a guide."
    place = Place(path, others[0].line)
    return (Finding(place, "I018", message, remedy, Severity.WARNING),)


def _guide(blocks: Sequence[OriginalBlock]) -> GuideWithin:
    heading, *inner = blocks
    title = guide_title(_NUMBER.sub("", heading.text))
    return GuideWithin(title, heading, tuple(inner))


def _without_last_words(parts: Sequence[GuideWithin]) -> list[GuideWithin]:
    """Return the parts of a document without short ones after the guides: “Summary”, “Sources”."""
    guides = list(parts)
    while len(guides) > _FEWEST and len(_sections(guides[-1])) < _FEWEST_SECTIONS:
        words = sum(len(block.words.split()) for block in guides[-1].blocks)
        if words > _LONGEST_INTRODUCTION:
            break
        guides.pop()
    return guides


def _are_kinds(above: Sequence[OriginalBlock], guides: Sequence[GuideWithin]) -> bool:
    """Return whether guides are about kinds of an occupation named above, or similar occupations.

    “School Nurse” below “Nurse” is part of a guide to nurses.
    """
    return any(
        is_similar_careers_heading(block.text)
        or any(is_more_specific(guide.title, block.text) for guide in guides)
        for block in above
    )


def _are_guides(guides: Sequence[GuideWithin]) -> bool:
    """Return whether all are guides: each has a name and sections, and some have the same ones."""
    sections = [_sections(guide) for guide in guides]
    are_full = all(len(each) >= _FEWEST_SECTIONS for each in sections)
    titles = [guide.title for guide in guides]
    return (
        are_full
        and all(map(_names_its_text, guides))
        and not any(are_same_name(one, other) for one, other in pairwise(titles))
        and any(
            len(one & other) >= _FEWEST_SECTIONS for one, other in combinations(sections[:20], 2)
        )
    )


def _sections(guide: GuideWithin) -> frozenset[str]:
    heads = (block for block in guide.blocks if block.kind == "heading")
    return frozenset(known_section(head.text) for head in heads) - {""}


def _names_its_text(guide: GuideWithin) -> bool:
    """Return whether a guide's heading is a name that its text also has."""
    if known_section(guide.title) or not is_possible(guide.title, _LONGEST_NAME):
        return False
    words = " ".join(block.text for block in guide.blocks if block.kind != "heading")[:_READ]
    return pattern_of(guide.title).search(folded(words)) is not None


def _is_introduction(blocks: Sequence[OriginalBlock]) -> bool:
    """Return whether blocks are a title and a few words, and not a section of a guide."""
    words = sum(len(block.words.split()) for block in blocks)
    # “Trades of the Valley” directly above the first name is not a section.
    heads = [one for one, below in pairwise(blocks) if one.kind == "heading" != below.kind]
    return words <= _LONGEST_INTRODUCTION and not any(known_section(head.text) for head in heads)


def _has_more(original: Original) -> bool:
    """Return whether a document shows words that are neither in its blocks nor left out."""
    kept = [block.words for block in original.blocks]
    kept += [*original.notes.values(), *(aside.text for aside in original.asides)]
    placed = [BlockPlacement(0, 0, words, "furniture") for words in kept]
    return bool(lost_words(original.shown, placed, "", ""))
