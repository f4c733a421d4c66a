"""Q: numbers of things that disagree: announced and listed, or stated more than once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import Block, Sentence
from guidepub.linting.texts.parts import SentencePart, contradiction
from guidepub.linting.texts.rules import rules_in
from guidepub.linting.texts.subjects import Subject
from guidepub.text.figures.mentions import Mention, mentions, stems
from guidepub.text.figures.quantities import all_figures
from guidepub.text.naming.places import are_of_two_places
from guidepub.text.statements.attributes import differ
from guidepub.text.statements.partitions import equal_parts
from guidepub.text.statements.recounts import Count, counts, sums

_StatementT = TypeVar("_StatementT", Count, Mention)

# The time grows with the square of this.
_MOST_MENTIONS = 60
_MOST_LISTED = 12
_REMEDY = "Find out which is right."
_OPEN_ENDED = re.compile(
    r"\b(?:such as|for example|including|among|at least|more than|some of|por ejemplo|como|entre|al menos|más de)\b",
    re.IGNORECASE,
)


def _differing_references(language: str, subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for a number that refers to one stated elsewhere, but differs from it."""
    for sentences in subject.sections:
        kept = _statements(mentions, sentences, language)
        for mention, sentence in kept:
            others = [
                (m, s) for m, s in kept if m.noun == mention.noun and _are_comparable(s, sentence)
            ]
            other = _disagreeing(mention, others) if mention.is_definite else None
            if other is not None and not _is_product(mention.value, others, language):
                first, where = other
                part = SentencePart(sentence, mention.start, mention.text)
                earlier = SentencePart(where, first.start, first.text)
                yield contradiction(subject, "Q006", part, earlier, _REMEDY)


def _is_product(value: Decimal, stated: Iterable[tuple[object, Sentence]], language: str) -> bool:
    """Return whether a number is a product of others: “ten rooms with two beds” are twenty beds."""
    return any(
        parts.count * parts.size == value
        for _, sentence in stated
        for parts in equal_parts(sentence.text, language)
    )


def _statements(
    read: Callable[[str, str], Iterable[_StatementT]], sentences: Iterable[Sentence], language: str
) -> list[tuple[_StatementT, Sentence]]:
    """Return the statements in the sentences of a section, each with its sentence."""
    kept: list[tuple[_StatementT, Sentence]] = []
    for sentence in sentences:
        if len(kept) < _MOST_MENTIONS:
            kept += ((each, sentence) for each in read(sentence.text, language))
    return kept


def _disagreeing(
    mention: Mention, others: Sequence[tuple[Mention, Sentence]]
) -> tuple[Mention, Sentence] | None:
    """Return the number that a mention should agree with, or None if it agrees with any of them."""
    total = sum((other.value for other, _ in others), Decimal(0))
    if any(_agree(mention, other.value) for other, _ in others) or _agree(mention, total):
        return None
    alike = (
        (other, where)
        for other, where in others
        if (mention.is_all and mention.noun != "time") or mention.words & other.words
    )
    return next(alike, None)


def _differing_totals(language: str, subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for a total (“all nine”) that differs from the counts of its section."""
    for sentences in subject.sections:
        kept = _statements(counts, sentences, language)
        reported: list[tuple[Count, Sentence]] = []
        for count, sentence in reversed(kept):
            if not count.is_all or not count.noun:
                continue
            around = [(c, s) for c, s in kept if _are_comparable(s, sentence)]
            same = [c.value for c, _ in around if c.noun in (count.noun, "")]
            if count.value in sums(same) or _is_product(count.value, around, language):
                continue
            # Two totals that contradict each other are reported once, at the later one.
            other = next(
                ((c, s) for c, s in around if count.contradicts(c) and (c, s) not in reported), None
            )
            if other is not None:
                part = SentencePart(sentence, count.start, count.text)
                earlier = SentencePart(other[1], other[0].start, other[0].text)
                reported.append((count, sentence))
                yield contradiction(subject, "Q006", part, earlier, _REMEDY)


def _are_comparable(sentence: Sentence, other: Sentence) -> bool:
    """Return whether two sentences differ, and are not about two different places."""
    return sentence is not other and not are_of_two_places(sentence.text, other.text)


def _agree(mention: Mention, value: Decimal) -> bool:
    if mention.noun == "time":
        return not differ(mention.value, value)
    return mention.value == value


def _denied_counts(language: str, subject: Subject) -> Iterator[Alarm]:
    """Yield alarms where one sentence says that there are none, and another counts some."""
    for block in subject.prose:
        found = tuple(block.sentences)
        denying = [(s, match) for s in found if (match := _denied(s.text))]
        if not denying:
            continue
        firsts = [
            (s, _first_of_each(s.text, language)) for s in found if not _DOUBTED.search(s.text)
        ]
        for sentence, match in denying:
            noun, near = match["noun"].casefold().removesuffix("s"), stems(sentence.text)
            is_there = _EXISTS.search(sentence.text[match.start() :][:80])
            counted = (
                (s, first[noun])
                for s, first in firsts
                if noun in first and _are_comparable(s, sentence)
            )
            earlier = next(
                (
                    SentencePart(where, mention.start, mention.text)
                    for where, mention in counted
                    if is_there or mention.words & near - stems(match["noun"])
                ),
                None,
            )
            if earlier is not None:
                part = SentencePart(sentence, match.start(), match[0])
                yield contradiction(subject, "Q008", part, earlier, _REMEDY)


def _denied(text: str) -> re.Match[str] | None:
    """Return the match of “no …” in a sentence, or None."""
    match = _NO.search(text)
    return None if match is None or _LIMITED.search(text) else match


def _first_of_each(text: str, language: str) -> dict[str, Mention]:
    """Return the first number for each noun in a sentence."""
    found: dict[str, Mention] = {}
    for mention in mentions(text, language):
        found.setdefault(mention.noun, mention)
    return found


def _miscounted_lists(language: str, subject: Subject) -> Iterator[Alarm]:
    """Yield alarms for lists whose heading or lead-in announces another number of items."""
    blocks = subject.blocks
    for at, block in enumerate(blocks):
        if block.passage.kind not in ("heading", "paragraph"):
            continue
        items = _items(blocks, at + 1)
        number = _announced(block, language) if len(items) > 1 else None
        if number is not None and number != len(items) and len(items) <= _MOST_LISTED:
            message = f"The text announces {number}, but the list has {len(items)}."
            remedy = "Count again, and correct the number or the list."
            yield subject.alarm("Q006", block, (0, len(block.text)), message, remedy)


def _items(blocks: Sequence[Block], at: int) -> list[Block]:
    """Return the outermost items of the list that begins at a block, if one does."""
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
    """Return the number of items that a heading or a lead-in announces, or None."""
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
    # “A two-year course” and “in 24 weeks” do not announce items; a plural noun does.
    after = re.match(r"\s+(?:[^\W\d_]+\s+)?(?P<noun>[^\W\d_]{3,})", last[found[0].end :])
    if after is None or not 2 <= found[0].value <= _MOST_LISTED or _TIMES.match(after["noun"]):
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

RULES = (
    *rules_in(("en", "es"), ("Q006",), _differing_references),
    *rules_in(("en", "es"), ("Q006",), _differing_totals),
    *rules_in(("en", "es"), ("Q006",), _miscounted_lists),
    *rules_in(("en", "es"), ("Q008",), _denied_counts),
)
