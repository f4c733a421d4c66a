"""Recognises texts about several occupations, each below a heading with its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from guidepub.importing.headings.draft_sections import DraftSection
from guidepub.importing.headings.known import is_similar_careers_heading, known_section
from guidepub.importing.headings.title_names import are_same_name, folded, is_possible, pattern_of
from guidepub.importing.originals.original import OriginalBlock
from guidepub.importing.titles.subjects import JOINED
from guidepub.importing.titles.trade_names import LONGEST_NAME, ends_as_trade
from guidepub.text.naming.occupations import looks_like_one

_FEWEST = 2
# The proportion of headings that name occupations, in a text about several.
_MOST_OF = 0.6
# How many characters of a part are searched for the name in its heading.
_READ = 300

# A sentence of some words with a figure, and the figure.
_STATING = re.compile(
    r"(?:^|(?<=[.!?]\s))(?=[^.!?]{0,200}\d)(?:[^.!?]|[.](?=\d)){20,200}[.!?](?=\s|$)"
)
_FIGURE = re.compile(r"\d[\d.,\u00a0\u202f ]*\d|\d")


def headings_of_occupations(blocks: Sequence[OriginalBlock]) -> list[OriginalBlock]:
    """Return the headings of a text that divide it by occupation, or [].

    They are most headings of the highest level with several. None of that level names a section of
    a guide, and each part begins with the name in its heading: “Koch” above “Köche bereiten Speisen
    zu”. A part below a heading that ends like the name of a trade, “Jardinero”, may state figures
    instead.
    """
    levels = sorted({block.level for block in blocks if block.kind == "heading"})
    for level in levels:
        heads = [b for b in blocks if b.kind == "heading" and b.level == level]
        if len(heads) == 1:
            # The title of the whole text.
            continue
        if any(known_section(head.text) for head in heads):
            return []
        # “Which one pays best?” may follow the parts.
        heads = [head for head in heads if not head.text.rstrip().endswith("?")]
        named = [
            head for head, beginning in _parts(blocks, level) if _names_its_part(head, beginning)
        ]
        is_most = len(named) >= max(_FEWEST, _MOST_OF * len(heads))
        # A heading next to these that its part does not repeat may be another occupation: “Buzo”.
        return [head for head in heads if _may_be_name(head)] if is_most and _differ(named) else []
    return []


def blocks_of_others(parts: Sequence[DraftSection], title: str) -> frozenset[int]:
    """Return the numbers of the blocks below headings with the names of other occupations.

    `title` is the name of the occupation that the text is mainly about, if any. Blocks below a
    heading such as “Similar Careers” are included, and, in a text whose title names two
    occupations, “Roofer or Carpenter?”, those below the name of each.
    """
    blocks = [block for part in parts for block in (part.heading, *part.blocks) if block]
    others = [
        head for head in headings_of_occupations(blocks) if not are_same_name(head.text, title)
    ]
    others += _headings_of_each(blocks, title) if not others else []
    others += [h for h in _headings_of_alike_parts(blocks) if not are_same_name(h.text, title)]
    found: set[int] = set()
    for part in parts:
        # The levels of a part's own headings are relative to its title.
        heads: list[OriginalBlock] = []
        above = [part.heading] if part.heading else []
        for block in part.blocks:
            if block.kind == "heading":
                heads = [head for head in heads if head.level < block.level] + [block]
            elif any(
                head in others or is_similar_careers_heading(head.text) for head in (*above, *heads)
            ):
                found.add(block.number)
    return frozenset(found)


def _headings_of_alike_parts(blocks: Sequence[OriginalBlock]) -> list[OriginalBlock]:
    """Return headings of one level below which the same sentences have different figures.

    Such a sentence is about what its heading names: an occupation, a state, a rank.
    """
    found: list[OriginalBlock] = []
    for level in sorted({block.level for block in blocks if block.kind == "heading"}):
        stated: dict[str, tuple[OriginalBlock, str]] = {}
        for head, words in _parts(blocks, level):
            for sentence in _STATING.findall("" if known_section(head.text) else words):
                form = _FIGURE.sub("#", sentence.strip())
                first, figures = stated.setdefault(form, (head, sentence.strip()))
                if first is not head and figures != sentence.strip():
                    found += [each for each in (first, head) if each not in found]
    return found


def _headings_of_each(blocks: Sequence[OriginalBlock], title: str) -> list[OriginalBlock]:
    """Return the headings that each name one of the occupations in a title."""
    names = [name.strip(" ?!.") for name in JOINED.split(title) if name.strip(" ?!.")]
    if len(names) < _FEWEST:
        return []
    heads = [
        b for b in blocks if b.kind == "heading" and any(are_same_name(b.text, n) for n in names)
    ]
    return heads if len(heads) >= _FEWEST and _differ(heads) else []


def _parts(blocks: Sequence[OriginalBlock], level: int) -> Iterator[tuple[OriginalBlock, str]]:
    """Yield the headings of a level, each with the first words of its part."""
    head, words = None, ""
    for block in blocks:
        if block.kind == "heading" and block.level == level:
            if head is not None:
                yield head, words
            head, words = block, ""
        elif block.kind != "heading" and len(words) < _READ:
            words += f"{block.text} "
    if head is not None:
        yield head, words


def _names_its_part(head: OriginalBlock, words: str) -> bool:
    if not _may_be_name(head):
        return False
    name = head.text.strip()
    is_agent = ends_as_trade(name) or looks_like_one(name)
    return (is_agent and re.search(r"\d", words) is not None) or pattern_of(name).search(
        folded(words[:_READ])
    ) is not None


def _may_be_name(head: OriginalBlock) -> bool:
    name = head.text.strip()
    return len(name.split()) <= LONGEST_NAME and not known_section(name) and is_possible(name)


def _differ(heads: Sequence[OriginalBlock]) -> bool:
    names = [head.text for head in heads]
    return len(names) >= _FEWEST and not any(
        are_same_name(one, other) for one, other in pairwise(names)
    )
