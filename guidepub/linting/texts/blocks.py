"""The blocks of a guide's prose (paragraphs, items, headings, cells, captions) and their sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guidepub.markdown import LocatedText
from guidepub.model import Guide
from guidepub.text.punctuation.sentences import sentences

# In characters; the time of some rules grows with the square of it.
_LONGEST_SENTENCE = 1500

PROSE = frozenset({"paragraph", "item", "quotation", "definition", "footnote"})
"""The kinds of passages that consist of sentences."""

LINES = frozenset({"heading", "term", "head", "cell", "caption"})
"""The kinds of passages that have words but need not be sentences."""

INTRODUCED = frozenset({"item", "term", "definition"})
"""The kinds of passages that a lead-in may introduce, besides tables."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """One passage of a section: a paragraph, an item, a heading, a cell, a caption.

    `cited` is true if it cites a source for its figures, directly or through a fact; `bounds` are
    the start and end of each of its sentences.
    """

    section: int
    passage: LocatedText
    cited: bool
    bounds: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        """The text without its marks."""
        return self.passage.text

    @property
    def is_prose(self) -> bool:
        """Whether the block consists of sentences."""
        return self.passage.kind in PROSE

    @property
    def sentences(self) -> Iterator[Sentence]:
        """The sentences of the block in order; a heading or a cell has none.

        Sentences longer than any author writes are left out, since rules would take too long.
        """
        return (
            Sentence(self.text[start:end], start, self)
            for start, end in self.bounds
            if end - start <= _LONGEST_SENTENCE
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its block, and where in the block it begins."""

    text: str
    start: int
    block: Block

    def fact_keys(self) -> tuple[tuple[int, str], ...]:
        """Return the facts that the sentence refers to: their offsets in it, and their keys."""
        end = self.start + len(self.text)
        return tuple(
            (span.start - self.start, span.value)
            for span in self.block.passage.spans_of("fact")
            if self.start <= span.start < end
        )


def with_next(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, Block | None]]:
    """Yield each block with the next one, and the last one with None."""
    return zip(blocks, (*blocks[1:], None), strict=False)


def block_of(section: int, passage: LocatedText, guide: Guide) -> Block:
    """Return a passage of a guide's section as a block."""
    cited = any(span.kind in ("source", "footnote") for span in passage.spans) or any(
        key.value in guide.facts and guide.facts[key.value].source
        for key in passage.spans_of("fact")
    )
    cited = cited or any("source" in directive.options for directive in passage.directives)
    bounds = tuple(sentences(passage.text)) if passage.kind in PROSE else ()
    return Block(section, passage, cited, bounds)
