"""X: damaged text: unbalanced parentheses, unfinished sentences, repeated paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from guidepub.linting import data
from guidepub.linting.figures.tables import written_tables
from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import Block, with_next
from guidepub.linting.texts.rules import Rule, rules_in
from guidepub.linting.texts.subjects import Subject
from guidepub.text.vocabulary import either

_BRACKET = re.compile(r"[()\[\]]")
_PAIRS = {"(": ")", "[": "]"}
# Half-open intervals, such as (0, 1].
_INTERVAL = re.compile(
    r"\(\s?[^()\[\],]{1,10},[^()\[\],]{1,10}\]|\[\s?[^()\[\],]{1,10},[^()\[\],]{1,10}\)(?!\()"
)
# The marks of an enumeration, “a)”, and smileys.
_NO_BRACKET = re.compile(r"(?:(?:^|[\s;,(])(?:[A-Za-z]|[ivx]{1,5}|\d{1,2})|[:;]-?)$")
_CLOSERS = "\"'”’»)]*_ "
_LABEL = re.compile(r"(?:source|note|photo|table|figure|see also)s?\b", re.IGNORECASE)
_OWN_LABEL = re.compile(r"[A-Z][\w ]{1,24}:\s")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|\S+@\S+$")
_LONGEST_ADDRESS = 200
# Signatures after the last sentence: “Yours, R. Webb”, “— Anna Webb”.
_SIGNATURE = re.compile(
    r"[.!?…][”»\"’)]*\s+(?:[—–-]\s?)?(?:[^\W\d_][^\s,.;:!?]*(?:\s[^\s,.;:!?]+){0,4},\s)?(?:[^\W\d_a-zß-ÿ][\w’'-]*\.?\s?){1,4}$"
)
_LONGEST_SIGNATURE = 80
# A paragraph with fewer words and no full stop may be a label.
_LONG_LABEL = 14
# In words; shorter texts may be repeated on purpose.
_LONG_PARAGRAPH, _LONG_SENTENCE, _LONG_REFRAIN, _LONG_ITEM = 8, 4, 5, 2


def _parentheses(subject: Subject) -> Iterator[Alarm]:
    opened: dict[Block, list[int]] = {}
    closed: dict[Block, list[int]] = {}
    for block in subject.blocks:
        if block.passage.kind != "code":
            opened[block], closed[block] = _unpaired(block)
    for block, following in with_next(tuple(opened)):
        for offset in opened[block]:
            # A parenthesis may continue in the next paragraph.
            if following is not None and block.section == following.section:
                pair = _PAIRS[block.text[offset]]
                rest = next((at for at in closed[following] if following.text[at] == pair), None)
                if rest is not None:
                    closed[following].remove(rest)
                    continue
            message = f"This {_bracket_at(block, offset)} never closes."
            remedy = "Close it, or cite the source that was here: [@key]."
            yield subject.alarm("X008", block, (offset, offset + 1), message, remedy)
        for offset in closed[block]:
            message = f"This {_bracket_at(block, offset)} was never opened."
            yield subject.alarm(
                "X008", block, (offset, offset + 1), message, "Open it or delete it."
            )


def _unpaired(block: Block) -> tuple[list[int], list[int]]:
    """Return the offsets of unclosed brackets, and of those that were never opened."""
    opened: dict[str, list[int]] = {")": [], "]": []}
    closed: list[int] = []
    code = [(span.start, span.end) for span in block.passage.spans_of("code")]
    code += [match.span() for match in _INTERVAL.finditer(block.text)]
    for match in _BRACKET.finditer(block.text):
        at = match.start()
        if any(start <= at < end for start, end in code):
            continue
        if match[0] in _PAIRS:
            opened[_PAIRS[match[0]]].append(at)
        elif opened[match[0]]:
            opened[match[0]].pop()
        elif not _NO_BRACKET.search(block.text[max(0, at - 6) : at]):
            closed.append(at)
    return sorted([*opened[")"], *opened["]"]]), closed


def _bracket_at(block: Block, offset: int) -> str:
    return "parenthesis" if block.text[offset] in "()" else "bracket"


@cache
def _letters() -> re.Pattern[str]:
    """Return the pattern of the greeting or the closing line of a letter."""
    return re.compile(rf"{either(data.table('endings')['letters'])}\b.{{0,60}},$")


def _ends(language: str, subject: Subject) -> Iterator[Alarm]:
    hanging = frozenset(data.table("endings")["hanging"][language].split())
    for block, following in with_next(subject.blocks):
        kind = block.passage.kind
        if not block.is_prose or not block.text.strip():
            continue
        text = block.text.rstrip().rstrip(_CLOSERS)
        introduces = (
            following is not None
            and following.section == block.section
            and _may_be_introduced(following)
        )
        if kind == "item" or introduces or not text:
            continue
        span = (len(text) - 1, len(text))
        if text[-1] in ",;—–-" and not _letters().match(block.text):
            message = f"The paragraph ends on “{text[-1]}”."
            yield subject.alarm("X009", block, span, message, "Finish the sentence.")
        elif text[-1] not in ".!?…:(/\ufffc" and _is_broken(hanging, block, text):
            message = f"The paragraph breaks off after “{text.split()[-1][-40:]}”."
            yield subject.alarm("X010", block, span, message, "Finish the sentence.")


def _may_be_introduced(block: Block) -> bool:
    """Return whether a block may be introduced by the paragraph above it."""
    return block.passage.kind in ("item", "term", "head", "caption", "code", "quotation")


def _is_broken(hanging: frozenset[str], block: Block, text: str) -> bool:
    words = text.split()
    # A label, a line of an address, or a text that is wholly a link or strong.
    is_whole_span = any(span.end - span.start >= len(text) - 1 for span in block.passage.spans)
    # “**Type:** temporary; reviewed at 520 hours” is a label and its value.
    is_labelled = _OWN_LABEL.match(text) and any(span.start == 0 for span in block.passage.spans)
    if (
        is_whole_span
        or is_labelled
        or _LABEL.match(text)
        or _ADDRESS.search(words[-1][-_LONGEST_ADDRESS:])
    ):
        return False
    if words[-1] in hanging and len(words) > 2:
        return True
    if _SIGNATURE.search(text[-_LONGEST_SIGNATURE:]):
        return False
    last = block.bounds[-1][0] if block.bounds else 0
    return not _LABEL.match(block.text, last) and len(words) >= _LONG_LABEL and text[-1].isalpha()


def _repeated(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for repeated sentences, paragraphs, items, rows and headings."""
    first: dict[str, Block] = {}
    items: list[tuple[int, dict[str, Block]]] = []
    for block in subject.blocks:
        # Before the check for prose, since a heading ends a list as well.
        items = _lists_around(items, block)
        if not block.is_prose:
            continue
        plain = _plain(block.text)
        if items and len(plain.split()) >= _LONG_ITEM:
            earlier = items[-1][1].setdefault(plain, block)
            if earlier is not block and earlier.section == block.section:
                yield _repetition_alarm(
                    subject, block, earlier, "The item appears twice in its list"
                )
                continue
        if len(plain.split()) >= _LONG_PARAGRAPH and block.passage.kind in ("paragraph", "item"):
            earlier = first.setdefault(plain, block)
            if earlier is not block:
                yield _repetition_alarm(subject, block, earlier, "The paragraph appears twice")
        yield from _repeated_sentences(subject, block)
    yield from _repeated_rows(subject)
    yield from _repeated_headings(subject)


def _lists_around(
    items: list[tuple[int, dict[str, Block]]], block: Block
) -> list[tuple[int, dict[str, Block]]]:
    """Return the lists around a block, from the outermost: their columns and their items so far."""
    if block.passage.kind != "item":
        return []
    column = block.passage.place(0)[1]
    # “9. Bake” and “10. Bake” begin a column apart.
    around = [(at, held) for at, held in items if at <= column + 1]
    if not around or around[-1][0] < column - 1:
        around.append((column, {}))
    return around


def _repeated_sentences(subject: Subject, block: Block) -> Iterator[Alarm]:
    """Yield alarms for repeated sentences; short ones only if they are next to each other."""
    number_by_words: dict[str, int] = {}
    for number, sentence in enumerate(block.sentences):
        words = _plain(sentence.text)
        earlier = number_by_words.get(words)
        number_by_words[words] = number
        least = _LONG_SENTENCE if earlier == number - 1 else _LONG_REFRAIN
        if earlier is not None and len(words.split()) >= least:
            span = (sentence.start, sentence.start + len(sentence.text))
            yield subject.alarm("X012", block, span, "The sentence appears twice.", "Delete one.")


def _repeated_rows(subject: Subject) -> Iterator[Alarm]:
    for table in written_tables(subject):
        first: dict[tuple[str, ...], Block] = {}
        for row in table.rows[1:]:
            cells = tuple(_plain(cell.text) for cell in row)
            if row and sum(map(bool, cells)) > 1:
                earlier = first.setdefault(cells, row[0])
                if earlier is not row[0]:
                    yield _repetition_alarm(
                        subject, row[0], earlier, "The row appears twice in its table"
                    )


def _repeated_headings(subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for headings that are repeated under the same parent heading."""
    above: list[tuple[int, str]] = []
    first: dict[tuple[object, ...], Block] = {}
    for block in subject.blocks:
        if block.passage.kind != "heading" or block.passage.directives:
            continue
        level, plain = block.passage.level, _plain(block.text)
        above = [(each, text) for each, text in above if each < level]
        if level > 1 and len(plain) > 1:
            key = (block.section, *above, plain)
            earlier = first.setdefault(key, block)
            if earlier is not block:
                yield _repetition_alarm(subject, block, earlier, "The heading appears twice")
        above.append((level, plain))


def _repetition_alarm(subject: Subject, block: Block, earlier: Block, fault: str) -> Alarm:
    line = subject.place(earlier, 0).line
    return subject.alarm("X012", block, (0, 1), f"{fault}, also on line {line}.", "Delete one.")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


RULES = (
    Rule(("X008",), _parentheses),
    *rules_in(("de", "en", "es", "fr", "pt"), ("X009", "X010"), _ends),
    Rule(("X012",), _repeated),
)
