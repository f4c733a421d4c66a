"""Reads lines and headings that apply to the labels and figures below them: “brutto im Monat:”."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from guidepub.importing.figures.cell_labels import without_unit
from guidepub.importing.figures.label_words import Label, label_of, names_nation
from guidepub.importing.figures.labelled_lines import MEASURED, PERIODS
from guidepub.importing.headings.known import known_section
from guidepub.importing.originals.stated_figures import StatedFigure
from guidepub.text.figures.years import Dating, when

STRANGE = Label(frozenset({"strange"}))
"""The meaning of a line above that has an unknown word: “Ferguson Shipyard”, “Student debt”."""

# The sections with figures of the whole occupation; “Median: $9,500” below “Tuition” is not pay.
_OF_FIGURES = frozenset({"overview", "salary", "outlook"})
# Meanings of a line above that show that figures are the occupation's.
_TELLING = MEASURED | {"pay", *PERIODS}
_LONGEST = 400
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
# A place in a caption or a lead-in: “in California”.
_PLACED = re.compile(
    r"\b(?:in|en|em|à|au|nach|im|for|para|pour|für|by|per|por|par)\s+(?:the\s+)?[^\W\d_a-z]"
)


# Cached, since several blocks may be below one line.
@functools.lru_cache(maxsize=64)
def context_of(lead: str, own: frozenset[str], language: str) -> Label | None:
    """Return the meaning of a line or a heading for the labels below it.

    It is `STRANGE` if a word is unknown and none is about pay, jobs or growth. A heading of the
    section on pay, and words such as “gross, by the month”, apply to the labels below.
    """
    lead = without_unit(lead, language)
    if not lead or (known := label_of(lead, own, language)):
        return known if lead else None
    words = _WORD.findall(lead[:_LONGEST])
    named = [label.kinds for word in words if (label := label_of(word, own, language))]
    telling = frozenset().union(*named) & _TELLING
    section = known_section(lead)
    pay_kinds = (telling & {"pay", *PERIODS}) | ({"pay"} if section == "salary" else set())
    if pay_kinds:
        return Label(frozenset(pay_kinds))
    is_usual = section in _OF_FIGURES or telling or names_nation(lead[:_LONGEST], language)
    return None if is_usual else STRANGE


def context_below(
    context: Label | None, read: Sequence[tuple[StatedFigure, Dating]]
) -> Label | None:
    """Return the context for the lines after one: the same period of pay, unless they name one."""
    periods = {kind for each, _ in read for kind in ("monthly",) if kind in each.measure}
    known = context.kinds if context else frozenset()
    if known & set(PERIODS):
        periods = set()
    if any("wage" in each.measure for each, _ in read) and "strange" not in known:
        # “Mean: $54,300” below “Median: $51,000” is the mean of pay.
        periods.add("pay")
    if periods <= known:
        return context
    return Label(known | periods, context.years if context else ())


def dated(dating: Dating, lead: str, context: Label | None) -> Dating:
    """Return a figure's dating, or that of the line above if it has none: “Pay, May 2023”."""
    is_dated = dating != Dating() or context is None or context == STRANGE
    return dating if is_dated else when(lead[:_LONGEST])


@functools.lru_cache(maxsize=64)
def may_confine(lead: str, own: frozenset[str], language: str) -> bool:
    """Return whether a line may confine the figures below it to a place: “In California:”.

    “Figures of the Bureau for May 2024, for the United States:” does not.
    """
    lead = without_unit(lead, language)
    is_placed = _PLACED.search(lead) is not None and not names_nation(lead[:_LONGEST], language)
    return is_placed and label_of(lead, own, language) is None
