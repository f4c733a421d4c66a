"""Prose in Markdown: its sections, what it refers to, and its XHTML.

Knows MyST's forms and nothing of guides: what a fact prints or where an image lies is
asked of a `ProseRenderer`.
"""

from guidepub.markdown.cited import Citation, CitedWork, by_itself
from guidepub.markdown.cross_references import OTHER_GUIDE, ROLES, CrossReference, reference_of
from guidepub.markdown.dialect import COMMENT
from guidepub.markdown.directives import (
    FORMS,
    NAMED_FACTS,
    OF_TABLES,
    PERCENTAGES,
    Directive,
    chart_facts,
    chart_options,
    named_facts,
)
from guidepub.markdown.foreign import ForeignMark, foreign_html
from guidepub.markdown.known_sections import KnownSections
from guidepub.markdown.labels import ALONE, NOWHERE, Anchor, Anchors, Continued, Counted, places_of
from guidepub.markdown.lines import label, mark_in, references_in, typeset
from guidepub.markdown.manuscripts import Teller, manuscript_of, plain_words
from guidepub.markdown.marked_words import IndexEntry, index_marks, mark_name, term_key, terms_in
from guidepub.markdown.parser import parse, parse_line, parse_sections
from guidepub.markdown.passages import FIGURE, LocatedText, Span, passages
from guidepub.markdown.prose import Origin, Prose, Text, directive_of, note_of, sayings_of
from guidepub.markdown.references import Reference, references, sources_named
from guidepub.markdown.renderers import ProseRenderer, Said
from guidepub.markdown.sections import RawSection, split_sections
from guidepub.markdown.words import printed_words, title_words
from guidepub.markdown.xhtml import prose_xhtml, said

__all__ = [
    "ALONE",
    "COMMENT",
    "FIGURE",
    "FORMS",
    "NAMED_FACTS",
    "NOWHERE",
    "OF_TABLES",
    "OTHER_GUIDE",
    "PERCENTAGES",
    "ROLES",
    "Anchor",
    "Anchors",
    "Citation",
    "CitedWork",
    "Continued",
    "Counted",
    "CrossReference",
    "Directive",
    "ForeignMark",
    "IndexEntry",
    "KnownSections",
    "LocatedText",
    "Origin",
    "Prose",
    "ProseRenderer",
    "RawSection",
    "Reference",
    "Said",
    "Span",
    "Teller",
    "Text",
    "by_itself",
    "chart_facts",
    "chart_options",
    "directive_of",
    "foreign_html",
    "index_marks",
    "label",
    "manuscript_of",
    "mark_in",
    "mark_name",
    "named_facts",
    "note_of",
    "parse",
    "parse_line",
    "parse_sections",
    "passages",
    "places_of",
    "plain_words",
    "printed_words",
    "prose_xhtml",
    "reference_of",
    "references",
    "references_in",
    "said",
    "sayings_of",
    "sources_named",
    "split_sections",
    "term_key",
    "terms_in",
    "title_words",
    "typeset",
]
