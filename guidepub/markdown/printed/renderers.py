"""What prose needs from its book, and the forms in which a book prints a text of one line."""

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
    """A text of one line, in the forms in which a book prints it.

    `bare` is XHTML without calls, citations and links, for use in a link or a list. `plain` has no
    markup at all.
    """

    xhtml: str = ""
    bare: str = ""
    plain: str = ""

    def within(self, around: Callable[[str], str]) -> RichText:
        """Return the text with a function applied to each of its forms."""
        return RichText(around(self.xhtml), around(self.bare), around(self.plain))


class InlineRenderer(Protocol):
    """What the roles, citations and links of a text need from its book, in whichever form."""

    def fact(self, key: str) -> str:
        """Return a fact's figure."""

    def fact_source(self, key: str) -> str | None:
        """Return the key of a fact's source, or None."""

    def citation(self, citation: Citation) -> str:
        """Return the marks of a citation, with the space before them if there is one."""

    def source_name(self, key: str) -> str:
        """Return the name of a source's author or publisher, as in a sentence, as plain text."""

    def link(self, target: str) -> str:
        """Return where a link leads, or an empty string if its words are to be no link.

        In a manuscript a place in the book is `#` and the id of its leaf.
        """

    def reference(self, reference: CrossReference) -> Referred:
        """Return the words that a reference prints, as plain text, and where it leads."""


class ProseRenderer(InlineRenderer, Protocol):
    """What prose needs from its book for XHTML, which all texts are that it returns."""

    def term(self, key: str) -> str:
        """Return the URL of a term's entry in the glossary."""

    def picture(self, target: str) -> str:
        """Return the name of an image inside the book."""

    def section(self, number: int) -> str:
        """Return the id of a section of the document by its number, from 0."""

    def directive(self, directive: Directive, body: str, lines: Mapping[str, RichText]) -> str:
        """Return a directive's block, given its body as XHTML and its own texts by their names."""

    def back_to_text(self) -> str:
        """Return the accessible name of a note's back link."""
