"""Reading of directives, and checking them against their forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from guidepub.findings import Finding, Place, did_you_mean
from guidepub.markdown.forms.directives import (
    CAMPUS,
    DATA_OPTIONS,
    FORMS,
    PERCENTAGES,
    TABLE_DRAWINGS,
    Directive,
    DirectiveForm,
)

_HEAD = re.compile(r"\s*\{(?P<name>[^}]*)\}(?P<argument>.*)")
# An option that lacks a colon: `:source oews`, `source: oews`.
_HALF_OPTION = re.compile(
    r"(?=:[a-z-]+[ \t]|[a-z-]+:[ \t]|[a-z-]+=):?(?P<name>[a-z-]+):?(?:[ \t]*=|[ \t]+:?)[ \t]*(?P<value>\S.*)$"
)
# A name in the form of other dialects: `::: note Title`, `::: {.note}`.
_BARE_NAME = re.compile(r"[{.\s]*([\w-]+)")
_OPTION = re.compile(r"\s*:(?P<name>[A-Za-z][\w-]*):(?P<value>.*)")

# The remedies for options whose values do not match their patterns.
_VALUES: Mapping[str, str] = MappingProxyType(
    {
        "most": "Write the number of bars or rows: 10.",
        "file": "Write the path of a .csv or .tsv file, from the catalogue’s folder: data/pay.csv.",
        "units": "Write columns and their units: A_MEDIAN = USD/year | TOT_EMP = jobs.",
        "sort": "Choose from: falling, rising.",
        "url": "Write an address of at most 200 characters that begins with https://.",
        "level": "Write how much of the code may be dirty or torn: L (7 %), M (15 %) or Q (25 %).",
        "start": "Write the time at which the day begins: 7:00.",
        "campus": f"Choose from: {', '.join(CAMPUS)}.",
        "row-headers": "Write “yes” if the first cell of each row says what the row is about.",
        "where": "Write a column and its text: group = Healthcare. Separate conditions with semicolons.",
        "name": "Use English letters, digits, hyphens, dots and colons: pay-by-state.",
        "columns": "Write the number of columns, up to 6, or their titles: This year | Next year.",
        "order": "Write a column, and rising or falling: A_MEDIAN falling.",
        "rows": "Write the number of empty rows, up to 99: 3.",
        "lines": "Write the number of lines to write on, up to 99: 3.",
        "width": "Write a share of the page’s width: 60%.",
    }
)
# The options that a drawing of a table's rows needs, in words.
_ROW_OPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "label": "the column of the labels",
        "value": "the column of the figures",
        "unit": "the unit of the figures",
        "level": "the column of the levels of preparation",
        "start": "the time at which the day begins",
    }
)
# Headings, tables, code and directives, for which a narrow column has no room.
_NO_LIST = re.compile(r"^ {0,3}(?:#|\||:::|```|~~~|!\[)", re.M)
_NOTE = re.compile(r"\[\^|\^\[")


def name_in(info: str) -> str:
    """Return the name of a directive in a colon fence's first line, or an empty text."""
    head = _HEAD.match(info)
    return head["name"] if head else ""


def read_directive(
    info: str, content: str, line: int, forms: Mapping[str, DirectiveForm] = FORMS
) -> tuple[Directive | None, list[Finding]]:
    """Read a colon fence's first line and content, which starts on the line after `line`.

    Returns the directive, or None if it is unknown, and its findings. Their places have no path;
    lines are counted from 1 in the text.
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
    findings = [*_ended_at_once(head, place)]
    used = 0
    while used < len(lines) and (option := _option_in(lines[used], form)):
        at = Place("", line + 1 + used, 1)
        value = option["value"].strip()
        if option.re is _HALF_OPTION:
            message = f"The option “{option['name']}” lacks one of its colons."
            if "=" in option[0].removesuffix(option["value"]):
                message = f"The option “{option['name']}” is not between colons."
            elif " :" in option[0].removesuffix(option["value"]):
                message = f"There is a space within the option “{option['name']}”."
            remedy = f"Write :{option['name']}: {value}"
            findings.append(Finding(at, "D033", message, remedy))
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


def _ended_at_once(head: re.Match[str], place: Place) -> Iterator[Finding]:
    """Yield a finding if a directive is meant to end on its first line."""
    if head["argument"].rstrip().endswith(":::"):
        message = f"The directive “{head['name']}” cannot end on its first line."
        remedy = "Put its text on lines of its own, and ::: by itself on the last."
        yield Finding(place, "D033", message, remedy)


def _option_in(line: str, form: DirectiveForm) -> re.Match[str] | None:
    """Return the option in a line, even if one of its colons is missing, or None."""
    if option := _OPTION.match(line):
        return option
    option = _HALF_OPTION.match(line)
    return option if option and option["name"] in form.options else None


def _unknown(
    name: str, in_braces: bool, forms: Mapping[str, DirectiveForm], place: Place
) -> Finding:
    if not name:
        message = "This ::: does not end a directive."
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
        return [Finding(place, "D033", f"The option “{name}” occurs twice.", "Remove one.")]
    pattern = form.options[name]
    if not value or (pattern is not None and not pattern.fullmatch(value)):
        message = f"The option “{name}” cannot be “{value}”."
        return [Finding(place, "D033", message, _VALUES.get(name, "Write a value after it."))]
    return []


def _use_faults(directive: Directive, form: DirectiveForm, place: Place) -> list[Finding]:
    name = directive.name
    findings = []
    if form.argument == "required" and not directive.argument:
        argument = "an image’s path" if name == "figure" else "a title"
        message = f"The directive “{name}” needs {argument}."
        findings.append(Finding(place, "D033", message, f"Write it after :::{{{name}}}."))
    if form.argument == "none" and directive.argument:
        message = f"The directive “{name}” takes no title."
        findings.append(Finding(place, "D033", message, f"Write nothing after :::{{{name}}}."))
    if form.body == "required" and not directive.body.strip():
        message = f"The directive “{name}” needs a text."
        remedy = "Write it before the closing :::."
        findings.append(Finding(place, "D033", message, remedy))
    if form.body == "none" and directive.body.strip():
        message = f"The directive “{name}” takes no text."
        remedy = "Begin its options directly below its first line, and close it with :::."
        findings.append(Finding(place, "D033", message, remedy))
    if name == "figure" and "alt" not in directive.options:
        message = f"The directive “{name}” lacks its option “alt”."
        findings.append(
            Finding(place, "D043", message, "Describe in a sentence what the image shows.")
        )
    if name in ("chart", *TABLE_DRAWINGS, *PERCENTAGES):
        findings += _chart_faults(directive, place)
    if name == "worksheet":
        findings += _worksheet_faults(directive, place)
    if name == "table":
        findings += _table_faults(directive, place)
    if name == "qr" and "url" not in directive.options:
        message = "The directive “qr” lacks its option “url”."
        findings.append(Finding(place, "D033", message, "Give the address: :url: https://…."))
    if name == "columns":
        findings += _columns_faults(directive, place)
    return findings


def _worksheet_faults(directive: Directive, place: Place) -> list[Finding]:
    options = directive.options
    if not directive.body.strip() and not options.keys() & {"rows", "lines", "questions"}:
        message = "The worksheet has nothing to fill in."
        remedy = "Write a list of questions, or use :rows:, :lines: or :questions:."
        return [Finding(place, "D033", message, remedy)]
    return []


def _columns_faults(directive: Directive, place: Place) -> list[Finding]:
    if _NO_LIST.search(directive.body):
        message = "Columns can only have lists and paragraphs."
        return [Finding(place, "D033", message, "Write it above or below them.")]
    if _NOTE.search(directive.body):
        message = "Columns cannot have notes."
        return [Finding(place, "D033", message, "Call the note in the paragraph above.")]
    return []


def _table_faults(directive: Directive, place: Place) -> list[Finding]:
    asked = directive.options.keys() & {"table", "file"}
    if len(asked) == 2:
        message = "A table can only have the rows of one data table."
        return [Finding(place, "D033", message, "Use either :table: or :file:.")]
    if asked and directive.body.strip():
        message = "The table has both its own rows and those of a data table."
        return [Finding(place, "D033", message, "Write its rows, or name a table.")]
    if not asked and not directive.body.strip():
        message = "The directive “table” needs a text."
        remedy = "Write its rows before the closing :::, or name a data table with :table:."
        return [Finding(place, "D033", message, remedy)]
    if not asked and (idle := sorted(directive.options.keys() & {*DATA_OPTIONS, "where"})):
        message = f"The option “{idle[0]}” needs a data table, but none is named."
        return [Finding(place, "D033", message, "Name it with :table: or :file:.")]
    return []


def _chart_faults(directive: Directive, place: Place) -> list[Finding]:
    options = directive.options
    needed = [name for name in _ROW_OPTIONS if name in FORMS[directive.name].options]
    if directive.name == "chart" and ("facts" in options) == ("table" in options):
        message = "A chart can draw either facts or the rows of a table."
        return [Finding(place, "D033", message, "Use either :facts: or :table:.")]
    if directive.name in TABLE_DRAWINGS and "table" not in options:
        message = "The drawing needs a table’s rows."
        remedy = f"Give :table:, {', '.join(f':{name}:' for name in needed)}."
        return [Finding(place, "D033", message, remedy)]
    if not options.keys() & {"facts", "table"}:
        message = "The drawing needs facts, a table’s rows, or both."
        return [Finding(place, "D033", message, "Give :facts: or :table:.")]
    missing = [name for name in needed if "table" in options and name not in options]
    if missing:
        message = f"A chart of a table lacks {', '.join(f':{name}:' for name in missing)}."
        remedy = f"Name each: {', '.join(_ROW_OPTIONS[name] for name in missing)}."
        return [Finding(place, "D033", message, remedy)]
    return []
