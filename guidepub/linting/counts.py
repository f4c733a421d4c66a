"""Q: how many there are of a thing, where it is announced and listed, or stated twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from guidepub.linting.alarms import Alarm
from guidepub.linting.blocks import Block, Sentence
from guidepub.linting.rules import Rule
from guidepub.linting.subjects import Subject
from guidepub.text.mentions import Mention, mentions, stems
from guidepub.text.quantities import all_figures

# Two times differ where one is this much longer: twelve months are 52 weeks or 50.
_LONGER = Decimal("1.15")
# What rules do grows with the square of it.
_MOST_MENTIONS = 60
_MOST_LISTED = 12
_OPEN_ENDED = re.compile(
    r"\b(?:such as|for example|including|among|at least|more than|some of|por ejemplo|como|entre|al menos|más de)\b",
    re.IGNORECASE,
)


def _referred(language: str, subject: Subject) -> Iterator[Alarm]:
    """A number that refers to one stated before, and differs from it."""
    said: dict[int, list[tuple[Mention, Sentence]]] = {}
    for sentence in subject.sentences:
        kept = said.setdefault(sentence.block.section, [])
        if len(kept) < _MOST_MENTIONS:
            kept += ((mention, sentence) for mention in mentions(sentence.text, language))
    for kept in said.values():
        for mention, sentence in kept:
            others = [(m, s) for m, s in kept if m.noun == mention.noun and s is not sentence]
            other = _disagreeing(mention, others) if mention.is_definite else None
            if other is not None:
                first, where = other
                line = subject.place(where.block, where.start + first.start).line
                message = f"“{mention.text}” here, “{first.text}” in line {line}."
                start = sentence.start + mention.start
                span = (start, start + len(mention.text))
                yield subject.alarm(
                    "Q006", sentence.block, span, message, "Find out which is right."
                )


def _disagreeing(
    mention: Mention, others: Sequence[tuple[Mention, Sentence]]
) -> tuple[Mention, Sentence] | None:
    """Return the number that another should agree with, or None where it agrees with one of them."""
    total = sum((other.value for other, _ in others), Decimal(0))
    if any(_agree(mention, other.value) for other, _ in others) or _agree(mention, total):
        return None
    alike = (
        (other, where)
        for other, where in others
        if (mention.is_all and mention.noun != "time") or mention.words & other.words
    )
    return next(alike, None)


def _agree(mention: Mention, value: Decimal) -> bool:
    low, high = sorted((mention.value, value))
    return high <= low * _LONGER if mention.noun == "time" else low == high


def _none(language: str, subject: Subject) -> Iterator[Alarm]:
    """Things of which one sentence says that there is none, and another counts some."""
    for block in subject.prose:
        found = tuple(block.sentences)
        for sentence in found:
            match = _NO.search(sentence.text)
            if match is None or _LIMITED.search(sentence.text):
                continue
            noun, near = match["noun"].casefold().removesuffix("s"), stems(sentence.text)
            for other in found:
                counted = (m for m in mentions(other.text, language) if m.noun == noun)
                some = next(counted, None) if other is not sentence else None
                shared = some.words & near - stems(match["noun"]) if some else frozenset()
                is_there = _EXISTS.search(sentence.text[match.start() :][:80])
                if some and (shared or is_there) and not _DOUBTED.search(other.text):
                    line = subject.place(block, other.start + some.start).line
                    message = f"“{match[0]}” here, “{some.text}” in line {line}."
                    start = sentence.start + match.start()
                    span = (start, start + len(match[0]))
                    yield subject.alarm("Q008", block, span, message, "Find out which is right.")
                    break


def _lists(language: str, subject: Subject) -> Iterator[Alarm]:
    """A list under a heading or behind a lead-in that announces another number of items."""
    blocks = subject.blocks
    for at, block in enumerate(blocks):
        items = _items(blocks, at + 1)
        if len(items) < 2 or block.passage.kind not in ("heading", "paragraph"):
            continue
        number = _announced(block, language)
        if number is not None and number != len(items) and len(items) <= _MOST_LISTED:
            message = f"{number} are announced, and {len(items)} listed."
            remedy = "Count again, and mend the number or the list."
            yield subject.alarm("Q006", block, (0, len(block.text)), message, remedy)


def _items(blocks: Sequence[Block], at: int) -> list[Block]:
    """Return the outermost items of the list that begins at a block; none where none begins."""
    items: list[Block] = []
    for block in blocks[at:]:
        if block.passage.kind != "item" or block.section != blocks[at].section:
            break
        items.append(block)
    if not items:
        return []
    column = min(block.passage.place(0)[1] for block in items)
    return [block for block in items if block.passage.place(0)[1] == column]


def _announced(block: Block, language: str) -> int | None:
    """Return how many things a heading or a lead-in says that it lists; None for no such number."""
    text = block.text.strip()
    is_heading = block.passage.kind == "heading"
    if not is_heading and not text.endswith(":"):
        return None
    last = text if is_heading or not block.bounds else block.text[slice(*block.bounds[-1])]
    found = [
        figure
        for figure in all_figures(last, language)
        if figure.kind == "number" and figure.value == int(figure.value) and not figure.per
    ]
    if len(found) != 1 or found[0].high is not None or found[0].bound or _OPEN_ENDED.search(last):
        return None
    # “A two-year course” and “in 24 weeks” count no items; a noun in the plural does.
    behind = re.match(r"\s+(?:[^\W\d_]+\s+)?(?P<noun>[^\W\d_]{3,})", last[found[0].end :])
    if behind is None or not 2 <= found[0].value <= _MOST_LISTED or _TIMES.match(behind["noun"]):
        return None
    words = re.findall(r"[^\W\d_]+", last[found[0].end :])[:2]
    return int(found[0].value) if any(word.endswith("s") for word in words) else None


_NO = re.compile(
    r"\b(?:no|not\s+one|not\s+a\s+single|ning[uú]n[oa]?)\s+(?:other\s+)?(?P<noun>[^\W\d_]{4,})",
    re.IGNORECASE,
)
_EXISTS = re.compile(
    r"\b(?:exists?|remains?|survives?|(?:is|are)\s+left|has\s+(?:ever\s+)?(?:died|closed|failed)|queda|existe|hay)\b",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    r"\b(?:if|unless|except|may|might|can|other|others|until|before|used\s+to|longer|more|less|si|salvo|más)\b|\?",
    re.IGNORECASE,
)
_DOUBTED = re.compile(r"\b(?:if|unless|used\s+to|once|si|antes)\b|\?", re.IGNORECASE)
_TIMES = re.compile(
    r"(?:year|month|week|day|hour|minute|percent|point|mile|año|mes|semana|día|hora|minuto)",
    re.IGNORECASE,
)

RULES = tuple(
    Rule((code,), partial(find, spoken), spoken)
    for spoken in ("en", "es")
    for code, find in (("Q006", _referred), ("Q006", _lists), ("Q008", _none))
)
