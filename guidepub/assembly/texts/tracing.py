"""Traces in a book: which line of its file a block came from, and which fact a figure is.

They are attributes in the XHTML of its leaves, for programs that show a book next to its
definition. No edition is made of a traced book: `untraced` gives the book that `assemble` makes.
"""

from __future__ import annotations

import re
from html import escape

from guidepub.model import Book

_FIGURE = re.compile(r'<span data-fact="[^"]*">(.*?)</span>', re.S)
_SOLE = re.compile(r'<(\w+)([^<>]*)><span( data-fact="[^"]*")>([^<]*)</span></\1>')
_ATTRIBUTE = re.compile(r' data-(?:line|fact)="[^"]*"')


def trace_of_figure(key: str, figure: str) -> str:
    """Return a figure as XHTML that names its fact."""
    return f'<span data-fact="{escape(key)}">{escape(figure)}</span>'


def hoisted(xhtml: str) -> str:
    """Return XHTML with each figure's trace on the element that holds nothing else."""
    return _SOLE.sub(r"<\1\2\3>\4</\1>", xhtml)


def untraced(book: Book) -> Book:
    """Return a traced book without its traces: the same as `assemble` returns."""
    leaves = tuple(
        leaf.model_copy(update={"xhtml": _ATTRIBUTE.sub("", _FIGURE.sub(r"\1", leaf.xhtml))})
        if "data-" in leaf.xhtml
        else leaf
        for leaf in book.leaves
    )
    return book.model_copy(update={"leaves": leaves})
