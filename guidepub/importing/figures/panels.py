"""Chooses the facts for the panel at the beginning of a book."""

from __future__ import annotations

from collections.abc import Mapping

from guidepub.figures.pay import stated_median
from guidepub.importing.figures.facts import FoundFact

_USUAL = ("projected_growth", "employment", "annual_openings", "entry_education")


def panel_keys(facts: Mapping[str, FoundFact]) -> list[str]:
    """Return the keys of the facts that a guide shows at a glance, in order."""
    return [key for key in (stated_median(facts), *_USUAL) if key in facts]
