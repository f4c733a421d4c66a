"""Reads labels of two measures with two figures: “Bottom / top 10 percent: $24,000 / $61,000”."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from guidepub.importing.figures.label_words import LONGEST_LINE, POINTS, label_of
from guidepub.text.figures.quantities import Figure, all_figures, ends_of

_PAIR = re.compile(
    r"\s*[\W_]{0,6}(?P<one>[^:/\n]{1,40}?)\s*(?:/|&)\s*(?P<two>[^:/\n]{1,60}?)[\s*_]*[:=][\s*_]*(?=\S)"
)


# The symbol of a currency before or after an amount.
_SIGN_BEFORE, _SIGN_AFTER = re.compile(r"\D*"), re.compile(r"\D*$")


@dataclass(frozen=True, slots=True)
class LabelledHalf:
    """A line with the label and the figure of one of two measures, and the figure as written."""

    line: str
    figure: Figure


def labelled_halves(
    line: str, own: frozenset[str], language: str
) -> tuple[LabelledHalf, ...] | None:
    """Return a line with two labels and two figures as two lines.

    Returns None if there are not two labels, and an empty tuple if there are not two figures for
    them, since nobody knows then which belongs to which. `own` are the comparable names of the
    occupation.
    """
    found = _PAIR.match(line[:LONGEST_LINE])
    if found is None:
        return None
    one, two = found["one"].strip(" *_"), found["two"].strip(" *_")

    def points(words: str) -> frozenset[str]:
        # After a bullet, the number of “10 % inferior” cannot be taken for a list item's.
        label = label_of(f"· {words}", own, language)
        return label.kinds & POINTS if label else frozenset()

    labels = _labels(one, two, points)
    if labels is None:
        return None
    figures = _two_figures(line, found.end(), language)
    if figures is None:
        return ()
    first, second = figures
    rest = line[second.end : second.closes]
    before, after = _SIGN_BEFORE.match(first.text), _SIGN_AFTER.search(second.text)
    halves = []
    for label, figure in zip(labels, (first, second), strict=True):
        # A common symbol may be written once: “12.000 / 30.000 €”, “$24,000 / 61,000”.
        is_whole = figure.currency or not (before and after)
        words = (
            figure.text if is_whole else f"{before and before[0]}{figure.text}{after and after[0]}"
        )
        halves.append(LabelledHalf(f"{label}: {words}{rest}", figure))
    return tuple(halves)


def _labels(one: str, two: str, points: Callable[[str], frozenset[str]]) -> tuple[str, str] | None:
    """Return the two labels if each names a point of a pay scale; shared words complete the first."""
    shared = two.partition(" ")[2]
    rest = one.partition(" ")[2]
    for first in (f"{one} {shared}".strip(), one):
        for second in (two, f"{two} {rest}".strip(), f"{one.rpartition(' ')[0]} {two}".strip()):
            named = points(first), points(second)
            if all(len(each) == 1 for each in named) and named[0] != named[1]:
                return first, second
    return None


def _two_figures(line: str, start: int, language: str) -> tuple[Figure, Figure] | None:
    """Return the two figures in a line after `start`, or the ends of its only range, or None."""
    found = [each for each in all_figures(line, language) if each.start >= start]
    found = [each for each in found if not each.is_year]
    if len(found) == 1:
        return ends_of(found[0], line, language)
    if len(found) != 2:
        return None
    return found[0], replace(found[1], bound="")
