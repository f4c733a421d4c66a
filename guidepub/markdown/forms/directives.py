"""The directives that prose may use: their arguments, options and bodies.

A directive is a colon fence of MyST: `:::{name} argument`, lines `:option: value`, and a body.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from guidepub.figures.pay import PERCENTILES, stated_percentiles
from guidepub.markdown.forms.cross_references import LABEL

Use = Literal["none", "optional", "required"]


CAMPUS = ("online", "campus", "both")


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive in a text.

    `line`, `body_line` and `option_lines` are the first lines of the directive, of its body and of
    each option, counted from 1.
    """

    name: str
    argument: str
    options: Mapping[str, str]
    body: str
    line: int
    body_line: int
    option_lines: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class DirectiveForm:
    """What a directive takes, and the template that prints its title and its text.

    An option's pattern, if there is one, limits its value. With `title_below` the title is printed
    below the text. A directive that prints more, such as a chart, has no template here:
    `assembly.directives.blocks` makes its block.
    """

    argument: Use
    body: Use
    options: Mapping[str, re.Pattern[str] | None] = field(default_factory=dict)
    template: str = ""
    title_below: bool = False

    def __post_init__(self) -> None:
        """Add the option `name`, the label for references, to every directive."""
        object.__setattr__(self, "options", {**self.options, "name": LABEL})


_ANY = None
# The facts that drawings use by default; options of the same names choose others.
NAMED_FACTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "wages": {
            "p10": "wage_p10",
            "p25": "wage_p25",
            "median": "median_wage",
            "p75": "wage_p75",
            "p90": "wage_p90",
            "all": "all_median_wage",
        },
        "jobs": {
            "now": "employment",
            "change": "employment_change",
            "then": "projected_employment",
        },
        "openings": {"openings": "annual_openings", "change": "employment_change"},
        "interests": {
            "realistic": "interest_realistic",
            "investigative": "interest_investigative",
            "artistic": "interest_artistic",
            "social": "interest_social",
            "enterprising": "interest_enterprising",
            "conventional": "interest_conventional",
        },
    }
)
PERCENTAGES = ("growth", "workplaces")
"""Charts of facts, of a table's rows, or of both, in percent."""

TABLE_DRAWINGS = ("states", "related", "day")
"""Drawings of a table's rows only."""

WITH_BOXES = frozenset({"worksheet"})
"""Directives in whose lists `[ ]` is a tick box."""

_ALL_GROWTH = "all_growth"
# The options of a chart of facts or of a table's rows.
_ROWS: Mapping[str, re.Pattern[str] | None] = MappingProxyType(
    {
        "facts": _ANY,
        "table": _ANY,
        "label": _ANY,
        "value": _ANY,
        "where": re.compile(r"[^=]+=.*"),
        "skip": _ANY,
        "source": _ANY,
        "alt": _ANY,
    }
)
# The options of a drawing of a table's rows only.
_TABLE: Mapping[str, re.Pattern[str] | None] = MappingProxyType(
    {**{name: value for name, value in _ROWS.items() if name != "facts"}, "unit": _ANY}
)
DATA_OPTIONS: Mapping[str, re.Pattern[str] | None] = MappingProxyType(
    {
        "table": _ANY,
        "file": re.compile(r".+\.(?:csv|tsv)", re.I),
        "columns": _ANY,
        "units": re.compile(r"[^=]+=.*"),
        "order": _ANY,
        "most": re.compile("[1-9][0-9]{0,2}"),
    }
)
"""The options of a table whose rows come from a data table."""

_BOX = DirectiveForm("optional", "required", template="box.xhtml")
# The number of a worksheet's columns, or their titles.
_COLUMNS = re.compile(r"[1-6]|(?![0-9]+$)[^|]+(?:\|[^|]+){0,5}")
_UP_TO_99 = re.compile(r"[1-9][0-9]?")

FORMS: Mapping[str, DirectiveForm] = MappingProxyType(
    {
        "programs": DirectiveForm(
            "optional",
            "none",
            {"campus": re.compile("|".join(CAMPUS)), "degree": _ANY, "table": _ANY},
        ),
        "chart": DirectiveForm(
            "required",
            "none",
            {
                **_ROWS,
                "unit": _ANY,
                "sort": re.compile("falling|rising"),
                "most": re.compile("[1-9][0-9]{0,2}"),
            },
        ),
        "states": DirectiveForm("required", "none", _TABLE),
        "day": DirectiveForm(
            "required",
            "none",
            {
                **_TABLE,
                "unit": re.compile("hours|minutes"),
                "start": re.compile("(?:[01]?[0-9]|2[0-3]):[0-5][0-9]"),
            },
        ),
        "related": DirectiveForm("required", "none", {**_TABLE, "level": _ANY, "here": _ANY}),
        "ladder": DirectiveForm("required", "none", {"facts": _ANY, "alt": _ANY}),
        "workplaces": DirectiveForm("required", "none", _ROWS),
        "growth": DirectiveForm("required", "none", {**_ROWS, "all": _ANY}),
        **{
            name: DirectiveForm("required", "none", {**dict.fromkeys(facts), "alt": _ANY})
            for name, facts in NAMED_FACTS.items()
        },
        "figures": DirectiveForm("optional", "none"),
        "table": DirectiveForm(
            "required",
            "optional",
            {
                "source": _ANY,
                "note": _ANY,
                "row-headers": re.compile("yes|no"),
                **DATA_OPTIONS,
                "where": _ROWS["where"],
            },
        ),
        "figure": DirectiveForm(
            "required",
            "optional",
            {
                "alt": _ANY,
                "width": re.compile(r"(?:[1-9]\d?|100)%"),
                "credit": _ANY,
                "source": _ANY,
            },
        ),
        "worksheet": DirectiveForm(
            "required",
            "optional",
            {"columns": _COLUMNS, "rows": _UP_TO_99, "lines": _UP_TO_99, "questions": _ANY},
        ),
        "columns": DirectiveForm("none", "required", template="columns.xhtml"),
        "qr": DirectiveForm(
            "optional",
            "none",
            {"url": re.compile(r"https?://\S{1,190}"), "level": re.compile("[LMQ]")},
        ),
        "deck": DirectiveForm("required", "none", template="deck.xhtml"),
        "margin": DirectiveForm("optional", "required", template="margin.xhtml"),
        "quote": DirectiveForm("optional", "required", template="quote.xhtml", title_below=True),
        "note": _BOX,
        "tip": _BOX,
        "important": _BOX,
        "warning": _BOX,
    }
)
"""All directives, by their names."""


def chart_facts(directive: Directive, facts: Container[str]) -> tuple[list[str], str]:
    """Return the keys of the facts that a chart draws, and of the one that it compares growth with.

    The latter is the fact that the option `all` names, or a well-known one if there is such a
    fact; otherwise it is empty.
    """
    keys = [key.strip() for key in directive.options.get("facts", "").split(",") if key.strip()]
    against = directive.options.get("all", _ALL_GROWTH)
    is_held = directive.name == "growth" and against in facts and against not in keys
    return keys, against if is_held else ""


def chart_options(directive: Directive) -> Mapping[str, str]:
    """Return a chart's options, with `percent` as the unit of growth and of shares."""
    if directive.name in PERCENTAGES:
        return {**directive.options, "unit": "percent"}
    return directive.options


def named_facts(directive: Directive, facts: Container[str]) -> dict[str, str]:
    """Return the keys of the facts that a drawing uses, by their roles.

    They are the facts that its options name, and otherwise well-known ones that exist. Wages are
    yearly; if fewer than two yearly ones are known, they are monthly or hourly.
    """
    known = NAMED_FACTS[directive.name]
    if directive.name == "wages" and (rising := stated_percentiles(facts, 2)) != PERCENTILES:
        # The pay of all occupations is known by the year only.
        known = dict(zip(known, (*rising, ""), strict=True))
    keys = {part: directive.options.get(part, key) for part, key in known.items()}
    return {part: key for part, key in keys.items() if key in facts}
