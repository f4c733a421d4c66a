"""The directives that prose may use: their arguments, options and bodies.

A directive is a MyST colon fence: `:::{name} argument`, lines `:option: value`, a body.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from guidepub.findings import Finding, Place, did_you_mean
from guidepub.markdown.cross_references import LABEL

Use = Literal["none", "optional", "required"]

_HEAD = re.compile(r"\s*\{(?P<name>[^}]*)\}(?P<argument>.*)")
# A name as other dialects write it: `::: note Title`, `::: {.note}`.
_BARE_NAME = re.compile(r"[{.\s]*([\w-]+)")
_OPTION = re.compile(r"\s*:(?P<name>[A-Za-z][\w-]*):(?P<value>.*)")

CAMPUS = ("online", "campus", "both")


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive in a text.

    `line` is its first line, `body_line` its body's, `option_lines` each option's, from 1.
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

    A pattern limits an option's value. A title may stand `title_below` the text. One that prints more than that, as a chart does, has no
    template here: `assembly.blocks` makes its block.
    """

    argument: Use
    body: Use
    options: Mapping[str, re.Pattern[str] | None] = field(default_factory=dict)
    template: str = ""
    title_below: bool = False

    def __post_init__(self) -> None:
        """Let each directive take a name, by which references know it."""
        object.__setattr__(self, "options", {**self.options, "name": LABEL})


_ANY = None
# What the options may be whose values a pattern limits.
_VALUES: Mapping[str, str] = MappingProxyType(
    {
        "most": "Write how many bars are drawn: 10.",
        "sort": "Known here: falling, rising.",
        "start": "Write the time at which the day begins: 7:00.",
        "campus": f"Known here: {', '.join(CAMPUS)}.",
        "row-headers": "Write “yes” where each row's first cell says what the row is about.",
        "where": "Write a column and its text: group = Healthcare. Part conditions by semicolons.",
        "name": "Write letters of English, digits, hyphens, dots and colons: pay-by-state.",
        "columns": "Write how many there are, up to 6, or their titles: This year | Next year.",
        "rows": "Write how many empty rows there are, up to 30: 3.",
        "lines": "Write how many lines there are to write on, up to 30: 3.",
        "width": "Write a share of the page’s width: 60%.",
    }
)
# The facts that drawings take, by what each of them is, unless options of these names say others.
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
"""Charts of facts, of a table's rows, or of both, whose unit is percent."""

OF_TABLES = ("states", "related", "day")
"""Drawings of a table's rows alone."""

WITH_BOXES = frozenset({"worksheet"})
"""Directives in whose lists `[ ]` is a box to tick."""

_ALL_GROWTH = "all_growth"
# What a chart of facts or of a table's rows takes.
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
# What a drawing of a table's rows alone takes.
_TABLE: Mapping[str, re.Pattern[str] | None] = MappingProxyType(
    {**{name: value for name, value in _ROWS.items() if name != "facts"}, "unit": _ANY}
)
# What a drawing of a table's rows needs, of the options that it has.
_OF_ROWS: Mapping[str, str] = MappingProxyType(
    {
        "label": "the column of the labels",
        "value": "the column of the figures",
        "unit": "the unit of the figures",
        "level": "the column of the levels of preparation",
        "start": "the time at which the day begins",
    }
)
_BOX = DirectiveForm("optional", "required", template="box.xhtml")
# How many columns a worksheet has, or the titles of so many.
_COLUMNS = re.compile(r"[1-6]|(?![0-9]+$)[^|]+(?:\|[^|]+){0,5}")
_UP_TO_30 = re.compile(r"[1-9]|[12][0-9]|30")

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
            "required",
            {"source": _ANY, "note": _ANY, "row-headers": re.compile("yes|no")},
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
            {"columns": _COLUMNS, "rows": _UP_TO_30, "lines": _UP_TO_30, "questions": _ANY},
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
"""All directives, a row each."""


def name_in(info: str) -> str:
    """Return the name of a directive in a colon fence's first line, or an empty text."""
    head = _HEAD.match(info)
    return head["name"] if head else ""


def read_directive(
    info: str, content: str, line: int, forms: Mapping[str, DirectiveForm] = FORMS
) -> tuple[Directive | None, list[Finding]]:
    """Read a colon fence's first line and content, which starts on the line after `line`.

    Returns the directive, or None where it is unknown, and what is wrong with it. Places
    have no path; lines count from 1 in the text.
    """
    head = _HEAD.match(info)
    place = Place("", line, 1)
    if head is None or head["name"] not in forms:
        name = head["name"] if head else info.strip()
        return None, [_unknown(name, head is not None, forms, place)]
    form = forms[head["name"]]
    lines = content.split("\n")
    options: dict[str, str] = {}
    option_lines: dict[str, int] = {}
    findings: list[Finding] = []
    used = 0
    while used < len(lines) and (option := _OPTION.match(lines[used])):
        at = Place("", line + 1 + used, 1)
        value = option["value"].strip()
        findings += _option_faults(head["name"], form, option["name"], value, options, at)
        options[option["name"]] = value
        option_lines[option["name"]] = at.line
        used += 1
    body = "\n".join(lines[used:])
    directive = Directive(
        head["name"],
        head["argument"].strip(),
        MappingProxyType(options),
        body,
        line,
        line + 1 + used,
        MappingProxyType(option_lines),
    )
    return directive, findings + _use_faults(directive, form, place)


def chart_facts(directive: Directive, facts: Container[str]) -> tuple[list[str], str]:
    """Return the keys of the facts that a chart draws, and of what growth is held against.

    That is the fact that the option `all` names, or a well-known one if it is among the facts;
    else the second is empty.
    """
    keys = [key.strip() for key in directive.options.get("facts", "").split(",") if key.strip()]
    against = directive.options.get("all", _ALL_GROWTH)
    is_held = directive.name == "growth" and against in facts and against not in keys
    return keys, against if is_held else ""


def chart_options(directive: Directive) -> Mapping[str, str]:
    """Return a chart's options, with the unit that growth and shares have."""
    if directive.name in PERCENTAGES:
        return {**directive.options, "unit": "percent"}
    return directive.options


def named_facts(directive: Directive, facts: Container[str]) -> dict[str, str]:
    """Return the keys of the facts that a drawing takes by name, by what each of them is.

    They are those that its options name, and the well-known ones that are among the facts.
    """
    known = NAMED_FACTS[directive.name]
    keys = {part: directive.options.get(part, key) for part, key in known.items()}
    return {part: key for part, key in keys.items() if key in facts}


def _unknown(
    name: str, in_braces: bool, forms: Mapping[str, DirectiveForm], place: Place
) -> Finding:
    if not name:
        message = "This ::: ends no directive."
        remedy = "Give a directive around others more colons than they have: ::::{note}."
        return Finding(place, "D032", message, remedy)
    bare = _BARE_NAME.match(name)
    if not in_braces and bare and bare[1] in forms:
        remedy = f"Write :::{{{bare[1]}}} with braces."
    else:
        remedy = did_you_mean(bare[1] if bare else name, forms)
    return Finding(place, "D032", f"The directive “{name}” is unknown.", remedy)


def _option_faults(
    directive: str,
    form: DirectiveForm,
    name: str,
    value: str,
    seen: Mapping[str, str],
    place: Place,
) -> list[Finding]:
    if name not in form.options:
        message = f"The directive “{directive}” has no option “{name}”."
        return [Finding(place, "D033", message, did_you_mean(name, form.options))]
    if name in seen:
        return [Finding(place, "D033", f"The option “{name}” stands twice.", "Remove one.")]
    pattern = form.options[name]
    if not value or (pattern is not None and not pattern.fullmatch(value)):
        message = f"The option “{name}” cannot be “{value}”."
        return [Finding(place, "D033", message, _VALUES.get(name, "Write a value behind it."))]
    return []


def _use_faults(directive: Directive, form: DirectiveForm, place: Place) -> list[Finding]:
    name = directive.name
    findings = []
    if form.argument == "required" and not directive.argument:
        what = "an image’s path" if name == "figure" else "a title"
        message = f"The directive “{name}” needs {what}."
        findings.append(Finding(place, "D033", message, f"Write it behind :::{{{name}}}."))
    if form.argument == "none" and directive.argument:
        message = f"The directive “{name}” takes no title."
        findings.append(Finding(place, "D033", message, f"Write nothing behind :::{{{name}}}."))
    if form.body == "required" and not directive.body.strip():
        message = f"The directive “{name}” needs a text."
        remedy = "Write it before the closing :::."
        findings.append(Finding(place, "D033", message, remedy))
    if form.body == "none" and directive.body.strip():
        message = f"The directive “{name}” takes no text."
        remedy = "Begin its options right below its first line, and close it with :::."
        findings.append(Finding(place, "D033", message, remedy))
    if name == "figure" and "alt" not in directive.options:
        message = f"The directive “{name}” lacks its option “alt”."
        findings.append(Finding(place, "D043", message, "Say in a sentence what the image shows."))
    if name in ("chart", *OF_TABLES, *PERCENTAGES):
        findings += _chart_faults(directive, place)
    if name == "worksheet":
        findings += _worksheet_faults(directive, place)
    return findings


def _worksheet_faults(directive: Directive, place: Place) -> list[Finding]:
    options = directive.options
    if not directive.body.strip() and not options.keys() & {"rows", "lines", "questions"}:
        message = "The worksheet has nothing to fill in."
        remedy = "Write a list of what is asked, or give :rows:, :lines: or :questions:."
        return [Finding(place, "D033", message, remedy)]
    return []


def _chart_faults(directive: Directive, place: Place) -> list[Finding]:
    options = directive.options
    needed = [name for name in _OF_ROWS if name in FORMS[directive.name].options]
    if directive.name == "chart" and ("facts" in options) == ("table" in options):
        message = "A chart draws either facts or a table’s rows."
        return [Finding(place, "D033", message, "Give one of :facts: and :table:.")]
    if directive.name in OF_TABLES and "table" not in options:
        message = "The drawing needs a table’s rows."
        remedy = f"Give :table:, {', '.join(f':{name}:' for name in needed)}."
        return [Finding(place, "D033", message, remedy)]
    if not options.keys() & {"facts", "table"}:
        message = "The drawing needs facts, a table’s rows, or both."
        return [Finding(place, "D033", message, "Give :facts: or :table:.")]
    missing = [name for name in needed if "table" in options and name not in options]
    if missing:
        message = f"A chart of a table lacks {', '.join(f':{name}:' for name in missing)}."
        remedy = f"Name each: {', '.join(_OF_ROWS[name] for name in missing)}."
        return [Finding(place, "D033", message, remedy)]
    return []
