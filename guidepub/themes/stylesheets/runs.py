"""Runs of a stylesheet's rules: those that need a value of the book, and those that need none.

What a renderer makes of a run that needs none serves all books.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

import tinycss2
from tinycss2.ast import Node

from guidepub.themes.stylesheets.constants import names_made_of
from guidepub.themes.stylesheets.reading import Stylesheet
from guidepub.themes.stylesheets.tokens import tokens_of

_NAME = re.compile(r"--[\w-]+")
# At-rules that say something of the whole sheet in which they stand.
_OF_THE_SHEET = frozenset({"charset", "import", "layer", "namespace"})


def runs_of(sheets: Sequence[Stylesheet], varying: Collection[str]) -> list[tuple[str, ...]]:
    """Return the runs of each stylesheet, in order.

    A run is CSS that begins with as many empty lines and spaces as keep its rules in their places.

    Args:
        sheets: all stylesheets of a layout.
        varying: the custom properties that books give a value of their own. Those that the
            stylesheets make of them vary too.
    """
    names = names_made_of(sheets, varying)
    return [_runs(sheet.text, names) for sheet in sheets]


@functools.lru_cache(maxsize=128)
def _runs(css: str, varying: frozenset[str]) -> tuple[str, ...]:
    """Return the runs of a stylesheet; one that cannot be read, or be divided, is a single run."""
    # Tokens have their places in a text whose lines end so (CSS Syntax 3, 3.3).
    css = css.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    nodes = tinycss2.parse_stylesheet(tokens_of(css), skip_comments=True, skip_whitespace=True)
    if any(map(_is_of_the_sheet, nodes)):
        return (css,)
    rules = [*_starts(css, nodes), len(css)]
    varies = [not varying.isdisjoint(_NAME.findall(css[a:b])) for a, b in pairwise(rules)]
    changes = (rule for rule, (a, b) in enumerate(pairwise(varies), 1) if a != b)
    bounds = [rules[rule] for rule in (0, *changes, -1)]
    return tuple(_blank(css[:start]) + css[start:end] for start, end in pairwise(bounds))


def _is_of_the_sheet(node: Node) -> bool:
    at_rule = node.type == "at-rule" and node.lower_at_keyword in _OF_THE_SHEET
    return at_rule or node.type == "error"


def _starts(css: str, nodes: Sequence[Node]) -> Iterator[int]:
    """Yield the offset at which each rule begins."""
    lines = [0, *(match.end() for match in re.finditer("\n", css))]
    for node in nodes:
        yield lines[node.source_line - 1] + node.source_column - 1


def _blank(css: str) -> str:
    """Return as many lines as a text has, and spaces for the last of them."""
    return "\n" * css.count("\n") + " " * (len(css) - css.rfind("\n") - 1)
