"""Prose in Markdown: its sections, its references, and its XHTML.

The package knows the forms of MyST, but nothing of guides. A `ProseRenderer` supplies what a fact
prints and where an image is.
"""

from guidepub.markdown.foreign import ForeignMark, foreign_html
from guidepub.markdown.forms.cited import Citation, CitedWork, by_itself
from guidepub.markdown.forms.cross_references import (
    OTHER_GUIDE,
    ROLES,
    CrossReference,
    reference_of,
)
from guidepub.markdown.forms.directives import (
    FORMS,
    NAMED_FACTS,
    PERCENTAGES,
    TABLE_DRAWINGS,
    Directive,
    chart_facts,
    chart_options,
    named_facts,
)
from guidepub.markdown.parsed.dialect import COMMENT
from guidepub.markdown.parsed.known_sections import KnownSections
from guidepub.markdown.parsed.marked_words import (
    IndexEntry,
    index_marks,
    mark_name,
    term_key,
    terms_in,
)
from guidepub.markdown.parsed.parser import parse, parse_line, parse_sections
from guidepub.markdown.parsed.prose import Origin, Prose, Text, directive_of, lines_of, note_of
from guidepub.markdown.parsed.sections import RawSection, split_sections
from guidepub.markdown.printed.lines import label, mark_in, references_in, typeset
from guidepub.markdown.printed.manuscripts import PlainTextRenderer, manuscript_of, plain_words
from guidepub.markdown.printed.renderers import ProseRenderer, RichText
from guidepub.markdown.printed.words import printed_words, title_words
from guidepub.markdown.printed.xhtml import prose_xhtml, rich_text
from guidepub.markdown.read.labels import (
    ALONE,
    NOWHERE,
    Anchor,
    Anchors,
    Continued,
    Counted,
    places_of,
)
from guidepub.markdown.read.passages import FIGURE, LocatedText, Span, passages
from guidepub.markdown.read.references import Reference, references, sources_named

__all__ = [
    "ALONE",
    "COMMENT",
    "FIGURE",
    "FORMS",
    "NAMED_FACTS",
    "NOWHERE",
    "OTHER_GUIDE",
    "PERCENTAGES",
    "ROLES",
    "TABLE_DRAWINGS",
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
    "PlainTextRenderer",
    "Prose",
    "ProseRenderer",
    "RawSection",
    "Reference",
    "RichText",
    "Span",
    "Text",
    "by_itself",
    "chart_facts",
    "chart_options",
    "directive_of",
    "foreign_html",
    "index_marks",
    "label",
    "lines_of",
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
    "rich_text",
    "sources_named",
    "split_sections",
    "term_key",
    "terms_in",
    "title_words",
    "typeset",
]
