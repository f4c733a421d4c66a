"""A renderer that knows nothing of a book, and the ways to ask for prose with it."""

from __future__ import annotations

from html import escape
from xml.sax.saxutils import quoteattr

from guidepub.markdown import parse, prose_xhtml, references
from guidepub.words.manuscript import Referred
from guidepub.words.typography import Typography

ENGLISH = Typography("en", ("“", "”", "‘", "’"))


class PlainRenderer:
    """Answers with what it was asked, as XHTML."""

    def fact(self, key):
        return escape(f"={key}=")

    def fact_source(self, key):
        return "bls" if key.startswith("cited") else None

    def citation(self, citation):
        return f"<sup>{escape(','.join(citation.keys))}</sup>"

    def source_name(self, key):
        return f"={key}="

    def link(self, target):
        return target

    def reference(self, reference):
        words = reference.form or f"={reference.target}="
        page = (" on ", "") if reference.role == "ref" else None
        return Referred(words, f"#{reference.target}", f"s.xhtml#{reference.target}", page)

    def picture(self, target):
        return f"images/{target}"

    def section(self, number):
        return f"s{number}"

    def directive(self, directive, body, lines):
        title = f" title={quoteattr(lines['title'].plain)}" if "title" in lines else ""
        return f'<div class="{directive.name}"{title}>{body}</div>\n'

    def back_to_text(self):
        return "Back"


def xhtml(text, prefix="s"):
    """Return a text as XHTML."""
    return prose_xhtml(parse(text, ENGLISH), PlainRenderer(), prefix).strip()


def faults(text, line=1):
    """Return what is wrong with a text, as a report shows it."""
    found = [str(finding) for finding in parse(text, ENGLISH, line).findings]
    return [fault.removeprefix("<guide>:") for fault in found]


def named(text, kind, line=1):
    """Return the references of a kind: what they name, with line and column."""
    return [
        (reference.name, reference.line, reference.column)
        for reference in references(parse(text, ENGLISH, line))
        if reference.kind == kind
    ]
