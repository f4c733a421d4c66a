"""Reads bar charts that a page makes of words: a caption, and pairs of a name and a figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain

from lxml.html import HtmlElement

from guidepub.figures.numbers import MINUSES
from guidepub.importing.originals.escaping import escaped, spaced
from guidepub.importing.originals.original import Grid, OriginalBlock

_NAMED = re.compile(r"(?:^|[-_ ])(?:chart|graph)s?(?:$|[-_ ])", re.I)
_FIGURE = re.compile(rf"[{MINUSES}+]?[$€£]?\d[\d,.]{{0,14}} ?%?")
_MOST_BARS = 24


def chart_of(element: HtmlElement, left_out: Callable[[HtmlElement], bool]) -> OriginalBlock | None:
    """Return a chart as a block with its bars as rows of two cells, or None if it is not a chart."""
    if not _NAMED.search(element.get("class") or ""):
        return None
    lists = list(element.iter("dl"))
    if len(lists) != 1:
        return None
    bars = tuple(_bars(lists[0], left_out))
    if not 1 < len(bars) <= _MOST_BARS:
        return None
    around = [e for e in element.iter("h2", "h3", "h4", "p") if not _within(e, lists[0])]
    texts = [spaced(" ".join(e.itertext())) for e in around]
    before = [
        text for e, text in zip(around, texts, strict=True) if text and _is_before(e, lists[0])
    ]
    after = [text for text in texts if text and text not in before]
    cells = tuple((escaped(label), escaped(figure)) for label, figure in bars)
    grid = Grid(bars, cells, 0, before[-1] if before else "")
    flat = [*before, *chain.from_iterable(bars), *after]
    return OriginalBlock("chart", " ".join(flat), escaped(" ".join(after)), grid=grid)


def _bars(names: HtmlElement, left_out: Callable[[HtmlElement], bool]) -> Iterator[tuple[str, str]]:
    """Yield the label and the figure of each bar in a list."""
    for name in names.iter("dt"):
        value = name.getnext()
        if value is None or value.tag != "dd" or left_out(name):
            continue
        label, figure = spaced(name.text_content()), spaced(value.text_content())
        if label and _FIGURE.fullmatch(figure):
            yield label, figure


def _within(element: HtmlElement, ancestor: HtmlElement) -> bool:
    return any(parent is ancestor for parent in element.iterancestors())


def _is_before(element: HtmlElement, other: HtmlElement) -> bool:
    return any(later is other for later in element.itersiblings()) or (
        (element.sourceline or 0) < (other.sourceline or 0)
    )
