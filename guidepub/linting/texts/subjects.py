"""The input of rules: a guide as blocks and sentences that know their places in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from guidepub.files.dates import build_date
from guidepub.findings import Place
from guidepub.linting.texts.alarms import Alarm, Edit
from guidepub.linting.texts.blocks import PROSE, Block, Sentence, block_of
from guidepub.linting.texts.sourced import with_lead_ins
from guidepub.loading import Document, document_of, prose_of
from guidepub.markdown import passages
from guidepub.model import Catalog, Guide, LintSettings
from guidepub.words.languages import primary_language
from guidepub.words.typography import AS_WRITTEN


@dataclass(frozen=True)
class Subject:
    """A guide as rules read it: its blocks in order, and its catalogue.

    `year` is the year of the edition, or the current year if the guide has no date.
    """

    guide: Guide
    catalog: Catalog
    document: Document
    year: int
    blocks: tuple[Block, ...]

    @property
    def settings(self) -> LintSettings:
        """The catalogue's settings for lint."""
        return self.catalog.lint

    @cached_property
    def prose(self) -> tuple[Block, ...]:
        """The blocks that consist of sentences."""
        return tuple(block for block in self.blocks if block.is_prose)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the prose, in order."""
        return tuple(sentence for block in self.prose for sentence in block.sentences)

    @cached_property
    def sections(self) -> tuple[tuple[Sentence, ...], ...]:
        """The sentences of the prose in order, grouped by section."""
        parts = groupby(self.sentences, key=lambda sentence: sentence.block.section)
        return tuple(tuple(sentences) for _, sentences in parts)

    def without(self, blocks: frozenset[Block]) -> Subject:
        """Return the subject without some blocks."""
        kept = tuple(block for block in self.blocks if block not in blocks)
        return replace(self, blocks=kept)

    def place(self, block: Block, offset: int) -> Place:
        """Return the place in the author's file of a character of a block."""
        return self.document.place_in(block.passage.origin, *block.passage.place(offset))

    def alarm(
        self,
        code: str,
        block: Block,
        span: tuple[int, int],
        message: str,
        remedy: str,
        new: str | None = None,
    ) -> Alarm:
        """Return an alarm on some characters of a block; `new` is a safe replacement for them."""
        place = self.place(block, span[0])
        edit = None
        if new is not None:
            edit = Edit(place.line, place.column, block.text[slice(*span)], new)
        return Alarm(code, place, message, remedy, edit, block)

    def matches(
        self, pattern: re.Pattern[str], kinds: frozenset[str] = PROSE, in_code: bool = False
    ) -> Iterator[tuple[Block, re.Match[str]]]:
        """Yield the matches of a pattern in blocks of some kinds; in code only with `in_code`."""
        for block in self.blocks:
            if block.passage.kind not in kinds:
                continue
            code = () if in_code else tuple(block.passage.spans_of("code"))
            for match in pattern.finditer(block.text):
                if not any(span.start <= match.start() < span.end for span in code):
                    yield block, match


def subject_of(guide: Guide, catalog: Catalog) -> Subject:
    """Return a guide as rules read it."""
    year = (guide.published or build_date()).year
    blocks: list[Block] = []
    for index, text in enumerate(prose_of(guide, AS_WRITTEN)):
        blocks += [block_of(index, passage, guide) for passage in passages(text)]
    led = tuple(with_lead_ins(blocks, primary_language(guide.language)))
    return Subject(guide, catalog, document_of(guide, catalog), year, led)
