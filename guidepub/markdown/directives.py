"""The directives that prose may use: their arguments, options and bodies.

A directive is a MyST colon fence: `:::{name} argument`, lines `:option: value`, a body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from guidepub.findings import Finding, Place, did_you_mean

Use = Literal["none", "optional", "required"]

_HEAD = re.compile(r"\s*\{(?P<name>[^}]*)\}\s*(?P<argument>.*?)\s*$")
_OPTION = re.compile(r"\s*:(?P<name>[A-Za-z][\w-]*):\s*(?P<value>.*?)\s*$")

CAMPUS = ("online", "campus", "both")


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive in a text. `line` is its first line, `body_line` its body's, from 1."""

    name: str
    argument: str
    options: Mapping[str, str]
    body: str
    line: int
    body_line: int


@dataclass(frozen=True, slots=True)
class _Form:
    argument: Use
    body: Use
    options: Mapping[str, re.Pattern[str] | None]
    needs: tuple[str, ...] = ()


_ANY = None
_BOX = _Form("optional", "required", MappingProxyType({}))

FORMS: Mapping[str, _Form] = MappingProxyType(
    {
        "programs": _Form(
            "optional",
            "none",
            {"campus": re.compile("|".join(CAMPUS)), "degree": _ANY, "table": _ANY},
        ),
        "chart": _Form(
            "required",
            "none",
            {
                "facts": _ANY,
                "table": _ANY,
                "label": _ANY,
                "value": _ANY,
                "unit": _ANY,
                "where": re.compile(r"[^=]+=.*"),
                "source": _ANY,
                "alt": _ANY,
            },
        ),
        "table": _Form("required", "required", {"source": _ANY, "note": _ANY}),
        "figure": _Form(
            "required",
            "optional",
            {"alt": _ANY, "width": re.compile(r"(?:[1-9]\d?|100)%"), "source": _ANY},
            ("alt",),
        ),
        "note": _BOX,
        "tip": _BOX,
        "important": _BOX,
        "warning": _BOX,
    }
)
"""What each directive takes. A pattern limits an option's value."""


def read_directive(info: str, content: str, line: int) -> tuple[Directive | None, list[Finding]]:
    """Read a colon fence's first line and content, which starts on the line after `line`.

    Returns the directive, or nothing where it is unknown, and what is wrong with it. Places
    have no path; lines count from 1 in the text.
    """
    head = _HEAD.match(info)
    place = Place("", line, 1)
    if head is None or head["name"] not in FORMS:
        name = head["name"] if head else info.strip()
        remedy = did_you_mean(name, FORMS) if head else "Write :::{note} with braces."
        return None, [Finding(place, "D032", f"The directive “{name}” is unknown.", remedy)]
    lines = content.split("\n")
    options: dict[str, str] = {}
    findings: list[Finding] = []
    used = 0
    while used < len(lines) and (option := _OPTION.match(lines[used])):
        at = Place("", line + 1 + used, 1)
        findings += _option_faults(head["name"], option["name"], option["value"], options, at)
        options[option["name"]] = option["value"]
        used += 1
    body = "\n".join(lines[used:])
    directive = Directive(
        head["name"], head["argument"], MappingProxyType(options), body, line, line + 1 + used
    )
    return directive, findings + _use_faults(directive, place)


def _option_faults(
    directive: str, name: str, value: str, seen: Mapping[str, str], place: Place
) -> list[Finding]:
    form = FORMS[directive]
    if name not in form.options:
        message = f"The directive “{directive}” has no option “{name}”."
        return [Finding(place, "D033", message, did_you_mean(name, form.options))]
    if name in seen:
        return [Finding(place, "D033", f"The option “{name}” stands twice.", "Remove one.")]
    pattern = form.options[name]
    if not value or (pattern is not None and not pattern.fullmatch(value)):
        message = f"The option “{name}” cannot be “{value}”."
        remedy = f"Known here: {', '.join(CAMPUS)}." if name == "campus" else ""
        return [Finding(place, "D033", message, remedy)]
    return []


def _use_faults(directive: Directive, place: Place) -> list[Finding]:
    form = FORMS[directive.name]
    parts = {"argument": (form.argument, directive.argument), "body": (form.body, directive.body)}
    findings = []
    for part, (use, text) in parts.items():
        if use == "required" and not text.strip():
            message = f"The directive “{directive.name}” needs a {_part(directive.name, part)}."
            findings.append(Finding(place, "D033", message))
        if use == "none" and text.strip():
            message = f"The directive “{directive.name}” takes no {part}."
            findings.append(Finding(place, "D033", message, "Options stand before a blank line."))
    for name in form.needs:
        if name not in directive.options:
            code = "D043" if name == "alt" else "D033"
            message = f"The directive “{directive.name}” lacks its option “{name}”."
            remedy = "Say in a sentence what the image shows." if name == "alt" else ""
            findings.append(Finding(place, code, message, remedy))
    if directive.name == "chart":
        findings += _chart_faults(directive, place)
    return findings


def _chart_faults(directive: Directive, place: Place) -> list[Finding]:
    options = directive.options
    if ("facts" in options) == ("table" in options):
        message = "A chart draws either facts or a table’s rows."
        return [Finding(place, "D033", message, "Give one of :facts: and :table:.")]
    missing = [
        name for name in ("label", "value", "unit") if "table" in options and name not in options
    ]
    if missing:
        message = f"A chart of a table lacks {', '.join(f':{name}:' for name in missing)}."
        return [Finding(place, "D033", message)]
    return []


def _part(name: str, part: str) -> str:
    if part == "argument":
        return "path after its name" if name == "figure" else "title after its name"
    return part
