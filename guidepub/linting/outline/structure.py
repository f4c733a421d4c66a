"""A: accessibility of the structure, for readers who listen or look something up.

Missing or empty sections and images without a text alternative are reported when the guide is
loaded (D020, D024, D043), since no book can be made from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import Block
from guidepub.linting.texts.rules import Rule
from guidepub.linting.texts.subjects import Subject
from guidepub.model.guides.sections import COUNTED

_FILE_NAME = re.compile(r"[\w-]+\.(?:png|jpe?g|gif|svg|webp|tiff?|bmp)", re.IGNORECASE)
_EMPTY_WORDS = frozenset(
    "image picture photo photograph figure graphic illustration icon logo img chart diagram graph"
    " untitled alt text screenshot imagen foto figura gráfico bild foto grafik image photo".split()
)
_EMPTY_LINK = frozenset(
    (
        "here|click here|this|this link|link|more|read more|learn more|see more|more information|more info"
        "|this page|this site|this website|website|web site|page|details|go|visit|continue|download|info|see here"
        "|aquí|haga clic aquí|este enlace|más|leer más|más información|hier|mehr|ici|cliquez ici|en savoir plus"
    ).split("|")
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{40,}")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def _headings(subject: Subject) -> Iterator[Alarm]:
    level, section = 1, -1
    for block in subject.blocks:
        passage = block.passage
        if block.section != section:
            level, section = 1, block.section
        if passage.kind != "heading" or passage.directives:
            continue
        if passage.level > level + 1:
            message = f"The heading “{block.text[:60]}” has level {passage.level}, the one above it level {level}."
            remedy = f"Write it with {'#' * (level + 1)}."
            yield subject.alarm("A001", block, (0, len(block.text)), message, remedy)
        level = passage.level


def _alternatives(subject: Subject) -> Iterator[Alarm]:
    for block in subject.blocks:
        for span in block.passage.spans_of("image"):
            if span.alternative.strip() and _means_nothing(span.alternative):
                yield _alternative(subject, block, span.start, span.alternative)
        directive = block.passage.directives[-1:] if block.passage.kind == "caption" else ()
        for shown in directive:
            alternative = shown.options.get("alt", "")
            if shown.name == "figure" and block.text == alternative and _means_nothing(alternative):
                yield _alternative(subject, block, 0, alternative)


def _alternative(subject: Subject, block: Block, at: int, alternative: str) -> Alarm:
    message = f"The text alternative “{alternative[:60]}” does not describe the picture."
    remedy = "Say in a sentence what it shows."
    return subject.alarm("A002", block, (at, at + 1), message, remedy)


def _means_nothing(alternative: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(alternative)]
    named = _FILE_NAME.fullmatch(alternative.strip())
    is_bare = all(
        word in _EMPTY_WORDS or word.isdigit() or word in ("of", "a", "the", "an") for word in words
    )
    return bool(named) or is_bare


def _tables(subject: Subject) -> Iterator[Alarm]:
    cells = [block for block in subject.blocks if block.passage.kind == "head"]
    for _, row in groupby(cells, key=lambda b: (b.section, b.passage.directives, b.passage.group)):
        heads = list(row)
        blank = [head for head in heads if not head.text.strip() and not head.passage.spans]
        # The top left cell, above the names of the rows, may be empty.
        if len(blank) > 1 or (blank and blank != heads[:1]) or (blank and len(heads) == 1):
            message = "A column of the table has no header."
            yield subject.alarm("A003", blank[-1], (0, 0), message, "Say what it holds.")


def _links(subject: Subject) -> Iterator[Alarm]:
    for block in subject.blocks:
        for span in block.passage.spans_of("link"):
            text = block.text[span.start : span.end]
            words = " ".join(_WORD.findall(text.casefold()))
            if words in _EMPTY_LINK or _ADDRESS.fullmatch(text):
                message = f"The link “{text[:60]}” does not say where it leads."
                remedy = "Name what is there: [the Handbook’s page on welders](…)."
                yield subject.alarm("A004", block, (span.start, span.end), message, remedy)


def _lengths(subject: Subject) -> Iterator[Alarm]:
    shortest, longest = subject.settings.section_words
    for index, section in enumerate(subject.guide.sections):
        own = [block for block in subject.blocks if block.section == index]
        # The section's title does not count.
        blocks = [block for block in own if block.passage.level != 1]
        count = sum(len(_WORD.findall(block.text)) for block in blocks)
        # A section may consist of a list of programs or a table, which are not counted in words.
        shows = any(block.passage.directives for block in blocks) or ":::{" in section.body
        place = subject.document.place(("sections", index))
        # A foreword or a page about the author may be short.
        if 0 < count < shortest and not shows and section.kind in COUNTED:
            amount = "one word" if count == 1 else f"{count} words"
            message = f"The section “{section.title}” has {amount}."
            yield Alarm(
                "A005", place, message, f"Write at least {shortest}, or merge it with another."
            )
        elif count > longest:
            message = f"The section “{section.title}” has {count:,} words."
            yield Alarm("A005", place, message, f"Split it: a section has at most {longest:,}.")


def _false_headings(subject: Subject) -> Iterator[Alarm]:
    for block, following in zip(subject.blocks, subject.blocks[1:], strict=False):
        strong = list(block.passage.spans_of("strong"))
        is_whole = len(strong) == 1 and (strong[0].start, strong[0].end) == (0, len(block.text))
        if (
            block.passage.kind == "paragraph"
            and is_whole
            and not block.passage.directives
            and len(block.text.split()) <= 10
            and block.text.rstrip()[-1:] not in ".!?,;"
            and following.section == block.section
        ):
            message = f"“{block.text[:60]}” is a heading that is set as strong text."
            remedy = "Write it as a heading, with ## in front: then readers can jump to it."
            yield subject.alarm("A006", block, (0, len(block.text)), message, remedy)


RULES = (
    Rule(("A001",), _headings),
    Rule(("A002",), _alternatives),
    Rule(("A003",), _tables),
    Rule(("A004",), _links),
    Rule(("A005",), _lengths),
    Rule(("A006",), _false_headings),
)
