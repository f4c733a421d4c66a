"""The dependences between leaves by the rules of a theme: printed values that others decide."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tinycss2.ast import Node

from guidepub.themes import Theme
from guidepub.themes.stylesheets.layouts import PagedLayout, sheet_names
from guidepub.themes.stylesheets.tokens import tokens_of

_COUNTING = frozenset({"counter", "counters", "target-counter", "target-counters"})


@dataclass(frozen=True, slots=True)
class Sharing:
    """The values that the leaves of a book share by a theme's rules.

    Attributes:
        whole: whether a leaf alone cannot be set as in the whole book: rules print the count of
            all pages, or words of other leaves. What would be on all pages is refused.
        counters: the counters that are printed.
    """

    whole: bool
    counters: frozenset[str]


@functools.lru_cache(maxsize=16)
def sharing_in(theme: Theme, layout: PagedLayout) -> Sharing:
    """Return the values that leaves share by a theme's stylesheets for a layout."""
    whole = False
    counters: set[str] = set()
    for path in (path for name in sheet_names(layout) for path in theme.stylesheets(name)):
        for inside in _levels(tokens_of(theme.read_text(path))):
            for token in inside:
                if token.type == "function" and token.lower_name in _COUNTING:
                    counters |= {each.value for each in token.arguments if each.type == "ident"}
                elif token.type == "function":
                    whole = whole or token.lower_name == "target-text"
                elif token.type == "at-keyword":
                    # Imported sheets are not read here.
                    whole = whole or token.lower_value == "import"
    return Sharing(whole or "pages" in counters, frozenset(counters))


def _levels(tokens: Sequence[Node]) -> Iterator[list[Node]]:
    """Yield the tokens that are next to each other, without white space, in brackets and out."""
    waiting = [tokens]
    while waiting:
        level = [token for token in waiting.pop() if token.type != "whitespace"]
        yield level
        for token in level:
            if token.type == "function":
                waiting.append(token.arguments)
            elif token.type.endswith("block"):
                waiting.append(token.content)
