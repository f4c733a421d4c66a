"""Prose in Markdown: its sections, what it refers to, and its XHTML.

Knows MyST's forms and nothing of guides: what a fact prints or where an image lies is
asked of a `Scribe`.
"""

from guidepub.markdown.directives import FORMS, Directive
from guidepub.markdown.parser import Prose, parse
from guidepub.markdown.references import Reference, headings, references
from guidepub.markdown.sections import RawSection, split_sections
from guidepub.markdown.xhtml import Scribe, render

__all__ = [
    "FORMS",
    "Directive",
    "Prose",
    "RawSection",
    "Reference",
    "Scribe",
    "headings",
    "parse",
    "references",
    "render",
    "split_sections",
]
