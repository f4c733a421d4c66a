"""What a section's prose asks of its book: facts, citations, links, pictures, directives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import unquote

from guidepub.assembly.directives.blocks import Blocks
from guidepub.assembly.directives.referring import Referring
from guidepub.assembly.leaves.glossary import GLOSSARY_LEAF, term_names
from guidepub.assembly.shared.context import BookContext
from guidepub.findings.errors import UsageError
from guidepub.markdown import (
    OTHER_GUIDE,
    Anchors,
    Citation,
    CrossReference,
    Directive,
    RichText,
    term_key,
)
from guidepub.model.catalogs.glossaries import terms_of
from guidepub.words.addresses import escaped_address
from guidepub.words.manuscript import BlockText, Referred

_OWN = ("#", OTHER_GUIDE)


class GuideProseRenderer:
    """Answers a guide's prose: a `guidepub.markdown.ProseRenderer`.

    `sections` are the ids of the guide's sections in order, `places` what its references can
    lead to.
    """

    def __init__(self, context: BookContext, sections: Sequence[str], places: Anchors) -> None:
        self._context, self._sections = context, sections
        self.referring = Referring(
            context.guide,
            context.catalog,
            context.phrases,
            sections,
            places,
            context.holds,
            context.volume,
        )
        self._blocks = Blocks(context, self.referring)
        self._terms: dict[str, str] | None = None
        self.text_renderer = GuideTextRenderer(context, self._blocks, self.referring)

    def fact(self, key: str) -> str:
        """Return a fact's figure as the guide's language writes it."""
        return escape(self._context.evidence.figure(key))

    def fact_source(self, key: str) -> str | None:
        """Return the key of the source that stands for a fact."""
        return self._context.guide.facts[key].source

    def citation(self, citation: Citation) -> str:
        """Return the mark that cites some sources, with the space before it if it has one."""
        return self._context.citations.mark(citation).xhtml

    def source_name(self, key: str) -> str:
        """Return as plain text whose work a source is, as a sentence names it."""
        return self._context.citations.name(key)

    def link(self, target: str) -> str:
        """Return where a link leads: a section's leaf, a place in one, a guide, or the web."""
        if target.startswith(_OWN):
            return self.referring.link(unquote(target))
        return escaped_address(target)

    def reference(self, reference: CrossReference) -> Referred:
        """Return what a reference prints, as plain text, and where it leads."""
        return self.text_renderer.reference(reference)

    def term(self, key: str) -> str:
        """Return where the glossary explains a term."""
        if self._terms is None:
            self._terms = term_names(terms_of(self._context.book, self._context.catalog))
        return f"{GLOSSARY_LEAF}.xhtml#{self._terms[term_key(key)]}"

    def picture(self, target: str) -> str:
        """Return an image's name inside the book."""
        return self._context.pictures.add(target)

    def section(self, number: int) -> str:
        """Return the id of a section by its number, from 0, in which a note stands.

        Raises:
            UsageError: a handout does not hold it.
        """
        section_id = self._sections[number]
        if not self._context.holds(section_id):
            title = self._context.guide.sections[number].title
            message = f"A note that is called here is in “{title}”: include that section, too."
            raise UsageError(message)
        return section_id

    def directive(self, directive: Directive, body: str, lines: Mapping[str, RichText]) -> str:
        """Return a directive's block, given its body as XHTML and its lines by their names."""
        return self._blocks.render(directive, body, lines)

    def back_to_text(self) -> str:
        """Return what a note's back link says, in the guide's language."""
        return self._context.phrases["back_to_text"]


class GuideTextRenderer:
    """Returns in plain words what a guide's prose prints: a `guidepub.markdown.PlainTextRenderer`."""

    def __init__(self, context: BookContext, blocks: Blocks, referring: Referring) -> None:
        self._context, self._blocks, self._referring = context, blocks, referring

    def fact(self, key: str) -> str:
        """Return a fact's figure as the guide's language writes it."""
        return self._context.evidence.figure(key)

    def fact_source(self, key: str) -> str | None:
        """Return the key of the source that stands for a fact, or None."""
        return self._context.guide.facts[key].source

    def citation(self, citation: Citation) -> str:
        """Return the marks that cite some sources, with the space before them if there is one."""
        return self._context.citations.mark(citation).plain

    def source_name(self, key: str) -> str:
        """Return whose work a source is, as a sentence names it."""
        return self._context.citations.name(key)

    def link(self, target: str) -> str:
        """Return an address, or `#` and the id of a section's leaf or of a place in one."""
        return self._referring.target(unquote(target)) if target.startswith(_OWN) else target

    def reference(self, reference: CrossReference) -> Referred:
        """Return what a reference prints, and where it leads."""
        return self._referring.referred(reference, self)

    def glossary(self) -> str:
        """Return `#` and the id of the leaf that explains terms."""
        return f"#{GLOSSARY_LEAF}"

    def block(self, directive: Directive) -> BlockText:
        """Return what a directive's block prints in addition to its body and its lines."""
        return self._blocks.text_of(directive)
