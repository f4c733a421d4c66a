"""The career in figures: which drawings the facts of a guide are enough for.

A guide without the facts of a drawing, or whose table withholds one of them, goes without that
drawing. Facts that are there and cannot be drawn are faults, as in a drawing by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from guidepub.findings import Finding, Place
from guidepub.markdown import NAMED_FACTS, Directive, chart_facts, named_facts
from guidepub.model import Fact, Guide

_OWN, _ALL, _GROWTH, _SHARE = "projected_growth", "all_growth", "_growth", "share_"
OWN_STEP = "median_wage"
"""The fact of the step of a ladder that the guide itself is about."""

MOST_INTEREST = 7
"""The highest score of an interest on O*NET's scale “OI”, which begins with 1."""

_LOWEST = 1
_STEP, _TIME = "step_", "_time"
# The least of the percentiles, of pins, of shares and of steps that make a drawing.
_LEAST = 2
# Other occupations whose growth has room among the figures, and steps that a ladder has at most.
_MOST_OTHERS, _MOST_STEPS = 9, 12


def career_drawings(directive: Directive, guide: Guide) -> tuple[Directive, ...]:
    """Return the drawings that a guide's facts are enough for, in the order of the pages.

    Each is a directive without a title, on the line of `directive`, which asks for all.
    """
    drawn = []
    for name, asked in _DRAWINGS.items():
        bare = replace(directive, name=name, argument="", options={}, option_lines={})
        options = asked(bare, guide)
        if options is not None:
            drawn.append(replace(bare, options=options))
    return tuple(drawn)


def jobs_findings(directive: Directive, guide: Guide, place: Place) -> Iterator[Finding]:
    """Yield the faults that keep jobs in two years, or openings by cause, from being drawn."""
    keys = named_facts(directive, guide.facts)
    facts = {part: guide.facts[key] for part, key in keys.items()}
    for part in _NEEDED[directive.name]:
        if part not in facts:
            remedy = f"Add the fact to the guide, or name another: “:{part}: KEY”."
            yield Finding(place, "D033", f"The drawing lacks its fact “{part}”.", remedy)
    for part, fact in facts.items():
        if not isinstance(fact.value, Decimal):
            message = f"The fact “{keys[part]}” is not a number, and cannot be drawn."
            yield Finding(place, "D033", message, "Name another fact.")
        elif part != "change" and fact.value < 0:
            message = f"The fact “{keys[part]}” is below zero."
            yield Finding(place, "D033", message, "Check the figure.")
    if directive.name == "openings" and "change" in facts and facts["change"].period is None:
        message = f"The fact “{keys['change']}” has no period, so the change per year is unknown."
        yield Finding(place, "D033", message, "Add the years: “period: [2024, 2034]”.")


def ladder_facts(directive: Directive, guide: Guide) -> list[str]:
    """Return the keys of what the steps of a ladder pay, from the lowest up.

    They are those that the directive names, or the guide's own pay and all facts of the same
    unit whose keys begin with `step_`.
    """
    facts = guide.facts
    named, _ = chart_facts(directive, facts)
    if not named and OWN_STEP in facts:
        unit = facts[OWN_STEP].unit
        others = [key for key in facts if key.startswith(_STEP) and facts[key].unit == unit]
        named = [OWN_STEP, *others] if others and unit else []
    return sorted((key for key in named if key in facts), key=lambda key: _pay(facts[key]))


def time_of_step(key: str, facts: Mapping[str, Fact]) -> str | None:
    """Return the key of the fact that says how long a step takes, or None without one."""
    return f"{key}{_TIME}" if f"{key}{_TIME}" in facts else None


def ladder_findings(directive: Directive, guide: Guide, place: Place) -> Iterator[Finding]:
    """Yield the faults that keep the steps of a ladder from being drawn."""
    keys = ladder_facts(directive, guide)
    if len(keys) < _LEAST:
        message = f"A ladder needs at least {_LEAST} steps, but this one has {len(keys)}."
        remedy = "Name facts for pay, or add facts whose keys begin with “step_” to the guide."
        yield Finding(place, "D033", message, remedy)
    if len(keys) > _MOST_STEPS:
        message = f"The ladder has {len(keys)} steps; there is room for at most {_MOST_STEPS}."
        yield Finding(place, "D033", message, "Name those that matter: “:facts: KEY, KEY”.")
    for key in keys:
        if _pay(guide.facts[key]) < 0:
            yield Finding(place, "D033", f"The fact “{key}” is below zero.", "Check the figure.")


def interest_findings(directive: Directive, guide: Guide, place: Place) -> Iterator[Finding]:
    """Yield the faults that keep the six interests from being drawn."""
    keys = named_facts(directive, guide.facts)
    for part in (part for part in _NEEDED[directive.name] if part not in keys):
        message = f"The drawing lacks its fact “{part}”."
        yield Finding(place, "D033", message, f"Add the fact “interest_{part}” to the guide.")
    for key in keys.values():
        value = guide.facts[key].value
        if not isinstance(value, Decimal) or not _LOWEST <= value <= MOST_INTEREST:
            message = f"The interest “{key}” is not a number from {_LOWEST} to {MOST_INTEREST}."
            yield Finding(place, "D033", message, "Use the scores of O*NET’s scale “OI”.")


# The named facts that a drawing cannot do without.
_NEEDED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "jobs": ("now", "then"),
        "openings": ("openings", "change"),
        "interests": tuple(NAMED_FACTS["interests"]),
    }
)


def _wages(directive: Directive, guide: Guide) -> dict[str, str] | None:
    keys = named_facts(directive, guide.facts)
    known = [
        part for part, key in keys.items() if part != "all" and guide.facts[key].least is not None
    ]
    return {} if len(known) >= _LEAST else None


def _growth(_: Directive, guide: Guide) -> dict[str, str] | None:
    own = guide.facts.get(_OWN)
    if own is None or own.least is None:
        return None
    others = [
        key
        for key, fact in guide.facts.items()
        if key.endswith(_GROWTH) and key not in (_OWN, _ALL) and fact.unit == "percent"
    ]
    is_held = bool(others) or _ALL in guide.facts
    return {"facts": ", ".join([_OWN, *others[:_MOST_OTHERS]])} if is_held else None


def _shares(_: Directive, guide: Guide) -> dict[str, str] | None:
    shares = [
        key
        for key, fact in guide.facts.items()
        if key.startswith(_SHARE) and fact.unit == "percent" and isinstance(fact.value, Decimal)
    ]
    return {"facts": ", ".join(shares)} if len(shares) >= _LEAST else None


def _if_complete(directive: Directive, guide: Guide) -> dict[str, str] | None:
    """Ask for a drawing of named facts if all that it needs are there, and none is withheld."""
    facts = {part: guide.facts[key] for part, key in named_facts(directive, guide.facts).items()}
    is_whole = facts.keys() >= set(_NEEDED[directive.name])
    return {} if is_whole and not any(map(_is_withheld, facts.values())) else None


def _ladder(directive: Directive, guide: Guide) -> dict[str, str] | None:
    return {} if len(ladder_facts(directive, guide)) >= _LEAST else None


def _pay(fact: Fact) -> Decimal:
    """Return what a step is sorted by in the ladder: zero if its pay is not published."""
    return fact.least or Decimal(0)


def _is_withheld(fact: Fact) -> bool:
    """Return whether a table has a code where the fact's figure would be."""
    return isinstance(fact.value, str) and not fact.is_words


_DRAWINGS: Mapping[str, Callable[[Directive, Guide], dict[str, str] | None]] = MappingProxyType(
    {
        "wages": _wages,
        "growth": _growth,
        "jobs": _if_complete,
        "openings": _if_complete,
        "workplaces": _shares,
        "ladder": _ladder,
        "interests": _if_complete,
    }
)
