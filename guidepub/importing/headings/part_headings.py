"""Recognises run-in headings: bold words, a short sentence, or a line in capitals, before a part.

They are recognised together: several must introduce parts that, according to their text, belong to
several sections. Words in the middle of a sentence do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from guidepub.importing.headings.known import known_section
from guidepub.importing.headings.part_weights import OURS
from guidepub.importing.headings.section_words import section_of_part
from guidepub.importing.originals.escaping import capitalized, escaped, spaced
from guidepub.importing.originals.original import Grid, OriginalBlock
from guidepub.markdown import printed_words

_LEVEL = 2
_ENDING = re.compile(r"[.?!…:]$")
_BEGINNING = re.compile(r"[A-ZÀ-ÖØ-Þ0-9¿¡“„«$€]")
# What separates a run-in heading from its text; a minus is not a dash: “**Growth:** -4%”.
_PARTING = re.compile(r"[ :]*(?:[-–—]\s+)?")
_ESCAPE = re.compile(r"\\([^\w\s])")
# A list item that is all in bold, with items below it.
_BOLD_ITEM = re.compile(r"- (?P<words>\*\*[^*\n]{2,60}\*\*:?)(?P<below>(?:\n  [^\n]*)+)(?:\n|\Z)")
_FEWEST_ITEMS = 4
_FEWEST_OURS = 2
# A table of prose: the most characters of a label, the fewest words of most cells next to labels.
_LONGEST_LABEL, _PROSE = 60, 8


@dataclass(frozen=True, slots=True)
class _LeadForm:
    """A form of run-in headings, and how many of them and of sections are needed.

    `is_plain` means that prose may also begin this way: then most paragraphs must have the form,
    in a text without headings.
    """

    form: re.Pattern[str]
    leads: int
    sections: int
    is_plain: bool = False


_FORMS = (
    _LeadForm(re.compile(r"\*\*(?P<words>[^*\n]{2,60})\*\*:?(?:\s+[-–—])?(?:\s+|\Z)"), 3, 2),
    _LeadForm(re.compile(r"(?P<words>[^a-zß-ÿ\n*|]{2,40})\Z"), 4, 2),
    _LeadForm(
        re.compile(r"(?P<words>[A-ZÀ-ÖØ-Þ¿¡][^.?!:,;\n*$%\d]{1,40}[.?])\s+(?=\S)"),
        4,
        4,
        is_plain=True,
    ),
)


@dataclass(frozen=True, slots=True)
class _Lead:
    words: str
    markdown: str
    text: str
    """What follows it in its block, as Markdown and as plain words."""


def with_part_headings(blocks: Sequence[OriginalBlock], language: str) -> tuple[OriginalBlock, ...]:
    """Return blocks with run-in headings as headings of their own."""
    parted = [part for block in blocks for part in (*_rows(block), *_items(block))]
    for tried in (parted, blocks) if len(parted) > len(blocks) else (blocks,):
        for kind in _FORMS:
            leads = dict(_leads(tried, kind.form))
            if _are_heads(tried, leads, kind, language):
                return tuple(_headed(tried, leads))
    return tuple(_headed(blocks, _missing_heads(blocks)))


def _missing_heads(blocks: Sequence[OriginalBlock]) -> dict[int, _Lead]:
    """Return bold run-in headings that name a section which no other heading names.

    “**Outlook:** Few …” is one in a text without a heading on the outlook.
    """
    heads = [block for block in blocks if block.kind == "heading"]
    marked = {known_section(block.text) for block in heads} - {""}
    levels = {block.level for block in heads if known_section(block.text)}
    if not marked & OURS or levels != {_LEVEL}:
        return {}
    leads = dict(_leads(blocks, _FORMS[0].form))
    # If more prose follows, it may belong to the section above.
    named = {
        number: lead
        for number, lead in leads.items()
        if lead.text
        and known_section(lead.words.rstrip(" .:")) in OURS - marked
        and (
            number + 1 in leads
            or number + 1 == len(blocks)
            or blocks[number + 1].kind in ("heading", "list")
        )
    }
    sections = [known_section(lead.words.rstrip(" .:")) for lead in named.values()]
    return named if len(set(sections)) == len(sections) else {}


def _leads(blocks: Sequence[OriginalBlock], form: re.Pattern[str]) -> Iterator[tuple[int, _Lead]]:
    for number, block in enumerate(blocks):
        found = form.match(block.markdown) if block.kind == "paragraph" else None
        words = spaced(_ESCAPE.sub(r"\1", found["words"])) if found else ""
        if not found or not block.text.startswith(words) or not re.search(r"[^\W\d_]{2}", words):
            continue
        lead = _Lead(
            words,
            block.markdown[found.end() :],
            _PARTING.sub("", block.text[len(words) :], count=1),
        )
        is_whole = _ENDING.search(words) or _BEGINNING.match(lead.text)
        below = blocks[number + 1].kind if number + 1 < len(blocks) else "heading"
        if is_whole if lead.text else below in ("paragraph", "list", "table"):
            yield number, lead


def _are_heads(
    blocks: Sequence[OriginalBlock], leads: Mapping[int, _Lead], kind: _LeadForm, language: str
) -> bool:
    marked = {known_section(block.text) for block in blocks if block.kind == "heading"} - {""}
    paragraphs = sum(block.kind == "paragraph" for block in blocks)
    is_prose = kind.is_plain and (len(leads) * 2 < paragraphs or len(marked) > 1)
    if len(leads) < kind.leads or is_prose:
        return False
    found = {
        known_section(lead.words)
        or section_of_part(lead.words, lead.text or blocks[number + 1].text, language)
        for number, lead in leads.items()
    }
    led = found - marked - {"", "other"}
    return len(led) >= kind.sections and len(led & OURS) >= _FEWEST_OURS


def _headed(blocks: Sequence[OriginalBlock], leads: Mapping[int, _Lead]) -> Iterator[OriginalBlock]:
    for number, block in enumerate(blocks):
        lead = leads.get(number)
        if lead is None:
            yield block
            continue
        plain = lead.words.rstrip(" .:")
        yield OriginalBlock("heading", plain, escaped(plain), block.line, level=_LEVEL)
        if lead.text:
            text, markdown = capitalized(lead.text), capitalized(lead.markdown)
            yield replace(block, text=text, markdown=markdown)


def _rows(block: OriginalBlock) -> Iterator[OriginalBlock]:
    """Yield the rows of a table of labels and prose, each as a bold label and a paragraph."""
    if not _is_prose_table(block.grid):
        return
    assert block.grid is not None
    for words, cells in zip(block.grid.words, block.grid.cells, strict=True):
        label = f"**{cells[0].replace('*', '')}**"
        yield replace(block, kind="paragraph", text=words[0], markdown=label, grid=None)
        yield replace(block, kind="paragraph", text=words[1], markdown=cells[1], grid=None)


def _is_prose_table(grid: Grid | None) -> bool:
    """Return whether a table consists of a column of labels and a column of prose."""
    if (
        grid is None
        or grid.caption
        or grid.dropped
        or grid.left_out
        or len(grid.words) < _FEWEST_OURS
    ):
        return False
    named = {known_section(row[0]) for row in grid.words} - {""}
    if len(grid.words) < _FEWEST_ITEMS and len(named) < len(grid.words):
        return False
    if any(len(row) != 2 or not all(row) or len(row[0]) > _LONGEST_LABEL for row in grid.words):
        return False
    long = sum(len(row[1].split()) >= _PROSE for row in grid.words)
    return long * 2 > len(grid.words)


def _items(block: OriginalBlock) -> Iterator[OriginalBlock]:
    """Yield a list whose items are all bold as labels, each with the list below it."""
    if _is_prose_table(block.grid):
        return
    items = list(_BOLD_ITEM.finditer(block.markdown)) if block.kind == "list" else []
    if len(items) < _FEWEST_ITEMS or "".join(item[0] for item in items) != block.markdown:
        yield block
        return
    for item in items:
        words = item["words"].rstrip(":")
        yield replace(block, kind="paragraph", text=spaced(printed_words(words)), markdown=words)
        lines = [line.removeprefix("  ") for line in item["below"].strip("\n").split("\n")]
        below = "\n".join(lines)
        text = spaced(printed_words("\n".join(re.sub(r"^\s*- ", "", line) for line in lines)))
        yield replace(block, text=text, markdown=below)
