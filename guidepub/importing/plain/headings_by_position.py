"""Finds headings of a plain text by their position: alone, or right above their text."""

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
from guidepub.importing.plain.page_furniture import Line
from guidepub.importing.plain.typed_columns import begins_table

ITEM = re.compile(
    rf"(?!\s{{0,12}}{LOSS_ALONE})"
    # “z. B.”, “p. ej.” and “i. e.” are not numbers.
    r"(?!\s{0,12}(?:z\.\s[BT]|[uv]\.\sa|u\.\sU|d\.\sh|i\.\s(?:d|e|A)|e\.\sg|p\.\s(?:ej|ex|a|m)|o\.\sä|s\.\s[ou]|m\.\sE|[nv]\.\sChr)\.(?:[\s,;)]|$))"
    rf"\s{{0,12}}(?:(?:[-*+–—]|\(?\d{{1,3}}[.)]|\(?[a-z][.)])\s{{1,8}}|[{BULLETS}]\s{{0,8}})(?=\S)"
)
"""The beginning of a list item."""

LABELLED = re.compile(r"\s{0,12}(?=[^:]{0,60}[^\W\d_]{3})[A-ZÀ-ÖØ-Þ\d][^:.!?$€£]{2,60}:\s{1,8}\S")
"""The beginning of a line with a label of at least three letters, and its value."""

STOP = re.compile(r"[.!?:;…][”\"’')\]]*$")
"""The end of a sentence."""

END = re.compile(r"[.!?;,…”\"')\]]$")
"""The end of a line that is not a heading."""

FEW_WORDS = 6
"""The most words of a line that is a heading only by its words."""

_RUN_IN = re.compile(r"\s{0,3}(?P<words>[A-ZÀ-ÖØ-Þ¿][^.:!?$€£%\d]{1,45})[.:?]\s{2,4}(?=\S)")
# Lines without text, below which a line is not a heading: more capitals, or a rule.
_NO_TEXT = re.compile(r"\s*(?:[^a-zà-öø-ÿ]*|\W{3,})$")
_FEWEST_APART, _MANY = 2, 5
# The pattern of a lone line that is a heading like others of its text.
_FEWEST_LONE, _LONGEST_LONE, _MOST_LONE_WORDS = 3, 60, 8


def standalone_headings(groups: Sequence[list[Line]]) -> frozenset[int]:
    """Return the numbers of lines that are headings by position: short, alone, above prose.

    There must be several, and none may be a sentence: “Beyond the fire”.
    """
    found = {
        group[0][0]
        for group, below in pairwise(groups)
        if len(group) == 1 and _is_short_line(group[0][1]) and _is_prose(below)
    }
    return frozenset(found if len(found) >= _FEWEST_LONE else ())


def with_captions(blocks: Iterable[OriginalBlock]) -> Iterator[OriginalBlock]:
    """Yield blocks, with headings between that of a section and a table one level lower.

    “Employment and wages, May 2023” below “Salary” is the title of a table, and does not begin
    another section.
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


def split_run_ins(groups: Sequence[list[Line]]) -> list[list[Line]]:
    """Return groups of lines with run-in headings split off: “Pay.  By the hour”.

    There must be several with at least two spaces after them, of which two name sections, or so
    many that they are the form of the text.
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


def split_labelled_sections(groups: Sequence[list[Line]]) -> list[list[Line]]:
    """Return groups of lines, split where lines begin with the titles of several sections.

    “Pay: The median …” and “Outlook: …” introduce the lines up to the next such line.
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


def headings_above_text(groups: Sequence[list[Line]]) -> frozenset[int]:
    """Return the numbers of lines in capitals, or questions, that are headings of the text right below.

    There must be several: “KEY ACTIVITIES”, “What does a tuner do?”.
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
    """Return whether lines are text, and not title, author or date above it."""
    if len(group) == 1:
        return bool(known_section(spaced(group[0][1])))
    return _is_prose(group) or _is_listed(group)


def _is_listed(group: Sequence[Line]) -> bool:
    """Return whether lines begin with an item or a label, or belong to a table."""
    text = group[0][1]
    is_labelled = len(group) > 1 and all(LABELLED.match(line) for _, line in group)
    is_labelled = is_labelled and not is_labelled_title(text)
    return bool(is_labelled or ITEM.match(text) or begins_table(list(group)))
