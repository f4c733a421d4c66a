"""Replaces figures in Markdown by references to facts."""

from __future__ import annotations

import re
from decimal import Decimal

from guidepub import figures
from guidepub.figures.numbers import MINUSES
from guidepub.importing.figures.facts import FoundFact
from guidepub.importing.originals.stated_figures import StatedFigure, places_of


def referring(
    markdown: str, text: str, at: int, figure: StatedFigure, key: str, language: str
) -> str:
    """Return Markdown with a reference instead of a figure, if it prints exactly the same figure.

    `text` are the plain words of the Markdown, in which the figure begins at `at`.
    """
    if not isinstance(figure.value, Decimal) or figure.unit is None:
        return markdown
    printed = figures.figure(figure.value, figure.unit, language)
    if _bare(printed) != _bare(figure.literal):
        return markdown
    in_text, places = places_of(figure.literal, text), places_of(figure.literal, markdown)
    before, gone = sum(place < at for place in in_text), len(in_text) - len(places)
    number = before - gone
    if not 0 <= number < len(places):
        return markdown
    start, end = places[number], places[number] + len(figure.literal)
    if markdown[start - 1 : start] == "\\" and figure.literal[0] in MINUSES:
        # A dash at the beginning of a line is escaped.
        start -= 1
    return f"{markdown[:start]}{{fact}}`{key}`{markdown[end:]}"


def with_reference(markdown: str, fact: FoundFact, language: str) -> str:
    """Return Markdown with a reference instead of a fact's figure, if it has that figure exactly once."""
    if not isinstance(fact.value, Decimal) or not fact.unit:
        return markdown
    parts = re.split(r"\s", figures.figure(fact.value, fact.unit, language))
    form = r"\s".join(map(re.escape, parts)).replace("\u2212", f"[{MINUSES}]")
    places = [*re.finditer(rf"(?<![\d.,]){form}(?![\d%]|[.,]\d)", markdown)]
    if len(places) != 1:
        return markdown
    return f"{markdown[: places[0].start()]}{{fact}}`{fact.key}`{markdown[places[0].end() :]}"


def _bare(figure: str) -> str:
    """Return a figure for comparison: `5 percent` and `5%` are the same."""
    plain = figure.replace("percent", "%").replace("per cent", "%")
    return re.sub(r"\s|\u00a0", "", re.sub(f"^[{MINUSES}]", "-", plain))
