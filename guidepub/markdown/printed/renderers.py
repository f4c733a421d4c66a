"""What prose asks of the book that it stands in, and how a book says a text of one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from guidepub.markdown.forms.cited import Citation
from guidepub.markdown.forms.cross_references import CrossReference
from guidepub.markdown.forms.directives import Directive
from guidepub.words.manuscript import Referred


@dataclass(frozen=True, slots=True)
class RichText:
    """A text of one line in the ways in which a book prints it.

    `bare` is XHTML without calls, citations and links, for the text of a link or of a list;
    `plain` has no marks at all.
    """

    xhtml: str = ""
    bare: str = ""
    plain: str = ""

    def within(self, around: Callable[[str], str]) -> RichText:
        """Return the text with what a function puts around it, in each of the ways."""
        return RichText(around(self.xhtml), around(self.bare), around(self.plain))


class ProseRenderer(Protocol):
    """What prose needs of the book that it stands in. All texts it returns are XHTML."""

    def fact(self, key: str) -> str:
        """Return a fact's figure."""

    def fact_source(self, key: str) -> str | None:
        """Return the key of a fact's source."""

    def citation(self, citation: Citation) -> str:
        """Return the mark that cites some sources, with the space before it if there is to be one."""

    def source_name(self, key: str) -> str:
        """Return as plain text whose work a source is, as a sentence names it."""

    def link(self, target: str) -> str:
        """Return where a link leads, or an empty string for one that is to be none."""

    def reference(self, reference: CrossReference) -> Referred:
        """Return what a reference prints, as plain text, and where it leads."""

    def term(self, key: str) -> str:
        """Return where a term is explained: the address of its entry in the glossary."""

    def picture(self, target: str) -> str:
        """Return an image's name inside the book."""

    def section(self, number: int) -> str:
        """Return the id of a section of the document by its number, from 0."""

    def directive(self, directive: Directive, body: str, lines: Mapping[str, RichText]) -> str:
        """Return a directive's block, given its body as XHTML and its lines by their names."""

    def back_to_text(self) -> str:
        """Return the words that say what a note's back link does."""
