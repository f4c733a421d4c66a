"""Finds headings of a plain text by their places: alone, or right above their text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from guidepub.importing.headings.known import known_section
from guidepub.importing.headings.title_names import is_labelled_title
from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.lists import BULLETS, LOSS_ALONE
from guidepub.importing.originals.original import OriginalBlock
from guidepub.importing.plain.line_ends import ends_early, full_width
from guidepub.importing.plain.paging import Line
from guidepub.importing.plain.typed_columns import begins_table

ITEM = re.compile(
    rf"(?!\s{{0,12}}{LOSS_ALONE})"
    # “z. B.”, “p. ej.” and “i. e.” count nothing.
    r"(?!\s{0,12}(?:z\.\s[BT]|[uv]\.\sa|u\.\sU|d\.\sh|i\.\s(?:d|e|A)|e\.\sg|p\.\s(?:ej|ex|a|m)|o\.\sä|s\.\s[ou]|m\.\sE|[nv]\.\sChr)\.(?:[\s,;)]|$))"
    rf"\s{{0,12}}(?:(?:[-*+–—]|\(?\d{{1,3}}[.)]|\(?[a-z][.)])\s{{1,8}}|[{BULLETS}]\s{{0,8}})(?=\S)"
)
"""How an item of a list begins."""

LABELLED = re.compile(r"\s{0,12}(?=[^:]{0,60}[^\W\d_]{3})[A-ZÀ-ÖØ-Þ\d][^:.!?$€£]{2,60}:\s{1,8}\S")
"""How a line begins that has a label, of three letters at least, and what it says."""

STOP = re.compile(r"[.!?:;…][”\"’')\]]*$")
"""How a sentence ends."""

END = re.compile(r"[.!?;,…”\"')\]]$")
"""How a line ends that is no heading."""

FEW_WORDS = 6
"""In words, of a line that is a heading by what it says only."""

_RUN_IN = re.compile(r"\s{0,3}(?P<words>[A-ZÀ-ÖØ-Þ¿][^.:!?$€£%\d]{1,45})[.:?]\s{2,4}(?=\S)")
# Lines below one that continues and is no heading: more capitals, or a rule.
_NO_TEXT = re.compile(r"\s*(?:[^a-zà-öø-ÿ]*|\W{3,})$")
_FEWEST_APART, _MANY = 2, 5
# The pattern of a lone line that is a heading like others of its text.
_FEWEST_LONE, _LONGEST_LONE, _MOST_LONE_WORDS = 3, 60, 8


def lone(groups: Sequence[list[Line]]) -> frozenset[int]:
    """Return the numbers of lines that are headings as they stand: short, alone, above prose.

    A text has several of them, and none that is a sentence: “Beyond the fire”.
    """
    found = {
        group[0][0]
        for group, below in pairwise(groups)
        if len(group) == 1 and _is_short_line(group[0][1]) and _is_prose(below)
    }
    return frozenset(found if len(found) >= _FEWEST_LONE else ())


def with_captions(blocks: Iterable[OriginalBlock]) -> Iterator[OriginalBlock]:
    """Yield blocks; a heading between that of a section and a table names the table, and is of a lower level.

    “Employment and wages, May 2023” below “Salary” begins no other section.
    """
    every = list(blocks)
    yield from every[:1]
    for above, block, below in zip(every, every[1:], [*every[2:], None], strict=False):
        are_heads = above.kind == block.kind == "heading" and above.level == block.level
        is_caption = are_heads and below is not None and below.kind == "table"
        if is_caption and known_section(above.text):
            yield replace(block, level=block.level + 1)
        else:
            yield block


def run_ins_apart(groups: Sequence[list[Line]]) -> list[list[Line]]:
    """Return groups of lines with headings alone that stood before the text: “Pay.  By the hour”.

    There are several, parted by two spaces at least, and two of them name sections, or there are
    so many that they are the text's form.
    """
    found = {id(group): match for group in groups if (match := _RUN_IN.match(group[0][1]))}
    named = {known_section(match["words"]) for match in found.values()} - {""}
    if len(found) < (_FEWEST_LONE if len(named) >= _FEWEST_APART else _MANY):
        return list(groups)
    result: list[list[Line]] = []
    for group in groups:
        number, text = group[0]
        if match := found.get(id(group)):
            result.append([(number, f"# {match['words']}")])
            result.append([(number, text[match.end() :]), *group[1:]])
        else:
            result.append(group)
    return result


def sections_of_lines_apart(groups: Sequence[list[Line]]) -> list[list[Line]]:
    """Return groups of lines, each parted where its lines begin with the titles of several sections.

    “Pay: The median …” and “Outlook: …” lead to what stands up to the next such line.
    """
    result: list[list[Line]] = []
    for group in groups:
        starts = [n for n, (_, text) in enumerate(group) if _begins_section(text)]
        named = {known_section(_label(group[n][1])) for n in starts}
        if len(named) < _FEWEST_APART + 1 or starts[0] or len(starts) == len(group):
            result.append(group)
            continue
        ends = [*starts[1:], len(group)]
        result += [group[start:end] for start, end in zip(starts, ends, strict=True)]
    return result


def _begins_section(line: str) -> bool:
    return LABELLED.match(line) is not None and bool(known_section(_label(line)))


def _label(line: str) -> str:
    return line.partition(":")[0].strip()


def right_above(groups: Sequence[list[Line]]) -> frozenset[int]:
    """Return the numbers of lines that head what stands right below them: in capitals, or questions.

    A text has several of them: “KEY ACTIVITIES”, “What does a tuner do?”.
    """
    width = full_width(groups)
    found = {
        group[0][0]
        for group in groups
        if len(group) > 1
        and (words := group[0][1].strip())
        and (words.isupper() or words.endswith("?"))
        and _is_short_line(group[0][1])
        and not re.search(r"\d|[^\W\d_]{2,}\.", words)
        and ends_early(words, group[1][1], width)
        and not _NO_TEXT.match(group[1][1])
    }
    return frozenset(found if len(found) >= _FEWEST_APART else ())


def _is_short_line(text: str) -> bool:
    words = text.strip()
    begins = words.lstrip('¿¡“"«')[:1]
    is_short = len(words) <= _LONGEST_LONE and len(words.split()) <= _MOST_LONE_WORDS
    ends = words.endswith("?") or not (END.search(words) or words.endswith(":"))
    is_plain = not ITEM.match(text) and not re.search(r"[$€£%|\t@]|\s{3}|https?:", words)
    return is_short and ends and is_plain and begins.isupper()


def _is_prose(group: Sequence[Line]) -> bool:
    words = spaced(" ".join(text for _, text in group))
    is_sentence = STOP.search(words) is not None and len(words.split()) >= FEW_WORDS
    return is_sentence and not ITEM.match(group[0][1]) and not begins_table(list(group))


def is_text(group: Sequence[Line]) -> bool:
    """Return whether lines are text, and not those above a text: a title, its author, a date."""
    if len(group) == 1:
        return bool(known_section(spaced(group[0][1])))
    return _is_prose(group) or _is_listed(group)


def _is_listed(group: Sequence[Line]) -> bool:
    """Return whether lines begin with an item, a label, or are of a table."""
    text = group[0][1]
    is_labelled = len(group) > 1 and all(LABELLED.match(line) for _, line in group)
    is_labelled = is_labelled and not is_labelled_title(text)
    return bool(is_labelled or ITEM.match(text) or begins_table(list(group)))
