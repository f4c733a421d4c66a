"""What a section's prose asks of its book: facts, citations, links, pictures, directives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from guidepub.assembly.blocks import Blocks
from guidepub.assembly.context import BookContext
from guidepub.markdown import Directive, Said
from guidepub.words.manuscript import BlockText
from guidepub.words.names import bounded

_LONGEST_NAME = 64


def section_leaf(section_id: str) -> str:
    """Return a section's id as a leaf, kept apart from those of the leaves of every book.

    It names the leaf's file in an EPUB, which must fit on any disk whatever the title's length.
    """
    return f"section-{bounded(section_id, _LONGEST_NAME)}"


class GuideProseRenderer:
    """Answers a guide's prose: a `guidepub.markdown.ProseRenderer`.

    `sections` are the ids of the guide's sections in order.
    """

    def __init__(self, context: BookContext, sections: Sequence[str]) -> None:
        self._context, self._sections = context, sections
        self._blocks = Blocks(context)
        self.teller = GuideTeller(context, self._blocks)

    def fact(self, key: str) -> str:
        """Return a fact's figure as the guide's language writes it."""
        return escape(self._context.evidence.figure(key))

    def fact_source(self, key: str) -> str | None:
        """Return the key of the source that stands for a fact."""
        return self._context.guide.facts[key].source

    def citation(self, keys: Sequence[str]) -> str:
        """Return the mark that cites some sources, by number."""
        return self._context.cite(keys)

    def link(self, target: str) -> str:
        """Return where a link leads: a section's leaf, or the web."""
        return f"{section_leaf(target[1:])}.xhtml" if target.startswith("#") else target

    def picture(self, target: str) -> str:
        """Return an image's name inside the book."""
        return self._context.pictures.add(target)

    def section(self, number: int) -> str:
        """Return the id of a section by its number, from 0."""
        return self._sections[number]

    def directive(self, directive: Directive, body: str, said: Mapping[str, Said]) -> str:
        """Return a directive's block, given its body as XHTML and its lines by their names."""
        return self._blocks.render(directive, body, said)

    def back_to_text(self) -> str:
        """Return what a note's back link says, in the guide's language."""
        return self._context.phrases["back_to_text"]


class GuideTeller:
    """Says in plain words what a guide's prose prints: a `guidepub.markdown.Teller`."""

    def __init__(self, context: BookContext, blocks: Blocks) -> None:
        self._context, self._blocks = context, blocks

    def fact(self, key: str) -> str:
        """Return a fact's figure as the guide's language writes it."""
        return self._context.evidence.figure(key)

    def fact_source(self, key: str) -> str | None:
        """Return the key of the source that stands for a fact, or None."""
        return self._context.guide.facts[key].source

    def citation(self, keys: Sequence[str]) -> str:
        """Return the marks that cite some sources, by number."""
        numbers = sorted({self._context.evidence.number(key) for key in keys})
        return "".join(f"[{number}]" for number in numbers)

    def link(self, target: str) -> str:
        """Return an address, or `#` and the id of a section's leaf."""
        return f"#{section_leaf(target[1:])}" if target.startswith("#") else target

    def block(self, directive: Directive) -> BlockText:
        """Return what a directive's block prints beside its body and its lines."""
        return self._blocks.text_of(directive)
