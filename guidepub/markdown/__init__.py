"""Prose in Markdown: its sections, what it refers to, and its XHTML.

Knows MyST's forms and nothing of guides: what a fact prints or where an image lies is
asked of a `Scribe`.
"""

from guidepub.markdown.dialect import COMMENT
from guidepub.markdown.directives import FORMS, Directive
from guidepub.markdown.foreign import foreign_html
from guidepub.markdown.parser import Prose, parse
from guidepub.markdown.passages import FIGURE, Passage, Span, passages
from guidepub.markdown.references import Reference, headings, references
from guidepub.markdown.sections import RawSection, split_sections
from guidepub.markdown.words import printed_words
from guidepub.markdown.xhtml import Scribe, render

__all__ = [
    "COMMENT",
    "FIGURE",
    "FORMS",
    "Directive",
    "Passage",
    "Prose",
    "RawSection",
    "Reference",
    "Scribe",
    "Span",
    "foreign_html",
    "headings",
    "parse",
    "passages",
    "printed_words",
    "references",
    "render",
    "split_sections",
]
