"""Texts about several occupations, each below a heading with its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from guidepub.importing.draft_sections import DraftSection
from guidepub.importing.headings import known_section
from guidepub.importing.originals import OriginalBlock
from guidepub.importing.title_names import are_one, folded, is_possible, pattern_of

_FEWEST = 2
_MOST_NAME_WORDS = 4
# Characters of a part in which it names whom its heading names.
_READ = 300

# How names of trades end, in the languages in which no list tells them: in German the last word
# does, in the others the first.
_AGENT = re.compile(
    r"(?:^[^\W\d_]{2,}(?:eir[oa]|er[oa]|dora?|tora?|sora?|ist[ae]|log[oa]|logue|eur|euse|trice|ière?|ienne?)\b"
    r"|(?<=\w\w)(?:er|ist|eur|ör|or|ent)(?:in)?$|(?:mann|frau|kraft|wirt|wirtin)$)",
    re.IGNORECASE,
)


def headings_of_occupations(blocks: Sequence[OriginalBlock]) -> list[OriginalBlock]:
    """Return the headings of a text that divide it by occupation, or none.

    They are all the headings of the highest level that has several. None names a section of a
    guide, and each part begins with the name that its heading has: “Koch” above “Köche bereiten
    Speisen zu”. Of some that end as names of trades do, “Jardinero”, it may state figures instead.
    """
    levels = sorted({block.level for block in blocks if block.kind == "heading"})
    for level in levels:
        heads = [b for b in blocks if b.kind == "heading" and b.level == level]
        if len(heads) == 1:
            # The title of the whole.
            continue
        is_each = all(_names_its_part(head, said) for head, said in _parts(blocks, level))
        return heads if is_each and _differ(heads) else []
    return []


def blocks_of_others(parts: Sequence[DraftSection], title: str) -> frozenset[int]:
    """Return the numbers of the blocks that a text has below headings with others' names.

    `title` is the name of the occupation that the text is about, if it is about one above all.
    """
    heads = headings_of_occupations(
        [block for part in parts for block in (part.heading, *part.blocks) if block]
    )
    others = [head for head in heads if not are_one(head.text, title)]
    return frozenset(
        block.number for part in parts if part.heading in others for block in part.blocks
    )


def _parts(blocks: Sequence[OriginalBlock], level: int) -> Iterator[tuple[OriginalBlock, str]]:
    """Yield the headings of a level, each with the words that its part begins with."""
    head, said = None, ""
    for block in blocks:
        if block.kind == "heading" and block.level == level:
            if head is not None:
                yield head, said
            head, said = block, ""
        elif block.kind != "heading" and len(said) < _READ:
            said += f"{block.text} "
    if head is not None:
        yield head, said


def _names_its_part(head: OriginalBlock, said: str) -> bool:
    name = head.text.strip()
    if len(name.split()) > _MOST_NAME_WORDS or known_section(name) or not is_possible(name):
        return False
    is_told = _AGENT.search(name) is not None and re.search(r"\d", said) is not None
    return is_told or pattern_of(name).search(folded(said[:_READ])) is not None


def _differ(heads: Sequence[OriginalBlock]) -> bool:
    names = [head.text for head in heads]
    return len(names) >= _FEWEST and not any(are_one(one, other) for one, other in pairwise(names))
